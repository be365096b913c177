package auth_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"portico/internal/browser"
	"portico/internal/signin"
	"portico/internal/testkit"
)

// A tally counts what guesses cost: slow hashes, how many of them at once, and
// how often an authenticator app's secret was read, without which there is no
// code to compare with.
type tally struct {
	hashes, now, most atomic.Int64
	mu                sync.Mutex
	asked             []*testkit.Statements
}

func count(w *testkit.World) *tally {
	c := &tally{}
	w.Passwords.Hashing = c.hashing
	return c
}

func (c *tally) hashing() func() {
	c.hashes.Add(1)
	for n := c.now.Add(1); ; {
		if most := c.most.Load(); n <= most || c.most.CompareAndSwap(most, n) {
			break
		}
	}
	return func() { c.now.Add(-1) }
}

func (c *tally) request(b *testkit.Browser) context.Context {
	ctx, ran := testkit.Counting(b.Request())
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked = append(c.asked, ran)
	return ctx
}

func (c *tally) secrets() (n int64) {
	for _, ran := range c.asked {
		n += int64(strings.Count(strings.ReplaceAll(ran.String(), "`", `"`), `"totps"."secret"`))
	}
	return n
}

// R15: 200 guesses at once cost no more compares than are allowed before the
// first wait: four.
func TestR15_GuessesAtOnce(t *testing.T) {
	t.Parallel()
	guess := "not the password"
	for name, c := range map[string]struct {
		browser func(*testing.T, *testkit.World) *testkit.Browser
		try     func(*testkit.World, context.Context, int) error
		cost    func(*tally) int64
	}{
		"password": {elsewhere, func(w *testkit.World, ctx context.Context, _ int) error {
			return second(w.Accounts.SignIn(ctx, signin.SignIn{Login: "ada", Password: guess}))
		}, hashes},
		"password of nobody": {elsewhere, func(w *testkit.World, ctx context.Context, _ int) error {
			return second(w.Accounts.SignIn(ctx, signin.SignIn{Login: "nobody", Password: guess}))
		}, hashes},
		"code": {between, func(w *testkit.World, ctx context.Context, i int) error {
			code := fmt.Sprintf("%06d", i)
			return second(w.SecondSteps.Verify(ctx, signin.SecondFactor{Code: &code}))
		}, (*tally).secrets},
		"recovery code": {between, func(w *testkit.World, ctx context.Context, i int) error {
			code := fmt.Sprintf("0000-0000-0000-%04d", i)
			return second(w.SecondSteps.Verify(ctx, signin.SecondFactor{RecoveryCode: &code}))
		}, hashes},
		"sudo mode by password": {inside, func(w *testkit.World, ctx context.Context, _ int) error {
			return second(w.Sudo.Enter(ctx, byPassword(guess)))
		}, hashes},
		"sudo mode by code": {inside, func(w *testkit.World, ctx context.Context, i int) error {
			return second(w.Sudo.Enter(ctx, byCode(fmt.Sprintf("%06d", i))))
		}, (*tally).secrets},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := testkit.New(t)
			w.Account("ada")
			b := c.browser(t, w)
			counted := count(w)
			got := atOnce(200, func(i int) error {
				one := b.Again()
				one.Address = fmt.Sprintf("203.0.%d.7", i) // of as many networks
				return c.try(w, counted.request(one), i)
			})
			if n := c.cost(counted); n != 4 || got["RATE_LIMITED"] != 196 {
				t.Errorf("%d compares, %v", n, got)
			}
		})
	}
}

func hashes(c *tally) int64 { return c.hashes.Load() }

// elsewhere is a browser that nobody uses.
func elsewhere(_ *testing.T, w *testkit.World) *testkit.Browser { return w.Browser() }

// between is ada's sign-in that lacks its second factor.
func between(t *testing.T, w *testkit.World) *testkit.Browser {
	w.SecondFactor(w.SignedIn("ada").Request())
	return atSecondStep(t, w)
}

// inside is a session of ada, who has a second factor.
func inside(_ *testing.T, w *testkit.World) *testkit.Browser {
	b := w.SignedIn("ada")
	w.SecondFactor(b.Request())
	return b
}

