package auth_test

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/browser"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// newest is an account's newest event: a sign-in.
func newest(t *testing.T, w *testkit.World, ctx context.Context) *timeline.LoginSucceededEvent {
	t.Helper()
	c, err := w.Log.Page(ctx, viewer.ID(ctx), page.Args{}, timeline.Filter{})
	e, ok := testkit.Must(t, c, err).Edges[0].Node.(*timeline.LoginSucceededEvent)
	if !ok {
		t.Fatalf("the newest event is a %v", reflect.TypeOf(c.Edges[0].Node))
	}
	return e
}

// signedIn is a world with ada's browser.
func signedIn(t *testing.T) (*testkit.World, *visitor) {
	w := testkit.New(t)
	w.Account("ada")
	b := newBrowser(t)
	_, err := w.Accounts.SignIn(b.ctx, signin.SignIn{Login: "ada", Password: testkit.Password})
	testkit.Must(t, 0, err)
	return w, b
}

// A session ends 14 days after it was last seen, and 30 days after it began.
func TestSessionsExpire(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	for _, c := range []struct {
		name  string
		after []time.Duration // asked after each
		lives []bool
	}{
		{"at once", []time.Duration{0}, []bool{true}},
		{"idle, just not", []time.Duration{14*day - time.Second}, []bool{true}},
		{"idle", []time.Duration{14 * day}, []bool{false}},
		{"seen, then idle", []time.Duration{13 * day, 13 * day, 3 * day}, []bool{true, true, true}},
		{"seen, then idle for long", []time.Duration{13 * day, 14 * day}, []bool{true, false}},
		{"in use to the end", []time.Duration{10 * day, 10 * day, 10*day - time.Second}, []bool{true, true, true}},
		{"in use past the end", []time.Duration{10 * day, 10 * day, 10 * day}, []bool{true, true, false}},
		{"dead stays dead", []time.Duration{14 * day, 0, time.Second}, []bool{false, false, false}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w, b := signedIn(t)
			if !b.until.Equal(w.Clock.Now().Add(30 * day)) {
				t.Errorf("the cookie is kept until %v", b.until)
			}
			for i, d := range c.after {
				w.Clock.Move(d)
				if _, ok, err := w.Sessions.Find(t.Context(), b.token); ok != c.lives[i] || err != nil {
					t.Errorf("ask %d: %v, %v", i, ok, err)
				}
			}
		})
	}
}

// That a session was seen is written once a minute, not with each request.
func TestASessionIsTouchedOnceAMinute(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	now := w.Clock.Now()
	w.Clock.Move(now.Truncate(time.Minute).Add(time.Minute).Sub(now)) // to a whole minute
	w.Account("ada")
	b := newBrowser(t)
	_, err := w.Accounts.SignIn(b.ctx, signin.SignIn{Login: "ada", Password: testkit.Password})
	testkit.Must(t, 0, err)
	for i, c := range []struct {
		after      time.Duration
		statements int
	}{{0, 1}, {59 * time.Second, 1}, {time.Second, 2}, {0, 1}, {59 * time.Second, 1}, {time.Hour, 2}} {
		w.Clock.Move(c.after)
		ctx, ran := testkit.Counting(t.Context())
		if _, ok, err := w.Sessions.Find(ctx, b.token); !ok || err != nil || ran.Count() != c.statements {
			t.Errorf("ask %d: %v, %v, %d statements, want %d:\n%s", i, ok, err, ran.Count(), c.statements, ran)
		}
	}
}

