package container_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/lifespan"
	"portico/internal/container"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A shop is an app of Ada's with its containers.
type shop struct {
	*testkit.World
	ada context.Context
	app *ent.App
}

func newShop(t *testing.T) *shop {
	w, ada := testkit.WithAccount(t, "ada")
	return &shop{World: w, ada: ada, app: w.App(ada, "shop")}
}

func wanted(kind string, amount int32, size ...string) *container.Wanted {
	w := &container.Wanted{Type: kind, Amount: amount}
	if len(size) > 0 {
		w.Size = &size[0]
	}
	return w
}

func (s *shop) scale(all ...*container.Wanted) *ent.App {
	s.T.Helper()
	a, err := s.Containers.Scale(s.ada, s.app.ID, all)
	return testkit.Must(s.T, a, err)
}

// started lets the simulated platform do what was ordered.
func (s *shop) started() *ent.App {
	s.T.Helper()
	s.Clock.Move(container.Started)
	s.RunDue(s.Containers.SimulateJob())
	a, err := s.Apps.Get(s.ada, app.ID(s.app.ID))
	return testkit.Must(s.T, a, err)
}

func (s *shop) lifespans() []*ent.Lifespan {
	return s.DB.Lifespan.Query().Order(ent.Asc(lifespan.FieldStartedAt)).AllX(s.ada)
}

func TestWhatIsOrderedRunsOnceItIsReported(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	if a := s.scale(wanted("web", 2)); a.Status != app.StatusSTARTING || a.Edges.Containers[0].Running != 0 {
		t.Errorf("ordered: %s, %+v", a.Status, a.Edges.Containers)
	}
	if n := len(s.lifespans()); n != 0 {
		t.Errorf("%d lifespans before anything runs", n)
	}
	if a := s.started(); a.Status != app.StatusRUNNING || a.Edges.Containers[0].Running != 2 {
		t.Errorf("reported: %s, %+v", a.Status, a.Edges.Containers)
	}
	if l := s.lifespans(); len(l) != 1 || l[0].Quantity != 2 || l[0].Plan != "M" || l[0].EndedAt != nil {
		t.Errorf("lifespans %v", l)
	}
}

func TestStatusFollowsTheContainers(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	var got []app.Status
	note := func(a *ent.App) { got = append(got, a.Status) }
	note(s.app)
	note(s.scale(wanted("web", 1), wanted("worker", 1)))
	note(s.started())
	s.Clock.Move(time.Second)
	note(s.scale(wanted("worker", 0)))
	note(s.scale(wanted("web", 0)))
	note(s.scale(wanted("web", 3)))
	a, err := s.Containers.Stop(s.ada, s.app.ID)
	note(testkit.Must(t, a, err))
	want := []app.Status{app.StatusNEW, app.StatusSTARTING, app.StatusRUNNING, app.StatusRUNNING, app.StatusSTOPPED, app.StatusSTARTING, app.StatusSTOPPED}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// What the customer asked to stop isn't paid for, whatever is reported later.
func TestM4_AnOrderToStopEndsALifespanAtOnce(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.scale(wanted("web", 2))
	s.started()
	s.Clock.Move(time.Hour)
	stopped := s.Clock.Now()
	s.scale(wanted("web", 0))
	s.Clock.Move(time.Hour)
	report := container.Fact{App: s.app.ID, Type: "web", Size: "M", Running: 2, At: s.Clock.Now(), Key: "late"}
	system := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(system, s.DB, func(tx *ent.Tx) error { return s.Containers.Report(system, tx, report) }))
	if l := s.lifespans(); len(l) != 1 || l[0].EndedAt == nil || !l[0].EndedAt.Equal(stopped) || *l[0].EndReason != "SCALED" {
		t.Errorf("lifespans %v", l)
	}
}

// M8: a restart closes no lifespan.
func TestM8_ARestartIsFree(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.scale(wanted("web", 2))
	s.started()
	s.Clock.Move(time.Hour)
	a, err := s.Containers.Restart(s.ada, s.app.ID)
	testkit.Must(t, a, err)
	s.started()
	if l := s.lifespans(); len(l) != 1 || l[0].EndedAt != nil {
		t.Errorf("lifespans %v", l)
	}
}

func TestEventsOfContainers(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.scale(wanted("web", 2))
	s.scale(wanted("web", 2)) // no change
	for range 2 {             // stopped once
		a, err := s.Containers.Stop(s.ada, s.app.ID)
		testkit.Must(t, a, err)
	}
	s.scale(wanted("web", 1))
	a, err := s.Containers.Restart(s.ada, s.app.ID)
	testkit.Must(t, a, err)
	s.started()
	want := []string{"app_restarted", "app_scaled", "app_stopped", "app_scaled", "app_created"}
	if got := s.Timeline(s.ada, s.app.ID); !slices.Equal(got, want) {
		t.Errorf("recorded %v, want %v", got, want)
	}
}

