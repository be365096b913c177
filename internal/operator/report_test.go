package operator_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/entry"
	"portico/ent/event"
	"portico/internal/addon"
	"portico/internal/gid"
	"portico/internal/metering"
	"portico/internal/oneoff"
	"portico/internal/operator"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/usage"
	"portico/internal/viewer"
)

func TestFactsBecomeLifespans(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	p.Clock.Move(time.Hour)
	p.expect("reported", p.report(p.runs("b", 4, 10*time.Minute), p.runs("a", 3, 20*time.Minute)), "2")
	p.expect("lifespans", p.lifespans(), "3 4 ")
	if a := p.DB.App.GetX(p.ada, p.app.ID); a.Status != "RUNNING" {
		t.Errorf("the app is %s", a.Status)
	}
}

// M5: the same key and content is the same answer, another content is a conflict.
func TestM5_RepeatedFacts(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	p.Clock.Move(time.Hour)
	f := p.runs("a", 3, 10*time.Minute)
	p.expect("first", p.report(f), "1")
	p.expect("again, twice in one call, with one that is new", p.report(f, f, p.runs("b", 4, 0)), "3")
	other := p.runs("a", 2, 10*time.Minute)
	p.expect("other content", p.report(p.runs("c", 1, 0), other), "facts.1.key IDEMPOTENCY_CONFLICT")
	p.expect("lifespans", p.lifespans(), "3 4 ")
}

// Each problem names its fact, and then no fact is taken.
func TestProblemsOfFacts(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	p.Clock.Move(time.Hour)
	good, at, code := p.runs("good", 3, 0), p.Clock.Now(), int32(1)
	changed := func(change func(*operator.Fact)) *operator.Fact {
		f := p.runs("bad", 3, 0)
		change(f)
		return f
	}
	long := make([]*operator.Fact, operator.MaxFacts+1)
	for i := range long {
		long[i] = p.runs(fmt.Sprint(i), 1, 0)
	}
	id := uuid.Must(uuid.NewV7())
	for name, c := range map[string]struct {
		facts []*operator.Fact
		want  string
	}{
		"none":           {nil, "facts REQUIRED"},
		"too many":       {long, "facts LIMIT_REACHED"},
		"no key":         {[]*operator.Fact{good, p.runs("", 1, 0)}, "facts.1.key MALFORMED"},
		"of the past":    {[]*operator.Fact{good, good, p.runs("old", 1, 63*24*time.Hour)}, "facts.2.at TOO_OLD"},
		"of the future":  {[]*operator.Fact{p.runs("x", 1, -6*time.Minute), p.runs("old", 1, 63*24*time.Hour)}, "facts.0.at OUT_OF_RANGE, facts.1.at TOO_OLD"},
		"about nothing":  {[]*operator.Fact{changed(func(f *operator.Fact) { f.Containers = nil })}, "facts.0 MALFORMED"},
		"about two":      {[]*operator.Fact{changed(func(f *operator.Fact) { f.Addon = &operator.AddonFact{} })}, "facts.0 MALFORMED"},
		"no such app":    {[]*operator.Fact{changed(func(f *operator.Fact) { f.Containers.AppID.UUID = id })}, "facts.0.containers.appId NOT_FOUND"},
		"another's id":   {[]*operator.Fact{changed(func(f *operator.Fact) { f.Containers.AppID.Kind = gid.Addon })}, "facts.0.containers.appId NOT_FOUND"},
		"no such type":   {[]*operator.Fact{changed(func(f *operator.Fact) { f.Containers.Type = "worker" })}, "facts.0.containers.type WRONG_STATE"},
		"a type's name":  {[]*operator.Fact{changed(func(f *operator.Fact) { f.Containers.Type = "Web\x00" })}, "facts.0.containers.type MALFORMED"},
		"no such size":   {[]*operator.Fact{changed(func(f *operator.Fact) { f.Containers.Size = "postgresql-s" })}, "facts.0.containers.size NO_SUCH_PLAN"},
		"eleven":         {[]*operator.Fact{p.runs("x", 11, 0)}, "facts.0.containers.running OUT_OF_RANGE"},
		"no such add-on": {[]*operator.Fact{{Key: "x", At: at, Addon: &operator.AddonFact{AddonID: gid.ID{Kind: gid.Addon, UUID: id}}}}, "facts.0.addon.addonId NOT_FOUND"},
		"no such one-off": {
			[]*operator.Fact{{Key: "x", At: at, OneOff: &operator.OneOffFact{OneOffID: gid.ID{Kind: gid.OneOff, UUID: id}}}},
			"facts.0.oneOff.oneOffId NOT_FOUND",
		},
		"exits at its start": {
			[]*operator.Fact{{Key: "x", At: at, OneOff: &operator.OneOffFact{State: oneoff.FactStarted, ExitCode: &code}}},
			"facts.0.oneOff.exitCode MALFORMED",
		},
	} {
		p.expect(name, p.report(c.facts...), c.want)
	}
	p.expect("taken", p.lifespans(), "")
}

