package addon_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	entaddon "portico/ent/addon"
	"portico/ent/collaborator"
	"portico/ent/lifespan"
	"portico/internal/addon"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// A shop is an app of Ada's with its add-ons.
type shop struct {
	*testkit.World
	ada  context.Context
	app  *ent.App
	keys int
}

func newShop(t *testing.T) *shop {
	w, ada := testkit.WithAccount(t, "ada")
	return &shop{World: w, ada: ada, app: w.App(ada, "shop")}
}

func wanted(plan string, name ...string) addon.Wanted {
	w := addon.Wanted{Plan: plan}
	if len(name) > 0 {
		w.Name = &name[0]
	}
	return w
}

func (s *shop) provision(plan string, name ...string) *ent.Addon {
	s.T.Helper()
	a, err := s.Addons.Provision(s.ada, s.app.ID, wanted(plan, name...))
	return testkit.Must(s.T, a, err)
}

// running is a PostgreSQL that runs, and nothing is about to happen to it.
func (s *shop) running() *ent.Addon {
	s.T.Helper()
	a := s.provision("postgresql-s")
	s.ready()
	return s.now(a)
}

// suspended is a PostgreSQL that the platform has suspended.
func (s *shop) suspended() *ent.Addon {
	s.T.Helper()
	a := s.running()
	s.Clock.Move(time.Hour)
	s.report(a, addon.StateSuspended)
	return s.now(a)
}

// ready lets the simulated platform do what was ordered.
func (s *shop) ready() {
	s.T.Helper()
	s.Clock.Move(addon.Ready)
	s.RunDue(s.Addons.SimulateJob())
}

// now is an add-on as it is now; nil: it was removed.
func (s *shop) now(a *ent.Addon) *ent.Addon {
	s.T.Helper()
	found, err := s.DB.Addon.Get(s.ada, a.ID)
	if ent.IsNotFound(err) {
		return nil
	}
	return testkit.Must(s.T, found, err)
}

// tell reports a fact, and returns what is wrong with it.
func (s *shop) tell(f addon.Fact) error {
	system := viewer.AsSystem(s.T.Context())
	return store.Do(system, s.DB, func(tx *ent.Tx) error { return s.Addons.Report(system, tx, f) })
}

// report reports a state from now on, with a new key.
func (s *shop) report(a *ent.Addon, state addon.State) {
	s.T.Helper()
	s.reportAt(a, state, s.Clock.Now())
}

func (s *shop) reportAt(a *ent.Addon, state addon.State, at time.Time) {
	s.T.Helper()
	s.keys++
	testkit.Must(s.T, 0, s.tell(addon.Fact{Addon: a.ID, State: state, At: at, Key: fmt.Sprintf("told-%03d", s.keys)}))
}

// spans are the lifespans of an add-on, each as its plan, its minutes, and why it ended.
func (s *shop) spans(a *ent.Addon) (all []string) {
	for _, l := range s.lifespans(a) {
		if l.EndedAt == nil {
			all = append(all, l.Plan)
			continue
		}
		all = append(all, l.Plan+" "+l.EndedAt.Sub(l.StartedAt).String()+" "+*l.EndReason)
	}
	return all
}

func (s *shop) lifespans(a *ent.Addon) []*ent.Lifespan {
	return s.DB.Lifespan.Query().Where(lifespan.ResourceID(a.ID)).Order(ent.Asc(lifespan.FieldStartedAt)).AllX(s.ada)
}

func (s *shop) expect(a *ent.Addon, spans ...string) {
	s.T.Helper()
	if got := s.spans(a); !slices.Equal(got, spans) {
		s.T.Errorf("lifespans %q, want %q", got, spans)
	}
}

func (s *shop) expectStatus(a *ent.Addon, want entaddon.Status) {
	s.T.Helper()
	if now := s.now(a); now == nil || now.Status != want {
		s.T.Errorf("it is %v, want %s", now, want)
	}
}

