package assembly_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/ent/event"
	"portico/ent/lifespan"
	"portico/internal/addon"
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
	w, ada, bob := testkit.WithAccounts(t, "ada", "bob")
	w.Clock.Move(w.Clock.Now().Add(day).Truncate(day).Sub(w.Clock.Now())) // the minutes of all worlds are the same ones
	m := &month{World: w, workers: &worker.Workers{Now: w.Now, Business: w.Business}, start: w.Business.Now()}
	m.workers.AddDue(time.Minute, w.Jobs())
	for i := range 3 {
		a := w.App(ada, fmt.Sprintf("app-%d", i))
		_, err := w.Containers.Scale(ada, a.ID, []*container.Wanted{{Type: "web", Amount: int32(i + 1)}})
		testkit.Must(t, 0, err)
		_, err = w.Addons.Provision(ada, a.ID, addon.Wanted{Plan: "postgresql-s"})
		testkit.Must(t, 0, err)
		for _, command := range []string{"exit 3", "rake", fmt.Sprintf("sleep %d", 800_000*(i+1)), "sleep 2678400"} {
			_, err = w.OneOffs.Run(ada, a.ID, command, "M")
			testkit.Must(t, 0, err)
		}
		if i == 0 {
			continue
		}
		w.Member(ada, a, "bob", bob, collaborator.RoleCOLLABORATOR)
		_, err = w.Transfers.Offer(ada, a.ID, "bob")
		testkit.Must(t, 0, err)
	}
	return m
}

func (m *month) advance(to time.Time) {
	m.T.Helper()
	testkit.Must(m.T, 0, m.workers.Advance(m.T.Context(), to, func(context.Context, time.Time) error { return nil }))
}

// result is every row of what runs, every offer, and every event, with its times, without
// ids.
func (m *month) result() (all []string) {
	system := viewer.AsSystem(m.T.Context())
	for _, l := range m.DB.Lifespan.Query().Order(ent.Asc(lifespan.FieldStartedAt, lifespan.FieldAppName)).AllX(system) {
		all = append(all, fmt.Sprint(l.AppName, l.Kind, l.Resource, l.Plan, l.Quantity, l.StartedAt.Sub(m.start), since(m.start, l.EndedAt)))
	}
	for _, a := range m.DB.Addon.Query().WithApp().AllX(system) {
		all = append(all, fmt.Sprint(a.Edges.App.Name, a.Name, a.Status, a.DueAt))
	}
	for _, o := range m.DB.OneOff.Query().WithApp().AllX(system) {
		code := int32(-1)
		if o.ExitCode != nil {
			code = *o.ExitCode
		}
		all = append(all, fmt.Sprint(o.Edges.App.Name, o.Command, o.Status, code, since(m.start, o.StartedAt), since(m.start, o.EndedAt), since(m.start, o.DueAt)))
	}
	for _, t := range m.DB.AppTransfer.Query().WithApp().AllX(system) {
		all = append(all, fmt.Sprint(t.Edges.App.Name, t.ExpiresAt.Sub(m.start)))
	}
	slices.Sort(all)
	for _, e := range m.DB.Event.Query().Where(event.OccurredAtGTE(m.start)).Order(ent.Asc(event.FieldOccurredAt, event.FieldType)).AllX(system) {
		all = append(all, fmt.Sprint(e.Type, e.OccurredAt.Sub(m.start)))
	}
	return all
}

func since(start time.Time, at *time.Time) string {
	if at == nil {
		return "never"
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
	for kind, n := range map[string]int{"addon_provisioned": 3, "one_off_ended": 9, "app_transfer_cancelled": 2} {
		if got := len(slices.DeleteFunc(slices.Clone(want), func(s string) bool { return !strings.HasPrefix(s, kind) })); got != n {
			t.Errorf("%d events %s in %q, want %d", got, kind, want, n)
		}
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
