package auth_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	entdevice "portico/ent/device"
	"portico/ent/session"
	"portico/internal/browser"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R89: whoever has the password may sign in again and again, each time from a new
// browser. The newest sessions and devices stay: all of an account are read for its data
// export, and ended by one statement, for which everyone else waits. A new session of
// another account takes none away.
func TestR89_AnAccountHasSoManySessionsAndDevices(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Account("ada")
	w.Account("eve")
	first, eves := w.SignedIn("ada"), w.SignedIn("eve")
	var newest *testkit.Browser
	for range 520 {
		w.Clock.Move(time.Second)
		newest = w.SignedIn("ada")
	}
	ctx, id := viewer.AsSystem(t.Context()), viewer.ID(ada)
	if n := w.DB.Session.Query().Where(session.AccountID(id)).CountX(ctx); n != 500 {
		t.Errorf("%d sessions", n)
	}
	if n := w.DB.Device.Query().Where(entdevice.AccountID(id)).CountX(ctx); n != 500 {
		t.Errorf("%d devices", n)
	}
	for name, c := range map[string]struct {
		b    *testkit.Browser
		want bool
	}{"the first": {first, false}, "the newest": {newest, true}, "another's": {eves, true}} {
		if _, ok, err := w.Sessions.Find(t.Context(), c.b.Cookies[browser.SessionCookie]); ok != c.want || err != nil {
			t.Errorf("%s session is open: %v, %v", name, ok, err)
		}
	}
}

// R89: the owner is told of some new browsers an hour. The emails of others wait behind
// them.
func TestR89_SignInsAgainAndAgainSendFewEmails(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Verified("ada")
	w.Clock.Move(time.Hour)
	told := func() (n int) {
		for _, kind := range w.EmailKinds("ada@example.com") {
			if kind == "new_device" {
				n++
			}
		}
		return n
	}
	for i := range 80 {
		w.SignedIn("ada")
		if want := min(i+1, 50); told() != want {
			t.Fatalf("after %d sign-ins, %d emails", i+1, told())
		}
	}
	w.Clock.Move(time.Hour)
	w.SignedIn("ada")
	if told() != 51 {
		t.Errorf("an hour later, %d emails", told())
	}
}

// R89: creating and renewing API tokens sends emails too, so many an hour and account.
func TestR89_TokensAreMadeSoManyAnHour(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	w.Verify(ada)
	made := newToken(t, w, ada, "APPS_READ")
	for i := range 205 {
		_, err := w.Tokens.Renew(ada, made.Token.ID)
		if want := map[bool]string{true: "<nil>", false: " LIMIT_REACHED"}[i < 199]; testkit.InputErrors(err) != want {
			t.Fatalf("renewal %d: %v", i, err)
		}
	}
	kinds := w.EmailKinds("ada@example.com")
	if n := len(slices.DeleteFunc(kinds, func(k string) bool { return k != "api_token_renewed" })); n != 199 {
		t.Errorf("%d emails", n)
	}
	newToken(t, w, eve, "APPS_READ")
	w.Clock.Move(time.Hour)
	newToken(t, w, ada, "APPS_READ")
}

// R89: so does adding SSH keys.
func TestR89_KeysAreAddedSoManyAnHour(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	w.Verify(ada)
	line := testkit.PublicKey(t)
	for i := range 205 {
		k, err := w.Keys.Add(ada, fmt.Sprint("key ", i), line)
		if want := map[bool]string{true: "<nil>", false: " LIMIT_REACHED"}[i < 200]; testkit.InputErrors(err) != want {
			t.Fatalf("key %d: %v", i, err)
		}
		if err == nil {
			testkit.Must(t, 0, w.Keys.Remove(ada, k.ID))
		}
	}
	w.Clock.Move(time.Hour)
	_, err := w.Keys.Add(ada, "later", line)
	testkit.Must(t, 0, err)
}
