package limit

import "github.com/vektah/gqlparser/v2/ast"

// What follows goes the way of gqlparser's rule OverlappingFieldsCanBeMerged,
// which takes most of the time that validation takes: it compares each two
// fields that would have one name in the answer. Whether two types exclude each
// other is not looked at; gqlparser goes at most twice as far for it.

func (w *foresight) within(set ast.SelectionSet) {
	if w.over() {
		return
	}
	c := w.collect(set)
	for _, name := range c.names {
		w.among(c.fields[name])
	}
	for i, a := range c.spreads {
		w.meet(c, a)
		w.meetEach(a, c.spreads[i+1:])
	}
}

func (w *foresight) among(fields []*ast.Field) {
	for i, a := range fields {
		w.compareEach(a, fields[i+1:])
	}
}

func (w *foresight) compareEach(a *ast.Field, others []*ast.Field) {
	for _, b := range others {
		if w.over() {
			return
		}
		w.compare(a, b)
	}
}

func (w *foresight) compare(a, b *ast.Field) {
	const message = 50
	w.steps += 1 + len(a.Arguments)*weight(b.Arguments)
	if a.Name != b.Name {
		w.steps += message
	}
	// Even where the names differ: it does not matter to fields of types that
	// exclude each other.
	x, y := w.collect(a.SelectionSet), w.collect(b.SelectionSet)
	w.between(x, y)
	for _, s := range y.spreads {
		w.meet(x, s)
	}
	for _, s := range x.spreads {
		w.meet(y, s)
		w.meetEach(s, y.spreads)
	}
}

func (w *foresight) between(x, y *fieldSet) {
	for _, name := range x.names {
		w.steps++
		for _, a := range x.fields[name] {
			w.compareEach(a, y.fields[name])
		}
	}
}

// meet compares a set with a fragment, once.
func (w *foresight) meet(c *fieldSet, name string) {
	w.steps++
	m := meeting{c, name}
	if w.over() || w.met[m] || w.fragments[name] == nil {
		return
	}
	w.met[m] = true
	other := w.collect(w.fragments[name].SelectionSet)
	if other == c {
		return
	}
	w.between(c, other)
	for _, s := range other.spreads {
		w.meet(c, s)
	}
}

func (w *foresight) meetEach(name string, others []string) {
	for _, other := range others {
		if w.over() {
			return
		}
		w.meetFragments(name, other)
	}
}

// meetFragments compares two fragments, once.
func (w *foresight) meetFragments(a, b string) {
	w.steps++
	if a > b {
		a, b = b, a
	}
	if w.over() || a == b || w.pairs[[2]string{a, b}] || w.fragments[a] == nil || w.fragments[b] == nil {
		return
	}
	w.pairs[[2]string{a, b}] = true
	x, y := w.collect(w.fragments[a].SelectionSet), w.collect(w.fragments[b].SelectionSet)
	w.between(x, y)
	w.meetEach(a, y.spreads)
	w.meetEach(b, x.spreads)
}

// collect remembers its sets, as the rule does: a set is known by where it begins.
func (w *foresight) collect(set ast.SelectionSet) *fieldSet {
	var begin *ast.Selection
	if len(set) > 0 {
		begin = &set[0]
	}
	c := w.sets[begin]
	if c == nil {
		c = &fieldSet{fields: map[string][]*ast.Field{}}
		w.sets[begin] = c
		w.flatten(c, set)
	}
	return c
}

func (w *foresight) flatten(c *fieldSet, set ast.SelectionSet) {
	for _, selection := range set {
		w.steps++
		switch s := selection.(type) {
		case *ast.Field:
			if c.fields[s.Alias] == nil {
				c.names = append(c.names, s.Alias)
			}
			c.fields[s.Alias] = append(c.fields[s.Alias], s)
		case *ast.InlineFragment:
			w.flatten(c, s.SelectionSet)
		case *ast.FragmentSpread:
			c.spreads = append(c.spreads, s.Name)
		}
	}
}

// weight is the size of arguments that are compared.
func weight(all ast.ArgumentList) int {
	n := 0
	for _, a := range all {
		n += 1 + size(a.Value)
	}
	return n
}

func size(v *ast.Value) int {
	n := 0
	if v != nil {
		for _, c := range v.Children {
			n += 1 + size(c.Value)
		}
	}
	return n
}
