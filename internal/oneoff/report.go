package oneoff

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/oneoff"
	entresource "portico/ent/resource"
	"portico/internal/clock"
	"portico/internal/metering"
	"portico/internal/problem"
	"portico/internal/timeline"
	"portico/internal/usage"
	"portico/internal/viewer"
)

// A FactState is what the platform reports of a one-off, as the API names it.
type FactState string

// The states.
const (
	FactStarted FactState = "STARTED"
	FactEnded   FactState = "ENDED"
)

// maxExitCode is the highest exit code that a command can have.
const maxExitCode = 255

// A Fact is what the platform reports on a one-off from an instant on.
type Fact struct {
	OneOff uuid.UUID
	State  FactState
	// ExitCode is 0 to 255, of one that has ended; nil: it isn't known.
	ExitCode *int32
	At       time.Time
	Key      string
}

// Report notes a fact. The caller is the platform and has locked the app. Facts may
// arrive late, repeatedly, and in any order: one-offs that have ended stay so.
func (s OneOffs) Report(ctx context.Context, tx *ent.Tx, fact Fact) error {
	ctx = viewer.AsSystem(ctx)
	fact.At = clock.Stored(fact.At)
	o, err := tx.OneOff.Get(ctx, fact.OneOff)
	if ent.IsNotFound(err) {
		return s.reportLate(ctx, tx, fact)
	} else if err != nil {
		return fmt.Errorf("find one-off: %w", err)
	}
	if err := fact.check(o); err != nil {
		return err
	}
	came, err := s.Meter.Report(ctx, tx, fact.metered(o.Plan))
	if err != nil || came.Repeated {
		return err
	}
	if fact.State == FactStarted {
		return started(ctx, tx, o, fact.At)
	}
	return s.ended(ctx, tx, o, fact)
}

// reportLate notes a fact about a one-off of an app that was deleted: what ran before is
// paid for.
func (s OneOffs) reportLate(ctx context.Context, tx *ent.Tx, fact Fact) error {
	r, err := tx.Resource.Query().Where(entresource.ID(fact.OneOff), entresource.KindEQ(entresource.KindONE_OFF)).Only(ctx)
	if ent.IsNotFound(err) {
		return problem.In("oneOffId", problem.WrongState, "There is no one-off container with this ID.")
	} else if err != nil {
		return fmt.Errorf("find one-off: %w", err)
	}
	_, err = s.Meter.Report(ctx, tx, fact.metered(r.Plan))
	return err
}

// metered is the fact as it is counted.
func (f Fact) metered(plan string) metering.Fact {
	report := metering.Fact{Resource: f.OneOff, Key: f.Key, At: f.At, Plan: plan, Quantity: 1, Reason: usage.Ended}
	if f.State == FactEnded {
		report.Quantity = 0
	}
	return report
}

// check refuses a fact that can't be true.
func (f Fact) check(o *ent.OneOff) error {
	switch {
	case f.ExitCode != nil && f.State == FactStarted:
		return problem.In("exitCode", problem.WrongState, "A one-off that has started has no exit code yet.")
	case f.ExitCode != nil && (*f.ExitCode < 0 || *f.ExitCode > maxExitCode):
		return problem.In("exitCode", problem.OutOfRange, "An exit code is a number from 0 to %d.", maxExitCode)
	case f.State == FactEnded && o.StartedAt != nil && f.At.Before(*o.StartedAt):
		return problem.In("at", problem.WrongState, "This one-off started later.")
	case f.State == FactStarted && o.ExitCode != nil && f.At.After(*o.EndedAt):
		return problem.In("at", problem.WrongState, "This one-off ended before.")
	}
	return nil
}

// started saves when a one-off started. One that was stopped before it ran never did.
func started(ctx context.Context, tx *ent.Tx, o *ent.OneOff, at time.Time) error {
	u := tx.OneOff.UpdateOne(o)
	if o.Status != oneoff.StatusENDED {
		if err := Statuses.Check(o.Status, oneoff.StatusRUNNING); err != nil {
			return err
		}
		u.SetStatus(oneoff.StatusRUNNING)
	}
	early := o.StartedAt == nil || at.Before(*o.StartedAt)
	if late := o.EndedAt != nil && at.After(*o.EndedAt); early && !late {
		u.SetStartedAt(at)
	}
	return problem.Wrap("save start of one-off", u.Exec(ctx))
}

// ended saves and records that a one-off has ended. Where that is known, nothing changes.
func (s OneOffs) ended(ctx context.Context, tx *ent.Tx, o *ent.OneOff, fact Fact) error {
	if o.Status == oneoff.StatusENDED {
		return nil
	}
	a, err := o.QueryApp().WithOwner().Only(ctx)
	if err != nil {
		return fmt.Errorf("load app: %w", err)
	}
	if err := s.Meter.Finish(ctx, tx, o.ID, fact.At); err != nil {
		return err
	}
	on := timeline.ForApp(a).To(a.Edges.Owner)
	_, err = s.end(ctx, tx, o, ending{at: fact.At, code: fact.ExitCode, on: on, reason: timeline.OneOffExited})
	return err
}
