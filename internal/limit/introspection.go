package limit

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// ofSchema tells whether a field describes the schema.
func ofSchema(f *ast.Field) bool {
	return strings.HasPrefix(f.Name, "__") || f.ObjectDefinition != nil && strings.HasPrefix(f.ObjectDefinition.Name, "__")
}

// shareOf is how many of the fields below cost as much as one other field. What
// describes the schema comes from memory, and most types that are wrapped in
// another are not wrapped in a third: GraphiQL asks for nine.
func shareOf(f *ast.Field) int {
	switch f.Name {
	case "__schema", "__type":
		return 4
	case "ofType":
		return 3
	}
	return 1
}

// listSizes is how long the lists of a schema's description are, by the names of
// their fields: on average, for whoever asks for all types asks for all of them.
func listSizes(s *ast.Schema) map[string]int {
	types, fields := len(s.Types), 0
	sum := map[string]int{"types": types * types, "directives": types * len(s.Directives), "locations": 2 * types}
	for _, def := range s.Types {
		name := "fields"
		if def.Kind == ast.InputObject {
			name = "inputFields"
		}
		sum[name] += len(def.Fields)
		sum["interfaces"] += len(def.Interfaces)
		sum["enumValues"] += len(def.EnumValues)
		sum["possibleTypes"] += len(s.PossibleTypes[def.Name])
		fields += len(def.Fields)
		for _, f := range def.Fields {
			sum["args"] += len(f.Arguments)
		}
	}
	sizes := map[string]int{"args": average(sum["args"], fields)}
	for name, n := range sum {
		if name != "args" {
			sizes[name] = average(n, types)
		}
	}
	return sizes
}

// average is at least 1, and rounded up.
func average(sum, n int) int { return max((sum+n-1)/max(n, 1), 1) }
