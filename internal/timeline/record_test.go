package timeline_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
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
	"portico/internal/clock"
	"portico/internal/gid"
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
	ticking := &timeline.Log{DB: w.DB, Bus: w.Bus, Now: func() time.Time { w.Clock.Move(time.Second); return w.Clock.Now() }}
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

// filled makes an event of which no field is empty.
func filled(e timeline.Event) timeline.Event {
	v := reflect.ValueOf(e).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case v.Type().Field(i).Anonymous:
		case f.Kind() == reflect.String:
			f.SetString(map[reflect.Type]string{
				reflect.TypeFor[collaborator.Role](): "LIMITED", reflect.TypeFor[timeline.GitPushDenialReason](): "TOO_LARGE",
				reflect.TypeFor[timeline.LoginMethod](): "PASSWORD",
			}[f.Type()])
			if f.String() == "" {
				f.SetString("é “%s” <" + v.Type().Field(i).Name + ">")
			}
		case f.Kind() == reflect.Bool:
			f.SetBool(true)
		case f.Kind() == reflect.Int32:
			f.SetInt(3)
		case f.Type() == reflect.TypeFor[*string]():
			f.Set(reflect.ValueOf(new("Firefox on Linux")))
		case f.Type() == reflect.TypeFor[time.Time]():
			f.Set(reflect.ValueOf(clock.Now()))
		case f.Type() == reflect.TypeFor[[]timeline.ProfileField]():
			f.Set(reflect.ValueOf([]timeline.ProfileField{"USERNAME", "THEME"}))
		case f.Type() == reflect.TypeFor[timeline.NamedDeployment]():
			f.Set(reflect.ValueOf(timeline.NamedDeployment{ID: gid.ID{Kind: gid.Deployment, UUID: uuid.New()}, Commit: "c", Subject: "s", Ref: "refs/heads/r", KeyFingerprint: "f"}))
		}
	}
	return e
}

// Each kind of event comes out of the database as it went in, and is said in
// both languages.
func TestEachKindOfEventReadsAsItWasWritten(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	bob := w.DB.Account.GetX(viewer.AsSystem(t.Context()), viewer.ID(w.Account("bob")))
	a := w.App(ada, "adas-app")
	french := viewer.With(t.Context(), viewer.Viewer{Language: "FR"})
	for kind, e := range timeline.NewEvents() {
		v := reflect.ValueOf(filled(e)).Elem()
		for i := range v.NumField() {
			if v.Field(i).IsZero() && !v.Type().Field(i).Anonymous {
				t.Fatalf("%s: filled() does not know how to fill %s", kind, v.Type().Field(i).Name)
			}
		}
		*timeline.HeadOf(e) = timeline.ForApp(a).To(bob).Head
		testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error { return w.Log.Record(ada, tx, e) }))
		edges := all(t, ada, w.Log, a.ID, timeline.Filter{})
		got := edges[len(edges)-1].Node
		if want, is := text(e), text(got); is != want || string(timeline.TypeOf(got)) != string(kind) {
			t.Errorf("%s reads\n%s, was\n%s", kind, is, want)
		}
		h := timeline.HeadOf(got)
		if en, fr := h.Summary(ada), h.Summary(french); en == "" || en == fr || strings.Contains(en+fr, "%!") {
			t.Errorf("%s: %q, in French %q", kind, en, fr)
		}
	}
}

// text is everything of an event but the sentence.
func text(e timeline.Event) string {
	h := timeline.HeadOf(e)
	data, err := json.Marshal(e)
	return fmt.Sprint(reflect.TypeOf(e), h.ID, h.OccurredAt, h.Type, h.Actor.Kind, *h.Actor.Account, *h.Account, *h.App, string(data), err)
}

