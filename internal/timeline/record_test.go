package timeline_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/ent/entry"
	"portico/ent/event"
	"portico/ent/stream"
	"portico/internal/account"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

func TestManyWritersNumberOneStreamWithoutAGap(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	const writers = 200
	var wg sync.WaitGroup
	for n := range writers {
		wg.Go(func() {
			if err := act(ada, w.Log, 3*n, 3*n+1, 3*n+2); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	edges := all(t, ada, w.Log, viewer.ID(ada), timeline.Filter{})[1:] // without account_created
	if len(edges) != 3*writers {
		t.Fatalf("%d events, want %d", len(edges), 3*writers)
	}
	for i, e := range edges {
		if e.Seq() != int64(i)+2 {
			t.Fatalf("entry %d has the number %d", i, e.Seq())
		}
		if n := number(e); n%3 != i%3 || i%3 > 0 && n != number(edges[i-1])+1 {
			t.Fatalf("the events of a transaction do not stand together: %d at %d", n, i)
		}
	}
	checkNumbers(t, w)
	if n := w.Log.Pending(); n != 0 {
		t.Errorf("%d transactions are remembered", n)
	}
}

// Three accounts invite, change, remove, push to, rename and delete each
// other's apps in every order: nobody waits for another in a circle, nothing
// fails, and no stream has a gap.
func TestWritersOfManyStreamsNeverWaitInACircle(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	names := []string{"ada", "bob", "cleo"}
	people := make([]context.Context, len(names))
	var apps []*ent.App
	for i, name := range names {
		people[i] = w.Verified(name)
		apps = append(apps, w.App(people[i], name+"s-app"))
	}
	var wg sync.WaitGroup
	for g := range 12 {
		wg.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(g), 7))
			for range 40 {
				me, them, a := people[rng.IntN(3)], rng.IntN(3), apps[rng.IntN(3)]
				if err := anything(w, rng, me, a, names[them]); fault(err) {
					t.Errorf("%v", err)
				}
			}
		})
	}
	wg.Wait()
	checkNumbers(t, w)
}

