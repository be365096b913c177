package addon_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	entaddon "portico/ent/addon"
	"portico/internal/addon"
	"portico/internal/container"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func TestAnAddonThatFailsCostsNothing(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.provision("postgresql-s")
	s.report(a, addon.StateFailed)
	s.expectStatus(a, entaddon.StatusFAILED)
	s.ready() // nothing of it is simulated any longer
	s.report(a, addon.StateFailed)
	s.expectStatus(a, entaddon.StatusFAILED)
	s.expect(a)
	if r := s.DB.Resource.GetX(viewer.AsSystem(t.Context()), a.ID); r.Quantity != 0 {
		t.Errorf("%d are ordered", r.Quantity)
	}
	s.expectEvents("requested", "failed")
}

// An add-on that has failed stays so: what is reported of it afterwards is refused.
func TestWhatIsReportedAfterAFailure(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	s.Clock.Move(time.Hour)
	s.report(a, addon.StateFailed)
	s.Clock.Move(time.Hour)
	for _, state := range []addon.State{addon.StateReady, addon.StateSuspended, addon.StateResumed} {
		err := s.tell(addon.Fact{Addon: a.ID, State: state, At: s.Clock.Now(), Key: string(state)})
		if got := testkit.InputErrors(err); got != "state WRONG_STATE" {
			t.Errorf("%s: %s", state, got)
		}
	}
	s.expect(a, "postgresql-s 1h0m0s ENDED")
}

// A failure that is reported late ends what is paid for when it happened, whatever was
// ordered since.
func TestALateFailureEndsWhatIsPaidFor(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	failed := s.Clock.Now().Add(time.Hour)
	s.Clock.Move(3 * time.Hour)
	changed, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-m")
	testkit.Must(t, changed, err)
	s.Clock.Move(time.Hour)
	s.reportAt(a, addon.StateFailed, failed)
	s.expect(a, "postgresql-s 1h0m0s ENDED")
}

// Between a failure and its report, and after the add-on was removed, it can't have run.
func TestNothingIsPaidForAfterAFailure(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	failed := s.Clock.Now().Add(time.Hour)
	s.Clock.Move(3 * time.Hour)
	s.reportAt(a, addon.StateFailed, failed)
	testkit.Must(t, 0, s.Addons.Remove(s.ada, a.ID, a.Name))
	s.reportAt(a, addon.StateReady, failed.Add(time.Hour))
	s.expect(a, "postgresql-s 1h0m0s ENDED")
}

func TestAnAddonFailsWhileItRuns(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	s.Clock.Move(time.Hour)
	s.report(a, addon.StateFailed)
	s.expect(a, "postgresql-s 1h0m0s ENDED")
	s.expectEvents("requested", "provisioned", "failed")
}

// Suspending and resuming are recorded once, however often the platform reports them.
func TestThePlatformSuspendsAndResumes(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	for range 2 {
		s.Clock.Move(time.Hour)
		s.report(a, addon.StateSuspended)
	}
	s.expectStatus(a, entaddon.StatusSUSPENDED)
	s.expect(a, "postgresql-s 1h0m0s SUSPENDED")
	for range 2 {
		s.Clock.Move(time.Hour)
		s.report(a, addon.StateResumed)
	}
	s.expectStatus(a, entaddon.StatusRUNNING)
	s.expect(a, "postgresql-s 1h0m0s SUSPENDED", "postgresql-s")
	s.expectEvents("requested", "provisioned", "suspended", "resumed")
}

// What is suspended while a change of plan is carried out stays so.
func TestASuspensionEndsAChangeOfPlan(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	changed, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-m")
	testkit.Must(t, changed, err)
	s.Clock.Move(time.Second)
	s.report(a, addon.StateSuspended)
	s.ready()
	s.expectStatus(a, entaddon.StatusSUSPENDED)
	s.Clock.Move(time.Hour)
	resumed, err := s.Addons.Resume(s.ada, a.ID)
	testkit.Must(t, resumed, err)
	s.ready()
	s.expect(a, "postgresql-s 1s SUSPENDED", "postgresql-m")
	s.expectEvents("requested", "provisioned", "plan_changed", "suspended", "resumed")
}

// A suspension that is reported late doesn't take back that the add-on is being resumed.
func TestASuspensionFromBeforeResuming(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.suspended()
	s.Clock.Move(time.Hour)
	resumed, err := s.Addons.Resume(s.ada, a.ID)
	testkit.Must(t, resumed, err)
	s.reportAt(a, addon.StateSuspended, s.Clock.Now().Add(-time.Minute))
	s.expectStatus(a, entaddon.StatusRESUMING)
	s.Clock.Move(time.Second)
	s.report(a, addon.StateSuspended)
	s.expectStatus(a, entaddon.StatusSUSPENDED)
	s.ready() // nothing is resumed
	s.expectStatus(a, entaddon.StatusSUSPENDED)
	s.expectEvents("requested", "provisioned", "suspended", "suspended")
}

