package sandbox

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/clock"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/viewer"
	"portico/internal/worker"
)

const (
	// maxAdvance is how far the clock moves at a time.
	maxAdvance = 400 * 24 * time.Hour
	// farthest is how many years the clock can be ahead of real time. In seconds, as the
	// API tells it, an Int holds 68. Go's durations end at 292: beyond that, the clock
	// would go back.
	farthest = 60
)

// clockRow is the id of the row that keeps the offset.
var clockRow = uuid.Nil

// Offset is how far business time was ahead of real time when the database was used last.
func Offset(ctx context.Context, db *store.DB) (time.Duration, error) {
	row, err := db.BusinessClock.Get(viewer.AsSystem(ctx), clockRow)
	if ent.IsNotFound(err) {
		return 0, nil
	} else if err != nil {
		return 0, fmt.Errorf("load business clock: %w", err)
	}
	return time.Duration(row.OffsetMicros) * time.Microsecond, nil
}

// A Clock moves business time ahead.
type Clock struct {
	DB       *store.DB
	Business *clock.Business
	Workers  *worker.Workers
}

// A Moment is an instant with a name.
type Moment string

// The moments, as the API spells them.
const (
	NextDue  Moment = "NEXT_DUE"
	MonthEnd Moment = "MONTH_END"
)

// A Destination is where to move the clock: one of these.
type Destination struct {
	To      *time.Time
	Seconds *int32
	Until   Moment
}

// A State is what the clock shows.
type State struct {
	Now    time.Time
	Offset time.Duration
	// NextDue is zero where nothing is due.
	NextDue time.Time
}

// State reads the clock.
func (c *Clock) State(ctx context.Context) (State, error) {
	next, err := c.Workers.NextBusiness(viewer.AsSystem(ctx))
	if err != nil {
		return State{}, fmt.Errorf("look for due work: %w", err)
	}
	return State{Now: c.Business.Now(), Offset: c.Business.Offset(), NextDue: next}, nil
}

// Advance moves business time ahead, and does all that becomes due on the way. Where
// there is no sandbox there is no clock.
func (c *Clock) Advance(ctx context.Context, d Destination) error {
	if c == nil {
		return problem.In("", problem.WrongState, "Only a sandbox has a clock that can be moved.")
	}
	to, err := c.instant(ctx, d)
	if err != nil {
		return err
	}
	if c.Business.OffsetAt(to) > farthest*365*24*time.Hour {
		return problem.In("", problem.OutOfRange, "The clock can be at most %d years ahead of real time.", farthest)
	}
	step := func(_ context.Context, at time.Time) error { return c.save(ctx, at) }
	return c.Workers.Advance(viewer.AsSystem(ctx), to, step)
}

// save keeps the offset before anything is dated with it. Whoever is signed out
// meanwhile moves the clock no further.
func (c *Clock) save(ctx context.Context, at time.Time) error {
	micros := c.Business.OffsetAt(at).Microseconds()
	return store.Do(ctx, c.DB, func(tx *ent.Tx) error {
		if _, err := store.LockViewer(ctx, c.DB, tx); err != nil {
			return err
		}
		platform := viewer.AsSystem(ctx)
		n, err := tx.BusinessClock.Update().SetOffsetMicros(micros).Save(platform)
		if err == nil && n == 0 {
			err = tx.BusinessClock.Create().SetID(clockRow).SetOffsetMicros(micros).Exec(platform)
		}
		if err != nil {
			return fmt.Errorf("save business clock: %w", err)
		}
		return nil
	})
}

// instant is the destination in business time.
func (c *Clock) instant(ctx context.Context, d Destination) (time.Time, error) {
	named := 0
	for _, one := range []bool{d.To != nil, d.Seconds != nil, d.Until != ""} {
		if one {
			named++
		}
	}
	if named != 1 {
		return time.Time{}, problem.In("", problem.Malformed, "Choose exactly one of to, seconds, and until.")
	}
	now := c.Business.Now()
	switch {
	case d.To != nil:
		return ahead("to", now, clock.Stored(*d.To))
	case d.Seconds != nil:
		return ahead("seconds", now, now.Add(time.Duration(*d.Seconds)*time.Second))
	case d.Until == MonthEnd:
		return time.Date(now.Year(), now.Month()+1, 1, 0, 0, 0, 0, time.UTC), nil
	}
	next, err := c.Workers.NextBusiness(viewer.AsSystem(ctx))
	if err != nil {
		return time.Time{}, fmt.Errorf("look for due work: %w", err)
	}
	if next.IsZero() {
		return time.Time{}, problem.In("until", problem.WrongState, "Nothing is due.")
	}
	return ahead("until", now.Add(-time.Nanosecond), later(now, next))
}

// ahead checks that an instant lies ahead, and not too far.
func ahead(field string, now, to time.Time) (time.Time, error) {
	if !to.After(now) || to.Sub(now) > maxAdvance {
		return to, problem.In(field, problem.OutOfRange, "The clock moves ahead only, by up to %d days at a time.", int(maxAdvance/(24*time.Hour)))
	}
	return to, nil
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
