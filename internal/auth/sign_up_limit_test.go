package auth_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"portico/ent"
	"portico/internal/apitoken"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// signUpAs signs up from a browser with a username and an email.
func signUpAs(b *testkit.Browser, username, email string) error {
	return second(b.World.Accounts.SignUp(b.Request(), signin.SignUp{Username: username, Email: email, Password: testkit.Password}))
}

// at is a guest's browser at an address.
func at(w *testkit.World, address string) *testkit.Browser {
	b := w.Browser()
	b.Address = address
	return b
}

// signUpsFull tells whether a sign-up was refused because of its network.
func signUpsFull(err error) bool {
	var r *problem.Refusal
	return errors.As(err, &r) && r.Reason == problem.RateLimited && r.After == time.Hour
}

// R56: one network makes 20 accounts an hour, from whichever of its addresses, and
// keeps no other from signing up. A sandbox's own machine makes as many as it likes.
func TestR56_SignUpsOfANetwork(t *testing.T) {
	t.Parallel()
	for name, addresses := range map[string][2]string{"IPv4": {"203.0.113.%d", "203.0.114.1"}, "IPv6": {"2001:db8:1:1::%d", "2001:db8:1:2::1"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := testkit.New(t)
			made := 0
			signUp := func(b *testkit.Browser) error {
				made++
				name := fmt.Sprintf("guest-%d", made)
				return signUpAs(b, name, name+"@example.com")
			}
			for i := range 20 {
				testkit.Must(t, 0, signUp(at(w, fmt.Sprintf(addresses[0], i))))
			}
			counted := count(w)
			if err := signUp(at(w, fmt.Sprintf(addresses[0], 200))); !signUpsFull(err) || counted.hashes.Load() != 0 {
				t.Errorf("the 21st: %v, %d hashes", err, counted.hashes.Load())
			}
			testkit.Must(t, 0, signUp(at(w, addresses[1])))
			w.Clock.Move(time.Hour)
			testkit.Must(t, 0, signUp(at(w, fmt.Sprintf(addresses[0], 200))))
			sandbox := at(w, "127.0.0.1")
			sandbox.Unlimited = true
			for range 30 {
				testkit.Must(t, 0, signUp(sandbox))
			}
		})
	}
}

// R56: of 200 questions at once which emails have an account, a network has ten
// answered. Then it cannot tell what is taken from what is free.
func TestR56_FewAnswersTellWhatIsTaken(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	got := atOnce(200, func(i int) error {
		return signUpAs(at(w, fmt.Sprintf("203.0.113.%d", i)), fmt.Sprintf("guest-%d", i), "ada@example.com")
	})
	if got["email TAKEN"] != 10 || got["RATE_LIMITED"] != 190 {
		t.Errorf("%v", got)
	}
	for _, email := range []string{"ada@example.com", "free@example.com"} {
		if err := signUpAs(at(w, "203.0.113.7"), "guest", email); !signUpsFull(err) {
			t.Errorf("%s: %v", email, err)
		}
	}
	if n := w.DB.Account.Query().CountX(viewer.AsSystem(t.Context())); n != 1 {
		t.Errorf("%d accounts", n)
	}
	if err := signUpAs(at(w, "198.51.100.1"), "guest", "ada@example.com"); wrong(err) != "email TAKEN" {
		t.Errorf("elsewhere: %v", err)
	}
}

// R56: asking to change an email tells as little: five answers an hour for an account,
// whatever comes of them, and for its network the ten that it shares with sign-ups.
func TestR56_ChangesOfEmailTellFewWhatIsTaken(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	ask := func(name, email string) func(int) error {
		w.Account(name)
		b := w.SignedIn(name)
		return func(int) error { return second(w.Emails.RequestChange(b.Again().Request(), email, false)) }
	}
	for i, want := range []int{5, 5, 0} {
		got := atOnce(50, ask(fmt.Sprintf("eve-%d", i), "ada@example.com"))
		if got["email TAKEN"] != want {
			t.Errorf("account %d: %v", i, got)
		}
	}
	if err := ask("mallory", "free@example.com")(0); !signUpsFull(err) {
		t.Errorf("what is free: %v", err)
	}
	if err := signUpAs(w.Browser(), "guest", "free@example.com"); !signUpsFull(err) {
		t.Errorf("sign-up: %v", err)
	}
}

