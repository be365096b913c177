package catalog

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// What a file has, and what a plan and a price of it: the YAML decoder would stop at the
// first key that it doesn't know, and doesn't know which plan that stands in.
var (
	fileKeys  = []string{"plans"}
	planKeys  = []string{"name", "kind", "label", "retired", "prices"}
	priceKeys = []string{"validFrom", "microsPerHour"}
)

// form notes every key that a file can't have, and every value that has the wrong form.
// It reports whether a value has.
func (r *reader) form(text string) (wrong bool) {
	file, err := parser.ParseBytes([]byte(text), 0)
	if err != nil || len(file.Docs) != 1 || file.Docs[0].Body == nil {
		return false // the decoder tells
	}
	f := former{reader: r}
	top := f.keys(file.Docs[0].Body, "", "a file", fileKeys)
	for _, plan := range f.list(top["plans"], "", "plans") {
		f.plan(plan)
	}
	return f.wrong
}

// A former looks at the form of a file. It leaves out what stands elsewhere, behind an
// alias.
type former struct {
	*reader
	wrong bool
}

func (f *former) plan(n ast.Node) {
	name := nameOf(n)
	values := f.keys(n, name, "a plan", planKeys)
	for _, key := range planKeys[:4] {
		f.text(values[key], name, key)
	}
	for _, price := range f.list(values["prices"], name, "prices") {
		values := f.keys(price, name, "a price", priceKeys)
		for _, key := range priceKeys {
			f.text(values[key], name, key)
		}
	}
}

// nameOf is the name of a plan, if it has one.
func nameOf(n ast.Node) (name string) {
	m, ok := plain(n).(ast.MapNode)
	if !ok {
		return ""
	}
	for i := m.MapRange(); i.Next(); {
		if s, ok := plain(i.Value()).(*ast.StringNode); ok && i.Key().String() == "name" {
			name = s.Value
		}
	}
	return name
}

// keys are the values of a mapping that has these keys and no other.
func (f *former) keys(n ast.Node, plan, what string, known []string) map[string]ast.Node {
	values := map[string]ast.Node{}
	m, ok := plain(n).(ast.MapNode)
	if !ok {
		f.must(n, plan, what+" has the keys "+strings.Join(known, ", "))
		return values
	}
	for i := m.MapRange(); i.Next(); {
		key := i.Key().GetToken().Value
		if !slices.Contains(known, key) && !i.Key().IsMergeKey() {
			f.fault(i.Key().GetToken().Position.Line, plan, "unknown key %q: %s has %s", key, what, strings.Join(known, ", "))
		}
		values[key] = i.Value()
	}
	return values
}

func (f *former) list(n ast.Node, plan, key string) []ast.Node {
	s, ok := plain(n).(*ast.SequenceNode)
	if !ok {
		f.must(n, plan, key+": give a list, with - before each entry")
		return nil
	}
	return s.Values
}

func (f *former) text(n ast.Node, plan, key string) {
	switch plain(n).(type) {
	case ast.MapNode, *ast.SequenceNode:
		f.must(n, plan, key+": give one value")
	}
}

// must notes that a value has the wrong form. A missing value is not a wrong form.
func (f *former) must(n ast.Node, plan, fault string) {
	switch plain(n).(type) {
	case nil, *ast.NullNode, *ast.AliasNode:
		return
	}
	f.wrong = true
	f.fault(n.GetToken().Position.Line, plan, "%s", fault)
}

// plain is a value without its anchor and tag.
func plain(n ast.Node) ast.Node {
	for {
		switch around := n.(type) {
		case *ast.AnchorNode:
			n = around.Value
		case *ast.TagNode:
			n = around.Value
		default:
			return n
		}
	}
}
