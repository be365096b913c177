package worker_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"portico/internal/clock"
	"portico/internal/worker"
)

// A ledger notes what was done at which instant.
type ledger struct {
	clock *clock.Business
	lines []line
}

type line struct {
	what string
	at   time.Time
}

// every is a job that is due at each multiple of d until an instant.
func (l *ledger) every(what string, d time.Duration, until time.Time) worker.Job {
	due := l.clock.Now().Add(d)
	return worker.Job{
		Name: what,
		Run: func(context.Context) error {
			if !due.IsZero() && !due.After(l.clock.Now()) {
				l.lines = append(l.lines, line{what, l.clock.Now()})
				if due = due.Add(d); due.After(until) {
					due = time.Time{}
				}
			}
			return nil
		},
		Next: func(context.Context) (time.Time, error) { return due, nil },
	}
}

var start = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// engine is two business jobs, and one that is none.
func engine() (*ledger, *worker.Workers) {
	now := func() time.Time { return start }
	l := &ledger{clock: &clock.Business{Real: now}}
	w := &worker.Workers{Now: now, Business: l.clock}
	w.Add(worker.Worker{Poll: time.Hour, Jobs: []worker.Job{l.every("email", time.Minute, start.AddDate(1, 0, 0))}})
	end := start.AddDate(0, 0, 40)
	w.Add(worker.Worker{Business: true, Poll: time.Hour, Jobs: []worker.Job{l.every("facts", 36*time.Hour, end), l.every("invoices", 24*time.Hour, end)}})
	return l, w
}

func noStep(context.Context, time.Time) error { return nil }

func TestAnAdvanceGoesFromDueInstantToDueInstant(t *testing.T) {
	t.Parallel()
	l, w := engine()
	if err := w.Advance(t.Context(), start.Add(80*time.Hour), noStep); err != nil {
		t.Fatal(err)
	}
	h := func(n int) time.Time { return start.Add(time.Duration(n) * time.Hour) }
	want := []line{{"invoices", h(24)}, {"facts", h(36)}, {"invoices", h(48)}, {"facts", h(72)}, {"invoices", h(72)}}
	if !slices.Equal(l.lines, want) {
		t.Errorf("done %v, want %v", l.lines, want)
	}
}

func TestAnAdvanceEndsWhereItWasSentTo(t *testing.T) {
	t.Parallel()
	l, w := engine()
	if err := w.Advance(t.Context(), start.Add(80*time.Hour), noStep); err != nil {
		t.Fatal(err)
	}
	if got, want := l.clock.Now(), start.Add(80*time.Hour); !got.Equal(want) {
		t.Errorf("it is %v, want %v", got, want)
	}
}

// A jump of 30 days, steps of an hour, and steps to each due instant come to the same.
func TestTheStepsOfAnAdvanceMakeNoDifference(t *testing.T) {
	t.Parallel()
	end := start.AddDate(0, 0, 30)
	jump, w := engine()
	if err := w.Advance(t.Context(), end, noStep); err != nil {
		t.Fatal(err)
	}
	hours, w := engine()
	for at := start; at.Before(end); {
		at = at.Add(time.Hour)
		if err := w.Advance(t.Context(), at, noStep); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(jump.lines, hours.lines) {
		t.Errorf("by hours %v\nat once %v", hours.lines, jump.lines)
	}
	dues, w := engine()
	for {
		next, err := w.NextBusiness(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if next.IsZero() || next.After(end) {
			break
		}
		if err := w.Advance(t.Context(), next, noStep); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(jump.lines, dues.lines) {
		t.Errorf("by due instants %v\nat once %v", dues.lines, jump.lines)
	}
}

// failing is an engine whose only job fails, or never gets done.
func failing(err error) *worker.Workers {
	b := &clock.Business{Real: func() time.Time { return start }}
	w := &worker.Workers{Now: b.Real, Business: b}
	w.Add(worker.Worker{Business: true, Poll: time.Hour, Jobs: []worker.Job{{
		Name: "stuck",
		Run:  func(context.Context) error { return err },
		Next: func(context.Context) (time.Time, error) { return start.Add(time.Hour), nil },
	}}})
	return w
}

func TestAnAdvanceStopsAtAFault(t *testing.T) {
	t.Parallel()
	fault := errors.New("disk full")
	if err := failing(fault).Advance(t.Context(), start.AddDate(0, 0, 1), noStep); !errors.Is(err, fault) {
		t.Errorf("it says %v", err)
	}
}

func TestAnAdvanceGivesUpOnWorkThatStaysDue(t *testing.T) {
	t.Parallel()
	if err := failing(nil).Advance(t.Context(), start.AddDate(0, 0, 1), noStep); err == nil {
		t.Error("it went on")
	}
}

func TestAnAdvanceThatMayNotGoOnMovesNothing(t *testing.T) {
	t.Parallel()
	l, w := engine()
	refused := errors.New("refused")
	err := w.Advance(t.Context(), start.AddDate(0, 0, 30), func(context.Context, time.Time) error { return refused })
	if !errors.Is(err, refused) {
		t.Errorf("it says %v", err)
	}
	if got := l.clock.Now(); !got.Equal(start) {
		t.Errorf("it is %v, want %v", got, start)
	}
}

func TestAnAdvanceThatIsStoppedLetsTheClockRun(t *testing.T) {
	t.Parallel()
	l, w := engine()
	ctx, cancel := context.WithCancel(t.Context())
	steps := 0
	err := w.Advance(ctx, start.AddDate(0, 0, 30), func(context.Context, time.Time) error {
		if steps++; steps == 3 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("it says %v", err)
	}
	if got, want := l.clock.Now(), start.Add(48*time.Hour); !got.Equal(want) {
		t.Errorf("it is %v, want %v", got, want)
	}
}
