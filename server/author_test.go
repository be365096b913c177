package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// An author writes documents and variables that use a schema, well or badly.
type author struct {
	*rand.Rand
	schema    *ast.Schema
	careless  int      // how much of what this document says is wrong, in percent
	known     []string // texts that name something: ids, names, cursors
	head      []string // the declarations of variables
	variables map[string]any
	fragments []string
}

// enumName is a value that is written without quotes in a document.
type enumName string

func (a *author) chance(percent int) bool { return a.IntN(100) < percent }

func pick[T any](a *author, from []T) T { return from[a.IntN(len(from))] }

// document is one operation with what belongs to it.
func (a *author) document() string {
	a.head, a.variables, a.fragments = nil, map[string]any{}, nil
	a.careless = pick(a, []int{0, 2, 10})
	kind := pick(a, []string{"query", "query", "mutation", "mutation", "subscription"})
	of := map[string]*ast.Definition{"query": a.schema.Query, "mutation": a.schema.Mutation, "subscription": a.schema.Subscription}[kind]
	set, directives := a.selection(of, 0), ""
	if a.chance(a.careless) {
		directives = a.directives()
	}
	head := ""
	if len(a.head) > 0 {
		head = "(" + strings.Join(a.head, ", ") + ")"
	}
	return kind + " " + "Q" + head + directives + set + strings.Join(a.fragments, " ")
}

func (a *author) selection(of *ast.Definition, depth int) string {
	var b strings.Builder
	for range 1 + a.IntN(3) {
		b.WriteString(a.field(of, depth) + " ")
	}
	return " { " + b.String() + "}"
}

func (a *author) field(of *ast.Definition, depth int) string {
	fields := slices.DeleteFunc(slices.Clone(of.Fields), func(f *ast.FieldDefinition) bool {
		return strings.HasPrefix(f.Name, "__") || depth > 4 && isComposite(a.schema.Types[f.Type.Name()])
	})
	possible := a.schema.GetPossibleTypes(of)
	switch {
	case len(fields) == 0 || a.chance(3):
		return "__typename" + a.directives()
	case a.chance(a.careless / 5):
		return "nothing"
	case of.IsAbstractType() && a.chance(60):
		on := pick(a, possible)
		return "... on " + on.Name + a.directives() + a.selection(on, depth)
	case a.chance(5):
		return a.spread(of, depth)
	}
	f := pick(a, fields)
	text := f.Name + a.arguments(f.Arguments) + a.directives()
	if a.chance(20) {
		text = pick(a, []string{"a", "b", "c"}) + ": " + text
	}
	if below := a.schema.Types[f.Type.Name()]; isComposite(below) {
		text += a.selection(below, depth+1)
	}
	return text
}

func isComposite(d *ast.Definition) bool { return d.IsCompositeType() }

func (a *author) spread(of *ast.Definition, depth int) string {
	name := fmt.Sprintf("F%d", len(a.fragments))
	a.fragments = append(a.fragments, "")
	a.fragments[len(a.fragments)-1] = "fragment " + name + " on " + of.Name + a.selection(of, depth+1)
	return "..." + name + a.directives()
}

func (a *author) directives() string {
	if !a.chance(6) {
		return ""
	}
	d := a.schema.Directives[pick(a, []string{"skip", "include"})]
	return " @" + d.Name + a.arguments(d.Arguments)
}

func (a *author) arguments(all ast.ArgumentDefinitionList) string {
	var given []string
	for _, arg := range all {
		if arg.Type.NonNull && a.chance(100-a.careless) || a.chance(30) {
			given = append(given, arg.Name+": "+a.given(arg.Type))
		}
	}
	if len(given) == 0 {
		return ""
	}
	return "(" + strings.Join(given, ", ") + ")"
}

