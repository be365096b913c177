package auth_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/pendingsignin"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

const another = "another fine password"

// signsIn tells whether a password opens an account.
func signsIn(w *testkit.World, name, password string) bool {
	w.T.Helper()
	_, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: name, Password: password})
	return err == nil
}

// live tells whether a browser is signed in.
func live(b *testkit.Browser) bool {
	_, ok := viewer.From(b.Request())
	return ok
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	b, other := w.SignedIn("ada"), w.SignedIn("ada")
	w.Clock.Move(time.Hour) // sudo mode is over
	before := b.Cookies[browser.SessionCookie]
	ctx := b.Request()
	got, err := w.Accounts.ChangePassword(ctx, signin.PasswordChange{CurrentPassword: testkit.Password, NewPassword: another})
	if testkit.Must(t, got, err); got.Ended != 1 || got.Account.Username != "ada" {
		t.Errorf("%+v", got)
	}
	if live(other) || !live(b) || b.Cookies[browser.SessionCookie] == before {
		t.Errorf("the other session: %v, this one: %v", live(other), live(b))
	}
	v, _ := viewer.From(b.Request())
	now, _ := viewer.From(ctx)
	if want := w.Clock.Now().Add(15 * time.Minute); !v.SudoUntil.Equal(want) || !now.SudoUntil.Equal(want) {
		t.Errorf("sudo mode until %v, and in the request until %v", v.SudoUntil, now.SudoUntil)
	}
	if _, ok, err := w.Sessions.Find(t.Context(), before); ok || err != nil {
		t.Error("R20: the old token is good still")
	}
	if signsIn(w, "ada", testkit.Password) || !signsIn(w, "ada", another) {
		t.Error("the password did not change")
	}
	if got := events(w, "ada", 9); !slices.Contains(got, "password_changed") || emails(w, "ada@example.com", "password_changed") != 1 {
		t.Errorf("events %v, emails %v", got, w.EmailKinds("ada@example.com"))
	}
}

func TestWhatStandsAgainstAPassword(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada-martin")
	w.Account("newcomer")
	edit(w, "ada-martin", func(u *ent.AccountUpdateOne) { u.SetFullName("Ada Lovelace") })
	b, without := w.SignedIn("ada-martin"), w.SignedIn("newcomer")
	edit(w, "newcomer", func(u *ent.AccountUpdateOne) { u.ClearPasswordHash() })
	for _, c := range []struct {
		b    *testkit.Browser
		in   signin.PasswordChange
		want string
	}{
		{b, signin.PasswordChange{}, "currentPassword REQUIRED, newPassword REQUIRED"},
		{b, signin.PasswordChange{CurrentPassword: testkit.Password, NewPassword: "short"}, "newPassword TOO_SHORT"},
		{b, signin.PasswordChange{CurrentPassword: testkit.Password, NewPassword: strings.Repeat("a", 1025)}, "newPassword TOO_LONG"},
		{b, signin.PasswordChange{CurrentPassword: testkit.Password, NewPassword: "lovelace-lovelace"}, "newPassword GUESSABLE"},
		{b, signin.PasswordChange{CurrentPassword: "not my password", NewPassword: another}, "currentPassword WRONG_CREDENTIALS"},
		{b, signin.PasswordChange{CurrentPassword: testkit.Password, NewPassword: testkit.Password}, "newPassword UNCHANGED"},
		{without, signin.PasswordChange{CurrentPassword: "", NewPassword: another}, "currentPassword NO_CURRENT_PASSWORD"},
	} {
		if _, err := w.Accounts.ChangePassword(c.b.Request(), c.in); wrong(err) != c.want || !live(c.b) {
			t.Errorf("%+v: %s, want %s", c.in, wrong(err), c.want)
		}
	}
	if !signsIn(w, "ada-martin", testkit.Password) || signsIn(w, "newcomer", another) {
		t.Error("a password changed")
	}
	plain := viewer.With(t.Context(), viewer.Viewer{AccountID: row(w, "ada-martin").ID})
	var refused *problem.Refusal
	if _, err := w.Accounts.ChangePassword(plain, signin.PasswordChange{CurrentPassword: testkit.Password, NewPassword: another}); !errors.As(err, &refused) || refused.Reason != problem.HTTPOnly {
		t.Errorf("without cookies: %v", err)
	}
}

// R15: of many guesses at once by a stolen session no more are compared than are
// allowed.
func TestR15GuessesAtTheCurrentPassword(t *testing.T) {
	t.Parallel()
	w, b := testkit.WithSignedIn(t, "ada")
	var compared atomic.Int32
	var wg sync.WaitGroup
	for range 50 {
		ctx := b.Request()
		wg.Go(func() {
			if _, err := w.Accounts.ChangePassword(ctx, signin.PasswordChange{CurrentPassword: "not my password", NewPassword: another}); wrong(err) == "currentPassword WRONG_CREDENTIALS" {
				compared.Add(1)
			}
		})
	}
	wg.Wait()
	if n := compared.Load(); n == 0 || n > 4 {
		t.Errorf("%d compares", n)
	}
}

// R21: a sign-in that waits for its second factor dies when the password changes.
func TestR21ChangedPasswordEndsPendingSignIns(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(w *testkit.World, b *testkit.Browser) error{
		"changed": func(w *testkit.World, b *testkit.Browser) error {
			_, err := w.Accounts.ChangePassword(b.Request(), signin.PasswordChange{CurrentPassword: testkit.Password, NewPassword: another})
			return err
		},
		"reset": func(w *testkit.World, _ *testkit.Browser) error {
			_, err := w.Recovery.Reset(w.Browser().Request(), resetLink(w, "ada"), another)
			return err
		},
	} {
		w, ada := testkit.WithAccount(t, "ada")
		edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetEmailVerifiedAt(w.Clock.Now()) })
		b := w.SignedIn("ada")
		secondFactor(w, "ada")
		in, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: "ada", Password: testkit.Password})
		if testkit.Must(t, in, err); in.Challenge == nil {
			t.Fatal("no second factor was asked")
		}
		testkit.Must(t, 0, change(w, b))
		if n := w.DB.PendingSignIn.Query().Where(pendingsignin.AccountID(viewer.ID(ada))).CountX(viewer.AsSystem(t.Context())); n != 0 {
			t.Errorf("%s: %d sign-ins wait still", name, n)
		}
	}
}

// secondFactor switches one on.
func secondFactor(w *testkit.World, name string) {
	w.T.Helper()
	as := auth.As(w.T.Context(), row(w, name))
	testkit.Must(w.T, 0, store.Do(as, w.DB, func(tx *ent.Tx) error {
		return tx.Totp.Create().SetSecret([]byte("x")).SetCreatedAt(w.Clock.Now()).SetEnabledAt(w.Clock.Now()).Exec(as)
	}))
}
