package auth_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// guess tries a wrong password from a browser and tells how long the next try
// has to wait, where this one had to.
func guess(b *testkit.Browser, login string) (wait time.Duration, err error) {
	_, err = b.World.Accounts.SignIn(b.Request(), signin.SignIn{Login: login, Password: "another password"})
	var r *problem.Refusal
	if errors.As(err, &r) && r.Reason == problem.RateLimited {
		return r.After, nil
	}
	return 0, err
}

// The first four tries are free, the next waits a second, then two, four … a
// minute at most; for a login that is nobody's as well.
func TestGuessesWait(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	for _, login := range []string{"ada", "nobody", "nobody@example.com"} {
		b := w.Browser()
		var waits []time.Duration
		for range 12 {
			wait, err := guess(b, login)
			if err != nil && wrong(err) != " WRONG_CREDENTIALS" {
				t.Fatal(err)
			}
			if wait > 0 { // the refused one is not counted
				w.Clock.Move(wait)
				if again, err := guess(b, login); again != 0 || wrong(err) != " WRONG_CREDENTIALS" {
					t.Fatalf("%s: after %v it still waits %v: %v", login, wait, again, err)
				}
			}
			waits = append(waits, wait/time.Second)
		}
		if want := []time.Duration{0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60}; !slices.Equal(waits, want) {
			t.Errorf("%s waits %d, want %d", login, waits, want)
		}
	}
}

// What was tried in vain is forgotten when a try is right, and after a day.
func TestGuessesAreForgotten(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	b := w.Browser()
	for range 3 {
		if _, err := guess(b, "ada"); wrong(err) != " WRONG_CREDENTIALS" {
			t.Fatal(err)
		}
	}
	_, err := w.Accounts.SignIn(b.Request(), signin.SignIn{Login: "ada", Password: testkit.Password})
	testkit.Must(t, 0, err)
	for range 4 {
		if wait, err := guess(w.Browser(), "ada"); wait != 0 {
			t.Fatalf("after a success it waits %v: %v", wait, err)
		}
	}
	if wait, _ := guess(w.Browser(), "ada"); wait != time.Second {
		t.Errorf("it waits %v", wait)
	}
	w.Clock.Move(24*time.Hour + time.Minute)
	for i := range 4 {
		if wait, err := guess(w.Browser(), "ada"); wait != 0 {
			t.Fatalf("a day later try %d waits %v: %v", i, wait, err)
		}
	}
}

// Guessing at many accounts from one network slows that network down, and no
// other. This machine is a network like any other, but for a sandbox's.
func TestNetworksAreSlowedDown(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	from := func(address string, n int) time.Duration {
		b := w.Browser()
		b.Address = address
		wait, _ := guess(b, fmt.Sprintf("user-%s-%d", address, n))
		return wait
	}
	for i := range 61 {
		if wait := from(fmt.Sprintf("198.51.100.%d", i), i); wait != 0 {
			t.Fatalf("try %d waits %v", i, wait)
		}
		if wait := from(fmt.Sprintf("2001:db8:1:2::%d", i), i); wait != 0 {
			t.Fatalf("try %d by IPv6 waits %v", i, wait)
		}
		if wait := from("127.0.0.1", i); wait != 0 {
			t.Fatalf("try %d from this machine waits %v", i, wait)
		}
	}
	for address, want := range map[string]time.Duration{
		"198.51.100.200": time.Second, "::ffff:198.51.100.7": time.Second, "2001:db8:1:2:ffff::1": time.Second,
		"198.51.101.1": 0, "2001:db8:1:3::1": 0, "127.0.0.1": time.Second, "::1": 0, "": 0,
	} {
		if wait := from(address, 1000); wait != want {
			t.Errorf("%q waits %v, want %v", address, wait, want)
		}
	}
	sandbox := w.Browser()
	sandbox.Address, sandbox.Unlimited = "127.0.0.1", true
	if wait, err := guess(sandbox, "somebody"); wait != 0 {
		t.Errorf("in a sandbox this machine waits %v: %v", wait, err)
	}
}

