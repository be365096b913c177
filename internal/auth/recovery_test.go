package auth_test

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"portico/ent"
	"portico/internal/apitoken"
	"portico/internal/auth"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// asksReset asks for a link to the account of an address, which the worker answers.
func asksReset(w *testkit.World, address string) {
	w.T.Helper()
	testkit.Must(w.T, 0, w.Recovery.Request(w.Browser().Request(), address))
	testkit.Must(w.T, 0, w.Recovery.AnswerJob().Run(w.T.Context()))
}

// resetLink is the secret of a emailed link that sets an account's password.
func resetLink(w *testkit.World, name string) string {
	w.T.Helper()
	asksReset(w, name+"@example.com")
	l := w.Email(row(w, name).Email)
	if l.Kind != "reset_password" || l.Button.Path != "/reset-password" {
		w.T.Fatalf("the newest email is %+v", l)
	}
	return l.Button.Secret
}

// verified is a world with ada, whose address is verified.
func verified(t *testing.T) *testkit.World {
	w := testkit.New(t)
	w.Account("ada")
	edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetEmailVerifiedAt(w.Clock.Now()) })
	return w
}

// R18: a reset ends the other sessions and signs nobody in, R13; keys and tokens
// stay, and the email says so.
func TestR18ResetPassword(t *testing.T) {
	t.Parallel()
	w := verified(t)
	b := w.SignedIn("ada")
	k, err := w.Keys.Add(b.Request(), "laptop", testkit.PublicKey(t))
	testkit.Must(t, k, err)
	token, err := w.Tokens.Create(b.Request(), apitoken.NewToken{Name: "program", Scopes: []string{"KEYS_READ"}})
	testkit.Must(t, token, err)
	secret := resetLink(w, "ada")
	at := w.Browser()
	name, err := w.Recovery.Reset(at.Request(), secret, another)
	if testkit.Must(t, name, err); name != "ada" {
		t.Errorf("%s may sign in", name)
	}
	if live(b) || live(at) || len(at.Cookies) > 0 {
		t.Errorf("the old session: %v, where it was reset: %v", live(b), at.Cookies)
	}
	if signsIn(w, "ada", testkit.Password) || !signsIn(w, "ada", another) {
		t.Error("the password did not change")
	}
	if _, ok, err := w.Tokens.Find(t.Context(), token.Text, ""); !ok || err != nil || w.DB.SSHKey.Query().CountX(viewer.AsSystem(t.Context())) != 1 {
		t.Error("the key or the token is gone")
	}
	if got := events(w, "ada", 9); !slices.Contains(got, "password_reset") || !slices.Contains(got, "password_reset_requested") {
		t.Errorf("%v", got)
	}
	if emails(w, "ada@example.com", "password_reset") != 1 {
		t.Errorf("%v", w.EmailKinds("ada@example.com"))
	}
}

