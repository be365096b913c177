// Package container scales, restarts, and stops the containers of apps. It doesn't run
// them: what was ordered and what runs are two values, and the platform reports the
// second one.
//
// The invariant: what runs is never more than what was ordered, and what was ordered and
// reported is metered in the same transaction.
package container

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/container"
	"portico/ent/predicate"
	"portico/ent/resource"
	"portico/internal/catalog"
	"portico/internal/clock"
	"portico/internal/metering"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/usage"
	"portico/internal/viewer"
)

// Started is how long the simulated platform takes to do what was ordered.
const Started = 2 * time.Second

// Containers scales, restarts, and stops.
type Containers struct {
	DB      *store.DB
	Log     *timeline.Log
	Apps    platform.Apps
	Catalog *catalog.Store
	Meter   metering.Meter
	Starts  platform.Starts
	// Now is business time.
	Now func() time.Time
	// Simulated says that Portico plays the platform itself.
	Simulated bool
	// Wake tells the workers that something has become due.
	Wake func()
}

// Of are the containers of an app that the viewer can see, by type.
func (s Containers) Of(ctx context.Context, app uuid.UUID) ([]*ent.Container, error) {
	rows, err := s.DB.Container.Query().Where(container.AppID(app)).Order(ent.Asc(container.FieldType)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list containers: %w", err)
	}
	return rows, nil
}

// Scale orders amounts and sizes of containers. Types that are left out stay as they
// are.
func (s Containers) Scale(ctx context.Context, id uuid.UUID, wanted []*Wanted) (*ent.App, error) {
	plans, err := s.Catalog.Read(ctx)
	if err != nil {
		return nil, err
	}
	if err := check(wanted, plans); err != nil {
		return nil, err
	}
	return s.changed(ctx, id, func(tx *ent.Tx, f *formation) error { return s.scale(ctx, tx, f, wanted, plans) })
}

func (s Containers) scale(ctx context.Context, tx *ent.Tx, f *formation, wanted []*Wanted, plans catalog.Catalog) error {
	wrong, changes := f.unsold(wanted, plans, s.Now()), f.changes(wanted)
	idle := f.inTheWay(changes)
	if len(f.rows)-len(idle)+changes.added() > maxTypes {
		wrong = append(wrong, problem.In("containers", problem.LimitReached, "An app has at most %d types of containers.", maxTypes))
	}
	for range changes.starting(plans, s.Now()) { // each adds what is kept forever
		err := s.Starts.May(ctx, tx, f.app)
		inputs, ok := problem.InputsOf(err)
		if err != nil && !ok {
			return err
		}
		if wrong = append(wrong, inputs...); err != nil {
			break
		}
	}
	if err := problem.Collect(wrong...); err != nil {
		return err
	}
	if err := f.forget(ctx, tx, idle); err != nil {
		return err
	}
	return s.orderAll(ctx, tx, f, changes, plans)
}

// Restart restarts the containers of an app. What is paid for stays as it is.
func (s Containers) Restart(ctx context.Context, id uuid.UUID) (*ent.App, error) {
	return s.changed(ctx, id, func(tx *ent.Tx, f *formation) error {
		if f.amount() == 0 {
			return problem.In("", problem.WrongState, "%s has no containers that could be restarted. Scale it first.", f.app.Name)
		}
		if err := s.Starts.May(ctx, tx, f.app); err != nil {
			return err
		}
		for _, c := range f.rows {
			if c.Amount == 0 {
				continue
			}
			if err := s.await(ctx, tx, c); err != nil {
				return err
			}
		}
		return s.Log.Record(ctx, tx, &timeline.AppRestartedEvent{OnApp: timeline.ForApp(f.app)})
	})
}

