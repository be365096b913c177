package validation

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// nullsIn finds a variable that is null where a value is required. The specification
// allows a nullable variable with a default there, and makes an explicit null a runtime
// error; gqlgen panics on it in a directive, and treats it as an empty value in an
// argument.
func nullsIn(op *graphql.OperationContext) *gqlerror.Error {
	s := nullSearch{null: map[string]bool{}, seen: map[string]bool{}}
	for _, def := range op.Operation.VariableDefinitions {
		if value, given := op.Variables[def.Variable]; given && value == nil {
			s.null[def.Variable] = true
		}
	}
	if len(s.null) == 0 {
		return nil
	}
	s.directives(op.Operation.Directives)
	s.set(op.Operation.SelectionSet)
	return s.found
}

// A nullSearch visits an operation, and each of its fragments once.
type nullSearch struct {
	null, seen map[string]bool
	found      *gqlerror.Error
}

func (s *nullSearch) set(set ast.SelectionSet) {
	for _, selection := range set {
		switch f := selection.(type) {
		case *ast.Field:
			s.arguments(f.Arguments)
			s.directives(f.Directives)
			s.set(f.SelectionSet)
		case *ast.InlineFragment:
			s.directives(f.Directives)
			s.set(f.SelectionSet)
		case *ast.FragmentSpread:
			s.directives(f.Directives)
			if !s.seen[f.Name] {
				s.seen[f.Name] = true
				s.directives(f.Definition.Directives)
				s.set(f.Definition.SelectionSet)
			}
		}
	}
}

func (s *nullSearch) directives(all ast.DirectiveList) {
	for _, d := range all {
		s.arguments(d.Arguments)
	}
}

func (s *nullSearch) arguments(all ast.ArgumentList) {
	for _, a := range all {
		s.value(a.Value)
	}
}

func (s *nullSearch) value(v *ast.Value) {
	if v.Kind == ast.Variable && s.null[v.Raw] && v.ExpectedType != nil && v.ExpectedType.NonNull {
		s.found = invalid(ast.Path{ast.PathName("variable"), ast.PathName(v.Raw)}, "can't be null: it is used where %s is needed", v.ExpectedType)
	}
	for _, child := range v.Children {
		s.value(child.Value)
	}
}
