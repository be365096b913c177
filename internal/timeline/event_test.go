package timeline_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/internal/clock"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// filled makes an event of which no field is empty.
func filled(e timeline.Event) timeline.Event {
	v := reflect.ValueOf(e).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case f.Type() == reflect.TypeFor[timeline.OnReview]():
			f.Set(reflect.ValueOf(timeline.OnReview{Parent: timeline.NamedApp{ID: gid.ID{Kind: gid.App, UUID: uuid.New()}, Name: "shop"}, Branch: "main"}))
		case v.Type().Field(i).Anonymous:
		case f.Kind() == reflect.String:
			f.SetString(map[reflect.Type]string{
				reflect.TypeFor[collaborator.Role](): "LIMITED", reflect.TypeFor[timeline.GitPushDenialReason](): "TOO_LARGE",
				reflect.TypeFor[timeline.LoginMethod](): "PASSWORD", reflect.TypeFor[timeline.AppStopReason](): "USER",
				reflect.TypeFor[timeline.HoldReason](): "PAYMENT_FAILURE",
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
		case f.Type() == reflect.TypeFor[*timeline.NamedAccount]():
			f.Set(reflect.ValueOf(timeline.Name(uuid.New(), "bob")))
		case f.Type() == reflect.TypeFor[time.Time]():
			f.Set(reflect.ValueOf(clock.Now()))
		case f.Type() == reflect.TypeFor[[]timeline.ProfileField]():
			f.Set(reflect.ValueOf([]timeline.ProfileField{"USERNAME", "THEME"}))
		case f.Type() == reflect.TypeFor[*int32]():
			f.Set(reflect.ValueOf(new(int32(3))))
		case f.Type() == reflect.TypeFor[timeline.NamedOneOff]():
			f.Set(reflect.ValueOf(timeline.NamedOneOff{ID: gid.ID{Kind: gid.OneOff, UUID: uuid.New()}, Command: "rake", Plan: "M"}))
		case f.Type() == reflect.TypeFor[[]timeline.ContainerChange]():
			f.Set(reflect.ValueOf([]timeline.ContainerChange{{Type: "web", Plan: "M", Amount: 3, PreviousAmount: 1, PreviousPlan: new("S")}}))
		case f.Type() == reflect.TypeFor[timeline.NamedAddon]():
			f.Set(reflect.ValueOf(timeline.NamedAddon{ID: gid.ID{Kind: gid.Addon, UUID: uuid.New()}, Name: "redis", Plan: "redis-s"}))
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
	rake := timeline.NamedOneOff{ID: gid.ID{Kind: gid.OneOff, UUID: uuid.New()}, Command: "rake", Plan: "M"}
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
		{ada, &timeline.AddonSuspendedEvent{OnApp: on, Addon: timeline.NamedAddon{ID: gid.ID{Kind: gid.Addon}, Name: "redis"}, Reason: timeline.HeldForPayment}, "App shop: add-on redis suspended: a payment failed"},
		{ada, &timeline.AddonSuspendedEvent{OnApp: on, Addon: timeline.NamedAddon{ID: gid.ID{Kind: gid.Addon}, Name: "redis"}, Reason: timeline.HeldByOperator}, "App shop: add-on redis suspended by the operator"},
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
		{ada, &timeline.AppDeployedEvent{OnApp: on, Deployment: timeline.NamedDeployment{ID: gid.ID{Kind: gid.Deployment}, Commit: "01", Ref: "refs/heads/\u009b\u202e" + strings.Repeat("y", 41)}}, "App shop: 01 deployed from " + strings.Repeat("y", 40)}, // R98
		{ada, &timeline.ReviewAppCreatedEvent{OnReview: timeline.OnReview{OnApp: on, Branch: "\u009b\u202e" + strings.Repeat("y", 41), Parent: timeline.NamedApp{ID: gid.ID{Kind: gid.App}, Name: "store"}}}, "Review app shop created from the branch " + strings.Repeat("y", 40) + " of store"},
		{ada, &timeline.OneOffStartedEvent{OnApp: on, OneOff: rake}, "One-off started on shop: rake"},
		{ada, &timeline.OneOffStartedEvent{OnApp: on, OneOff: timeline.NamedOneOff{ID: rake.ID, Command: strings.Repeat("é", 61)}}, "One-off started on shop: " + strings.Repeat("é", 59) + "…"},
		{ada, &timeline.OneOffEndedEvent{OnApp: on, OneOff: rake, ExitCode: new(int32(3)), Reason: timeline.OneOffExited}, "One-off on shop exited with code 3: rake"},
		{ada, &timeline.OneOffEndedEvent{OnApp: on, OneOff: rake, Reason: timeline.OneOffExited}, "One-off on shop exited: rake"},
		{ada, &timeline.OneOffEndedEvent{OnApp: on, OneOff: rake, Reason: timeline.OneOffEndedByUser}, "One-off stopped on shop: rake"},
		{ada, &timeline.OneOffEndedEvent{OnApp: on, OneOff: rake, Reason: timeline.OneOffEndedForPayment}, "One-off on shop stopped because a payment failed: rake"},
		{ada, &timeline.OneOffEndedEvent{OnApp: on, OneOff: rake, Reason: timeline.OneOffEndedByOperator}, "One-off on shop stopped by the operator: rake"},
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