// expectEvents checks the events of the app since it was created, oldest first.
func (s *shop) expectEvents(want ...string) {
	s.T.Helper()
	got := s.Timeline(s.ada, s.app.ID)
	slices.Reverse(got)
	for i := range want {
		want[i] = "addon_" + want[i]
	}
	if !slices.Equal(got[1:], want) {
		s.T.Errorf("recorded %v, want %v", got[1:], want)
	}
}

func TestAnAddonRunsOnceItIsReported(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.provision("postgresql-s", "main-db")
	if a.Name != "main-db" || a.Plan != "postgresql-s" || a.Kind != entaddon.KindDATABASE || a.Status != entaddon.StatusPROVISIONING {
		t.Errorf("ordered %v", a)
	}
	s.expect(a)
	ordered := s.Clock.Now()
	s.ready()
	s.expectStatus(a, entaddon.StatusRUNNING)
	s.expect(a, "postgresql-s")
	l := s.lifespans(a)[0]
	if !l.StartedAt.Equal(ordered.Add(5*time.Second)) || l.Resource != "main-db" || l.Kind != lifespan.KindDATABASE || l.Quantity != 1 {
		t.Errorf("lifespan %v", l)
	}
	s.expectEvents("requested", "provisioned")
}

func TestOtherAddonsAreOfAKindOfTheirOwn(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.provision("opensearch-m")
	s.ready()
	if l := s.lifespans(a); a.Kind != entaddon.KindADDON || len(l) != 1 || l[0].Kind != lifespan.KindADDON {
		t.Errorf("%v, lifespans %v", a, l)
	}
}

func TestTheActorOfEvents(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.running()
	all := int32(2)
	c, err := s.Log.Page(s.ada, s.app.ID, page.Args{First: &all}, timeline.Filter{})
	testkit.Must(t, c, err)
	ready, requested := timeline.HeadOf(c.Edges[0].Node), timeline.HeadOf(c.Edges[1].Node)
	if ready.Actor.Kind != "PLATFORM" || ready.Account.Username != "ada" {
		t.Errorf("provisioned by %+v, to %+v", ready.Actor, ready.Account)
	}
	if requested.Actor.Account == nil || requested.Actor.Account.Username != "ada" {
		t.Errorf("requested by %+v", requested.Actor)
	}
}

func TestNamesAreMadeFromPlans(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.provision("redis-s", "postgresql-2")
	for _, c := range []struct{ plan, want string }{
		{"postgresql-s", "postgresql"}, {"postgresql-m", "postgresql-3"}, {"postgresql-s", "postgresql-4"}, {"redis-l", "redis"},
	} {
		if a := s.provision(c.plan); a.Name != c.want {
			t.Errorf("%s is called %s, want %s", c.plan, a.Name, c.want)
		}
	}
	if err := s.Addons.Remove(s.ada, s.DB.Addon.Query().Where(entaddon.Name("postgresql")).OnlyIDX(s.ada), "postgresql"); err != nil {
		t.Fatal(err)
	}
	if a := s.provision("postgresql-s"); a.Name != "postgresql" {
		t.Errorf("a name that is free again is not taken, but %s", a.Name)
	}
}