func TestWhatCannotBeScaled(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	for name, c := range map[string]struct {
		order []*container.Wanted
		want  string
	}{
		"a type with capitals": {[]*container.Wanted{wanted("Web", 1)}, "containers.0.type MALFORMED"},
		"a type twice":         {[]*container.Wanted{wanted("web", 1), wanted("web", 2)}, "containers.1.type TAKEN"},
		"none":                 {nil, "containers REQUIRED"},
		"all at once": {
			[]*container.Wanted{wanted("Web", 1), wanted("a", 11, "XXXL"), wanted("b", 1, "postgresql-s")},
			"containers.0.type MALFORMED, containers.1.amount OUT_OF_RANGE, containers.1.size NO_SUCH_PLAN, containers.2.size NO_SUCH_PLAN",
		},
		"too many":            {[]*container.Wanted{wanted("web", 11)}, "containers.0.amount OUT_OF_RANGE"},
		"fewer than none":     {[]*container.Wanted{wanted("web", -1)}, "containers.0.amount OUT_OF_RANGE"},
		"no such size":        {[]*container.Wanted{wanted("web", 1, "XXXL")}, "containers.0.size NO_SUCH_PLAN"},
		"a size of databases": {[]*container.Wanted{wanted("web", 1, "postgresql-s")}, "containers.0.size NO_SUCH_PLAN"},
	} {
		if _, err := s.Containers.Scale(s.ada, s.app.ID, c.order); testkit.InputErrors(err) != c.want {
			t.Errorf("%s: %s, want %s", name, testkit.InputErrors(err), c.want)
		}
	}
	if _, err := s.Containers.Restart(s.ada, s.app.ID); testkit.InputErrors(err) != " WRONG_STATE" {
		t.Errorf("restart of a new app: %v", err)
	}
	if n := s.DB.Container.Query().CountX(s.ada); n != 0 {
		t.Errorf("%d types were saved", n)
	}
}

func TestADeletedAppCostsNothing(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.scale(wanted("web", 2))
	s.started()
	s.Clock.Move(time.Hour)
	testkit.Must(t, 0, s.Apps.Delete(s.ada, s.app.ID, "shop"))
	if l := s.lifespans(); len(l) != 1 || l[0].EndReason == nil || *l[0].EndReason != "DELETED" {
		t.Errorf("lifespans %v", l)
	}
}

// What costs less is no start: it needs no gate, also of the suspended.
func TestToPayLessForContainersIsAlwaysPossible(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.scale(wanted("web", 3, "L"), wanted("worker", 2, "L"))
	s.Containers.Starts.Gate = platform.GateMethod
	system := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(system, s.DB, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(s.ada)).SetSuspendedAt(s.Clock.Now()).Exec(system)
	}))
	for _, c := range []struct {
		what  string
		order []*container.Wanted
		want  string
	}{
		{"a smaller size", []*container.Wanted{wanted("web", 3, "M")}, "<nil>"},
		{"fewer", []*container.Wanted{wanted("web", 2)}, "<nil>"},
		{"fewer of a smaller size", []*container.Wanted{wanted("web", 1, "S")}, "<nil>"},
		{"a larger size", []*container.Wanted{wanted("web", 1, "M")}, " ACCOUNT_SUSPENDED"},
		{"more of a smaller size", []*container.Wanted{wanted("worker", 3, "S")}, " ACCOUNT_SUSPENDED"},
		{"one type less, another more", []*container.Wanted{wanted("worker", 0), wanted("web", 2)}, " ACCOUNT_SUSPENDED"},
		{"none of a larger size", []*container.Wanted{wanted("worker", 0, "XL")}, "<nil>"},
	} {
		if _, err := s.Containers.Scale(s.ada, s.app.ID, c.order); testkit.InputErrors(err) != c.want {
			t.Errorf("%s: %s, want %s", c.what, testkit.InputErrors(err), c.want)
		}
	}
}

// R98: a size that isn't sold is repeated as far as it could be one.
func TestR98_AWrongSizeIsCutInTheMessage(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	_, err := s.Containers.Scale(s.ada, s.app.ID, []*container.Wanted{wanted("web", 1, "\u202eXXL\x1b"+strings.Repeat("!", 200_000))})
	all, _ := problem.InputsOf(err)
	if len(all) != 1 || all[0].Message.String() != "There is no container size XXL"+strings.Repeat("!", 37)+". Choose one from the catalog." {
		t.Errorf("%.200v", err)
	}
}

// The simulated platform does what is due however long its server was away: what it
// reports is as old as it may be.
func TestTheSimulatedPlatformWasAwayForMonths(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.scale(wanted("web", 1))
	s.Clock.Move(100 * 24 * time.Hour)
	if c := s.started().Edges.Containers[0]; c.Running != 1 {
		t.Errorf("%d of %d run", c.Running, c.Amount)
	}
	if l := s.lifespans(); len(l) != 1 || s.Clock.Now().Sub(l[0].StartedAt) != 62*24*time.Hour-time.Minute {
		t.Errorf("lifespans %v", l)
	}
}