// R56: sign-ups send one email a day to an address, also where the account before
// is gone; whoever has the account has it sent a few times more.
func TestR56_OneEmailADayFromSignUps(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	signUp := func(i int) *testkit.Browser {
		b := at(w, fmt.Sprintf("203.0.%d.7", i))
		testkit.Must(t, 0, signUpAs(b, fmt.Sprintf("guest-%d", i), "Victim@example.com"))
		return b
	}
	leave := func(i int) { // the address is free again
		name := fmt.Sprintf("guest-%d", i)
		edit(w, name, func(u *ent.AccountUpdateOne) { u.SetEmailKey(name + "@example.com") })
	}
	last := signUp(0)
	for i := range 5 {
		leave(i)
		last = signUp(i + 1)
	}
	if n := len(w.EmailKinds("Victim@example.com")); n != 1 {
		t.Errorf("six sign-ups sent %d emails", n)
	}
	for range 3 { // over hours, past the limit of an hour
		for range 4 {
			testkit.Must(t, 0, w.Emails.Resend(last.Request()))
		}
		w.Clock.Move(time.Hour)
	}
	if n := len(w.EmailKinds("Victim@example.com")); n != 6 {
		t.Errorf("%d emails, want 1 and 5 that were asked for", n)
	}
	eve := w.Account("eve")
	if _, err := w.Emails.RequestChange(eve, "VICTIM@example.com", false); wrong(err) != "email TAKEN" {
		t.Errorf("%v", err)
	}
	leave(5)
	if _, err := w.Emails.RequestChange(eve, "VICTIM@example.com", false); wrong(err) != "email LIMIT_REACHED" {
		t.Errorf("another account changes to it: %v", err)
	}
	w.Clock.Move(24 * time.Hour)
	signUp(6)
	if n := len(w.EmailKinds("Victim@example.com")); n != 7 {
		t.Errorf("%d emails the next day", n)
	}
}

// R56: whatever is done in an account, its email gets a few emails a day until it is
// verified: it may be a stranger's.
func TestR56_AnUnverifiedEmailIsNotFlooded(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	b := signedUp(w, "eve")
	w.Clock.Move(time.Hour)
	token, err := w.Tokens.Create(b.Request(), apitoken.NewToken{Name: "x", Scopes: []string{"APPS_READ"}})
	testkit.Must(t, token, err)
	for range 30 {
		_, err := w.Tokens.Renew(b.Request(), token.Token.ID)
		testkit.Must(t, 0, err)
		w.SignedIn("eve")
		testkit.Must(t, 0, w.Recovery.Request(w.Browser().Request(), "eve@example.com"))
		testkit.Must(t, 0, w.Recovery.AnswerJob().Run(t.Context()))
		testkit.Must(t, 0, w.Emails.Resend(b.Request()))
		if _, err := w.Deletions.Request(b.Request()); err != nil && wrong(err) != " LIMIT_REACHED" {
			t.Error(err)
		}
		w.Clock.Move(20 * time.Minute)
	}
	of := func(kind string) int { return emails(w, "eve@example.com", kind) }
	if onRequest, resets := of("verify_email")+of("account_deletion_asked"), of("reset_password"); onRequest != 6 || resets != 5 {
		t.Errorf("%d links on request and %d to reset the password", onRequest, resets)
	}
	if n := len(w.EmailKinds("eve@example.com")); n > 31 {
		t.Errorf("%d emails", n)
	}
	w.Clock.Move(24 * time.Hour)
	w.SignedIn("eve")
	if l := w.Email("eve@example.com"); l.Kind != "new_device" {
		t.Errorf("the next day: %s", l.Kind)
	}
	provenAddress(w, "eve")
	before := of("new_device")
	for range 25 {
		w.SignedIn("eve")
	}
	if n := of("new_device") - before; n != 25 {
		t.Errorf("the owner is told %d times of 25", n)
	}
}

// R57: the waits and locks of sign-in depend on what is typed alone: those of a
// username say nothing of its email, and what nobody has behaves as what somebody has.
func TestR57_RateLimitsTellNothing(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	outcomes := func(login string) (all []string) {
		for i := range 120 {
			b := at(w, fmt.Sprintf("203.0.%d.7", i))
			wait, err := guess(b, login)
			if w.Clock.Move(wait); wait > 0 {
				_, err = guess(b, login)
			}
			all = append(all, fmt.Sprint(wait, " ", outcome(err)))
		}
		return all
	}
	nobody := outcomes("nobody")
	for _, login := range []string{"ada", "ada@example.com", "ADA@example.com ", "nobody@example.com"} {
		if login == "ADA@example.com " { // another writing of one is the same
			if _, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: login, Password: testkit.Password}); outcome(err) != "RATE_LIMITED" {
				t.Errorf("%q is not locked: %v", login, err)
			}
			continue
		}
		if got := outcomes(login); !slices.Equal(got, nobody) {
			t.Errorf("%s: %v, but nobody: %v", login, got, nobody)
		}
	}
	if nobody[99] != "1m0s  WRONG_CREDENTIALS" || nobody[100] != "0s <nil>" {
		t.Errorf("guesses 100 and 101: %q, %q", nobody[99], nobody[100])
	}
	if kinds := w.EmailKinds("ada@example.com"); !slices.Equal(kinds, []string{"login_locked", "login_locked"}) {
		t.Errorf("emails %v", kinds)
	}
	testkit.Must(t, 0, w.Accounts.Unlock(t.Context(), w.Email("ada@example.com").Button.Secret))
	for _, login := range []string{"ada", "ada@example.com"} {
		_, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: login, Password: testkit.Password})
		if err != nil {
			t.Errorf("unlocked, by %s: %v", login, err)
		}
	}
	w.Clock.Move(7 * 24 * time.Hour)
	testkit.Must(t, 0, w.Attempts.Sweep(t.Context()))
	if wait, err := guess(w.Browser(), "nobody"); wait != 0 || outcome(err) != " WRONG_CREDENTIALS" {
		t.Errorf("a week later nobody is locked: %v %v", wait, err)
	}
}