func TestThePlatformRemoves(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	s.Clock.Move(time.Hour)
	for range 2 {
		s.report(a, addon.StateRemoved)
	}
	if s.now(a) != nil {
		t.Error("it is still there")
	}
	s.expect(a, "postgresql-s 1h0m0s REMOVED")
	s.expectEvents("requested", "provisioned", "removed")
}

// A fact with a key that is known changes nothing, also if the plan has changed since.
func TestARepeatedFactChangesNothing(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.provision("postgresql-s")
	s.Clock.Move(time.Minute)
	fact := addon.Fact{Addon: a.ID, State: addon.StateReady, At: s.Clock.Now(), Key: "ready"}
	testkit.Must(t, 0, s.tell(fact))
	s.Clock.Move(time.Hour)
	changed, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-m")
	testkit.Must(t, changed, err)
	s.ready()
	s.report(a, addon.StateSuspended)
	before := s.spans(a)
	testkit.Must(t, 0, s.tell(fact))
	s.expect(a, before...)
	s.expectStatus(a, entaddon.StatusSUSPENDED)
	s.expectEvents("requested", "provisioned", "plan_changed", "suspended")
	for name, other := range map[string]addon.Fact{
		"another state":  {Addon: a.ID, State: addon.StateFailed, At: fact.At, Key: "ready"},
		"another time":   {Addon: a.ID, State: addon.StateReady, At: fact.At.Add(time.Second), Key: "ready"},
		"another add-on": {Addon: s.provision("redis-s").ID, State: addon.StateReady, At: fact.At, Key: "ready"},
	} {
		if err := s.tell(other); testkit.InputErrors(err) != "key IDEMPOTENCY_CONFLICT" {
			t.Errorf("%s with the same key: %v", name, err)
		}
	}
}

// A late fact changes what was used, and not what the add-on is now.
func TestALateFactChangesUsageAlone(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	start := s.Clock.Now()
	s.Clock.Move(3 * time.Hour)
	s.report(a, addon.StateResumed)
	s.reportAt(a, addon.StateSuspended, start.Add(time.Hour))
	s.expectStatus(a, entaddon.StatusRUNNING)
	s.expect(a, "postgresql-s 1h0m0s SUSPENDED", "postgresql-s")
	for _, state := range []addon.State{addon.StateFailed, addon.StateRemoved} {
		s.reportAt(a, state, start.Add(2*time.Hour))
		s.expectStatus(a, entaddon.StatusRUNNING)
	}
	s.expectEvents("requested", "provisioned")
}

// What runs after a change of plan was ordered is told from when it ran, not from when
// that was reported.
func TestALateFactHasThePlanOfItsTime(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	s.Clock.Move(time.Hour)
	s.report(a, addon.StateSuspended)
	again := s.Clock.Now().Add(30 * time.Minute)
	s.Clock.Move(time.Hour)
	s.report(a, addon.StateResumed)
	s.Clock.Move(time.Hour)
	changed, err := s.Addons.ChangePlan(s.ada, a.ID, "postgresql-m")
	testkit.Must(t, changed, err)
	s.reportAt(a, addon.StateResumed, again)
	s.ready()
	s.expect(a, "postgresql-s 1h0m0s SUSPENDED", "postgresql-s 1h30m5s PLAN_CHANGED", "postgresql-m")
}

// What is reported of an add-on that was removed is accepted; what is paid for changes
// only where it ran less before.
func TestFactsAboutARemovedAddon(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	s.Clock.Move(time.Hour)
	removed := s.Clock.Now()
	testkit.Must(t, 0, s.Addons.Remove(s.ada, a.ID, "postgresql"))
	s.Clock.Move(time.Hour)
	for _, state := range []addon.State{addon.StateReady, addon.StateSuspended, addon.StateResumed, addon.StateFailed, addon.StateRemoved} {
		s.report(a, state)
		s.expect(a, "postgresql-s 1h0m0s REMOVED")
	}
	s.reportAt(a, addon.StateSuspended, removed.Add(-30*time.Minute))
	s.expect(a, "postgresql-s 30m0s SUSPENDED")
	s.expectEvents("requested", "provisioned", "removed")
}

