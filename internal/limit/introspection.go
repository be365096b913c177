package limit

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// ofSchema tells whether a field describes the schema.
func ofSchema(f *ast.Field) bool {
	return strings.HasPrefix(f.Name, "__") || f.ObjectDefinition != nil && strings.HasPrefix(f.ObjectDefinition.Name, "__")
}

// schemaShare is the part of the price that what describes the schema costs: it
// comes from memory, and GraphiQL asks for all of it.
const schemaShare = 0.4

// listSizes is how long the lists of a schema's description are, by the names of
// their fields: on average, for whoever asks for all types asks for all of them.
// An ofType is a list of one item or none.
func listSizes(s *ast.Schema) map[string]float64 {
	types, fields, args := float64(len(s.Types)), 0.0, 0.0
	size := map[string]float64{
		"__schema": schemaShare, "__type": schemaShare,
		"types": types, "directives": float64(len(s.Directives)), "locations": 2, "ofType": 0.5,
	}
	for _, def := range s.Types {
		name := "fields"
		if def.Kind == ast.InputObject {
			name = "inputFields"
		}
		size[name] += float64(len(def.Fields)) / types
		size["interfaces"] += float64(len(def.Interfaces)) / types
		size["enumValues"] += float64(len(def.EnumValues)) / types
		size["possibleTypes"] += float64(len(s.PossibleTypes[def.Name])) / types
		fields += float64(len(def.Fields))
		for _, f := range def.Fields {
			args += float64(len(f.Arguments))
		}
	}
	size["args"] = args / fields
	return size
}
