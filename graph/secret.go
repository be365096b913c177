package graph

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// secretFields are the names of input fields that hold a secret. A test requires every
// field of every input to be classified.
var secretFields = []string{
	"password", "currentPassword", "newPassword", "code", "recoveryCode", "mailedCode", "token", "secret", "credential",
}

// IsSecret reports whether an input field with this name holds a secret.
func IsSecret(name string) bool { return slices.Contains(secretFields, name) }

// Guesses are the mutations that may be a guess at a secret: those that need no
// sign-in, and those that take one. An operation can have only one of these.
func Guesses(s *ast.Schema) (names []string) {
	for _, f := range s.Mutation.Fields {
		if f.Directives.ForName("public") != nil || takesSecret(s, f.Arguments) {
			names = append(names, f.Name)
		}
	}
	return names
}

// takesSecret reports whether there is a secret among arguments, or in their inputs. No
// input contains itself.
func takesSecret(s *ast.Schema, args ast.ArgumentDefinitionList) bool {
	return slices.ContainsFunc(args, func(a *ast.ArgumentDefinition) bool { return holdsSecret(s, a.Name, a.Type) })
}

func holdsSecret(s *ast.Schema, name string, t *ast.Type) bool {
	of := s.Types[t.Name()]
	return IsSecret(name) || of.Kind == ast.InputObject && slices.ContainsFunc(of.Fields, func(f *ast.FieldDefinition) bool {
		return holdsSecret(s, f.Name, f.Type)
	})
}
