package validation

import (
	"context"
	"encoding/json"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Variables is a gqlgen extension that coerces variable values as the GraphQL
// specification requires, before anything reads them. gqlparser, which runs before,
// ignores the case of enum values, and accepts numbers for strings, strings for
// numbers, and anything for a custom scalar.
type Variables struct{ schema *ast.Schema }

var (
	_ graphql.HandlerExtension        = (*Variables)(nil)
	_ graphql.OperationContextMutator = (*Variables)(nil)
)

// ExtensionName names the extension for gqlgen.
func (*Variables) ExtensionName() string { return "Variables" }

// Validate takes the schema.
func (v *Variables) Validate(schema graphql.ExecutableSchema) error {
	v.schema = schema.Schema()
	return nil
}

// MutateOperationContext replaces the variables by their coerced values, or refuses the
// operation and names the path to what is wrong.
func (v *Variables) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	coerced := make(map[string]any, len(op.Variables))
	for _, def := range op.Operation.VariableDefinitions {
		value, given := op.Variables[def.Variable]
		if !given {
			continue
		}
		at := ast.Path{ast.PathName("variable"), ast.PathName(def.Variable)}
		var err *gqlerror.Error
		if coerced[def.Variable], err = v.coerce(def.Type, value, at); err != nil {
			return err
		}
	}
	op.Variables = coerced
	return nullsIn(op)
}

func (v *Variables) coerce(t *ast.Type, value any, at ast.Path) (any, *gqlerror.Error) {
	switch {
	case value == nil && t.NonNull:
		return nil, invalid(at, "can't be null")
	case value == nil:
		return nil, nil
	case t.Elem != nil:
		return v.list(t.Elem, graphql.CoerceList(value), at)
	}
	switch def := v.schema.Types[t.NamedType]; def.Kind {
	case ast.InputObject:
		return v.object(def, value, at)
	case ast.Enum:
		return enum(def, value, at)
	default:
		return scalar(def, value, at)
	}
}

func (v *Variables) list(t *ast.Type, values []any, at ast.Path) (any, *gqlerror.Error) {
	coerced := make([]any, len(values))
	for i, value := range values {
		var err *gqlerror.Error
		if coerced[i], err = v.coerce(t, value, below(at, ast.PathIndex(i))); err != nil {
			return nil, err
		}
	}
	return coerced, nil
}

// object leaves the defaults of missing fields to gqlgen; gqlparser refuses unknown
// fields.
func (v *Variables) object(def *ast.Definition, value any, at ast.Path) (any, *gqlerror.Error) {
	given, ok := value.(map[string]any)
	if !ok {
		return nil, invalid(at, "must be an object")
	}
	coerced := make(map[string]any, len(given))
	for _, field := range def.Fields {
		value, ok := given[field.Name]
		if !ok {
			continue
		}
		var err *gqlerror.Error
		if coerced[field.Name], err = v.coerce(field.Type, value, below(at, ast.PathName(field.Name))); err != nil {
			return nil, err
		}
	}
	if def.Directives.ForName("oneOf") != nil && !isOne(coerced) {
		return nil, invalid(at, "must have exactly one field, and not null")
	}
	return coerced, nil
}

func isOne(fields map[string]any) bool {
	for _, value := range fields {
		return len(fields) == 1 && value != nil
	}
	return false
}

func enum(def *ast.Definition, value any, at ast.Path) (any, *gqlerror.Error) {
	name, ok := value.(string)
	if !ok || def.EnumValues.ForName(name) == nil {
		return nil, invalid(at, "must be a value of the enum %s, in upper case", def.Name)
	}
	return name, nil
}

func scalar(def *ast.Definition, value any, at ast.Path) (any, *gqlerror.Error) {
	coerced, ok, kind := value, false, "a string"
	switch def.Name {
	case "Int":
		kind = "an integer of 32 bits"
		coerced, ok = integer(value, 32)
	case "Float":
		kind = "a number"
		ok = isNumber(value)
	case "Boolean":
		kind = "true or false"
		_, ok = value.(bool)
	case "ID":
		kind = "a string or an integer"
		coerced, ok = id(value)
	default: // String, and the schema's own
		_, ok = value.(string)
	}
	if !ok {
		return nil, invalid(at, "must be %s", kind)
	}
	return coerced, nil
}

// id is a string, or an integer, which becomes its digits.
func id(value any) (any, bool) {
	if text, ok := value.(string); ok {
		return text, true
	}
	n, ok := integer(value, 64)
	if !ok {
		return nil, false
	}
	return strconv.FormatInt(n, 10), true
}

// integer reads what JSON or a default value has as an integer.
func integer(value any, bits int) (int64, bool) {
	var text string
	switch n := value.(type) {
	case json.Number:
		text = n.String()
	case int64:
		text = strconv.FormatInt(n, 10)
	default:
		return 0, false
	}
	n, err := strconv.ParseInt(text, 10, bits)
	return n, err == nil
}

func isNumber(value any) bool {
	switch value.(type) {
	case json.Number, int64, float64:
		return true
	}
	return false
}

// below is a new path: appending to a shared one would overwrite it.
func below(at ast.Path, next ast.PathElement) ast.Path {
	return append(at[:len(at):len(at)], next)
}