func TestWhatCannotBeReported(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	a := s.running()
	app, err := s.Containers.Scale(s.ada, s.app.ID, []*container.Wanted{{Type: "web", Amount: 1}})
	web := testkit.Must(t, app, err).Edges.Containers[0].ID
	now := s.Clock.Now()
	for name, c := range map[string]struct {
		fact addon.Fact
		want string
	}{
		"no such add-on": {addon.Fact{Addon: uuid.Must(uuid.NewV7()), State: addon.StateReady, At: now, Key: "1"}, "addonId WRONG_STATE"},
		"containers":     {addon.Fact{Addon: web, State: addon.StateReady, At: now, Key: "2"}, "addonId WRONG_STATE"},
		"63 days ago":    {addon.Fact{Addon: a.ID, State: addon.StateReady, At: now.AddDate(0, 0, -63), Key: "3"}, "at TOO_OLD"},
		"tomorrow":       {addon.Fact{Addon: a.ID, State: addon.StateReady, At: now.AddDate(0, 0, 1), Key: "4"}, "at OUT_OF_RANGE"},
	} {
		if err := s.tell(c.fact); testkit.InputErrors(err) != c.want {
			t.Errorf("%s: %s, want %s", name, testkit.InputErrors(err), c.want)
		}
	}
	if err := s.tell(addon.Fact{Addon: a.ID, State: "BROKEN", At: now, Key: "5"}); err == nil {
		t.Error("a state that doesn't exist is accepted")
	}
}

// Facts come to the same lifespans and the same status in any order, also repeated, and
// an add-on runs where a lifespan of it is open.
func TestTheOrderOfFactsChangesNothing(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		twins := [2]*ent.Addon{s.provision("postgresql-s", "a-"+strconv.Itoa(int(seed))), s.provision("postgresql-s", "b-"+strconv.Itoa(int(seed)))}
		s.ready()
		start := s.Clock.Now()
		for range r.IntN(4) { // of both at the same times
			s.Clock.Move(time.Duration(1+r.IntN(3600)) * time.Second)
			plan := []string{"postgresql-s", "postgresql-m", "postgresql-l"}[r.IntN(3)]
			for _, a := range twins {
				changed, err := s.Addons.ChangePlan(s.ada, a.ID, plan)
				testkit.Must(t, changed, err)
			}
		}
		s.Clock.Move(time.Hour)
		facts := madeUp(r, start, s.Clock.Now())
		s.tellAll(twins[0], "a", facts)
		shuffled := slices.Concat(facts, facts[:len(facts)/2])
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		s.tellAll(twins[1], "b", shuffled)
		if a, b := s.spans(twins[0]), s.spans(twins[1]); !slices.Equal(a, b) {
			t.Errorf("seed %d: in order\n%q, shuffled\n%q\nfrom %v", seed, a, b, facts)
		}
		s.likeTwins(twins)
		for _, a := range twins {
			testkit.Must(t, 0, s.Addons.Remove(s.ada, a.ID, a.Name))
		}
	}
}

// likeTwins checks that two add-ons have the same status, which says whether they run.
func (s *shop) likeTwins(twins [2]*ent.Addon) {
	s.T.Helper()
	a, b := s.now(twins[0]), s.now(twins[1])
	if a.Status != b.Status {
		s.T.Errorf("one is %s, the other %s", a.Status, b.Status)
	}
	l := s.lifespans(a)
	if open := len(l) > 0 && l[len(l)-1].EndedAt == nil; open != (a.Status == entaddon.StatusRUNNING) {
		s.T.Errorf("it is %s, and its lifespans are %q", a.Status, s.spans(a))
	}
}

// madeUp are facts about an add-on that runs, by time, some of one instant.
func madeUp(r *rand.Rand, from, to time.Time) []addon.Fact {
	facts := make([]addon.Fact, 2+r.IntN(8))
	for i := range facts {
		facts[i].State = []addon.State{addon.StateReady, addon.StateSuspended, addon.StateResumed}[r.IntN(3)]
		facts[i].At = from.Add(time.Duration(1+r.Int64N(int64(to.Sub(from)/time.Second))) * time.Second)
		facts[i].Key = strconv.Itoa(i)
		if i > 0 && r.IntN(5) == 0 {
			facts[i].At = facts[i-1].At
		}
	}
	slices.SortStableFunc(facts, func(a, b addon.Fact) int { return a.At.Compare(b.At) })
	return facts
}

func (s *shop) tellAll(a *ent.Addon, prefix string, facts []addon.Fact) {
	s.T.Helper()
	for _, f := range facts {
		f.Addon, f.Key = a.ID, prefix+a.ID.String()+f.Key
		testkit.Must(s.T, 0, s.tell(f))
	}
}
