package auth_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/link"
	"portico/internal/browser"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// sessionIDs are those of the listed sessions, in their order.
func sessionIDs(t *testing.T, w *testkit.World, b *testkit.Browser, args page.Args) []uuid.UUID {
	t.Helper()
	c, err := w.Sessions.Page(b.Request(), args)
	testkit.Must(t, c, err)
	ids := []uuid.UUID{}
	for _, e := range c.Edges {
		ids = append(ids, e.Node.ID)
	}
	if args == (page.Args{}) {
		if n, err := c.TotalCount(b.Request()); err != nil || int(n) != len(ids) {
			t.Errorf("%d are counted, %d listed: %v", n, len(ids), err)
		}
	}
	return ids
}

func idOf(b *testkit.Browser) uuid.UUID {
	v, _ := viewer.From(b.Request())
	return v.SessionID
}

func missing(err error) bool {
	var r *problem.Refusal
	return errors.As(err, &r) && r.Reason == problem.NotFound
}

// Listed are the sessions that let somebody in, newest first: none that ended, by
// time or by a changed credential, and none of another's.
func TestSessionsThatAreListed(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	w.Account("eve")
	old := w.SignedIn("ada")
	oldID := idOf(old)
	w.Clock.Move(7 * 24 * time.Hour)
	middle := w.SignedIn("ada")
	eves := w.SignedIn("eve")
	newest := w.SignedIn("ada")
	if got, want := sessionIDs(t, w, newest, page.Args{}), []uuid.UUID{idOf(newest), idOf(middle), oldID}; !reflect.DeepEqual(got, want) {
		t.Errorf("listed are %v, want %v", got, want)
	}
	one := int32(1)
	c, err := w.Sessions.Page(newest.Request(), page.Args{First: &one})
	testkit.Must(t, c, err)
	if got := sessionIDs(t, w, newest, page.Args{First: &one, After: c.PageInfo.EndCursor}); !reflect.DeepEqual(got, []uuid.UUID{idOf(middle)}) {
		t.Errorf("the second is %v", got)
	}
	if got := sessionIDs(t, w, eves, page.Args{}); !reflect.DeepEqual(got, []uuid.UUID{idOf(eves)}) {
		t.Errorf("eve sees %v", got)
	}
	w.Clock.Move(8 * 24 * time.Hour) // the old one is idle for 15 days, the others for 8
	if got, want := sessionIDs(t, w, newest, page.Args{}), []uuid.UUID{idOf(newest), idOf(middle)}; !reflect.DeepEqual(got, want) {
		t.Errorf("listed are %v, want %v", got, want)
	}
	stale := newest.Request()
	testkit.Must(t, 0, store.Do(stale, w.DB, func(tx *ent.Tx) error {
		return tx.Account.Update().Where(account.Username("ada")).AddCredentialVersion(1).Exec(viewer.AsSystem(stale))
	}))
	last := w.SignedIn("ada")
	if got, want := sessionIDs(t, w, last, page.Args{}), []uuid.UUID{idOf(last)}; !reflect.DeepEqual(got, want) {
		t.Errorf("after a change of credentials %v are listed, want %v", got, want)
	}
}

// R38, R32: a session that is ended from elsewhere is dead at once, is told of,
// and nobody ends another's.
func TestR38_R32_RevokeASession(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	here, there, eves := w.SignedIn("ada"), w.SignedIn("ada"), w.SignedIn("eve")
	id := idOf(there)
	for _, none := range []uuid.UUID{id, uuid.New(), uuid.Nil} {
		if err := w.Sessions.Revoke(eves.Request(), none); !missing(err) {
			t.Errorf("eve ends %s: %v", none, err)
		}
	}
	var told []uuid.UUID
	w.Bus.Listen(bus.Listener{Moved: func(uuid.UUID) {}, RightsChanged: func(id uuid.UUID) { told = append(told, id) }})
	testkit.Must(t, 0, w.Sessions.Revoke(here.Request(), id))
	if _, ok, err := w.Sessions.Find(t.Context(), there.Cookies[browser.SessionCookie]); ok || err != nil {
		t.Errorf("its cookie still opens: %v", err)
	}
	if !reflect.DeepEqual(told, []uuid.UUID{viewer.ID(ada)}) {
		t.Errorf("told of %v", told)
	}
	if err := w.Sessions.Revoke(here.Request(), id); !missing(err) {
		t.Errorf("once more: %v", err)
	}
	c, err := w.Log.Page(ada, viewer.ID(ada), page.Args{}, timeline.Filter{})
	e, ok := testkit.Must(t, c, err).Edges[0].Node.(*timeline.SessionRevokedEvent)
	if !ok || e.Sessions != 1 || *e.EndedDevice != "Firefox on Linux" || e.Address != here.Address || e.Summary(ada) != "Session on Firefox on Linux ended" {
		t.Errorf("recorded is %+v", c.Edges[0].Node)
	}
	if got := w.Timeline(eve, viewer.ID(eve)); got[0] != "login_succeeded" {
		t.Errorf("eve's timeline has %v", got)
	}
	ctx := here.Request()
	testkit.Must(t, 0, w.Sessions.Revoke(ctx, idOf(here)))
	if _, ok := viewer.From(ctx); ok {
		t.Error("the request goes on as one whose session it has ended")
	}
}

