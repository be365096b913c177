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
	Gate    platform.Gate
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
	if err := check(wanted); err != nil {
		return nil, err
	}
	plans, err := s.Catalog.Read(ctx)
	if err != nil {
		return nil, err
	}
	return s.changed(ctx, id, func(tx *ent.Tx, f *formation) error { return s.scale(ctx, tx, f, wanted, plans) })
}

func (s Containers) scale(ctx context.Context, tx *ent.Tx, f *formation, wanted []*Wanted, plans catalog.Catalog) error {
	if err := f.checkSizes(wanted, plans, s.Now()); err != nil {
		return err
	}
	changes := f.changes(wanted)
	if len(f.rows)+changes.added() > maxTypes {
		return problem.In("containers", problem.LimitReached, "An app has at most %d types of containers.", maxTypes)
	}
	if changes.start() {
		if err := s.Gate.MayStart(ctx, f.app); err != nil {
			return err
		}
	}
	for _, c := range changes {
		if err := s.order(ctx, tx, f, c, usage.Scaled); err != nil {
			return err
		}
	}
	if len(changes) == 0 {
		return nil
	}
	return s.Log.Record(ctx, tx, &timeline.AppScaledEvent{OnApp: timeline.ForApp(f.app), Containers: changes.recorded()})
}

// Restart starts the containers of an app anew. What is paid for stays as it is.
func (s Containers) Restart(ctx context.Context, id uuid.UUID) (*ent.App, error) {
	return s.changed(ctx, id, func(tx *ent.Tx, f *formation) error {
		if f.amount() == 0 {
			return problem.In("", problem.WrongState, "%s has no containers that could be restarted. Scale it first.", f.app.Name)
		}
		if err := s.Gate.MayStart(ctx, f.app); err != nil {
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

// Stop orders no containers of any type. One-offs and add-ons keep running. Of an app
// that is stopped, nothing is recorded.
func (s Containers) Stop(ctx context.Context, id uuid.UUID) (*ent.App, error) {
	return s.changed(ctx, id, func(tx *ent.Tx, f *formation) error {
		if f.amount() == 0 {
			return nil
		}
		for _, c := range f.rows {
			if c.Amount == 0 {
				continue
			}
			if err := s.order(ctx, tx, f, planned{row: c, plan: c.Plan}, usage.Stopped); err != nil {
				return err
			}
		}
		return s.Log.Record(ctx, tx, &timeline.AppStoppedEvent{OnApp: timeline.ForApp(f.app), Reason: timeline.StoppedByUser})
	})
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
func (s Containers) order(ctx context.Context, tx *ent.Tx, f *formation, p planned, why usage.EndReason) error {
	if p.row == nil {
		row, err := tx.Container.Create().SetAppID(f.app.ID).SetType(p.kind).SetPlan(p.plan).SetAmount(p.amount).SetCreatedAt(clock.Stored(s.Now())).Save(ctx)
		if err != nil {
			return fmt.Errorf("save containers: %w", err)
		}
		p.row = row
		f.rows = append(f.rows, row)
	}
	running, err := s.Meter.Order(ctx, tx, metering.Resource{ID: p.row.ID, App: f.app, Kind: usage.Container, Name: p.row.Type},
		metering.Order{Plan: p.plan, Quantity: p.amount, Reason: why})
	if err != nil {
		return err
	}
	p.row.Plan, p.row.Amount, p.row.Running = p.plan, p.amount, running
	if err := tx.Container.UpdateOne(p.row).SetPlan(p.plan).SetAmount(p.amount).SetRunning(running).Exec(ctx); err != nil {
		return fmt.Errorf("save containers: %w", err)
	}
	return s.await(ctx, tx, p.row)
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

// Report notes a fact. The caller is the platform and has locked the app.
func (s Containers) Report(ctx context.Context, tx *ent.Tx, fact Fact) error {
	ctx = viewer.AsSystem(ctx)
	a, err := tx.App.Get(ctx, fact.App)
	if err != nil {
		return missing(err)
	}
	f, err := load(ctx, tx, a)
	if err != nil {
		return err
	}
	row := f.of(fact.Type)
	if row == nil {
		return missing(nil)
	}
	why := usage.Scaled
	if fact.Running == 0 {
		why = usage.Ended
	}
	came, err := s.Meter.Report(ctx, tx, metering.Fact{Resource: row.ID, Key: fact.Key, At: fact.At, Plan: fact.Size, Quantity: fact.Running, Reason: why})
	if err != nil || came.Repeated {
		return err
	}
	row.Running = came.Running
	if err := tx.Container.UpdateOne(row).SetRunning(row.Running).Exec(ctx); err != nil {
		return fmt.Errorf("save what runs: %w", err)
	}
	return platform.SaveStatus(ctx, tx, a, platform.StatusOf(f.rows))
}

// missing is the problem of a fact about containers that don't exist.
func missing(err error) error {
	if err != nil && !ent.IsNotFound(err) {
		return fmt.Errorf("find containers: %w", err)
	}
	return problem.In("containers", problem.WrongState, "This app has no containers of this type.")
}