// R18: all the ways in which a reset link dies, and those in which it does not.
func TestR18ResetLinksDie(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil func(w *testkit.World, b *testkit.Browser, secret string) error
		want  string
	}{
		"just in time": {func(w *testkit.World, _ *testkit.Browser, _ string) error {
			w.Clock.Move(30*time.Minute - time.Second)
			return nil
		}, "<nil>"},
		"its time": {func(w *testkit.World, _ *testkit.Browser, _ string) error { w.Clock.Move(30 * time.Minute); return nil }, "token LINK_INVALID"},
		"its use": {func(w *testkit.World, _ *testkit.Browser, secret string) error {
			_, err := w.Recovery.Reset(w.Browser().Request(), secret, "yet another password")
			return err
		}, "token LINK_INVALID"},
		"a newer one": {func(w *testkit.World, _ *testkit.Browser, _ string) error { resetLink(w, "ada"); return nil }, "token LINK_INVALID"},
		"a change of password": {func(w *testkit.World, b *testkit.Browser, _ string) error {
			_, err := w.Accounts.ChangePassword(b.Request(), signin.PasswordChange{CurrentPassword: testkit.Password, NewPassword: "yet another password"})
			return err
		}, "token LINK_INVALID"},
		"a change of mail": {func(w *testkit.World, b *testkit.Browser, _ string) error {
			_, err := w.Emails.RequestChange(b.Request(), "ada@new.example", false)
			for _, to := range []string{"ada@new.example", "ada@example.com"} {
				if err == nil {
					_, err = w.Emails.Confirm(b.Request(), w.Email(to).Button.Secret)
				}
			}
			return err
		}, "token LINK_INVALID"},
		"a password that is refused": {func(w *testkit.World, _ *testkit.Browser, secret string) error {
			for password, want := range map[string]string{"": "REQUIRED", "short": "TOO_SHORT", "passwordpassword": "GUESSABLE", "ada@example.com ada": "GUESSABLE"} {
				if _, err := w.Recovery.Reset(w.Browser().Request(), secret, password); wrong(err) != "password "+want {
					return fmt.Errorf("%q: %w", password, err)
				}
			}
			return nil
		}, "<nil>"},
		"a suspension": {func(w *testkit.World, _ *testkit.Browser, _ string) error {
			edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetSuspendedAt(w.Clock.Now()) })
			return nil
		}, "<nil>"},
		"the account's end": {func(w *testkit.World, _ *testkit.Browser, _ string) error {
			edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetClosingAt(w.Clock.Now().Add(time.Hour)) })
			return nil
		}, " ACCOUNT_CLOSING"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := verified(t)
			b := w.SignedIn("ada")
			secret := resetLink(w, "ada")
			testkit.Must(t, 0, c.spoil(w, b, secret))
			if _, err := w.Recovery.Reset(w.Browser().Request(), secret, another); wrong(err) != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
			if signsIn(w, "ada", another) != (c.want == "<nil>") {
				t.Error("the password is the other one")
			}
		})
	}
}

// R15: one link sets one password, however many use it at once.
func TestR15ResetLinkWorksOnce(t *testing.T) {
	t.Parallel()
	w := verified(t)
	secret := resetLink(w, "ada")
	var set atomic.Int32
	var wg sync.WaitGroup
	for i := range 20 {
		ctx := w.Browser().Request()
		wg.Go(func() {
			switch _, err := w.Recovery.Reset(ctx, secret, fmt.Sprintf("another fine password %d", i)); wrong(err) {
			case "<nil>":
				set.Add(1)
			case "token LINK_INVALID":
			default:
				t.Error(err)
			}
		})
	}
	if wg.Wait(); set.Load() != 1 {
		t.Errorf("%d passwords were set", set.Load())
	}
}

// R19: the email goes to the address as it is stored, however it is asked for.
func TestR19ResetMailGoesToTheStoredAddress(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	a, err := w.Accounts.Create(t.Context(), signin.SignUp{Username: "ada", Email: "Ada@Example.com", Password: testkit.Password})
	testkit.Must(t, a, err)
	for _, address := range []string{"ada@example.com", "ADA@EXAMPLE.COM", " ada@ｅxample.com"} { // a full-width e
		asksReset(w, address)
	}
	asksReset(w, "ada@example.co")
	asksReset(w, "ad%@example.com")
	if n := emails(w, "Ada@Example.com", "reset_password"); n != 3 || w.DB.Mail.Query().CountX(viewer.AsSystem(t.Context())) != 3 {
		t.Errorf("%d emails", n)
	}
	if _, err := w.Accounts.SignUp(w.Browser().Request(), signin.SignUp{Username: "eve", Email: "ada@ｅxample.com", Password: testkit.Password}); wrong(err) != "email TAKEN" {
		t.Errorf("one address, two accounts: %v", err)
	}
}

// R20: whoever made an account with somebody else's address keeps nothing of it
// once the address's owner sets a password.
func TestR20ResetStripsASquattedAccount(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	squatter := signedUp(w, "ada")
	k, err := w.Keys.Add(squatter.Request(), "laptop", testkit.PublicKey(t))
	testkit.Must(t, k, err)
	token, err := w.Tokens.Create(squatter.Request(), apitoken.NewToken{Name: "program", Scopes: []string{"KEYS_READ"}})
	testkit.Must(t, token, err)
	secondFactor(w, "ada")
	_, err = w.Emails.RequestChange(squatter.Request(), "eve@example.com", true)
	testkit.Must(t, 0, err)
	confirm := w.Email("eve@example.com").Button.Secret

	name, err := w.Recovery.Reset(w.Browser().Request(), resetLink(w, "ada"), another)
	testkit.Must(t, name, err)
	sys := viewer.AsSystem(t.Context())
	if _, ok, _ := w.Tokens.Find(t.Context(), token.Text, ""); ok || live(squatter) || w.DB.SSHKey.Query().CountX(sys)+w.DB.Totp.Query().CountX(sys)+w.DB.Device.Query().CountX(sys) > 0 {
		t.Error("something of the squatter's is left")
	}
	if _, err := w.Emails.Confirm(w.Browser().Request(), confirm); wrong(err) != "token LINK_INVALID" {
		t.Errorf("the change of address goes on: %v", err)
	}
	if a := row(w, "ada"); a.EmailVerifiedAt == nil || !signsIn(w, "ada", another) || signsIn(w, "ada", testkit.Password) {
		t.Errorf("%+v", a)
	}
	if got := events(w, "ada", 4); !slices.Contains(got, "email_verified") {
		t.Errorf("%v", got)
	}
}