func TestWhatCannotBeProvisioned(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.provision("redis-s", "cache")
	for name, c := range map[string]struct {
		order addon.Wanted
		want  string
	}{
		"no such plan":       {wanted("postgresql-xxl"), "plan NO_SUCH_PLAN"},
		"a container size":   {wanted("M"), "plan NO_SUCH_PLAN"},
		"no name":            {wanted("redis-s", ""), "name MALFORMED"},
		"a digit first":      {wanted("redis-s", "1st"), "name MALFORMED"},
		"a dash first":       {wanted("redis-s", "-db"), "name MALFORMED"},
		"capitals":           {wanted("redis-s", "Cache"), "name MALFORMED"},
		"31 characters":      {wanted("redis-s", strings.Repeat("a", 31)), "name MALFORMED"},
		"a line break":       {wanted("redis-s", "cache\n"), "name MALFORMED"},
		"a name twice":       {wanted("redis-s", "cache"), "name TAKEN"},
		"everything at once": {wanted("M", "Cache"), "plan NO_SUCH_PLAN, name MALFORMED"},
	} {
		if _, err := s.Addons.Provision(s.ada, s.app.ID, c.order); testkit.InputErrors(err) != c.want {
			t.Errorf("%s: %s, want %s", name, testkit.InputErrors(err), c.want)
		}
	}
	s.provision("redis-s", strings.Repeat("a", 30))
	other := s.App(s.ada, "other")
	if _, err := s.Addons.Provision(s.ada, other.ID, wanted("redis-s", "cache")); err != nil {
		t.Errorf("a name of another app: %v", err)
	}
	s.expectEvents("requested", "requested")
}

// A plan that is retired is kept by those who have it, and sold to nobody.
func TestRetiredPlansAreNotSold(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	text, err := s.Catalog.Text(s.ada)
	text = strings.Replace(testkit.Must(t, text, err), "- name: postgresql-m\n", "- name: postgresql-m\n    retired: true\n", 1)
	text = strings.Replace(text, "- name: postgresql-s\n", "- name: postgresql-s\n    retired: true\n", 1)
	changes, err := s.Catalog.Apply(t.Context(), text)
	testkit.Must(t, changes, err)
	if _, err := s.Addons.Provision(s.ada, s.app.ID, wanted("postgresql-m")); testkit.InputErrors(err) != "plan NO_SUCH_PLAN" {
		t.Errorf("provision: %v", err)
	}
	if _, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-m"); testkit.InputErrors(err) != "plan NO_SUCH_PLAN" {
		t.Errorf("change: %v", err)
	}
	if _, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-s"); err != nil {
		t.Errorf("the one that it has: %v", err)
	}
}

func TestAnAppHasTwentyAddons(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	for n := range 20 {
		if a := s.provision("redis-s"); n == 19 && a.Name != "redis-20" {
			t.Errorf("the last one is called %s", a.Name)
		}
	}
	if _, err := s.Addons.Provision(s.ada, s.app.ID, wanted("redis-s")); testkit.InputErrors(err) != " LIMIT_REACHED" {
		t.Errorf("%v", err)
	}
	if _, err := s.Addons.Provision(s.ada, s.App(s.ada, "other").ID, wanted("redis-s")); err != nil {
		t.Errorf("another app: %v", err)
	}
}

