package limit

import (
	"maps"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// ofSchema reports whether a field describes the schema.
func ofSchema(f *ast.Field) bool {
	return strings.HasPrefix(f.Name, "__") || f.ObjectDefinition != nil && strings.HasPrefix(f.ObjectDefinition.Name, "__")
}

// schemaShare is the fraction of the price for fields that describe the schema: they
// come from memory, and GraphiQL asks for all of them.
const schemaShare = 0.4

// sizes are the lengths of the lists in a schema's description, by field name. A query
// for all types gets lists of average length; a query for one type, or for those
// reached from it, may choose the longest.
type sizes struct{ average, largest map[string]float64 }

// of returns the sizes below all types, or elsewhere.
func (s sizes) of(all bool) map[string]float64 {
	if all {
		return s.average
	}
	return s.largest
}

// belowAll reports whether the fields below a field are selected on all types,
// depending on whether the field itself is.
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