// What can't follow is refused, and names the state.
func TestAFactThatTheStateForbids(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	row, err := p.Addons.Provision(p.ada, p.app.ID, addon.Wanted{Plan: "postgresql-s"})
	id := testkit.Must(t, row, err).GlobalID()
	p.Clock.Move(time.Hour)
	fact := func(state addon.State) *operator.Fact {
		return &operator.Fact{Key: string(state), At: p.Clock.Now(), Addon: &operator.AddonFact{AddonID: id, State: state}}
	}
	p.expect("failed", p.report(fact(addon.StateFailed)), "1")
	p.Clock.Move(time.Hour)
	p.expect("ready", p.report(p.runs("a", 3, 0), fact(addon.StateReady)), "facts.1.addon.state WRONG_STATE")
	p.expect("lifespans", p.lifespans(), "")
}

// What is wrong with each of several facts is told in one answer, whatever has to be
// looked at for it, and those that are right are not taken.
func TestAllProblemsOfFactsAreToldAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	p.Clock.Move(time.Hour)
	size, kind := p.runs("size", 1, 0), p.runs("type", 1, 0)
	size.Containers.Size, kind.Containers.Type = "XXXL", "worker"
	missing := &operator.Fact{Key: "missing", At: p.Clock.Now(), Addon: &operator.AddonFact{AddonID: gid.ID{Kind: gid.Addon, UUID: uuid.Must(uuid.NewV7())}, State: addon.StateReady}}
	p.expect("reported", p.report(p.runs("good", 3, 0), size, missing, kind, p.runs("old", 1, 63*24*time.Hour)),
		"facts.1.containers.size NO_SUCH_PLAN, facts.2.addon.addonId NOT_FOUND, facts.3.containers.type WRONG_STATE, facts.4.at TOO_OLD")
	p.expect("taken", p.lifespans(), "")
}

// The ID that nothing has is in the message.
func TestAnUnknownIDIsNamed(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	f := p.runs("a", 1, 0)
	f.Containers.AppID = gid.ID{Kind: gid.App, UUID: uuid.Must(uuid.NewV7())}
	if _, err := p.Operators.Report(p.op, []*operator.Fact{f}); err == nil || !strings.Contains(err.Error(), "No app has the ID "+f.Containers.AppID.String()) {
		t.Errorf("%v", err)
	}
}

// Where Portico plays the platform, nobody else reports.
func TestASimulatedPlatformTakesNoFacts(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	p.Operators.Simulated = true
	p.expect("reported", p.report(p.runs("a", 3, 0)), "facts WRONG_STATE")
	p.expect("lifespans", p.lifespans(), "")
}

// A fact that comes after the app was deleted counts for the time before.
func TestM12_FactsAboutADeletedApp(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	p.Clock.Move(time.Hour)
	testkit.Must(t, 0, p.Apps.Delete(p.ada, p.app.ID, "shop"))
	p.Clock.Move(time.Hour)
	f := p.runs("late", 3, 90*time.Minute)
	p.expect("late", p.report(f), "1")
	p.expect("again", p.report(f), "1")
	other := p.runs("other", 3, 90*time.Minute)
	other.Containers.Type = "worker"
	p.expect("a type that it never had", p.report(other), "facts.0.containers.type WRONG_STATE")
	p.expect("lifespans", p.lifespans(), "3 ")
	if l := p.DB.Lifespan.Query().OnlyX(p.ada); l.EndReason == nil || *l.EndReason != "DELETED" {
		t.Errorf("%v", l)
	}
}

// A token that is revoked while a call is carried out reports nothing.
func TestARevokedTokenReportsNothing(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	testkit.Must(t, 0, p.Operators.Revoke(t.Context(), "platform"))
	p.expect("reported", p.report(p.runs("a", 3, 0)), "UNAUTHENTICATED")
	p.expect("lifespans", p.lifespans(), "")
}

// Calls about the same apps, in opposite orders, wait for each other and don't block
// each other; of those with the same keys, one counts.
func TestFactsAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	other := p.App(p.ada, "store")
	p.scale(other, 5)
	p.Clock.Move(time.Hour)
	here, there := p.runs("here", 3, 0), p.runs("there", 4, time.Minute)
	there.Containers.AppID = other.GlobalID()
	var calls sync.WaitGroup
	for i := range 8 {
		calls.Go(func() {
			facts := []*operator.Fact{here, there}
			if i%2 == 0 {
				facts = []*operator.Fact{there, here}
			}
			if _, err := p.Operators.Report(p.op, facts); err != nil {
				t.Error(err)
			}
		})
	}
	calls.Wait()
	p.expect("lifespans", p.lifespans(), "4 3 ")
}