// What starts something needs the gate; what costs nothing more does not.
func TestTheGateOfAddons(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a, b := s.running(), s.provision("redis-s")
	s.ready()
	s.report(b, addon.StateSuspended)
	s.Addons.Starts.Gate = platform.GateMethod
	for what, act := range map[string]func() error{
		"provision": func() error { _, err := s.Addons.Provision(s.ada, s.app.ID, wanted("redis-s")); return err },
		"change":    func() error { _, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-m"); return err },
		"resume":    func() error { _, err := s.Addons.Resume(s.ada, b.ID); return err },
	} {
		if err := act(); testkit.InputErrors(err) != " BILLING_REQUIRED" {
			t.Errorf("%s: %v", what, err)
		}
	}
	s.expectStatus(b, entaddon.StatusSUSPENDED)
	s.expect(a, "postgresql-s")
	if err := s.Addons.Remove(s.ada, a.ID, a.Name); err != nil {
		t.Errorf("remove: %v", err)
	}
	s.expectEvents("requested", "provisioned", "requested", "provisioned", "suspended", "removed")
}

func TestAChangeOfPlanCountsOnceItIsReported(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	s.Clock.Move(time.Hour)
	changed, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-m")
	testkit.Must(t, changed, err)
	if changed.Plan != "postgresql-m" || changed.Status != entaddon.StatusRUNNING {
		t.Errorf("changed to %v", changed)
	}
	s.expect(a, "postgresql-s")
	s.ready()
	s.expect(a, "postgresql-s 1h0m5s PLAN_CHANGED", "postgresql-m")
	s.expectEvents("requested", "provisioned", "plan_changed")
	one := int32(1)
	c, err := s.Log.Page(s.ada, s.app.ID, page.Args{First: &one}, timeline.Filter{})
	testkit.Must(t, c, err)
	e, ok := c.Edges[0].Node.(*timeline.AddonPlanChangedEvent)
	if !ok || e.PreviousPlan != "postgresql-s" || e.Addon.Plan != "postgresql-m" || e.Addon.Name != "postgresql" {
		t.Errorf("recorded %+v", c.Edges[0].Node)
	}
}

// Of two changes in five seconds, the platform reports the second one.
func TestTwoChangesOfPlanAtOnce(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	for _, plan := range []string{"postgresql-m", "postgresql-l"} {
		s.Clock.Move(2 * time.Second)
		changed, err := s.Addons.ChangePlan(s.ada, a.ID, plan)
		testkit.Must(t, changed, err)
	}
	s.ready()
	s.expect(a, "postgresql-s 9s PLAN_CHANGED", "postgresql-l")
	s.expectEvents("requested", "provisioned", "plan_changed", "plan_changed")
}

func TestTheSamePlanIsNoChange(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	orders := s.DB.UsageChange.Query().CountX(viewer.AsSystem(t.Context()))
	same, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-s")
	testkit.Must(t, same, err)
	if same.DueAt != nil || s.DB.UsageChange.Query().CountX(viewer.AsSystem(t.Context())) != orders {
		t.Errorf("something was ordered: %v", same)
	}
	s.expectEvents("requested", "provisioned")
}

func TestWhichPlanCannotBeChangedTo(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	for plan, want := range map[string]string{
		"postgresql-xxl": "plan NO_SUCH_PLAN", "mysql-m": "plan NO_SUCH_PLAN", "opensearch-m": "plan NO_SUCH_PLAN",
		"M": "plan NO_SUCH_PLAN", "": "plan NO_SUCH_PLAN", "postgresql-m": "<nil>",
	} {
		if _, err := s.Addons.ChangePlan(s.ada, a.ID, plan); testkit.InputErrors(err) != want {
			t.Errorf("%q: %s, want %s", plan, testkit.InputErrors(err), want)
		}
	}
}

// In which status an add-on can be changed, resumed, and removed.
func TestWhatEachStatusAllows(t *testing.T) {
	t.Parallel()
	become := map[entaddon.Status]func(s *shop) *ent.Addon{
		entaddon.StatusPROVISIONING: func(s *shop) *ent.Addon { return s.provision("postgresql-s") },
		entaddon.StatusRUNNING:      (*shop).running,
		entaddon.StatusSUSPENDED:    (*shop).suspended,
		entaddon.StatusRESUMING: func(s *shop) *ent.Addon {
			a, err := s.Addons.Resume(s.ada, s.suspended().ID)
			return testkit.Must(s.T, a, err)
		},
		entaddon.StatusFAILED: func(s *shop) *ent.Addon {
			a := s.provision("postgresql-s")
			s.report(a, addon.StateFailed)
			return s.now(a)
		},
	}
	if len(become) != len(addon.Statuses.States()) {
		t.Fatalf("%d statuses, %d tested", len(addon.Statuses.States()), len(become))
	}
	for status, prepare := range become {
		t.Run(string(status), func(t *testing.T) {
			t.Parallel()
			s := newShop(t)
			a := prepare(s)
			if a.Status != status {
				t.Fatalf("it is %s", a.Status)
			}
			allowed := func(what string, err error, when entaddon.Status) {
				t.Helper()
				want := " WRONG_STATE"
				if status == when {
					want = "<nil>"
				}
				if testkit.InputErrors(err) != want {
					t.Errorf("%s: %s, want %s", what, testkit.InputErrors(err), want)
				}
			}
			_, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-m")
			allowed("change", err, entaddon.StatusRUNNING)
			_, err = s.Addons.Resume(s.ada, a.ID)
			allowed("resume", err, entaddon.StatusSUSPENDED)
			testkit.Must(t, 0, s.Addons.Remove(s.ada, a.ID, a.Name))
			if s.now(a) != nil {
				t.Error("it is still there")
			}
		})
	}
}

func TestAnAddonIsResumed(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.suspended()
	s.expect(a, "postgresql-s 1h0m0s SUSPENDED")
	s.Clock.Move(time.Hour)
	resumed, err := s.Addons.Resume(s.ada, a.ID)
	if testkit.Must(t, resumed, err); resumed.Status != entaddon.StatusRESUMING {
		t.Errorf("it is %s", resumed.Status)
	}
	s.expect(a, "postgresql-s 1h0m0s SUSPENDED")
	s.ready()
	s.expectStatus(a, entaddon.StatusRUNNING)
	s.expect(a, "postgresql-s 1h0m0s SUSPENDED", "postgresql-s")
	s.report(a, addon.StateResumed)
	s.expectEvents("requested", "provisioned", "suspended", "resumed")
}

func TestARemovedAddonCostsNothingAtOnce(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	s.Clock.Move(time.Hour)
	for _, typed := range []string{"", "Postgresql", "postgresql ", "shop"} {
		if err := s.Addons.Remove(s.ada, a.ID, typed); testkit.InputErrors(err) != "confirmName NAME_MISMATCH" {
			t.Errorf("%q: %v", typed, err)
		}
	}
	s.expect(a, "postgresql-s")
	testkit.Must(t, 0, s.Addons.Remove(s.ada, a.ID, "postgresql"))
	s.expect(a, "postgresql-s 1h0m0s REMOVED")
	if err := s.Addons.Remove(s.ada, a.ID, "postgresql"); testkit.InputErrors(err) != "NOT_FOUND" {
		t.Errorf("twice: %v", err)
	}
	s.expectEvents("requested", "provisioned", "removed")
}

func TestAnAddonIsRemovedBeforeItRuns(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.provision("postgresql-s")
	testkit.Must(t, 0, s.Addons.Remove(s.ada, a.ID, "postgresql"))
	s.ready()
	s.report(a, addon.StateReady)
	s.expect(a)
	s.expectEvents("requested", "removed")
}

func TestAnAppThatIsDeletedTakesItsAddonsAlong(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	s.Clock.Move(time.Hour)
	testkit.Must(t, 0, s.Apps.Delete(s.ada, s.app.ID, "shop"))
	s.expect(a, "postgresql-s 1h0m0s DELETED")
	s.report(a, addon.StateReady)
	s.expect(a, "postgresql-s 1h0m0s DELETED")
	if s.now(a) != nil {
		t.Error("it is still there")
	}
}

func TestAddonsAreListedNewestFirst(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	for _, name := range []string{"one", "two", "three"} {
		s.provision("redis-s", name)
	}
	other := s.App(s.ada, "other")
	_, err := s.Addons.Provision(s.ada, other.ID, wanted("redis-s"))
	testkit.Must(t, 0, err)
	two := int32(2)
	first, err := s.Addons.Page(s.ada, s.app.ID, page.Args{First: &two})
	testkit.Must(t, first, err)
	rest, err := s.Addons.Page(s.ada, s.app.ID, page.Args{After: first.PageInfo.EndCursor})
	testkit.Must(t, rest, err)
	var names []string
	for _, e := range append(first.Edges, rest.Edges...) {
		names = append(names, e.Node.Name)
	}
	if n, err := first.TotalCount(s.ada); err != nil || n != 3 || !slices.Equal(names, []string{"three", "two", "one"}) {
		t.Errorf("%v of %d, %v", names, n, err)
	}
}

// Who may do what with an add-on: a stranger is told that there is none.
func TestWhoManagesAddons(t *testing.T) {
	t.Parallel()
	for who, c := range map[string]struct {
		role collaborator.Role
		want string
	}{"collaborator": {"COLLABORATOR", "<nil>"}, "limited": {"LIMITED", "FORBIDDEN"}, "stranger": {"", "NOT_FOUND"}} {
		t.Run(who, func(t *testing.T) {
			t.Parallel()
			s := newShop(t)
			bob := s.Account("bob")
			if c.role != "" {
				s.Member(s.ada, s.app, "bob", bob, c.role)
			}
			a, held := s.running(), s.provision("redis-s")
			s.ready()
			s.report(held, addon.StateSuspended)
			for what, act := range map[string]func(uuid.UUID) error{
				"provision": func(uuid.UUID) error { _, err := s.Addons.Provision(bob, s.app.ID, wanted("redis-s")); return err },
				"change":    func(id uuid.UUID) error { _, err := s.Addons.ChangePlan(bob, id, "postgresql-m"); return err },
				"resume":    func(uuid.UUID) error { _, err := s.Addons.Resume(bob, held.ID); return err },
				"remove":    func(uuid.UUID) error { return s.Addons.Remove(bob, s.provision("redis-s", "spare").ID, "spare") },
			} {
				if got := testkit.InputErrors(act(a.ID)); got != c.want {
					t.Errorf("%s: %s, want %s", what, got, c.want)
				}
			}
			if l := s.lifespans(a); len(l) != 1 || l[0].AccountID != viewer.ID(s.ada) {
				t.Errorf("paid for by %v", l)
			}
		})
	}
}

// Of an account that is suspended, nothing is started; removing is free.
func TestAddonsOfASuspendedAccount(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	system := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(system, s.DB, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(s.ada)).SetSuspendedAt(s.Clock.Now()).Exec(system)
	}))
	if _, err := s.Addons.Provision(s.ada, s.app.ID, wanted("redis-s")); testkit.InputErrors(err) != " ACCOUNT_SUSPENDED" {
		t.Errorf("provision: %v", err)
	}
	if _, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-m"); testkit.InputErrors(err) != " ACCOUNT_SUSPENDED" {
		t.Errorf("change: %v", err)
	}
	testkit.Must(t, 0, s.Addons.Remove(s.ada, a.ID, a.Name))
}

