package platform

import (
	"portico/ent/app"
	"portico/ent/predicate"
	"portico/internal/naming"
)

// A Filter narrows a list of apps; the zero value matches all.
type Filter struct {
	Status []app.Status // nil: all
	Name   *string      // a part of it
}

// predicates are what a filter asks of an app.
func (f Filter) predicates() (all []predicate.App) {
	if f.Status != nil {
		all = append(all, app.StatusIn(f.Status...))
	}
	if f.Name != nil && *f.Name != "" {
		all = append(all, nameHas(*f.Name))
	}
	return all
}

// nameHas is true of apps whose name contains a text, in whatever letter case. What no name
// contains is not searched for, so no character of a pattern reaches the database.
func nameHas(text string) predicate.App {
	part, ok := naming.InApp(text)
	if !ok {
		return app.IDIn()
	}
	return app.NameContains(part)
}
