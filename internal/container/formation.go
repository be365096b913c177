package container

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"

	"portico/ent"
	"portico/ent/container"
	"portico/internal/catalog"
	"portico/internal/naming"
	"portico/internal/problem"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const (
	maxAmount = 10
	maxTypes  = 10
	// firstSize is the size of a new type for which none is given.
	firstSize = "M"
)

var typeName = regexp.MustCompile(`^[a-z0-9-]{1,20}$`)

// IsType reports whether a name can be a type of containers.
func IsType(name string) bool { return typeName.MatchString(name) }

// A Wanted is what is ordered of one type.
type Wanted struct {
	// Type is 1 to 20 of a-z 0-9 -.
	Type string
	// Amount is 0 to 10.
	Amount int32
	// Size is a plan for containers; nil: as it was, at first M.
	Size *string
}

// check finds what is wrong with an order, as far as it can be told without the app.
func check(wanted []*Wanted, plans catalog.Catalog) error {
	var wrong []*problem.Input
	switch n := len(wanted); {
	case n == 0:
		return problem.In("containers", problem.Required, "List at least one type.")
	case n > maxTypes:
		return problem.In("containers", problem.LimitReached, "An app has at most %d types of containers.", maxTypes)
	}
	seen := map[string]bool{}
	for i, w := range wanted {
		field := "containers." + strconv.Itoa(i) + "."
		switch {
		case !IsType(w.Type):
			wrong = append(wrong, problem.In(field+"type", problem.Malformed, "Use 1–20 lowercase letters, numbers, and dashes."))
		case seen[w.Type]:
			wrong = append(wrong, problem.In(field+"type", problem.Taken, "List each type only once."))
		}
		if w.Amount < 0 || w.Amount > maxAmount {
			wrong = append(wrong, problem.In(field+"amount", problem.OutOfRange, "Choose a number from 0 to %d.", maxAmount))
		}
		if w.Size != nil && !isSize(*w.Size, plans) {
			wrong = append(wrong, noSize(i, *w.Size))
		}
		seen[w.Type] = true
	}
	return problem.Collect(wrong...)
}

// isSize reports whether a plan is a size of containers, sold or not.
func isSize(name string, plans catalog.Catalog) bool {
	p, ok := plans.Plan(name)
	return ok && p.Kind == catalog.Container
}

func noSize(i int, size string) *problem.Input {
	return problem.In("containers."+strconv.Itoa(i)+".size", problem.NoSuchPlan, "There is no container size %s. Choose one from the catalog.", naming.Line(size, 40))
}

// A formation is the containers of a locked app.
type formation struct {
	app  *ent.App
	rows []*ent.Container
}

func load(ctx context.Context, tx *ent.Tx, a *ent.App) (*formation, error) {
	rows, err := tx.Container.Query().Where(container.AppID(a.ID)).Order(ent.Asc(container.FieldType)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list containers: %w", err)
	}
	return &formation{app: a, rows: rows}, nil
}

// of is the row of a type, or nil.
func (f *formation) of(kind string) *ent.Container {
	for _, r := range f.rows {
		if r.Type == kind {
			return r
		}
	}
	return nil
}

// amount is how many containers are ordered in all.
func (f *formation) amount() (n int32) {
	for _, r := range f.rows {
		n += r.Amount
	}
	return n
}

// unsold finds sizes that are not sold. A type may keep the one that it has.
func (f *formation) unsold(wanted []*Wanted, plans catalog.Catalog, now time.Time) (wrong problem.Inputs) {
	for i, w := range wanted {
		size := firstSize
		if w.Size != nil {
			size = *w.Size
		}
		if row := f.of(w.Type); row != nil && (w.Size == nil || row.Plan == size) {
			continue
		}
		if !plans.Sells(size, catalog.Container, now) {
			wrong = append(wrong, noSize(i, size))
		}
	}
	return wrong
}