// What costs less is no start: it needs no gate, also of the suspended.
func TestToPayLessForAnAddonIsAlwaysPossible(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.provision("redis-m")
	s.ready()
	s.Addons.Starts.Gate = platform.GateMethod
	system := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(system, s.DB, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(s.ada)).SetSuspendedAt(s.Clock.Now()).Exec(system)
	}))
	if _, err := s.Addons.ChangePlan(s.ada, a.ID, "redis-s"); err != nil {
		t.Errorf("a smaller plan: %v", err)
	}
	if _, err := s.Addons.ChangePlan(s.ada, a.ID, "redis-m"); testkit.InputErrors(err) != " ACCOUNT_SUSPENDED" {
		t.Errorf("a larger plan: %v", err)
	}
}

// R98: a plan that isn't sold is repeated as far as it could be one.
func TestR98_AWrongPlanIsCutInTheMessage(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	plan, want := "\u202exxl\x1b"+strings.Repeat("!", 200_000), "There is no add-on plan xxl"+strings.Repeat("!", 37)+". Choose one from the catalog."
	_, provisioned := s.Addons.Provision(s.ada, s.app.ID, wanted(plan))
	_, changed := s.Addons.ChangePlan(s.ada, a.ID, plan)
	for _, err := range []error{provisioned, changed} {
		if all, _ := problem.InputsOf(err); len(all) != 1 || all[0].Message.String() != want {
			t.Errorf("%.200v", err)
		}
	}
}