// What is said of an event that depends on who did it, or how it went.
func TestSentences(t *testing.T) {
	t.Parallel()
	w, ada, bob := testkit.WithAccounts(t, "ada", "bob")
	b := w.DB.Account.GetX(viewer.AsSystem(t.Context()), viewer.ID(bob))
	a := w.App(ada, "shop")
	on := timeline.ForApp(a).To(b)
	denied := func(why timeline.GitPushDenialReason) timeline.Event {
		return &timeline.GitPushDeniedEvent{Reason: why, Repository: "shop"}
	}
	seen := map[string]bool{}
	for _, c := range []struct {
		by   context.Context
		e    timeline.Event
		want string
	}{
		{ada, &timeline.CollaboratorInvitedEvent{OnApp: on, Role: "LIMITED"}, "bob invited to shop to read and push"},
		{ada, &timeline.CollaboratorInvitedEvent{OnApp: on, Role: "COLLABORATOR"}, "bob invited to collaborate on shop"},
		{ada, &timeline.CollaboratorRoleChangedEvent{OnApp: on, Role: "LIMITED"}, "bob can now only read and push on shop"},
		{ada, &timeline.CollaboratorRoleChangedEvent{OnApp: on, Role: "COLLABORATOR"}, "bob is now a full collaborator on shop"},
		{bob, &timeline.CollaboratorRemovedEvent{OnApp: on}, "bob declined the invitation to shop"},
		{ada, &timeline.CollaboratorRemovedEvent{OnApp: on}, "Invitation of bob to shop canceled"},
		{bob, &timeline.CollaboratorRemovedEvent{OnApp: on, Accepted: true}, "bob left shop"},
		{ada, &timeline.CollaboratorRemovedEvent{OnApp: on, Accepted: true}, "bob removed from shop"},
		{ada, denied(timeline.NoSuchApp), "Push to shop denied: no such app"},
		{ada, denied(timeline.AccountSuspended), "Push to shop denied: the account is suspended"},
		{ada, denied(timeline.TooLarge), "Push to shop denied: it is too large"},
		{ada, denied(timeline.TooManyBranches), "Push to shop denied: too many branches"},
		{ada, denied(timeline.OverQuota), "Push to shop denied: the storage quota is used up"},
		{ada, &timeline.GitPushDeniedEvent{Reason: timeline.Refused, Repository: "shop", Repeats: 11}, "12 pushes to shop denied"},
		{ada, denied(timeline.InvalidObjects), "Push to shop denied: Git found invalid objects in it"},
		{ada, denied(timeline.Refused), "Push to shop denied by Git"},
		{ada, denied("OF_TOMORROW"), "Push to shop denied by Git"},
		{ada, &timeline.AppDeployedEvent{OnApp: on, Deployment: timeline.NamedDeployment{ID: gid.ID{Kind: gid.Deployment}, Commit: "0123456789", Ref: "refs/heads/x/y"}}, "App shop: 0123456 deployed from x/y"},
		{ada, &timeline.AppDeployedEvent{OnApp: on, Deployment: timeline.NamedDeployment{ID: gid.ID{Kind: gid.Deployment}, Commit: "01", Ref: "tag"}}, "App shop: 01 deployed from tag"},
	} {
		testkit.Must(t, 0, store.Do(c.by, w.DB, func(tx *ent.Tx) error { return w.Log.Record(c.by, tx, c.e) }))
		edges := all(t, c.by, w.Log, viewer.ID(c.by), timeline.Filter{})
		h := timeline.HeadOf(edges[len(edges)-1].Node)
		if got := h.Summary(t.Context()); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		seen[h.Summary(viewer.With(t.Context(), viewer.Viewer{Language: "FR"}))] = true
	}
	if n := len(slices.Collect(maps.Keys(seen))); n < 15 {
		t.Errorf("only %d different French sentences", n)
	}
}

func TestAnEventOfAnUnknownKindIsAFault(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*ent.EventCreate){
		"unknown type":     func(c *ent.EventCreate) { c.SetType("from_tomorrow").SetData([]byte("{}")) },
		"not its data":     func(c *ent.EventCreate) { c.SetType("app_deployed").SetData([]byte("[]")) },
		"an app's without": func(c *ent.EventCreate) { c.SetType("app_created").SetData([]byte("{}")) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w, ada := testkit.WithAccount(t, "ada")
			sys := viewer.AsSystem(t.Context())
			testkit.Must(t, 0, store.Do(sys, w.DB, func(tx *ent.Tx) error {
				c := tx.Event.Create().SetOccurredAt(clock.Now()).SetActorKind("ACCOUNT").SetActorID(viewer.ID(ada)).SetAccountID(viewer.ID(ada)).SetAccountName("ada")
				change(c)
				e := c.SaveX(sys)
				tx.Stream.UpdateOneID(viewer.ID(ada)).AddSeq(1).ExecX(sys)
				return tx.Entry.Create().SetStreamID(viewer.ID(ada)).SetSeq(2).SetEventID(e.ID).SetType(e.Type).SetOccurredAt(e.OccurredAt).Exec(sys)
			}))
			_, err := w.Log.Page(ada, viewer.ID(ada), page.Args{}, timeline.Filter{})
			if !fault(err) {
				t.Errorf("the page: %v", err)
			}
			head, err := w.Log.Head(ada, viewer.ID(ada))
			testkit.Must(t, head, err)
			start := position(viewer.ID(ada))
			for u, err := range w.Log.Follow(ada, viewer.ID(ada), &start, always) {
				if _, ok := u.(*timeline.Edge); !ok && !fault(err) {
					t.Errorf("the follower: %v, %v", u, err)
				}
			}
		})
	}
}

func always(context.Context) error { return nil }
