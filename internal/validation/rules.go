package validation

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// Rules are the validation rules for one document: gqlparser's, with stricter ones in
// place of some, and at most MaxErrors errors.
func Rules() *rules.Rules {
	all := rules.NewDefaultRules()
	all.ReplaceRule(rules.SingleFieldSubscriptionsRule.Name, singleRootField)
	all.AddRule("ListLength", listLength)
	all.AddRule("LiteralKind", literalKind)
	var found int
	for name, rule := range all.GetInner() {
		all.ReplaceRule(name, limited(rule, &found))
	}
	return all
}

// limited drops the errors of a rule once MaxErrors were found, before their text is
// composed. The last one says so. Each is cut: many may repeat one long name, such as
// that of the operation.
func limited(rule core.RuleFunc, found *int) core.RuleFunc {
	return func(observers *core.Events, add core.AddErrFunc) {
		rule(observers, func(options ...core.ErrorOption) {
			switch *found++; {
			case *found < MaxErrors:
				add(append(options, cut)...)
			case *found == MaxErrors:
				add(core.Message("Too many errors: the rest of the document was not checked."))
			}
		})
	}
}

func cut(err *gqlerror.Error) {
	if len(err.Message) > maxMessage {
		err.Message = strings.ToValidUTF8(err.Message[:maxMessage], "") + "…"
	}
}

// singleRootField requires a subscription to select exactly one root field,
// unconditionally: no @skip or @include may decide which (GraphQL specification of
// September 2025, "Single Root Field").
func singleRootField(observers *core.Events, add core.AddErrFunc) {
	observers.OnOperation(func(_ *core.Walker, o *ast.OperationDefinition) {
		if o.Operation != ast.Subscription {
			return
		}
		roots := rootFields{names: map[string]bool{}, seen: map[string]bool{}}
		roots.collect(o.SelectionSet)
		if roots.conditional != nil {
			add(core.Message("A subscription's root field can't have @skip or @include."), core.At(roots.conditional))
		}
		if len(roots.names) != 1 {
			add(core.Message("A subscription must select exactly one root field."), core.At(o.Position))
		}
		if roots.introspection != nil {
			add(core.Message("A subscription's root field can't be an introspection field."), core.At(roots.introspection))
		}
	})
}

// rootFields returns the root fields of a subscription, by their response names.
type rootFields struct {
	names                      map[string]bool
	seen                       map[string]bool // fragments
	conditional, introspection *ast.Position
}

func (r *rootFields) collect(set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			r.names[s.Alias] = true
			r.note(s.Directives)
			if strings.HasPrefix(s.Name, "__") {
				r.introspection = s.Position
			}
		case *ast.InlineFragment:
			r.note(s.Directives)
			r.collect(s.SelectionSet)
		case *ast.FragmentSpread:
			r.note(s.Directives)
			if s.Definition != nil && !r.seen[s.Name] {
				r.seen[s.Name] = true
				r.collect(s.Definition.SelectionSet)
			}
		}
	}
}

func (r *rootFields) note(directives ast.DirectiveList) {
	for _, name := range []string{"skip", "include"} {
		if d := directives.ForName(name); d != nil {
			r.conditional = d.Position
		}
	}
}

func listLength(observers *core.Events, add core.AddErrFunc) {
	observers.OnValue(func(_ *core.Walker, v *ast.Value) {
		if v.Kind == ast.ListValue && len(v.Children) > MaxList {
			add(core.Message("%s", tooLong), core.At(v.Position))
		}
	})
}

var tooLong = "A list can have at most " + strconv.Itoa(MaxList) + " items."

// literalKind requires literals of custom scalars to be strings, and allows objects
// only for input objects. gqlparser accepts others, and panics on some of them once
// they are used.
func literalKind(observers *core.Events, add core.AddErrFunc) {
	observers.OnValue(func(_ *core.Walker, v *ast.Value) {
		if v.Definition == nil || v.ExpectedType == nil {
			return
		}
		switch custom := isCustomScalar(v.Definition); {
		case v.Kind == ast.ObjectValue && v.Definition.Kind != ast.InputObject,
			v.Kind == ast.ListValue && custom && v.ExpectedType.Elem == nil,
			custom && slices.Contains([]ast.ValueKind{ast.IntValue, ast.FloatValue, ast.BooleanValue, ast.EnumValue}, v.Kind):
			add(core.Message("%s can't be written like this.", v.Definition.Name), core.At(v.Position))
		}
	})
}
