package assembly_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/event"
	"portico/ent/lifespan"
	"portico/internal/container"
	"portico/internal/testkit"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// A month is a world with what runs on its own for a month, and its workers.
type month struct {
	*testkit.World
	workers *worker.Workers
	start   time.Time
}

func newMonth(t *testing.T) *month {
	w, ada := testkit.WithAccount(t, "ada")
	w.Clock.Move(w.Clock.Now().Add(day).Truncate(day).Sub(w.Clock.Now())) // the minutes of all worlds are the same ones
	m := &month{World: w, workers: &worker.Workers{Now: w.Now, Business: w.Business}, start: w.Business.Now()}
	m.workers.AddDue(time.Minute, w.Jobs())
	for i := range 3 {
		a := w.App(ada, fmt.Sprintf("app-%d", i))
		_, err := w.Containers.Scale(ada, a.ID, []*container.Wanted{{Type: "web", Amount: int32(i + 1)}})
		testkit.Must(t, 0, err)
	}
	return m
}

func (m *month) advance(to time.Time) {
	m.T.Helper()
	testkit.Must(m.T, 0, m.workers.Advance(m.T.Context(), to, func(context.Context, time.Time) error { return nil }))
}

// result is every lifespan and every event, with its time, without ids.
func (m *month) result() (all []string) {
	system := viewer.AsSystem(m.T.Context())
	for _, l := range m.DB.Lifespan.Query().Order(ent.Asc(lifespan.FieldStartedAt, lifespan.FieldAppName)).AllX(system) {
		all = append(all, fmt.Sprint(l.AppName, l.Kind, l.Resource, l.Plan, l.Quantity, l.StartedAt.Sub(m.start), since(m.start, l.EndedAt)))
	}
	for _, e := range m.DB.Event.Query().Where(event.OccurredAtGTE(m.start)).Order(ent.Asc(event.FieldOccurredAt, event.FieldType)).AllX(system) {
		all = append(all, fmt.Sprint(e.Type, e.OccurredAt.Sub(m.start)))
	}
	return all
}

func since(start time.Time, at *time.Time) string {
	if at == nil {
		return "runs"
	}
	return at.Sub(start).String()
}

// A jump of 30 days, steps of an hour, and steps to each due instant leave the same rows
// and the same events at the same times.
func TestTheStepsOfAnAdvanceLeaveTheSame(t *testing.T) {
	t.Parallel()
	end := 30 * 24 * time.Hour
	jump := newMonth(t)
	jump.advance(jump.start.Add(end))
	want := jump.result()
	if len(want) < 6 {
		t.Fatalf("only %v came of a month", want)
	}
	hours := newMonth(t)
	for at := time.Hour; at <= end; at += time.Hour {
		hours.advance(hours.start.Add(at))
	}
	if got := hours.result(); !slices.Equal(got, want) {
		t.Errorf("by hours\n%v\nat once\n%v", got, want)
	}
	dues := newMonth(t)
	for {
		next, err := dues.workers.NextBusiness(t.Context())
		if testkit.Must(t, next, err); next.IsZero() || next.After(dues.start.Add(end)) {
			break
		}
		dues.advance(next)
	}
	if got := dues.result(); !slices.Equal(got, want) {
		t.Errorf("by due instants\n%v\nat once\n%v", got, want)
	}
}