// Two accounts do to each other the same at once, each on an app of their own:
// nothing but the order in which the log locks their streams keeps them apart.
func TestTwoAccountsDoTheSameToEachOther(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, bob := w.Verified("ada"), w.Verified("bob")
	adas, bobs := w.App(ada, "adas-app"), w.App(bob, "bobs-app")
	for range 60 {
		var wg sync.WaitGroup
		for _, side := range []struct {
			who  context.Context
			app  *ent.App
			whom string
		}{{ada, adas, "bob"}, {bob, bobs, "ada"}} {
			wg.Go(func() {
				c, err := w.Collaborators.Invite(side.who, side.app.ID, side.whom, collaborator.RoleLIMITED)
				if err == nil {
					err = w.Collaborators.Remove(side.who, c.ID)
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	}
	checkNumbers(t, w)
}

// fault tells whether an error is none that a client or a user has to do with.
func fault(err error) bool {
	_, input := problem.InputsOf(err)
	return err != nil && !input && !errors.As(err, new(*problem.Refusal))
}

// anything does one thing of all that touch several streams.
func anything(w *testkit.World, rng *rand.Rand, me context.Context, a *ent.App, name string) error {
	switch rng.IntN(9) {
	case 0, 1:
		_, err := w.Collaborators.Invite(me, a.ID, name, []collaborator.Role{collaborator.RoleCOLLABORATOR, collaborator.RoleLIMITED}[rng.IntN(2)])
		return err
	case 2:
		all, err := w.Collaborators.Invitations(me)
		if err == nil && len(all) > 0 {
			_, err = w.Collaborators.Accept(me, all[rng.IntN(len(all))].ID)
		}
		return err
	case 3, 4:
		page, err := w.Collaborators.Page(me, a.ID, page.Args{})
		if err != nil || len(page.Edges) == 0 {
			return err
		}
		c := page.Edges[rng.IntN(len(page.Edges))].Node
		if rng.IntN(2) == 0 {
			return w.Collaborators.Remove(me, c.ID)
		}
		_, err = w.Collaborators.ChangeRole(me, c.ID, []collaborator.Role{collaborator.RoleCOLLABORATOR, collaborator.RoleLIMITED}[rng.IntN(2)])
		return err
	case 5:
		return push(w, me, a.ID)
	case 6:
		_, err := w.Apps.Rename(me, a.ID, fmt.Sprintf("app-%d", rng.Uint32()))
		return err
	case 7:
		return w.Deployments.Denied(me, a.ID, "x", timeline.TooLarge)
	}
	full := fmt.Sprint(rng.Uint32())
	_, err := w.Profiles.Update(me, account.ProfileChange{FullName: &full})
	return err
}

func push(w *testkit.World, ctx context.Context, appID uuid.UUID) error {
	return w.Deployments.Record(ctx, platform.Received{ID: uuid.New(), AppID: appID, KeyID: uuid.New(), At: w.Clock.Now(), Branches: []platform.Branch{
		{Ref: "refs/heads/main", Commit: strings.Repeat("a", 40), Subject: "one"}, {Ref: "refs/heads/next", Commit: strings.Repeat("b", 40), Subject: "two"},
	}})
}

// An app is deleted while everybody works on it. Deleting detaches its stream,
// before the log locks any.
func TestDeletingAnAppWaitsInNoCircle(t *testing.T) {
	t.Parallel()
	w, ada, bob := testkit.WithAccounts(t, "ada", "bob")
	for round := range 25 {
		name := fmt.Sprintf("app-%d", round)
		a := w.App(ada, name)
		c := w.Member(ada, a, "bob", bob, collaborator.RoleLIMITED)
		var wg sync.WaitGroup
		for _, fn := range []func() error{
			func() error { return w.Apps.Delete(ada, a.ID, name) },
			func() error { return w.Deployments.Denied(ada, a.ID, name, timeline.InvalidObjects) },
			func() error { return w.Deployments.Denied(ada, a.ID, name, timeline.TooLarge) },
			func() error { return w.Deployments.Denied(bob, a.ID, name, timeline.TooLarge) },
			func() error { return push(w, ada, a.ID) },
			func() error { return push(w, bob, a.ID) },
			func() error { return w.Collaborators.Remove(bob, c.ID) },
			func() error { return w.Collaborators.Remove(ada, c.ID) },
			func() error {
				_, err := w.Collaborators.ChangeRole(ada, c.ID, collaborator.RoleCOLLABORATOR)
				return err
			},
			func() error { _, err := w.Apps.Rename(ada, a.ID, name+"-new"); return err },
		} {
			wg.Go(func() {
				if err := fn(); fault(err) {
					t.Errorf("round %d: %v", round, err)
				}
			})
		}
		wg.Wait()
	}
	checkNumbers(t, w)
}

func TestRolledBackNothingIsLeft(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	before, boom := w.Timeline(ada, viewer.ID(ada)), errors.New("boom")
	err := store.Do(ada, w.DB, func(tx *ent.Tx) error {
		testkit.Must(t, 0, w.Log.Record(ada, tx, &timeline.ProfileUpdatedEvent{}))
		return boom
	})
	if !errors.Is(err, boom) || w.Log.Pending() != 0 {
		t.Errorf("%v, %d transactions remembered", err, w.Log.Pending())
	}
	given, cancel := context.WithCancel(ada)
	err = store.Do(given, w.DB, func(tx *ent.Tx) error {
		defer cancel() // the commit cannot run
		return w.Log.Record(given, tx, &timeline.ProfileUpdatedEvent{})
	})
	if err == nil || w.Log.Pending() != 0 {
		t.Errorf("%v, %d transactions remembered", err, w.Log.Pending())
	}
	// An event that cannot be written takes the transaction with it.
	err = store.Do(ada, w.DB, func(tx *ent.Tx) error {
		nowhere := timeline.ForApp(&ent.App{ID: uuid.New(), Name: "nowhere"}) // has no stream
		tx.Account.UpdateOneID(viewer.ID(ada)).SetFullName("changed").ExecX(ada)
		return w.Log.Record(ada, tx, &timeline.AppCreatedEvent{OnApp: nowhere})
	})
	if a := w.DB.Account.GetX(ada, viewer.ID(ada)); err == nil || a.FullName != "" || w.Log.Pending() != 0 {
		t.Errorf("%v: changed to %q without its event", err, a.FullName)
	}
	if after := w.Timeline(ada, viewer.ID(ada)); !slices.Equal(after, before) {
		t.Errorf("it left %v", after)
	}
	sys := viewer.AsSystem(t.Context())
	if e, n := w.DB.Event.Query().CountX(sys), w.DB.Entry.Query().CountX(sys); e != 1 || n != 1 {
		t.Errorf("%d events and %d entries are left", e, n)
	}
	checkNumbers(t, w)
}

// The transaction is one instant, also on a clock that goes on.
func TestEventsOfATransactionShareTheirInstant(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	a := w.App(ada, "adas-app")
	w.Clock.Move(time.Hour)
	ticking := &timeline.Log{DB: w.DB, Bus: w.Bus, Now: func() time.Time { w.Clock.Move(time.Second); return w.Clock.Now() }, Real: w.Clock.Now}
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
		for range 3 {
			if err := ticking.Record(ada, tx, &timeline.AppRenamedEvent{OnApp: timeline.ForApp(a), PreviousName: "old"}); err != nil {
				return err
			}
		}
		return nil
	}))
	for _, id := range []uuid.UUID{viewer.ID(ada), a.ID} {
		edges := all(t, ada, w.Log, id, timeline.Filter{})
		edges = edges[len(edges)-3:]
		for i, e := range edges {
			first := edges[0]
			if h := timeline.HeadOf(e.Node); !h.OccurredAt.Equal(timeline.HeadOf(first.Node).OccurredAt) || e.Seq() != first.Seq()+int64(i) {
				t.Errorf("event %d at %v, number %d; the first at %v, number %d", i, h.OccurredAt, e.Seq(), timeline.HeadOf(first.Node).OccurredAt, first.Seq())
			}
		}
	}
}

func TestNothingRecordedTouchesNoStream(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	ctx, ran := testkit.Counting(ada)
	testkit.Must(t, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(ada)).SetFullName("changed").Exec(ctx)
	}))
	for _, table := range []string{stream.Table, entry.Table, event.Table} {
		if strings.Contains(ran.String(), "`"+table+"`") || strings.Contains(ran.String(), `"`+table+`"`) || ran.Count() == 0 {
			t.Errorf("%s was touched by:\n%s", table, ran)
		}
	}
}