// R20: an account without a password gets its first one by a emailed link alone.
func TestR20FirstPasswordNeedsAMailedLink(t *testing.T) {
	t.Parallel()
	w := verified(t)
	b := w.SignedIn("ada")
	edit(w, "ada", func(u *ent.AccountUpdateOne) { u.ClearPasswordHash() })
	for _, current := range []string{"", testkit.Password, "x"} {
		if _, err := w.Accounts.ChangePassword(b.Request(), signin.PasswordChange{CurrentPassword: current, NewPassword: another}); wrong(err) != "currentPassword NO_CURRENT_PASSWORD" {
			t.Errorf("%q: %v", current, err)
		}
	}
	name, err := w.Recovery.Reset(w.Browser().Request(), resetLink(w, "ada"), another)
	if testkit.Must(t, name, err); !signsIn(w, "ada", another) {
		t.Error("the emailed link set no password")
	}
}

// A lock after too many wrong passwords goes with the password.
func TestResetUnlocks(t *testing.T) {
	t.Parallel()
	w := verified(t)
	for range 100 {
		w.Clock.Move(time.Minute)
		if signsIn(w, "ada", "not the password") {
			t.Fatal("signed in")
		}
	}
	if w.Clock.Move(time.Minute); signsIn(w, "ada", testkit.Password) {
		t.Fatal("it is not locked")
	}
	name, err := w.Recovery.Reset(w.Browser().Request(), resetLink(w, "ada"), another)
	if testkit.Must(t, name, err); !signsIn(w, "ada", another) {
		t.Error("it is locked still")
	}
}

// R13, its rows of this part: a reset and a emailed link give no session, whatever
// the second factor is; the second factor is asked afterwards.
func TestR13MailedLinksGiveNoSession(t *testing.T) {
	t.Parallel()
	for _, factor := range []string{"none", "begun", "on"} {
		w := verified(t)
		as := auth.As(t.Context(), row(w, "ada"))
		if factor != "none" {
			testkit.Must(t, 0, store.Do(as, w.DB, func(tx *ent.Tx) error {
				c := tx.Totp.Create().SetSecret([]byte("x")).SetCreatedAt(w.Clock.Now())
				if factor == "on" {
					c.SetEnabledAt(w.Clock.Now())
				}
				return c.Exec(as)
			}))
		}
		at := w.Browser()
		name, err := w.Recovery.Reset(at.Request(), resetLink(w, "ada"), another)
		testkit.Must(t, name, err)
		testkit.Must(t, 0, w.Emails.Resend(auth.As(t.Context(), unverify(w, "ada"))))
		email, err := w.Emails.Verify(at.Request(), w.Email("ada@example.com").Button.Secret)
		testkit.Must(t, email, err)
		if live(at) || len(at.Cookies) > 0 || w.DB.Session.Query().CountX(viewer.AsSystem(t.Context())) > 0 {
			t.Errorf("%s: a emailed link signed in: %v", factor, at.Cookies)
		}
		in, err := w.Accounts.SignIn(at.Request(), signin.SignIn{Login: "ada", Password: another})
		if testkit.Must(t, in, err); (in.Challenge != nil) != (factor == "on") || live(at) != (factor != "on") {
			t.Errorf("%s: signing in afterwards: %+v", factor, in)
		}
	}
}

func unverify(w *testkit.World, name string) *ent.Account {
	edit(w, name, func(u *ent.AccountUpdateOne) { u.ClearEmailVerifiedAt() })
	return row(w, name)
}
