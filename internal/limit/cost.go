package limit

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

const (
	defaultPage = 20
	maxPage     = 100
	// filterCost is for a filtered page: rows that are filtered out are read too.
	filterCost = 100
	// Costs stop growing here, so that they fit in an int.
	ceiling = 1 << 30
	// itemShare is what an item of a list without pages costs, and each field of it:
	// they are read together, or come from memory.
	itemShare = 0.3
)

// A Price is that of a field that is more work than others.
type Price struct {
	// Own is what the field costs by itself: 1 for each 4 KB that it allocates, about a
	// fifth of a statement, or for each 200 bytes of a value; 0 is 1. A list of what is
	// asked for by IDs costs it for each.
	Own int
	// Row is what each row of a page costs in addition.
	Row int
	// Items is how many items a list has at most that has no pages and isn't asked for
	// by IDs.
	Items int
}

// A report describes an operation.
type report struct {
	depth, aliases, cost int
	start                int               // what a subscription costs in addition, once
	alias                int               // the length of the longest
	roots                map[string]string // the field of each response name at the root
	steps                int               // selections that were looked at
}

// A part is what a selection set adds below its field.
type part struct {
	depth int
	cost  float64 // what describes the schema costs less than 1
}

// A walk measures a valid operation, each of its fragments once per use.
type walk struct {
	variables map[string]any
	sizes     sizes // of lists in the schema's description
	all       bool  // whether this is asked of all types of the schema
	prices    map[string]Price
	fragments map[place]part
	report
}

// A place is a fragment, and whether it is selected on all types of the schema.
type place struct {
	fragment string
	all      bool
}

func measure(op *graphql.OperationContext, s sizes, prices map[string]Price) report {
	w := &walk{variables: op.Variables, sizes: s, prices: prices, fragments: map[place]part{}, report: report{roots: map[string]string{}}}
	whole := w.set(op.Operation.SelectionSet)
	w.depth, w.cost = whole.depth, int(math.Ceil(whole.cost))
	w.root(op.Operation.SelectionSet, map[string]bool{})
	if op.Operation.Operation != ast.Subscription {
		w.start = 0
	}
	return w.report
}

func (w *walk) set(set ast.SelectionSet) part {
	var sum part
	for _, selection := range set {
		w.steps++
		var p part
		switch s := selection.(type) {
		case *ast.Field:
			p = w.field(s)
		case *ast.InlineFragment:
			p = w.set(s.SelectionSet)
		case *ast.FragmentSpread:
			p = w.fragment(s)
		}
		sum = part{max(sum.depth, p.depth), min(sum.cost+p.cost, ceiling)}
	}
	return sum
}

func (w *walk) fragment(s *ast.FragmentSpread) part {
	here := place{s.Name, w.all}
	p, ok := w.fragments[here]
	if !ok && s.Definition != nil {
		p = w.set(s.Definition.SelectionSet)
		w.fragments[here] = p
	}
	return p
}

func (w *walk) field(f *ast.Field) part {
	if f.Alias != f.Name {
		w.aliases++
		w.alias = max(w.alias, len(f.Alias))
	}
	here := w.all
	w.all = belowAll(f, here)
	below := w.set(f.SelectionSet)
	w.all = here
	own, times := w.price(f)
	return part{below.depth + 1, min(own+times*below.cost, ceiling)}
}

// price is what a field costs by itself, and how often the fields below it count.
func (w *walk) price(f *ast.Field) (own, times float64) {
	switch {
	case f.Definition == nil:
		return 1, 1
	case ofSchema(f):
		if size, ok := w.sizes.of(w.all)[f.Name]; ok {
			return 1 + size, size // each item is an object, which is as much work as a field
		}
		return 1, 1
	}
	p := w.priceOf(f)
	own = float64(max(p.Own, 1))
	switch {
	case p.Items > 0:
		items := itemShare * float64(p.Items)
		return own + items, items
	case f.Definition.Type.Elem != nil:
		times = float64(w.asked(f))
		return max(1, float64(p.Own)*times), times
	case f.Definition.Arguments.ForName("first") != nil:
		times = float64(w.page(f))
		return own + w.searched(f) + float64(p.Row)*times, times
	}
	return own, 1
}

