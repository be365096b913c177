package validation

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Lists is a gqlgen extension that refuses long lists in variables before gqlparser
// compares each of their items with each value of an enum, and deep ones before each of
// their levels costs a path of that length.
type Lists struct {
	// Most is how many items the lists of a request may have; nil: MaxList.
	Most func(context.Context) int
}

var (
	_ graphql.HandlerExtension          = Lists{}
	_ graphql.OperationParameterMutator = Lists{}
)

// ExtensionName names the extension for gqlgen.
func (Lists) ExtensionName() string { return "Lists" }

// Validate has nothing to check.
func (Lists) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters changes nothing.
func (l Lists) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	most := MaxList
	if l.Most != nil {
		most = l.Most(ctx)
	}
	for name, value := range params.Variables {
		if err := bounded(value, most, ast.Path{ast.PathName("variable"), ast.PathName(name)}); err != nil {
			return err
		}
	}
	return nil
}

func bounded(value any, most int, at ast.Path) *gqlerror.Error {
	if len(at) > MaxNesting+2 { // "variable" and its name lead to the value
		return invalid(at[:2], "is nested deeper than %d levels", MaxNesting)
	}
	switch v := value.(type) {
	case []any:
		if len(v) > most {
			return invalid(at, "has %d items, and %d is the most", len(v), most)
		}
		for i, item := range v {
			if err := bounded(item, most, below(at, ast.PathIndex(i))); err != nil {
				return err
			}
		}
	case map[string]any:
		for name, field := range v {
			if err := bounded(field, most, below(at, ast.PathName(name))); err != nil {
				return err
			}
		}
	}
	return nil
}
