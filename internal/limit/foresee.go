package limit

import "github.com/vektah/gqlparser/v2/ast"

// A foresight goes through a document as gqlparser's validation will, and counts
// steps of about a quarter of a microsecond. It gives up when there are too many.
type foresight struct {
	schema    *ast.Schema
	steps     int
	fragments map[string]*ast.FragmentDefinition
	sets      map[*ast.Selection]*fieldSet
	met       map[meeting]bool
	pairs     map[[2]string]bool
}

// A fieldSet is a selection set with its inline fragments taken out.
type fieldSet struct {
	names   []string
	fields  map[string][]*ast.Field
	spreads []string
}

// A meeting is a set whose fields were compared with those of a fragment.
type meeting struct {
	set      *fieldSet
	fragment string
}

// possibleTypes is for the comparison of a type condition with the type around it.
const possibleTypes = 10

// A route is one of the walks of validation: one begins at each operation, and
// one at each fragment.
type route struct {
	operation bool
	seen      map[string]bool
}

func foresee(schema *ast.Schema, doc *ast.QueryDocument) *foresight {
	w := &foresight{
		schema: schema, fragments: map[string]*ast.FragmentDefinition{},
		sets: map[*ast.Selection]*fieldSet{}, met: map[meeting]bool{}, pairs: map[[2]string]bool{},
	}
	for _, f := range doc.Fragments {
		if w.fragments[f.Name] == nil {
			w.fragments[f.Name] = f
		}
	}
	w.document(doc)
	return w
}

// over tells that there are too many steps: all loops end then.
func (w *foresight) over() bool { return w.steps > maxEffort }

func (w *foresight) document(doc *ast.QueryDocument) {
	for _, o := range doc.Operations {
		w.variables(o)
		w.directives(o.Directives)
		w.walk(w.rootType(o.Operation), o.SelectionSet, route{true, map[string]bool{}})
		w.within(o.SelectionSet)
	}
	for _, f := range doc.Fragments {
		// Each is looked up by a search through all of them.
		w.steps += 1 + len(doc.Fragments)/10
		w.directives(f.Directives)
		w.typeName(f.TypeCondition)
		w.walk(w.schema.Types[f.TypeCondition], f.SelectionSet, route{false, map[string]bool{}})
		w.within(f.SelectionSet)
	}
}

func (w *foresight) rootType(o ast.Operation) *ast.Definition {
	switch o {
	case ast.Mutation:
		return w.schema.Mutation
	case ast.Subscription:
		return w.schema.Subscription
	}
	return w.schema.Query
}

func (w *foresight) variables(o *ast.OperationDefinition) {
	for _, v := range o.VariableDefinitions {
		w.steps += 4
		w.directives(v.Directives)
		w.value(v.DefaultValue, v.Type)
	}
}

func (w *foresight) walk(parent *ast.Definition, set ast.SelectionSet, on route) {
	for _, selection := range set {
		if w.over() {
			return
		}
		switch s := selection.(type) {
		case *ast.Field:
			w.walk(w.field(parent, s), s.SelectionSet, on)
			if on.operation {
				w.within(s.SelectionSet)
			}
		case *ast.InlineFragment:
			w.walk(w.inline(parent, s), s.SelectionSet, on)
			w.within(s.SelectionSet)
		case *ast.FragmentSpread:
			w.spread(s, on)
		}
	}
}

func (w *foresight) spread(s *ast.FragmentSpread, on route) {
	w.steps += possibleTypes
	w.directives(s.Directives)
	if def := w.fragments[s.Name]; def != nil && !on.seen[s.Name] {
		on.seen[s.Name] = true
		w.walk(w.schema.Types[def.TypeCondition], def.SelectionSet, on)
	}
}

func (w *foresight) inline(parent *ast.Definition, s *ast.InlineFragment) *ast.Definition {
	w.steps += possibleTypes
	w.directives(s.Directives)
	if s.TypeCondition != "" {
		return w.schema.Types[s.TypeCondition]
	}
	return parent
}

// field counts a field, and finds the type of what lies below it.
func (w *foresight) field(parent *ast.Definition, f *ast.Field) *ast.Definition {
	w.steps += 3
	w.directives(f.Directives)
	var def *ast.FieldDefinition
	if parent != nil {
		def = parent.Fields.ForName(f.Name)
		if def == nil && f.Name != "__typename" {
			w.guess(f.Name, len(parent.Fields)+len(w.schema.PossibleTypes[parent.Name]))
		}
	}
	if def == nil {
		w.arguments(f.Arguments, nil)
		return nil
	}
	w.arguments(f.Arguments, def.Arguments)
	return w.schema.Types[def.Type.Name()]
}

func (w *foresight) directives(all ast.DirectiveList) {
	for _, d := range all {
		w.steps += 3
		var known ast.ArgumentDefinitionList
		if def := w.schema.Directives[d.Name]; def != nil {
			known = def.Arguments
		}
		w.arguments(d.Arguments, known)
	}
}

func (w *foresight) arguments(all ast.ArgumentList, known ast.ArgumentDefinitionList) {
	for _, a := range all {
		w.steps += 2 + len(all)/10
		def := known.ForName(a.Name)
		if def == nil {
			w.guess(a.Name, len(known))
			w.value(a.Value, nil)
			continue
		}
		w.value(a.Value, def.Type)
	}
}

// value counts a value of a type, nil where that is not known.
func (w *foresight) value(v *ast.Value, t *ast.Type) {
	if v == nil || w.over() {
		return
	}
	w.steps += 3
	var of *ast.Definition
	if t != nil {
		of = w.schema.Types[t.Name()]
	}
	switch v.Kind {
	case ast.ObjectValue:
		w.object(v, of)
	case ast.ListValue:
		for _, c := range v.Children {
			w.value(c.Value, t) // by its name, it is that of a list too
		}
	case ast.EnumValue, ast.StringValue, ast.BlockValue:
		w.name(v, of)
	}
}

// object looks up the names of fields one by one.
func (w *foresight) object(v *ast.Value, of *ast.Definition) {
	var fields ast.FieldList
	if of != nil {
		fields = of.Fields
	}
	for _, c := range v.Children {
		w.steps += len(c.Name) + len(v.Children)/10
		def := fields.ForName(c.Name)
		if def == nil {
			w.guess(c.Name, len(fields))
			w.value(c.Value, nil)
			continue
		}
		w.value(c.Value, def.Type)
	}
}

// name counts a value of an enum, and the search for what may have been meant.
func (w *foresight) name(v *ast.Value, of *ast.Definition) {
	if v.Kind == ast.EnumValue {
		w.steps += len(v.Raw)
	}
	if of != nil && of.Kind == ast.Enum && of.EnumValues.ForName(v.Raw) == nil {
		w.guess(v.Raw, len(of.EnumValues))
	}
}

func (w *foresight) typeName(name string) {
	if w.schema.Types[name] == nil {
		w.guess(name, len(w.schema.Types))
	}
}

// guess counts the search for what may have been meant by an unknown name.
func (w *foresight) guess(name string, options int) {
	w.steps += (options + 1) * (10 + len(name)/20)
}
