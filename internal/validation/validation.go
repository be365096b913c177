// Package validation checks GraphQL documents and variables where gqlparser is
// laxer than the specification, and bounds what gqlparser leaves unbounded: the
// items of a list, how deep they lie, and the errors of a document. It does not know the API. Its
// one invariant: a value that passes has exactly the type that the schema
// declares, so no resolver and no scalar can fail on its shape.
package validation

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	// MaxList is how many items an input list may have.
	MaxList = 100
	// MaxNesting is how deep lists and objects may lie within a variable.
	MaxNesting = 20
	// MaxErrors is how many validation errors an answer reports.
	MaxErrors = 20
	// maxMessage is how long the text of one of them may be.
	maxMessage = 1 << 10
)

func invalid(path ast.Path, format string, args ...any) *gqlerror.Error {
	err := gqlerror.ErrorPathf(path, format, args...)
	err.Extensions = map[string]any{"code": "BAD_USER_INPUT"}
	return err
}

// isCustomScalar tells whether a type is a scalar of the schema's own. Their
// values are strings, both in documents and in variables.
func isCustomScalar(def *ast.Definition) bool {
	return def.Kind == ast.Scalar && !def.OneOf("Int", "Float", "String", "Boolean", "ID")
}
