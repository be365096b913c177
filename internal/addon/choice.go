package addon

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"portico/ent"
	"portico/internal/catalog"
	"portico/internal/naming"
	"portico/internal/problem"
)

const (
	maxAddons = 20
	maxName   = 30
	// anyName is what add-ons are called whose plan gives no name.
	anyName = "addon"
)

var nameForm = regexp.MustCompile(`^[a-z][a-z0-9-]{0,29}$`)

// A Wanted is an add-on to order.
type Wanted struct {
	// Plan is one for databases or other add-ons.
	Plan string
	// Name is unique in the app; nil: made from the plan's.
	Name *string
}

// A chosen is what was found to be ordered.
type chosen struct {
	plan catalog.Plan
	name string
}

// choose finds the plan and the name of an add-on for an app that has some already.
func choose(w Wanted, rows []*ent.Addon, plans catalog.Catalog, now time.Time) (chosen, error) {
	plan, wrongPlan := sold(w.Plan, plans, now)
	var wrongName *problem.Input
	if w.Name != nil {
		wrongName = checkName(*w.Name, rows)
	}
	if err := problem.Collect(wrongPlan, wrongName); err != nil {
		return chosen{}, err
	}
	if len(rows) >= maxAddons {
		return chosen{}, problem.In("", problem.LimitReached, "An app has at most %d add-ons.", maxAddons)
	}
	if w.Name != nil {
		return chosen{plan, *w.Name}, nil
	}
	return chosen{plan, nameFrom(plan.Name, rows)}, nil
}

// sold finds a plan that can be ordered for an add-on.
func sold(name string, plans catalog.Catalog, now time.Time) (catalog.Plan, *problem.Input) {
	p, _ := plans.Plan(name)
	if p.Kind == catalog.Container || !plans.Sells(name, p.Kind, now) {
		return p, noSuchPlan(name)
	}
	return p, nil
}

func noSuchPlan(name string) *problem.Input {
	return problem.In("plan", problem.NoSuchPlan, "There is no add-on plan %s. Choose one from the catalog.", naming.Line(name, 40))
}

func checkName(name string, rows []*ent.Addon) *problem.Input {
	switch {
	case !nameForm.MatchString(name):
		return problem.In("name", problem.Malformed, "A name has 1 to %d of the characters a-z, 0-9 and -, and starts with a letter.", maxName)
	case taken(name, rows):
		return problem.In("name", problem.Taken, "This app already has an add-on with this name. Choose another one.")
	}
	return nil
}

func taken(name string, rows []*ent.Addon) bool {
	return slices.ContainsFunc(rows, func(r *ent.Addon) bool { return r.Name == name })
}

// nameFrom is the first word of a plan's name, with a number where that is taken.
func nameFrom(plan string, rows []*ent.Addon) string {
	word, _, _ := strings.Cut(strings.ToLower(plan), "-")
	word = word[:min(len(word), maxName-len("-20"))] // plans have ASCII names
	if !nameForm.MatchString(word) {
		word = anyName
	}
	name := word
	for n := 2; taken(name, rows); n++ {
		name = fmt.Sprintf("%s-%d", word, n)
	}
	return name
}

// product is what the plans have in common between which an add-on can change: the name
// before its last dash.
func product(plan string) string {
	return plan[:max(0, strings.LastIndex(plan, "-"))]
}

// mayBecome refuses a plan that an add-on can't have.
func mayBecome(row *ent.Addon, plan string, plans catalog.Catalog, now time.Time) error {
	if !plans.Sells(plan, catalog.Kind(row.Kind), now) {
		return noSuchPlan(plan)
	}
	if p := product(plan); p == "" || p != product(row.Plan) {
		return problem.In("plan", problem.NoSuchPlan, "%s can't be changed to %s. Choose another plan of the same product.", row.Plan, plan)
	}
	return nil
}
