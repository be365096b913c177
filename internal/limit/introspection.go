package limit

import (
	"maps"
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

// sizes are how long the lists of a schema's description are, by the names of their
// fields. Who asks for all types gets lists that are as long as the average; who asks
// for one type, or for those that another leads to, may choose the longest.
type sizes struct{ average, largest map[string]float64 }

// of are the sizes below all types, or elsewhere.
func (s sizes) of(all bool) map[string]float64 {
	if all {
		return s.average
	}
	return s.largest
}

// belowAll tells whether what lies below a field is asked of all types, where its own
// place is or isn't.
func belowAll(f *ast.Field, place bool) bool {
	switch {
	case !ofSchema(f) || f.Definition == nil || f.Name == "ofType":
		return place
	case f.Definition.Type.Name() == "__Type":
		return f.Name == "types"
	}
	return place
}

// sizesOf measures a schema. An ofType is a list of one item or none.
func sizesOf(s *ast.Schema) sizes {
	types, fields := float64(len(s.Types)), 0.0
	all := map[string]float64{
		"__schema": schemaShare, "__type": schemaShare,
		"types": types, "directives": float64(len(s.Directives)), "locations": 2, "ofType": 0.5,
	}
	out := sizes{average: maps.Clone(all), largest: all}
	add := func(name string, n, among float64) {
		out.average[name] += n / among
		out.largest[name] = max(out.largest[name], n)
	}
	for _, def := range s.Types {
		fields += float64(len(def.Fields))
	}
	for _, def := range s.Types {
		name := "fields"
		if def.Kind == ast.InputObject {
			name = "inputFields"
		}
		add(name, float64(len(def.Fields)), types)
		add("interfaces", float64(len(def.Interfaces)), types)
		add("enumValues", float64(len(def.EnumValues)), types)
		add("possibleTypes", float64(len(s.PossibleTypes[def.Name])), types)
		for _, f := range def.Fields {
			add("args", float64(len(f.Arguments)), fields)
		}
	}
	return out
}