// R15: new sign-ins under way give no new guesses at the second factor, nor do new
// sessions at sudo mode for ever.
func TestR15_BeginningAnewGivesNoNewGuesses(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	sessions := known(w, 20)
	w.SecondFactor(ada)
	guesses, refused := 0, 0
	for range 20 {
		for b, i := atSecondStep(t, w), 0; i < 5; i++ {
			if outcome(verify(b, "000000")) == "RATE_LIMITED" {
				refused++
			} else {
				guesses++
			}
		}
	}
	if guesses != 4 || refused != 96 {
		t.Errorf("%d guesses at the second factor, %d refused", guesses, refused)
	}
	guesses, refused = 0, 0
	for _, b := range sessions {
		for range 5 {
			if outcome(second(w.Sudo.Enter(b.Request(), byCode("000000")))) == "RATE_LIMITED" {
				refused++
			} else {
				guesses++
			}
		}
	}
	if guesses > 31 || refused < 69 {
		t.Errorf("%d guesses at sudo mode, %d refused", guesses, refused)
	}
}

// R15: one sign-in under way has five codes, also where browsers with rate limits of
// their own share it.
func TestR15_ASharedSignInHasFiveCodes(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	browsers := known(w, 20)
	w.SecondFactor(ada)
	step := atSecondStep(t, w).Cookies[browser.StepCookie]
	counted := count(w)
	code := "0000-0000-0000-0000"
	got := atOnce(20, func(i int) error {
		delete(browsers[i].Cookies, browser.SessionCookie)
		browsers[i].Cookies[browser.StepCookie] = step
		return second(w.SecondSteps.Verify(counted.request(browsers[i]), signin.SecondFactor{RecoveryCode: &code}))
	})
	if n := counted.hashes.Load(); n != 5 || got[" WRONG_CREDENTIALS"] < 15 {
		t.Errorf("%d compares, %v", n, got)
	}
}

// R16: whoever guesses at full rate at one account, at its password and at its
// second factor, does not stop another user elsewhere, nor its owner in a browser
// that is known. Work is counted: each sign-in is let through at once and costs
// what it costs in peace.
func TestR16_AnAttackStopsNobodyElse(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	w.Account("eve")
	home, eves := w.SignedIn("ada"), w.Browser()
	eves.Address = "198.51.100.9"
	secret, _ := w.SecondFactor(ada)
	attacker := w.Browser()
	attacker.Address = "203.0.113.5"
	counted := count(w)
	for i := range 130 { // past the lock
		_, _ = w.Accounts.SignIn(attacker.Request(), signin.SignIn{Login: "ada", Password: "not the password"})
		_, _ = w.Accounts.SignIn(attacker.Request(), signin.SignIn{Login: "eve", Password: "not the password"})
		if i%10 == 0 {
			before := counted.hashes.Load()
			if err := verify(pending(t, home), w.Code(secret)); err != nil || !isAda(home) {
				t.Fatalf("the owner, after %d guesses: %v", i, err)
			}
			if n := counted.hashes.Load() - before; n != 1 {
				t.Errorf("the owner's sign-in cost %d hashes", n)
			}
		}
		w.Clock.Move(61 * time.Second)
	}
	if l := w.EmailKinds("ada@example.com"); !strings.Contains(fmt.Sprint(l), "login_locked") {
		t.Errorf("that was no attack: %v", l)
	}
	if _, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: "ada", Password: testkit.Password}); outcome(err) != "RATE_LIMITED" {
		t.Errorf("the account is open from everywhere: %v", err)
	}
	w.Account("bob")
	before := counted.hashes.Load()
	if _, err := w.Accounts.SignIn(eves.Request(), signin.SignIn{Login: "bob", Password: testkit.Password}); err != nil || counted.hashes.Load() != before+1 {
		t.Errorf("another user elsewhere: %v, %d hashes", err, counted.hashes.Load()-before)
	}
}

// R16: the attacker knows the password and guesses at the second factor.
func TestR16_AnAttackOnTheSecondFactorStopsNobodyElse(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	home := w.SignedIn("ada")
	secret, codes := w.SecondFactor(ada)
	attacker := atSecondStep(t, w)
	for range 10 {
		_ = verify(attacker, "000000")
	}
	if err := verify(atSecondStep(t, w), w.Code(secret)); outcome(err) != "RATE_LIMITED" {
		t.Errorf("that was no attack: %v", err)
	}
	if err := verify(pending(t, home), w.Code(secret)); err != nil {
		t.Errorf("the owner at home: %v", err)
	}
	if err := recovers(pending(t, home), codes[0]); err != nil {
		t.Errorf("the owner at home, with a recovery code: %v", err)
	}
}
