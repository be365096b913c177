// Package addon provisions, changes, resumes, and removes the add-ons of apps, databases
// among them. It doesn't run them: the platform reports what came of an order.
//
// The invariant: an add-on is RUNNING where the newest fact about it says that it runs,
// and only then it is paid for. What was ordered and reported is metered in the same
// transaction.
package addon

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/addon"
	"portico/internal/catalog"
	"portico/internal/clock"
	"portico/internal/metering"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/usage"
)

// Ready is how long the simulated platform takes to do what was ordered.
const Ready = 5 * time.Second

// Addons provisions, changes, resumes, and removes.
type Addons struct {
	DB      *store.DB
	Log     *timeline.Log
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

// Page reads a page of an app's add-ons, newest first.
func (s Addons) Page(ctx context.Context, app uuid.UUID, args page.Args) (*page.Connection[*ent.Addon], error) {
	return page.List(ctx, s.DB.Addon.Query().Where(addon.AppID(app)), page.Newest[*ent.Addon]("addons"), args)
}

// Provision orders an add-on for an app.
func (s Addons) Provision(ctx context.Context, app uuid.UUID, w Wanted) (*ent.Addon, error) {
	plans, err := s.Catalog.Read(ctx)
	if err != nil {
		return nil, err
	}
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Addon, error) {
		a, err := platform.Allowed(ctx, s.DB, tx, app, platform.ManageAddons)
		if err != nil {
			return nil, err
		}
		rows, err := tx.Addon.Query().Where(addon.AppID(app)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("list add-ons: %w", err)
		}
		wanted, err := choose(w, rows, plans, s.Now())
		if err != nil {
			return nil, err
		}
		return s.provision(ctx, tx, a, wanted)
	})
}

func (s Addons) provision(ctx context.Context, tx *ent.Tx, a *ent.App, c chosen) (*ent.Addon, error) {
	if err := s.Starts.May(ctx, tx, a); err != nil {
		return nil, err
	}
	row, err := tx.Addon.Create().SetAppID(a.ID).SetName(c.name).SetKind(addon.Kind(c.plan.Kind)).SetPlan(c.plan.Name).
		SetStatus(Statuses.Start).SetCreatedAt(clock.Stored(s.Now())).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("save add-on: %w", err)
	}
	if err := s.order(ctx, tx, a, row, metering.Order{Plan: row.Plan, Quantity: 1, Reason: usage.PlanChanged}); err != nil {
		return nil, err
	}
	return s.await(ctx, tx, row.Update(), &timeline.AddonRequestedEvent{OnApp: timeline.ForApp(a), Addon: timeline.NameAddon(row)})
}

// ChangePlan orders another plan of the same product for an add-on that runs. The one
// before is paid for until the platform reports the new one. Of the same plan, nothing
// is ordered and nothing recorded.
func (s Addons) ChangePlan(ctx context.Context, id uuid.UUID, plan string) (*ent.Addon, error) {
	plans, err := s.Catalog.Read(ctx)
	if err != nil {
		return nil, err
	}
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Addon, error) {
		row, a, err := s.find(ctx, tx, id)
		switch {
		case err != nil:
			return nil, err
		case row.Status != addon.StatusRUNNING:
			return nil, problem.In("", problem.WrongState, "%s isn't running, so its plan can't be changed.", row.Name)
		case row.Plan == plan:
			return row, nil
		}
		if err := mayBecome(row, plan, plans, s.Now()); err != nil {
			return nil, err
		}
		less := plans.Cheaper(plan, row.Plan, s.Now()) // is always possible
		if !less {
			if err := s.Starts.May(ctx, tx, a); err != nil {
				return nil, err
			}
		}
		return s.changePlan(ctx, tx, a, row, metering.Order{Plan: plan, Quantity: 1, Reason: usage.PlanChanged, Less: less})
	})
}

