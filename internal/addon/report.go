package addon

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/addon"
	"portico/ent/resource"
	"portico/internal/metering"
	"portico/internal/problem"
	"portico/internal/timeline"
	"portico/internal/usage"
	"portico/internal/viewer"
)

// A State is what the platform reports of an add-on, as the API spells it.
type State string

// The states.
const (
	StateReady     State = "READY"     // it runs, in the plan that is ordered
	StateFailed    State = "FAILED"    // it can't be provided
	StateSuspended State = "SUSPENDED" // it is on hold
	StateResumed   State = "RESUMED"   // it runs again
	StateRemoved   State = "REMOVED"   // it no longer exists
)

// reports are what the states mean: how many run, and why what ran before has ended.
var reports = map[State]struct {
	status   addon.Status // REMOVED has none
	quantity int32
	ended    usage.EndReason
}{
	StateReady:     {addon.StatusRUNNING, 1, usage.PlanChanged},
	StateFailed:    {addon.StatusFAILED, 0, usage.Ended},
	StateSuspended: {addon.StatusSUSPENDED, 0, usage.Suspended},
	StateResumed:   {addon.StatusRUNNING, 1, usage.PlanChanged},
	StateRemoved:   {"", 0, usage.Removed},
}

// A Fact is what the platform reports on an add-on: its state from an instant on.
type Fact struct {
	Addon uuid.UUID
	State State
	At    time.Time
	// Key tells a repeated report from a new one.
	Key string
}

// Report notes a fact, also one about an add-on that was removed. The caller is the
// platform and has locked the app. The error is an Input where there never was such an
// add-on, and where the fact can't be accepted.
func (s Addons) Report(ctx context.Context, tx *ent.Tx, fact Fact) error {
	ctx = viewer.AsSystem(ctx)
	if err := known(ctx, tx, fact.Addon); err != nil {
		return err
	}
	means, ok := reports[fact.State]
	if !ok {
		return fmt.Errorf("an add-on can't be %q", fact.State)
	}
	came, err := s.Meter.Report(ctx, tx, metering.Fact{Resource: fact.Addon, Key: fact.Key, At: fact.At, Quantity: means.quantity, Reason: means.ended})
	if err != nil || came.Repeated || came.Late {
		return err
	}
	row, err := tx.Addon.Query().Where(addon.ID(fact.Addon)).WithApp(func(q *ent.AppQuery) { q.WithOwner() }).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil
	case err != nil:
		return fmt.Errorf("load add-on: %w", err)
	case fact.State == StateRemoved:
		return s.remove(ctx, tx, row.Edges.App, row, happened(row))
	case came.BeforeOrder && row.Status == addon.StatusRESUMING && means.status == addon.StatusSUSPENDED:
		return nil // it was resumed since
	}
	return s.move(ctx, tx, row, means.status, fact.At)
}

// known refuses a fact about something that never was an add-on.
func known(ctx context.Context, tx *ent.Tx, id uuid.UUID) error {
	ok, err := tx.Resource.Query().Where(resource.ID(id), resource.KindIn(resource.KindDATABASE, resource.KindADDON)).Exist(ctx)
	if err == nil && !ok {
		err = problem.In("addonId", problem.WrongState, "There is no such add-on.")
	}
	return problem.Wrap("find add-on", err)
}

// happened is the head of an event that is the platform's doing: its owner is told.
func happened(row *ent.Addon) timeline.OnApp {
	return timeline.ForApp(row.Edges.App).To(row.Edges.App.Edges.Owner)
}

// move gives an add-on the status that was reported, once. Of one that has failed nothing
// is ordered from then on, so nothing that is reported of the time since is paid for.
func (s Addons) move(ctx context.Context, tx *ent.Tx, row *ent.Addon, to addon.Status, at time.Time) error {
	if row.Status == to {
		return nil
	}
	if Statuses.Check(row.Status, to) != nil {
		return problem.In("state", problem.WrongState, "%s can't become that from what it is now.", row.Name)
	}
	u := tx.Addon.UpdateOne(row).SetStatus(to)
	if to != addon.StatusRUNNING {
		u.ClearDueAt()
	}
	if err := u.Exec(ctx); err != nil {
		return fmt.Errorf("save add-on: %w", err)
	}
	if to == addon.StatusFAILED {
		if err := s.order(ctx, tx, row.Edges.App, row, metering.Order{Plan: row.Plan, Reason: usage.Ended, From: at}); err != nil {
			return err
		}
	}
	return s.Log.Record(ctx, tx, moved(row, to))
}

// moved is what the timeline tells of a new status.
func moved(row *ent.Addon, to addon.Status) timeline.Event {
	on, named := happened(row), timeline.NameAddon(row)
	switch {
	case to == addon.StatusFAILED:
		return &timeline.AddonFailedEvent{OnApp: on, Addon: named}
	case to == addon.StatusSUSPENDED:
		return &timeline.AddonSuspendedEvent{OnApp: on, Addon: named, Reason: timeline.HeldByOperator}
	case row.Status == addon.StatusPROVISIONING:
		return &timeline.AddonProvisionedEvent{OnApp: on, Addon: named}
	}
	return &timeline.AddonResumedEvent{OnApp: on, Addon: named}
}