// 100 wrong passwords in a row lock the password, but not in a browser that its
// owner used before; a emailed link unlocks it.
func TestPasswordIsLockedAndUnlocked(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	own := w.SignedIn("ada")
	for range 100 {
		wait, err := guess(w.Browser(), "ada")
		if w.Clock.Move(wait); wait > 0 {
			_, err = guess(w.Browser(), "ada")
		}
		if wrong(err) != " WRONG_CREDENTIALS" {
			t.Fatal(err)
		}
	}
	w.Clock.Move(time.Hour)
	right := signin.SignIn{Login: "ada", Password: testkit.Password}
	var r *problem.Refusal
	if _, err := w.Accounts.SignIn(w.Browser().Request(), right); !errors.As(err, &r) || r.Reason != problem.RateLimited {
		t.Errorf("locked, the right password from elsewhere: %v", err)
	}
	if _, err := w.Accounts.SignIn(own.Request(), right); err != nil {
		t.Errorf("locked, in the owner's browser: %v", err)
	}
	if got := w.Timeline(ada, viewer.ID(ada))[:3]; !slices.Equal(got, []string{"login_succeeded", "login_locked", "login_failed"}) {
		t.Errorf("the newest events are %v", got)
	}
	email := w.Email("ada@example.com")
	if email.Kind != "login_locked" || email.Button.Path != "/unlock" {
		t.Fatalf("the email %+v", email)
	}
	for _, dead := range []string{"", email.Button.Secret + "x", strings.ToUpper(email.Button.Secret)} {
		if err := w.Accounts.Unlock(t.Context(), dead); wrong(err) != "token LINK_INVALID" {
			t.Errorf("%q: %v", dead, err)
		}
	}
	testkit.Must(t, 0, w.Accounts.Unlock(t.Context(), email.Button.Secret))
	if err := w.Accounts.Unlock(t.Context(), email.Button.Secret); wrong(err) != "token LINK_INVALID" {
		t.Errorf("used twice: %v", err)
	}
	if _, err := w.Accounts.SignIn(w.Browser().Request(), right); err != nil {
		t.Errorf("unlocked: %v", err)
	}
	if got := w.Timeline(ada, viewer.ID(ada))[:2]; !slices.Equal(got, []string{"login_succeeded", "login_unlocked"}) {
		t.Errorf("the newest events are %v", got)
	}
}

// A browser that is known is slowed down by itself, and known no more after too
// many guesses.
func TestKnownBrowserThatGuesses(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	w.Clock.Move(2 * time.Minute)
	stolen := w.SignedIn("ada")
	stolen.Address = "198.51.100.1"
	for range 100 {
		wait, err := guess(stolen, "ada")
		if w.Clock.Move(wait); wait > 0 {
			_, err = guess(stolen, "ada")
		}
		if wrong(err) != " WRONG_CREDENTIALS" {
			t.Fatal(err)
		}
	}
	if wait, err := guess(w.Browser(), "ada"); wait != 0 {
		t.Errorf("others wait %v: %v", wait, err)
	}
	w.Clock.Move(time.Minute)
	_, err := w.Accounts.SignIn(stolen.Request(), signin.SignIn{Login: "ada", Password: testkit.Password})
	testkit.Must(t, 0, err)
	if emails := w.EmailKinds("ada@example.com"); !slices.Equal(emails, []string{"new_device", "new_device"}) {
		t.Errorf("it is still known: emails %v", emails)
	}
}

// The owner is told of a sign-in from a browser that was not used before, and of
// no other.
func TestNewBrowserIsTold(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	first := w.Browser()
	_, err := w.Accounts.SignUp(first.Request(), signin.SignUp{Username: "ada", Email: "ada@example.com", Password: testkit.Password})
	testkit.Must(t, 0, err)
	told := func(b *testkit.Browser) bool {
		t.Helper()
		w.Clock.Move(2 * time.Minute)
		before := len(w.EmailKinds("ada@example.com"))
		_, err := w.Accounts.SignIn(b.Request(), signin.SignIn{Login: "ada", Password: testkit.Password})
		testkit.Must(t, 0, err)
		return len(w.EmailKinds("ada@example.com")) > before
	}
	if told(first) {
		t.Error("the browser it was made with is new")
	}
	second := w.Browser()
	if !told(second) || told(second) {
		t.Error("another browser is told once, the first time")
	}
	if l := w.Email("ada@example.com"); l.Kind != "new_device" || len(l.Facts) != 3 || l.Facts[1].Value != second.Address {
		t.Errorf("the email %+v", l)
	}
	_, err = w.Accounts.SignUp(second.Request(), signin.SignUp{Username: "bob", Email: "bob@example.com", Password: testkit.Password})
	testkit.Must(t, 0, err)
	if told(second) {
		t.Error("a browser of two accounts is new to the first again")
	}
	if second.Cookies[browser.DeviceCookie] == first.Cookies[browser.DeviceCookie] {
		t.Error("two browsers are one")
	}
}