func (s Addons) changePlan(ctx context.Context, tx *ent.Tx, a *ent.App, row *ent.Addon, o metering.Order) (*ent.Addon, error) {
	if err := s.order(ctx, tx, a, row, o); err != nil {
		return nil, err
	}
	now := timeline.NameAddon(row)
	now.Plan = o.Plan
	return s.await(ctx, tx, row.Update().SetPlan(o.Plan),
		&timeline.AddonPlanChangedEvent{OnApp: timeline.ForApp(a), Addon: now, PreviousPlan: row.Plan})
}

// Resume starts an add-on that is suspended. What came of it is recorded once the
// platform has reported it.
func (s Addons) Resume(ctx context.Context, id uuid.UUID) (*ent.Addon, error) {
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Addon, error) {
		row, a, err := s.find(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		if row.Status != addon.StatusSUSPENDED {
			return nil, problem.In("", problem.WrongState, "%s isn't suspended, so it can't be resumed.", row.Name)
		}
		if err := s.Starts.May(ctx, tx, a); err != nil {
			return nil, err
		}
		if err := Statuses.Check(row.Status, addon.StatusRESUMING); err != nil {
			return nil, err
		}
		if err := s.order(ctx, tx, a, row, metering.Order{Plan: row.Plan, Quantity: 1, Reason: usage.PlanChanged}); err != nil {
			return nil, err
		}
		return s.await(ctx, tx, row.Update().SetStatus(addon.StatusRESUMING), nil)
	})
}

// Remove removes an add-on, whatever its status. Its name is typed to confirm.
func (s Addons) Remove(ctx context.Context, id uuid.UUID, typed string) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		row, a, err := s.find(ctx, tx, id)
		if err != nil {
			return err
		}
		if typed != row.Name {
			return problem.In("confirmName", problem.NameMismatch, "Type the name of the add-on, %s, to remove it.", row.Name)
		}
		return s.remove(ctx, tx, a, row, timeline.ForApp(a))
	})
}

func (s Addons) remove(ctx context.Context, tx *ent.Tx, a *ent.App, row *ent.Addon, on timeline.OnApp) error {
	if err := s.order(ctx, tx, a, row, metering.Order{Plan: row.Plan, Reason: usage.Removed}); err != nil {
		return err
	}
	if err := tx.Addon.DeleteOne(row).Exec(ctx); err != nil {
		return fmt.Errorf("remove add-on: %w", err)
	}
	return s.Log.Record(ctx, tx, &timeline.AddonRemovedEvent{OnApp: on, Addon: timeline.NameAddon(row)})
}

// find loads an add-on that the viewer may change, and its app. It locks the viewer's
// account and the app.
func (s Addons) find(ctx context.Context, tx *ent.Tx, id uuid.UUID) (*ent.Addon, *ent.App, error) {
	seen, err := tx.Addon.Get(ctx, id)
	if err != nil {
		return nil, nil, found(err)
	}
	a, err := platform.Allowed(ctx, s.DB, tx, seen.AppID, platform.ManageAddons)
	if err != nil {
		return nil, nil, err
	}
	row, err := tx.Addon.Get(ctx, id)
	if err != nil { // removed meanwhile
		return nil, nil, found(err)
	}
	return row, a, nil
}

func found(err error) error {
	if ent.IsNotFound(err) {
		return problem.Missing()
	}
	return fmt.Errorf("load add-on: %w", err)
}

// order has metered what is ordered of an add-on.
func (s Addons) order(ctx context.Context, tx *ent.Tx, a *ent.App, row *ent.Addon, o metering.Order) error {
	_, err := s.Meter.Order(ctx, tx, metering.Resource{ID: row.ID, App: a, Kind: usage.Kind(row.Kind), Name: row.Name}, o)
	return err
}

// await saves an add-on for which something was ordered, and has the simulated platform
// report on it once that is done. The event is nil where the order has none.
func (s Addons) await(ctx context.Context, tx *ent.Tx, u *ent.AddonUpdateOne, e timeline.Event) (*ent.Addon, error) {
	if s.Simulated {
		u.SetDueAt(clock.Stored(s.Now().Add(Ready)))
		store.After(tx, s.Wake)
	}
	row, err := u.Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("save add-on: %w", err)
	}
	if e == nil {
		return row, nil
	}
	return row, s.Log.Record(ctx, tx, e)
}