func TestR38_WhatEndsASession(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(*testing.T, *testkit.World, *visitor){
		"signing out": func(t *testing.T, w *testkit.World, b *visitor) {
			if ended, err := w.Sessions.End(b.ctx); !ended || err != nil {
				t.Errorf("%v, %v", ended, err)
			}
			if _, ok := viewer.From(b.ctx); ok || b.token != "" {
				t.Errorf("the request and the cookie stay: %q", b.token)
			}
		},
		"a changed credential": func(t *testing.T, w *testkit.World, _ *visitor) {
			ctx := viewer.AsSystem(t.Context())
			testkit.Must(t, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
				return tx.Account.Update().Where(account.Username("ada")).AddCredentialVersion(1).Exec(ctx)
			}))
		},
		"the account's end": func(t *testing.T, w *testkit.World, _ *visitor) {
			ctx := viewer.AsSystem(t.Context())
			testkit.Must(t, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error { _, err := tx.Account.Delete().Exec(ctx); return err }))
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w, b := signedIn(t)
			var told []uuid.UUID
			w.Bus.Listen(bus.Listener{Moved: func(uuid.UUID) {}, RightsChanged: func(id uuid.UUID) { told = append(told, id) }})
			token := b.token
			v, ok, err := w.Sessions.Find(t.Context(), token)
			if !ok || err != nil {
				t.Fatalf("%v, %v", ok, err)
			}
			if again, err := w.Sessions.Recheck(t.Context(), v); !reflect.DeepEqual(again, v) || err != nil {
				t.Errorf("again it is %+v, %v", again, err)
			}
			end(t, w, b)
			if v, ok, err := w.Sessions.Find(t.Context(), token); ok || err != nil {
				t.Errorf("the old cookie is %+v's: %v", v, err)
			}
			var r *problem.Refusal
			if _, err := w.Sessions.Recheck(t.Context(), v); !errors.As(err, &r) || r.Reason != problem.Unauthenticated {
				t.Errorf("an open socket: %v", err)
			}
			if name == "signing out" && (len(told) != 1 || told[0] != v.AccountID) {
				t.Errorf("told of %v", told)
			}
		})
	}
}

// Signing out ends the session that asks and no other, of oneself or of others.
func TestSigningOutLeavesOthersAlone(t *testing.T) {
	t.Parallel()
	w, b := signedIn(t)
	w.Account("eve")
	other, eves := newBrowser(t), newBrowser(t)
	for b, name := range map[*visitor]string{other: "ada", eves: "eve"} {
		_, err := w.Accounts.SignIn(b.ctx, signin.SignIn{Login: name, Password: testkit.Password})
		testkit.Must(t, 0, err)
	}
	mine, _, err := w.Sessions.Find(t.Context(), b.token)
	testkit.Must(t, mine, err)
	stolen, _ := viewer.From(eves.ctx)
	stolen.SessionID = mine.SessionID // eve asks with ada's session id
	ctx := browser.With(viewer.With(t.Context(), stolen), browser.Browser{Keep: func(browser.Cookie, string, time.Time) {}})
	if ended, err := w.Sessions.End(ctx); ended || err != nil {
		t.Errorf("eve ended it: %v", err)
	}
	if ended, err := w.Sessions.End(newBrowser(t).ctx); ended || err != nil {
		t.Errorf("nobody ended something: %v", err)
	}
	if ended, err := w.Sessions.End(b.ctx); !ended || err != nil {
		t.Errorf("%v, %v", ended, err)
	}
	for b, want := range map[*visitor]bool{other: true, eves: true} {
		if _, ok, _ := w.Sessions.Find(t.Context(), b.token); ok != want {
			t.Errorf("another's session: %v", ok)
		}
	}
}

// What is known of the viewer is that of the account now.
func TestASessionKnowsTheAccountAsItIs(t *testing.T) {
	t.Parallel()
	w, b := signedIn(t)
	ctx := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		return tx.Account.Update().SetLanguage("FR").SetUsername("ada-king").SetSuspendedAt(w.Clock.Now()).Exec(ctx)
	}))
	v, ok, err := w.Sessions.Find(t.Context(), b.token)
	if !ok || err != nil || v.Language != "FR" || v.Username != "ada-king" || !v.Suspended || v.System {
		t.Errorf("%+v, %v, %v", v, ok, err)
	}
}