// given is a value in a document: written there, or by a variable.
func (a *author) given(t *ast.Type) string {
	if a.chance(50) {
		return literal(a.value(t, 0))
	}
	name, of := fmt.Sprintf("v%d", len(a.head)), t.String()
	declared := "$" + name + ": " + of
	switch {
	case a.chance(10):
		declared = "$" + name + ": " + strings.TrimSuffix(of, "!") + " = " + literal(a.value(t, 0))
	case a.chance(a.careless):
		declared = "$" + name + ": " + pick(a, []string{"Int", "String", "[ID!]", "Boolean", "TimelineFilter", "Nothing"})
	}
	a.head = append(a.head, declared)
	if a.chance(10) && a.careless > 0 {
		a.variables[name] = nil
	} else if a.chance(100 - a.careless) {
		a.variables[name] = inJSON(a.value(t, 0))
	}
	return "$" + name
}

// value is mostly of the type, and otherwise anything.
func (a *author) value(t *ast.Type, depth int) any {
	of := a.schema.Types[t.Name()]
	switch {
	case a.chance(a.careless):
		return a.anything(depth)
	case t.Elem != nil:
		return a.list(t.Elem, depth)
	case of.Kind == ast.InputObject:
		return a.object(of, depth)
	case of.Kind == ast.Enum:
		return enumName(pick(a, of.EnumValues).Name)
	}
	return a.scalar(of.Name)
}

func (a *author) list(t *ast.Type, depth int) any {
	all := make([]any, a.IntN(5))
	for i := range all {
		all[i] = a.value(t, depth+1)
	}
	return all
}

func (a *author) object(of *ast.Definition, depth int) any {
	all := map[string]any{}
	for _, f := range of.Fields {
		if f.Type.NonNull && a.chance(100-a.careless) || a.chance(50) {
			all[f.Name] = a.value(f.Type, depth+1)
		}
	}
	return all
}

func (a *author) scalar(name string) any {
	switch name {
	case "Boolean":
		return a.chance(50)
	case "Int":
		return json.Number(pick(a, []string{"0", "1", "2", "100", "-1", "2147483647"}))
	case "DateTime":
		return pick(a, []string{
			"2026-11-20T22:54:52Z", "2026-11-20t22:54:52.1z", "0000-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999999-23:59", "2026-11-20",
		})
	}
	if a.chance(60) {
		return pick(a, a.known)
	}
	return a.text()
}

func (a *author) text() string {
	return pick(a, []string{"", " ", "x", "é\u200b", "a\x00b", "\ufffd", "%_'\"\\", "\n\r\t", "../..", "{}", "null", strings.Repeat("y", 5000), "Europe/Paris", "ssh-ed25519 AAAA"})
}

// anything is what somebody who never read the schema might send.
func (a *author) anything(depth int) any {
	if depth > 3 || a.chance(80) {
		return pick(a, []any{
			nil, true, a.text(), json.Number("7"), json.Number("-0"), json.Number("1.5"), json.Number("1e3"), json.Number("1e999"),
			json.Number("9223372036854775808"), json.Number("4294967296"), enumName("NOTHING"), enumName("profile_read"), enumName("PROFILE_READ"),
			[]any{},
			map[string]any{},
			map[string]any{"__typename": "x"},
			[]any{nil},
			[]any{[]any{}},
		})
	}
	if a.chance(50) {
		return []any{a.anything(depth + 1), a.anything(depth + 1)}
	}
	return map[string]any{pick(a, []string{"x", "types", "app", "input"}): a.anything(depth + 1)}
}

// literal is a value as it is written in a document.
func literal(v any) string {
	var parts []string
	switch v := v.(type) {
	case enumName:
		return string(v)
	case []any:
		for _, item := range v {
			parts = append(parts, literal(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		for name, field := range v {
			parts = append(parts, name+": "+literal(field))
		}
		slices.Sort(parts)
		return "{" + strings.Join(parts, ", ") + "}"
	}
	b, _ := json.Marshal(v)
	return string(b)
}

// inJSON is a value as JSON has it, where enums are strings.
func inJSON(v any) any {
	switch v := v.(type) {
	case enumName:
		return string(v)
	case []any:
		all := make([]any, len(v))
		for i := range v {
			all[i] = inJSON(v[i])
		}
		return all
	case map[string]any:
		all := map[string]any{}
		for name, field := range v {
			all[name] = inJSON(field)
		}
		return all
	}
	return v
}
