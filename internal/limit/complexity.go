package limit

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/core"
)

// possibleTypes is the size of comparing a type condition with the surrounding type.
const possibleTypes = 10

const (
	// ofFragment is the size of a fragment among the fields that are compared.
	ofFragment = 2
	// ofConflict is how much more work it is to report a conflict of two fields than to
	// compare them.
	ofConflict = 10
)

// A complexity is the maximum work of validating a document, in steps of about a
// quarter of a microsecond. gqlparser walks the document for it as for its rules: from
// each operation and each fragment.
type complexity struct {
	steps, most int
	// nested is how deep inline fragments are nested, plus 1: each of them has the
	// fields below it compared again.
	nested int
	// compared is the size of the fields of each response name that the walk has
	// passed, and comparisons the work of comparing them in pairs: this is most of the
	// work, and due to OverlappingFieldsCanBeMerged.
	compared    map[string]int
	comparisons int
	used        map[*ast.FragmentDefinition]bool // by operations
}

// tooComplex ends a walk: otherwise only the end of the document does.
type tooComplex struct{}

// complexityOf stops counting beyond most steps.
func complexityOf(schema *ast.Schema, doc *ast.QueryDocument, most int) (steps int) {
	c := &complexity{most: most, nested: 1, compared: map[string]int{}, used: map[*ast.FragmentDefinition]bool{}}
	for _, o := range doc.Operations {
		c.nested = max(c.nested, 1+nesting(o.SelectionSet))
	}
	for _, f := range doc.Fragments {
		c.nested = max(c.nested, 1+nesting(f.SelectionSet))
	}
	defer func() {
		steps = c.steps
		if r := recover(); r != nil && r != (tooComplex{}) {
			panic(r)
		}
	}()
	core.Walk(schema, doc, c.observers())
	return c.steps
}

// nesting is how deep inline fragments are nested.
func nesting(set ast.SelectionSet) (deepest int) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			deepest = max(deepest, nesting(s.SelectionSet))
		case *ast.InlineFragment:
			deepest = max(deepest, 1+nesting(s.SelectionSet))
		}
	}
	return deepest
}

func (c *complexity) add(n int) {
	if c.steps += n; c.steps > c.most {
		panic(tooComplex{})
	}
}

func (c *complexity) observers() *core.Events {
	var on core.Events
	on.OnVariable(func(*core.Walker, *ast.VariableDefinition) { c.add(4) })
	on.OnField(c.field)
	on.OnInlineFragment(func(*core.Walker, *ast.InlineFragment) { c.add(possibleTypes) })
	on.OnFragmentSpread(func(w *core.Walker, s *ast.FragmentSpread) {
		c.add(possibleTypes)
		c.compare("...", ofFragment)
		c.used[s.Definition] = c.used[s.Definition] || w.CurrentOperation != nil
	})
	on.OnDirective(func(_ *core.Walker, d *ast.Directive) {
		var known ast.ArgumentDefinitionList
		if d.Definition != nil {
			known = d.Definition.Arguments
		}
		c.arguments(d.Arguments, known)
	})
	on.OnValue(c.value)
	on.OnOperation(func(*core.Walker, *ast.OperationDefinition) { c.end(c.nested) })
	on.OnFragment(c.fragment)
	return &on
}

// fragment is called after the operations. Of the fragments that they use, only inline
// fragments are compared again.
func (c *complexity) fragment(w *core.Walker, f *ast.FragmentDefinition) {
	c.add(1)
	if f.Definition == nil {
		c.suggest(f.TypeCondition, len(w.Schema.Types))
	}
	if c.used[f] {
		c.end(c.nested - 1)
		return
	}
	c.end(c.nested)
}

// end ends a walk whose comparisons are made this many times.
func (c *complexity) end(times int) {
	c.add(times * c.comparisons)
	clear(c.compared)
	c.comparisons = 0
}

func (c *complexity) field(w *core.Walker, f *ast.Field) {
	c.add(c.nested)
	size := 1 + weight(f.Arguments)
	if f.Alias != f.Name {
		size *= ofConflict
	}
	c.compare(f.Alias, size)
	var known ast.ArgumentDefinitionList
	switch {
	case f.Definition != nil:
		known = f.Definition.Arguments
	case f.ObjectDefinition != nil:
		c.suggest(f.Name, len(f.ObjectDefinition.Fields)+len(w.Schema.PossibleTypes[f.ObjectDefinition.Name]))
	}
	c.arguments(f.Arguments, known)
}

// compare counts the comparisons with earlier fields of the same name.
func (c *complexity) compare(name string, size int) {
	c.comparisons += size * c.compared[name]
	c.compared[name] += size
}

func (c *complexity) arguments(all ast.ArgumentList, known ast.ArgumentDefinitionList) {
	c.add(3)
	for _, a := range all {
		c.add(2 + len(all)/10)
		if known.ForName(a.Name) == nil {
			c.suggest(a.Name, len(known))
		}
	}
}

func (c *complexity) value(_ *core.Walker, v *ast.Value) {
	c.add(3)
	switch def := v.Definition; {
	case v.Kind == ast.ObjectValue:
		c.object(v)
	case v.Kind == ast.ListValue, v.Kind == ast.Variable:
	case def != nil && def.Kind == ast.Enum && def.EnumValues.ForName(v.Raw) == nil:
		c.suggest(v.Raw, len(def.EnumValues))
	}
}

func (c *complexity) object(v *ast.Value) {
	var known ast.FieldList
	if v.Definition != nil {
		known = v.Definition.Fields
	}
	for _, field := range v.Children {
		c.add(2 + len(v.Children)/10)
		if known.ForName(field.Name) == nil {
			c.suggest(field.Name, len(known))
		}
	}
}

// suggest counts the search for similar names when one is unknown.
func (c *complexity) suggest(name string, options int) {
	c.add((options + 1) * (10 + len(name)/20))
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
	for _, c := range v.Children {
		n += 1 + size(c.Value)
	}
	return n
}
