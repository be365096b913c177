package graph

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// secretFields are the input fields that hold a secret, by their names. A test has
// every field of every input be one or none.
var secretFields = []string{
	"password", "currentPassword", "newPassword", "code", "recoveryCode", "mailedCode", "token", "secret", "credential",
}

// IsSecret tells whether an input field of this name holds a secret.
func IsSecret(name string) bool { return slices.Contains(secretFields, name) }

// Guesses are the mutations that may be a guess at a secret: those that nobody has
// to sign in for, and those that take one. Of these an operation has one at most.
func Guesses(s *ast.Schema) (names []string) {
	for _, f := range s.Mutation.Fields {
		if f.Directives.ForName("public") != nil || takesSecret(s, f.Arguments) {
			names = append(names, f.Name)
		}
	}
	return names
}

// takesSecret tells whether there is a secret among arguments, or in their inputs.
// No input holds itself.
func takesSecret(s *ast.Schema, args ast.ArgumentDefinitionList) bool {
	return slices.ContainsFunc(args, func(a *ast.ArgumentDefinition) bool { return holdsSecret(s, a.Name, a.Type) })
}

func holdsSecret(s *ast.Schema, name string, t *ast.Type) bool {
	of := s.Types[t.Name()]
	return IsSecret(name) || of.Kind == ast.InputObject && slices.ContainsFunc(of.Fields, func(f *ast.FieldDefinition) bool {
		return holdsSecret(s, f.Name, f.Type)
	})
}