func TestRecordAsksWhoActsAndToWhom(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	for name, ctx := range map[string]context.Context{"nobody acts": viewer.WithNobody(t.Context()), "happened to no account": viewer.AsSystem(t.Context())} {
		err := store.Do(ctx, w.DB, func(tx *ent.Tx) error { return w.Log.Record(ctx, tx, &timeline.AccountCreatedEvent{}) })
		if err == nil || !strings.Contains(err.Error(), name[:8]) && !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The platform acts on an account: it stands in that one's timeline alone.
	sys := viewer.AsSystem(t.Context())
	a := w.DB.Account.GetX(ada, viewer.ID(ada))
	testkit.Must(t, 0, store.Do(sys, w.DB, func(tx *ent.Tx) error {
		return w.Log.Record(sys, tx, &timeline.ProfileUpdatedEvent{OnAccount: timeline.ForAccount(a), Fields: []timeline.ProfileField{"THEME"}})
	}))
	edges := all(t, ada, w.Log, a.ID, timeline.Filter{})
	if h := timeline.HeadOf(edges[1].Node); h.Actor.Kind != "PLATFORM" || h.Actor.Account != nil || h.Account.Username != "ada" {
		t.Errorf("%+v by %+v", h.Account, h.Actor)
	}
}

func always(context.Context) error { return nil }