// reviewed is what a review app is to run: one container of each type that runs. A size
// that is no longer sold isn't bought again, but the next one.
func (f *formation) reviewed(plans catalog.Catalog, now time.Time) (wanted []*Wanted, err error) {
	for _, c := range f.rows {
		if c.Amount == 0 {
			continue
		}
		size, ok := plans.Instead(c.Plan, catalog.Container, now)
		if !ok {
			return nil, problem.In("", problem.NoSuchPlan, "The size %s, in which %s runs %s, is no longer sold, nor a larger one. Choose another size there first.", c.Plan, f.app.Name, c.Type)
		}
		wanted = append(wanted, &Wanted{Type: c.Type, Amount: 1, Size: &size})
	}
	return wanted, nil
}

// A planned is a change of one type that was found in an order.
type planned struct {
	kind   string
	row    *ent.Container // nil: a new type
	plan   string
	amount int32
	change timeline.ContainerChange
}

type plannedChanges []planned

// changes are what is different from what was ordered before.
func (f *formation) changes(wanted []*Wanted) (all plannedChanges) {
	for _, w := range wanted {
		p := planned{kind: w.Type, row: f.of(w.Type), plan: firstSize, amount: w.Amount}
		if p.row != nil {
			p.plan = p.row.Plan
		}
		if w.Size != nil {
			p.plan = *w.Size
		}
		if p.row == nil && p.amount > 0 || p.row != nil && (p.row.Plan != p.plan || p.row.Amount != p.amount) {
			all = append(all, p.told())
		}
	}
	return all
}

// told adds what the timeline tells of a change.
func (p planned) told() planned {
	p.change = timeline.ContainerChange{Type: p.kind, Plan: p.plan, Amount: p.amount}
	if p.row != nil {
		plan := p.row.Plan
		p.change.PreviousAmount, p.change.PreviousPlan = p.row.Amount, &plan
	}
	return p
}

// split separates what is ordered from sizes of types that run nothing.
func (all plannedChanges) split() (orders, sizes plannedChanges) {
	for _, p := range all {
		if p.amount == 0 && p.row.Amount == 0 {
			sizes = append(sizes, p)
		} else {
			orders = append(orders, p)
		}
	}
	return orders, sizes
}

// inTheWay are types that run nothing and whose place new ones need, the oldest first.
func (f *formation) inTheWay(changes plannedChanges) (idle []*ent.Container) {
	excess := len(f.rows) + changes.added() - maxTypes
	for _, r := range f.rows {
		if r.Amount == 0 && r.Running == 0 && !slices.ContainsFunc(changes, func(p planned) bool { return p.row == r }) {
			idle = append(idle, r)
		}
	}
	slices.SortStableFunc(idle, func(a, b *ent.Container) int { return a.CreatedAt.Compare(b.CreatedAt) })
	return idle[:max(0, min(excess, len(idle)))]
}

// forget removes types from the list. What they cost is kept.
func (f *formation) forget(ctx context.Context, tx *ent.Tx, idle []*ent.Container) error {
	for _, r := range idle {
		if err := tx.Container.DeleteOne(r).Exec(viewer.AsSystem(ctx)); err != nil {
			return fmt.Errorf("remove type: %w", err)
		}
		f.rows = slices.DeleteFunc(f.rows, func(one *ent.Container) bool { return one == r })
	}
	return nil
}

// added is how many types are new.
func (all plannedChanges) added() (n int) {
	for _, p := range all {
		if p.row == nil {
			n++
		}
	}
	return n
}

// starting is how many of them start something.
func (all plannedChanges) starting(plans catalog.Catalog, now time.Time) (n int) {
	for _, p := range all {
		if p.starts(plans, now) {
			n++
		}
	}
	return n
}

// starts tells whether something starts that did not run before: more containers, or
// some of another size that isn't cheaper. To pay less is always possible.
func (p planned) starts(plans catalog.Catalog, now time.Time) bool {
	if p.amount == 0 {
		return false
	}
	return p.row == nil || p.amount > p.row.Amount || p.plan != p.row.Plan && !plans.Cheaper(p.plan, p.row.Plan, now)
}

// recorded is what the timeline tells of the changes.
func (all plannedChanges) recorded() []timeline.ContainerChange {
	changes := make([]timeline.ContainerChange, len(all))
	for i, p := range all {
		changes[i] = p.change
	}
	return changes
}