// One key for two apps, at once: one call is told so, whichever it is.
func TestAKeyIsUsedTwiceAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	other := p.App(p.ada, "store")
	p.scale(other, 5)
	p.Clock.Move(time.Hour)
	here, there := p.runs("key", 3, 0), p.runs("key", 4, time.Minute)
	there.Containers.AppID = other.GlobalID()
	answers := make(chan error, 2)
	for _, f := range []*operator.Fact{here, there} {
		go func() {
			_, err := p.Operators.Report(p.op, []*operator.Fact{f})
			answers <- err
		}()
	}
	first, second := <-answers, <-answers
	if first != nil {
		first, second = second, first
	}
	if first != nil || testkit.InputErrors(second) != "facts.0.key IDEMPOTENCY_CONFLICT" {
		t.Errorf("%v, %v", first, second)
	}
}

// resource makes what an add-on or a one-off leaves in the meter.
func (p *plant) resource(kind usage.Kind) uuid.UUID {
	id := uuid.Must(uuid.NewV7())
	testkit.Must(p.T, 0, store.Do(p.ada, p.DB, func(tx *ent.Tx) error {
		_, err := p.Meter.Order(p.ada, tx, metering.Resource{ID: id, App: p.app, Kind: kind}, metering.Order{Plan: "M", Quantity: 1})
		return err
	}))
	return id
}

// Facts about add-ons and one-offs go to those who know what they mean, as the
// operator's, and what is wrong with them stands in the same place.
func TestFactsGoToTheirDomain(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	database, task := p.resource(usage.Database), p.resource(usage.OneOff)
	var got []any
	p.Operators.Addons = func(ctx context.Context, tx *ent.Tx, r addon.Fact) error {
		got = append(got, r)
		return p.Log.Record(ctx, tx, &timeline.AppRenamedEvent{OnApp: timeline.ForApp(p.app).To(p.DB.Account.GetX(p.ada, viewer.ID(p.ada)))})
	}
	p.Operators.OneOffs = func(_ context.Context, _ *ent.Tx, r oneoff.Fact) error {
		got = append(got, r)
		if r.ExitCode != nil {
			return problem.In("exitCode", problem.OutOfRange, "too many")
		}
		return nil
	}
	at, code := p.Clock.Now(), int32(300)
	ready := &operator.Fact{Key: "a", At: at, Addon: &operator.AddonFact{AddonID: gid.ID{Kind: gid.Addon, UUID: database}, State: addon.StateReady}}
	oneOff := &operator.Fact{Key: "o", At: at, OneOff: &operator.OneOffFact{OneOffID: gid.ID{Kind: gid.OneOff, UUID: task}, State: oneoff.FactStarted}}
	p.expect("reported", p.report(ready, oneOff), "2")
	want := []any{
		addon.Fact{Addon: database, State: addon.StateReady, At: at, Key: "a"},
		oneoff.Fact{OneOff: task, State: oneoff.FactStarted, At: at, Key: "o"},
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("reported %v, want %v", got, want)
	}
	if n := p.renamed(event.ActorKindOPERATOR); n != 1 {
		t.Errorf("%d events of the operator's", n)
	}
	ended := &operator.Fact{Key: "e", At: at, OneOff: &operator.OneOffFact{OneOffID: gid.ID{Kind: gid.OneOff, UUID: task}, State: oneoff.FactEnded, ExitCode: &code}}
	p.expect("a problem", p.report(ready, ended), "facts.1.oneOff.exitCode OUT_OF_RANGE")
	if n := p.renamed(event.ActorKindOPERATOR); n != 1 {
		t.Errorf("%d events after a call that was refused", n)
	}
	swapped := &operator.Fact{Key: "s", At: at, Addon: &operator.AddonFact{AddonID: gid.ID{Kind: gid.Addon, UUID: task}, State: addon.StateReady}}
	p.expect("a one-off as an add-on", p.report(swapped), "facts.0.addon.addonId NOT_FOUND")
}

// renamed counts the events that the fake has recorded.
func (p *plant) renamed(by event.ActorKind) int {
	system := viewer.AsSystem(p.T.Context())
	return p.DB.Entry.Query().Where(entry.StreamID(p.app.ID), entry.HasEventWith(event.Type("app_renamed"), event.ActorKindEQ(by))).CountX(system)
}

// What ends between the request and the commit leaves nothing, and repeating the call
// leaves everything once.
func TestACallThatEndsHalfway(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	database := p.resource(usage.Database)
	failed := errors.New("the power is off")
	fails := true
	p.Operators.Addons = func(context.Context, *ent.Tx, addon.Fact) error {
		if fails {
			return failed
		}
		return nil
	}
	p.Clock.Move(time.Hour)
	facts := []*operator.Fact{
		p.runs("c", 3, 0),
		{Key: "a", At: p.Clock.Now(), Addon: &operator.AddonFact{AddonID: gid.ID{Kind: gid.Addon, UUID: database}, State: addon.StateReady}},
	}
	if _, err := p.Operators.Report(p.op, facts); !errors.Is(err, failed) {
		t.Errorf("%v", err)
	}
	p.expect("lifespans", p.lifespans(), "")
	fails = false
	p.expect("again", p.report(facts...), "2")
	p.expect("lifespans", p.lifespans(), "3 ")
}