// priceOf is a field's own price, if it has one.
func (w *walk) priceOf(f *ast.Field) Price {
	if f.ObjectDefinition == nil {
		return Price{}
	}
	return w.prices[f.ObjectDefinition.Name+"."+f.Name]
}

// searched is what a filtered page costs in addition.
func (w *walk) searched(f *ast.Field) float64 {
	if v, _ := w.value(f, "filter"); v != nil {
		return filterCost
	}
	return 0
}

// replay is what a field reads right away when it starts at a cursor. Subscriptions do
// that, and their events cost what their fields cost.
func (w *walk) replay(f *ast.Field) int {
	if f.Definition == nil {
		return 0
	}
	if v, _ := w.value(f, "after"); v != nil {
		return maxPage
	}
	return 0
}

// page is how many rows a connection is asked for. The connection itself refuses too
// many.
func (w *walk) page(f *ast.Field) int {
	size, given := 0, false
	for _, name := range []string{"first", "last"} {
		v, ok := w.value(f, name)
		if ok && v != nil {
			size, given = max(size, number(v)), true
		}
	}
	if !given {
		return defaultPage
	}
	return max(size, 1)
}

// asked is how many elements of a list are requested by their IDs, or 1.
func (w *walk) asked(f *ast.Field) int {
	n := 1
	for _, def := range f.Definition.Arguments {
		if def.Type.Elem == nil {
			continue
		}
		if v, _ := w.value(f, def.Name); v != nil && reflect.TypeOf(v).Kind() == reflect.Slice {
			n = max(n, reflect.ValueOf(v).Len())
		}
	}
	return min(n, ceiling/MaxCost)
}

// value is an argument as given: literally, by a variable, or by default.
func (w *walk) value(f *ast.Field, name string) (any, bool) {
	arg := f.Arguments.ForName(name)
	if arg != nil && arg.Value != nil && arg.Value.Kind == ast.Variable {
		if v, ok := w.variables[arg.Value.Raw]; ok {
			return v, true
		}
		arg = nil
	}
	given := (*ast.Value)(nil)
	if arg != nil {
		given = arg.Value
	} else if def := f.Definition.Arguments.ForName(name); def != nil {
		given = def.DefaultValue
	}
	return literal(given)
}

// literal keeps numbers and the length of lists, which are all that counts here.
func literal(v *ast.Value) (any, bool) {
	switch {
	case v == nil || v.Kind == ast.NullValue:
		return nil, v != nil
	case v.Kind == ast.ListValue:
		return v.Children, true
	}
	return v.Raw, true
}

// number is a page size from 0 to 100; anything unreadable counts as 100.
func number(v any) int {
	text := ""
	switch v := v.(type) {
	case string:
		text = v
	case json.Number:
		text = v.String()
	default:
		if r := reflect.ValueOf(v); r.CanInt() {
			text = strconv.FormatInt(r.Int(), 10)
		} else if r.CanFloat() {
			text = strconv.FormatFloat(r.Float(), 'f', 0, 64)
		}
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return maxPage
	}
	return int(min(max(n, 0), maxPage))
}

// root finds the root fields, however they are wrapped: fields with the same response
// name are resolved once.
func (w *walk) root(set ast.SelectionSet, seen map[string]bool) {
	for _, selection := range set {
		w.steps++
		switch s := selection.(type) {
		case *ast.Field:
			w.roots[s.Alias] = s.Name
			w.start = max(w.start, w.replay(s))
		case *ast.InlineFragment:
			w.root(s.SelectionSet, seen)
		case *ast.FragmentSpread:
			if !seen[s.Name] && s.Definition != nil {
				seen[s.Name] = true
				w.root(s.Definition.SelectionSet, seen)
			}
		}
	}
}
