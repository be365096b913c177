package graph

import (
	"strings"

	"portico/ent"
	"portico/internal/timeline"
)

// loginMethods are how the session was signed in to, as the API names it.
func loginMethods(s *ent.Session) []timeline.LoginMethod {
	methods := make([]timeline.LoginMethod, len(s.Methods))
	for i, m := range s.Methods {
		methods[i] = timeline.LoginMethod(strings.ToUpper(m))
	}
	return methods
}
