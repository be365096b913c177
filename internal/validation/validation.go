// Package validation checks GraphQL documents and variables where gqlparser is laxer
// than the specification, and limits what gqlparser doesn't: the items of a list, how
// deep they are nested, and the errors of a document. It doesn't know the API. Its
// invariant: a value that passes has exactly the type that the schema declares, so no
// resolver and no scalar can fail on its shape.
package validation

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	// MaxList is how many items an input list may have.
	MaxList = 100
	// MaxNesting is how deep lists and objects may be nested in a variable.
	MaxNesting = 20
	// MaxErrors is how many validation errors an answer reports.
	MaxErrors = 20
	// maxMessage is the maximum length of an error's text.
	maxMessage = 1 << 10
)

func invalid(path ast.Path, format string, args ...any) *gqlerror.Error {
	err := gqlerror.ErrorPathf(path, format, args...)
	err.Extensions = map[string]any{"code": "BAD_USER_INPUT"}
	return err
}

// isCustomScalar reports whether a type is one of the schema's own scalars. Their
// values are strings, both in documents and in variables.
func isCustomScalar(def *ast.Definition) bool {
	return def.Kind == ast.Scalar && !def.OneOf("Int", "Float", "String", "Boolean", "ID")
}
