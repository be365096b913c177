package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"portico/graph"
	"portico/internal/gid"
)

// A document is one way to send a secret.
type document struct {
	name, query string
	variables   map[string]any
}

// A writer writes documents that use a schema.
type writer struct {
	schema *ast.Schema
	t      *testing.T
	only   string // of the fields that may be left out, the one that is not
	wrong  bool   // secrets are of the wrong type
}

// documents are the ways to send secrets through a mutation: all fields filled in;
// each secret that may be left out by itself; of the wrong type; and written into a
// document with a mistake.
func (w writer) documents(f *ast.FieldDefinition) []document {
	all := []document{w.document("all filled in", f)}
	for _, name := range w.optional(f.Arguments) {
		one := w
		one.only = name
		all = append(all, one.document("only "+name, f))
	}
	bad := w
	bad.wrong = true
	all = append(all, bad.document("of the wrong type", f))
	var literal strings.Builder
	for _, a := range f.Arguments {
		fmt.Fprintf(&literal, "%s: %s ", a.Name, w.literal(all[0].variables[a.Name]))
	}
	if literal.Len() > 0 {
		all = append(
			all, document{"in a document with a mistake", fmt.Sprintf("mutation { %s(%s) { nothing } }", f.Name, literal.String()), nil},
			document{"in the wrong place", fmt.Sprintf("mutation { %s(input: {password %q}) { __typename } }", f.Name, canary), nil},
			document{"in the wrong place, in a block", fmt.Sprintf(`mutation { %s(input: {password """%s"""}) { __typename } }`, f.Name, canary), nil},
			document{"in the place of an object", fmt.Sprintf("mutation { %s(input: %q) { __typename } }", f.Name, canary), nil},
			document{"as a name", fmt.Sprintf("mutation { %s(input: %q) { __typename } } %q", f.Name, canary, canary), nil},
			document{"in one that is cut off", fmt.Sprintf("mutation { %s(%s", f.Name, literal.String()), nil},
			document{"in the place of a list", fmt.Sprintf("mutation { %s(%s) { __typename } }", f.Name, strings.ReplaceAll(literal.String(), `"`+canary, `["`+canary+`"] #`)), nil},
		)
	}
	return all
}

func (w writer) document(name string, f *ast.FieldDefinition) document {
	d := document{name: name, variables: map[string]any{}}
	var head, args []string
	for _, a := range f.Arguments {
		head = append(head, "$"+a.Name+": "+a.Type.String())
		args = append(args, a.Name+": $"+a.Name)
		d.variables[a.Name] = w.value(a.Name, a.Type, 0)
	}
	d.query = f.Name + " { " + w.selection(f.Type, 3) + "}"
	if len(args) > 0 {
		d.query = f.Name + "(" + strings.Join(args, ", ") + ") { " + w.selection(f.Type, 3) + "}"
		d.query = "mutation(" + strings.Join(head, ", ") + ") { " + d.query + " }"
	} else {
		d.query = "mutation { " + d.query + " }"
	}
	return d
}

// optional are the secrets of the inputs that may be left out.
func (w writer) optional(args ast.ArgumentDefinitionList) (names []string) {
	for _, a := range args {
		for _, f := range w.schema.Types[a.Type.Name()].Fields {
			if !f.Type.NonNull && (graph.IsSecret(f.Name) || w.schema.Types[f.Type.Name()].Kind == ast.InputObject) {
				names = append(names, f.Name)
			}
		}
	}
	return names
}

// value is what a field or an argument of a type is given.
func (w writer) value(name string, t *ast.Type, depth int) any {
	of := w.schema.Types[t.Name()]
	switch {
	case t.Elem != nil:
		return []any{w.value(name, t.Elem, depth)}
	case of.Kind == ast.InputObject:
		object := map[string]any{}
		for _, f := range of.Fields {
			if w.only == "" || f.Type.NonNull || f.Name == w.only || depth > 0 {
				object[f.Name] = w.value(f.Name, f.Type, depth+1)
			}
		}
		return object
	case of.Kind == ast.Enum:
		return of.EnumValues[0].Name
	case graph.IsSecret(name) && w.wrong:
		return []any{map[string]any{canary: canary}}
	case graph.IsSecret(name):
		return canary
	}
	return w.plain(name, of.Name)
}

func (w writer) plain(name, scalar string) any {
	switch {
	case name == "publicKey":
		return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + canary + "\n-----END OPENSSH PRIVATE KEY-----\n"
	case name == "email":
		return "plain@example.com"
	case name == "login" || name == "username":
		return "user-1"
	case scalar == "ID":
		return gid.ID{Kind: gid.App}.String()
	case scalar == "Boolean":
		return true
	case scalar == "Int":
		return 1
	case scalar == "DateTime" && name == "from":
		return time.Now().Add(-24 * time.Hour).UTC().Format(time.RFC3339)
	case scalar == "DateTime":
		return time.Now().Add(24 * time.Hour).UTC().Format(time.RFC3339)
	}
	return "plain-text"
}

func (w writer) literal(v any) string {
	switch v := v.(type) {
	case map[string]any:
		var b strings.Builder
		for name, value := range v {
			fmt.Fprintf(&b, "%s: %s\n", name, w.literal(value))
		}
		return "{" + b.String() + "}"
	case []any:
		return "[" + w.literal(v[0]) + "]"
	}
	b, _ := json.Marshal(v)
	return string(b)
}

// selection asks for all that a type has, so many levels deep, but for pages.
func (w writer) selection(t *ast.Type, depth int) string {
	of := w.schema.Types[t.Name()]
	fields := []string{"__typename"}
	for _, f := range of.Fields {
		below := w.schema.Types[f.Type.Name()]
		switch {
		case strings.HasPrefix(f.Name, "__") || len(f.Arguments) > 0:
		case below.Kind == ast.Scalar || below.Kind == ast.Enum:
			fields = append(fields, f.Name)
		case depth > 1:
			fields = append(fields, f.Name+" { "+w.selection(f.Type, depth-1)+"}")
		}
	}
	return strings.Join(fields, " ") + " "
}