// Stop orders no containers of any type, and stops the review apps, too. One-offs and
// add-ons keep running. Of an app that is stopped, nothing is recorded.
func (s Containers) Stop(ctx context.Context, id uuid.UUID) (*ent.App, error) {
	return s.changed(ctx, id, func(tx *ent.Tx, f *formation) error {
		reviews, err := platform.LockReviews(ctx, s.DB, tx, f.app.ID)
		if err != nil {
			return err
		}
		if err := s.stop(ctx, tx, f); err != nil {
			return err
		}
		for _, r := range reviews {
			if err := s.stopReview(ctx, tx, r); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s Containers) stopReview(ctx context.Context, tx *ent.Tx, review *ent.App) error {
	f, err := load(ctx, tx, review)
	if err != nil {
		return err
	}
	if err := s.stop(ctx, tx, f); err != nil {
		return err
	}
	return platform.SaveStatus(ctx, tx, review, platform.StatusOf(f.rows))
}

func (s Containers) stop(ctx context.Context, tx *ent.Tx, f *formation) error {
	if f.amount() == 0 {
		return nil
	}
	for _, c := range f.rows {
		if c.Amount == 0 {
			continue
		}
		if err := s.order(ctx, tx, f, planned{row: c, plan: c.Plan}, metering.Order{Reason: usage.Stopped}); err != nil {
			return err
		}
	}
	return s.Log.Record(ctx, tx, &timeline.AppStoppedEvent{OnApp: timeline.ForApp(f.app), Reason: timeline.StoppedByUser})
}

// Review has a new review app run one container of each type that its parent runs, of
// the same size if that is still sold. Both are locked.
func (s Containers) Review(ctx context.Context, tx *ent.Tx, parent, review *ent.App) error {
	from, err := load(ctx, tx, parent)
	if err != nil {
		return err
	}
	plans, err := s.Catalog.Read(ctx)
	if err != nil {
		return err
	}
	wanted, err := from.reviewed(plans, s.Now())
	if err != nil {
		return err
	}
	f := &formation{app: review}
	if err := s.orderAll(ctx, tx, f, f.changes(wanted), plans); err != nil {
		return err
	}
	return platform.SaveStatus(ctx, tx, review, platform.StatusOf(f.rows))
}

// orderAll orders changes, and records them. Another size of no containers is only saved:
// nothing runs, so nothing has happened.
func (s Containers) orderAll(ctx context.Context, tx *ent.Tx, f *formation, changes plannedChanges, plans catalog.Catalog) error {
	orders, sizes := changes.split()
	for _, p := range sizes {
		p.row.Plan = p.plan
		if err := tx.Container.UpdateOne(p.row).SetPlan(p.plan).Exec(ctx); err != nil {
			return fmt.Errorf("save size: %w", err)
		}
	}
	for _, p := range orders {
		o := metering.Order{Reason: usage.Scaled, Less: !p.starts(plans, s.Now())}
		if err := s.order(ctx, tx, f, p, o); err != nil {
			return err
		}
	}
	if len(orders) == 0 {
		return nil
	}
	return s.Log.Record(ctx, tx, &timeline.AppScaledEvent{OnApp: timeline.ForApp(f.app), Containers: orders.recorded()})
}

// changed runs fn on the containers of an app that the viewer may scale, keeps the app's
// status, and returns the app.
func (s Containers) changed(ctx context.Context, id uuid.UUID, fn func(*ent.Tx, *formation) error) (*ent.App, error) {
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		a, err := platform.Allowed(ctx, s.DB, tx, id, platform.Scale)
		if err != nil {
			return err
		}
		f, err := load(ctx, tx, a)
		if err != nil {
			return err
		}
		if err := fn(tx, f); err != nil {
			return err
		}
		return platform.SaveStatus(ctx, tx, a, platform.StatusOf(f.rows))
	})
	if err != nil {
		return nil, err
	}
	return s.Apps.Get(ctx, app.ID(id))
}

// order saves what is wanted of one type, and has it metered.
func (s Containers) order(ctx context.Context, tx *ent.Tx, f *formation, p planned, o metering.Order) error {
	if p.row == nil {
		row, err := s.create(ctx, tx, f.app, p)
		if err != nil {
			return fmt.Errorf("save containers: %w", err)
		}
		p.row = row
		f.rows = append(f.rows, row)
	}
	o.Plan, o.Quantity = p.plan, p.amount
	running, err := s.Meter.Order(ctx, tx, metering.Resource{ID: p.row.ID, App: f.app, Kind: usage.Container, Name: p.row.Type}, o)
	if err != nil {
		return err
	}
	p.row.Plan, p.row.Amount, p.row.Running = p.plan, p.amount, running
	if err := tx.Container.UpdateOne(p.row).SetPlan(p.plan).SetAmount(p.amount).SetRunning(running).Exec(ctx); err != nil {
		return fmt.Errorf("save containers: %w", err)
	}
	return s.await(ctx, tx, p.row)
}

// create adds a type. One that the app had before has the same resource again: facts about
// its past may still arrive.
func (s Containers) create(ctx context.Context, tx *ent.Tx, a *ent.App, p planned) (*ent.Container, error) {
	c := tx.Container.Create().SetAppID(a.ID).SetType(p.kind).SetPlan(p.plan).SetAmount(p.amount).SetCreatedAt(clock.Stored(s.Now()))
	known, err := tx.Resource.Query().Where(ofType(a.ID, p.kind)).OnlyID(viewer.AsSystem(ctx))
	switch {
	case err == nil:
		c.SetID(known)
	case !ent.IsNotFound(err):
		return nil, err
	}
	return c.Save(ctx)
}

func ofType(app uuid.UUID, kind string) predicate.Resource {
	return resource.And(resource.AppID(app), resource.KindEQ(resource.KindCONTAINER), resource.Name(kind))
}

// await has the simulated platform report on containers once it has done what was
// ordered.
func (s Containers) await(ctx context.Context, tx *ent.Tx, c *ent.Container) error {
	if !s.Simulated {
		return nil
	}
	store.After(tx, s.Wake)
	return problem.Wrap("save due time", tx.Container.UpdateOne(c).SetDueAt(clock.Stored(s.Now().Add(Started))).Exec(ctx))
}

// A Fact is what the platform reports on the containers of a type: what runs from an
// instant on.
type Fact struct {
	App     uuid.UUID
	Type    string
	Size    string
	Running int32
	At      time.Time
	Key     string
}

// Report notes a fact. The caller is the platform and has locked the app. A fact about
// an app that was deleted since is metered all the same: what ran before is paid for.
func (s Containers) Report(ctx context.Context, tx *ent.Tx, fact Fact) error {
	ctx = viewer.AsSystem(ctx)
	a, err := tx.App.Get(ctx, fact.App)
	if ent.IsNotFound(err) {
		return s.reportLate(ctx, tx, fact)
	} else if err != nil {
		return fmt.Errorf("load app: %w", err)
	}
	f, err := load(ctx, tx, a)
	if err != nil {
		return err
	}
	row := f.of(fact.Type)
	if row == nil {
		return s.reportLate(ctx, tx, fact)
	}
	came, err := s.Meter.Report(ctx, tx, fact.about(row.ID))
	if err != nil || came.Repeated {
		return err
	}
	row.Running = came.Running
	if err := tx.Container.UpdateOne(row).SetRunning(row.Running).Exec(ctx); err != nil {
		return fmt.Errorf("save what runs: %w", err)
	}
	return platform.SaveStatus(ctx, tx, a, platform.StatusOf(f.rows))
}

// reportLate notes a fact about containers that are there no longer: another type took
// their place, or the app was deleted.
func (s Containers) reportLate(ctx context.Context, tx *ent.Tx, fact Fact) error {
	id, err := tx.Resource.Query().Where(ofType(fact.App, fact.Type)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return problem.In("type", problem.WrongState, "This app never had containers of this type.")
	} else if err != nil {
		return fmt.Errorf("find containers: %w", err)
	}
	_, err = s.Meter.Report(ctx, tx, fact.about(id))
	return err
}

// about is the fact as it is metered.
func (f Fact) about(resource uuid.UUID) metering.Fact {
	why := usage.Scaled
	if f.Running == 0 {
		why = usage.Ended
	}
	return metering.Fact{Resource: resource, Key: f.Key, At: f.At, Plan: f.Size, Quantity: f.Running, Reason: why}
}