func TestRevokeOtherSessions(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	w.Account("eve")
	here, eves := w.SignedIn("ada"), w.SignedIn("eve")
	if n, err := w.Sessions.RevokeOthers(here.Request()); n != 0 || err != nil {
		t.Errorf("%d others ended: %v", n, err)
	}
	if got := w.Timeline(ada, viewer.ID(ada)); got[0] != "login_succeeded" {
		t.Errorf("nothing ended, and recorded is %v", got)
	}
	others := []*testkit.Browser{w.SignedIn("ada"), w.SignedIn("ada"), w.SignedIn("ada")}
	if n, err := w.Sessions.RevokeOthers(here.Request()); n != 3 || err != nil {
		t.Errorf("%d ended: %v", n, err)
	}
	for _, b := range others {
		if idOf(b) != uuid.Nil {
			t.Error("one of the others lives")
		}
	}
	if idOf(here) == uuid.Nil || idOf(eves) == uuid.Nil {
		t.Error("the one that asked, or another's, has ended")
	}
	c, err := w.Log.Page(ada, viewer.ID(ada), page.Args{}, timeline.Filter{})
	e, ok := testkit.Must(t, c, err).Edges[0].Node.(*timeline.SessionRevokedEvent)
	if !ok || e.Sessions != 3 || e.EndedDevice != nil || e.Summary(ada) != "3 other sessions ended" {
		t.Errorf("recorded is %+v", c.Edges[0].Node)
	}
}

// What has ended goes; what lives stays.
func TestSweepRemovesWhatHasEnded(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	ctx, me := viewer.AsSystem(t.Context()), viewer.ID(ada)
	w.SignedIn("ada")
	until := func(d time.Duration) time.Time { return w.Clock.Now().Add(d) }
	testkit.Must(t, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		for i, d := range []time.Duration{time.Hour, 40 * 24 * time.Hour} {
			secret := []byte{byte(i)}
			tx.Link.Create().SetAccountID(me).SetPurpose(link.PurposeREVERT_EMAIL).SetDigest(secret).SetCreatedAt(until(0)).SetExpiresAt(until(d)).ExecX(ctx)
			tx.Ceremony.Create().SetPurpose("ADD").SetData([]byte(`{}`)).SetCreatedAt(until(0)).SetExpiresAt(until(d)).ExecX(ctx)
			tx.PendingSignIn.Create().SetAccountID(me).SetTokenDigest(secret).SetCredentialVersion(1).SetMethod("password").SetCreatedAt(until(0)).SetExpiresAt(until(d)).ExecX(ctx)
			tx.OAuthState.Create().SetDigest(secret).SetBrowser(secret).SetVerifier(secret).SetPurpose("SIGN_IN").SetPage("apps").SetCreatedAt(until(0)).SetExpiresAt(until(d)).ExecX(ctx)
		}
		return nil
	}))
	counts := func() [5]int {
		return [5]int{w.DB.Session.Query().CountX(ctx), w.DB.Link.Query().CountX(ctx), w.DB.Ceremony.Query().CountX(ctx), w.DB.PendingSignIn.Query().CountX(ctx), w.DB.OAuthState.Query().CountX(ctx)}
	}
	for _, c := range []struct {
		after time.Duration
		want  [5]int
	}{{0, [5]int{1, 2, 2, 2, 2}}, {time.Hour, [5]int{1, 1, 1, 1, 1}}, {30 * 24 * time.Hour, [5]int{0, 1, 1, 1, 1}}, {10 * 24 * time.Hour, [5]int{}}} {
		w.Clock.Move(c.after)
		if testkit.Must(t, 0, w.Sessions.Sweep(t.Context())); counts() != c.want {
			t.Errorf("after %v there are %v, want %v", c.after, counts(), c.want)
		}
	}
}
