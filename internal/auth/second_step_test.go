package auth_test

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"portico/internal/apitoken"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// atOnce runs fn for each of so many side by side, and counts what became of them.
func atOnce(n int, fn func(int) error) map[string]int {
	var mu sync.Mutex
	got := map[string]int{}
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			what := outcome(fn(i))
			mu.Lock()
			defer mu.Unlock()
			got[what]++
		})
	}
	wg.Wait()
	return got
}

// outcome is what became of a request: its refusal's reason, or what was wrong.
func outcome(err error) string {
	var r *problem.Refusal
	if errors.As(err, &r) {
		return string(r.Reason)
	}
	return wrong(err)
}

// known are so many browsers that ada has used before.
func known(w *testkit.World, n int) []*testkit.Browser {
	all := make([]*testkit.Browser, n)
	for i := range all {
		all[i] = w.SignedIn("ada")
	}
	return all
}

// proofs are the ways to prove the second factor in the second step.
var proofs = map[string]func(w *testkit.World, secret string, codes []string) signin.SecondFactor{
	"code": func(w *testkit.World, secret string, _ []string) signin.SecondFactor {
		code := w.Code(secret)
		return signin.SecondFactor{Code: &code}
	},
	"recoveryCode": func(_ *testkit.World, _ string, codes []string) signin.SecondFactor {
		return signin.SecondFactor{RecoveryCode: &codes[0]}
	},
}

// abreast has so many hashes begin before one of them ends: whatever was read before
// them was read by all.
func abreast(w *testkit.World, n int) {
	var gate sync.WaitGroup
	gate.Add(n)
	w.Passwords.Slots = make(chan struct{}, n)
	w.Passwords.Hashing = func() func() {
		gate.Done()
		gate.Wait()
		return func() {}
	}
}

// R12: a code opens one thing once, however many show it at the same time. The
// browsers are known, so that no rate limit hides the race.
func TestR12_OneCodeAtOnce(t *testing.T) {
	t.Parallel()
	for field, proof := range proofs {
		t.Run(field, func(t *testing.T) {
			t.Parallel()
			w, ada := testkit.WithAccount(t, "ada")
			browsers := known(w, 50)
			secret, codes := w.SecondFactor(ada)
			in := proof(w, secret, codes)
			for _, b := range browsers {
				pending(t, b)
			}
			abreast(w, 50)
			got := atOnce(50, func(i int) error { return second(w.SecondSteps.Verify(browsers[i].Request(), in)) })
			if want := map[string]int{"<nil>": 1, field + " WRONG_CODE": 49}; !maps.Equal(got, want) {
				t.Errorf("%v, want %v", got, want)
			}
			if in := slices.DeleteFunc(browsers, func(b *testkit.Browser) bool { return !isAda(b) }); len(in) != 1 {
				t.Errorf("%d are signed in", len(in))
			}
		})
	}
}

// R12: the same with one sign-in under way.
func TestR12_OneSignInAtOnce(t *testing.T) {
	t.Parallel()
	for field, proof := range proofs {
		t.Run(field, func(t *testing.T) {
			t.Parallel()
			w, ada := testkit.WithAccount(t, "ada")
			b := w.SignedIn("ada")
			secret, codes := w.SecondFactor(ada)
			pending(t, b)
			in := proof(w, secret, codes)
			if got := atOnce(50, func(int) error { return second(w.SecondSteps.Verify(b.Again().Request(), in)) }); got["<nil>"] != 1 {
				t.Errorf("%v", got)
			}
		})
	}
}

// R12: codes A, B, A let in twice; one that is older than the last never does.
func TestR12_ACodeIsUsedOnce(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	b := w.SignedIn("ada")
	secret, _ := w.SecondFactor(ada)
	a := w.Code(secret)
	w.NextCode()
	next := w.Code(secret)
	for i, c := range []struct{ code, want string }{
		{a, "<nil>"}, {a, "code WRONG_CODE"}, {next, "<nil>"}, {a, "code WRONG_CODE"}, {next, "code WRONG_CODE"},
	} {
		if err := verify(pending(t, b), c.code); wrong(err) != c.want {
			t.Errorf("code %d: %v, want %s", i, err, c.want)
		}
	}
}

// R12: a code that opened sudo mode signs nobody in, and the other way round.
func TestR12_ACodeServesEitherSudoOrSignIn(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	b, other := w.SignedIn("ada"), w.SignedIn("ada")
	secret, _ := w.SecondFactor(ada)
	testkit.Must(t, 0, second(w.Sudo.Enter(b.Request(), byCode(w.Code(secret)))))
	if err := verify(pending(t, other), w.Code(secret)); wrong(err) != "code WRONG_CODE" {
		t.Errorf("sudo mode, then sign-in: %v", err)
	}
	w.NextCode()
	testkit.Must(t, 0, verify(pending(t, other), w.Code(secret)))
	if err := second(w.Sudo.Enter(b.Request(), byCode(w.Code(secret)))); wrong(err) != "code WRONG_CODE" {
		t.Errorf("sign-in, then sudo mode: %v", err)
	}
}

// A wayIn is a way to a session.
type wayIn struct {
	name string
	// factors is how many it proves: none, one, or both.
	factors int
	// take goes all the way in a browser, of a world where ada has a second factor
	// with this secret and these recovery codes, as far as one was set up.
	take func(t *testing.T, b *testkit.Browser, secret string, codes []string)
}

// waysIn are all of them: a new one has a line here.
var waysIn = []wayIn{
	{"password", 1, func(_ *testing.T, b *testkit.Browser, _ string, _ []string) { _, _ = signIn(b) }},
	{"password, then a code", 2, func(_ *testing.T, b *testkit.Browser, secret string, _ []string) {
		_, _ = signIn(b)
		_ = verify(b, b.World.Code(secret))
	}},
	{"password, then a recovery code", 2, func(_ *testing.T, b *testkit.Browser, _ string, codes []string) {
		_, _ = signIn(b)
		_ = recovers(b, codes[0])
	}},
	{"password, then a wrong code", 1, func(_ *testing.T, b *testkit.Browser, secret string, _ []string) {
		_, _ = signIn(b)
		b.World.Clock.Move(time.Hour)
		code := b.World.Code(secret)
		b.World.Clock.Move(-time.Hour)
		_ = verify(b, code)
	}},
	{"a code alone", 0, func(_ *testing.T, b *testkit.Browser, secret string, _ []string) { _ = verify(b, b.World.Code(secret)) }},
	{"a recovery code alone", 0, func(_ *testing.T, b *testkit.Browser, _ string, codes []string) { _ = recovers(b, codes[0]) }},
	{"a recovery code as password", 0, func(_ *testing.T, b *testkit.Browser, _ string, codes []string) {
		_, _ = b.World.Accounts.SignIn(b.Request(), signin.SignIn{Login: "ada", Password: codes[0]})
	}},
}

// factorStates are the states of a second factor, and how to get there.
var factorStates = []struct {
	name string
	on   bool
	make func(*testkit.World, context.Context) (string, []string)
}{
	{"off", false, func(*testkit.World, context.Context) (string, []string) { return noSecret, noCodes }},
	{"begun", false, func(w *testkit.World, ctx context.Context) (string, []string) {
		app, err := w.Factors.Start(ctx)
		return testkit.Must(w.T, app, err).Secret, noCodes
	}},
	{"proven", false, (*testkit.World).ProvenFactor},
	{"on", true, (*testkit.World).SecondFactor},
	{"switched off again", false, func(w *testkit.World, ctx context.Context) (string, []string) {
		secret, codes := w.SecondFactor(ctx)
		_, err := w.Factors.Disable(ctx)
		return secret, testkit.Must(w.T, codes, err)
	}},
}

var noSecret, noCodes = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", []string{"0000-0000-0000-0000"}

// R13: every way to a session, in every state of the second factor. Where it is
// on, one factor makes a sign-in that can do nothing but the second step.
func TestR13_WaysInByStatesOfTheSecondFactor(t *testing.T) {
	t.Parallel()
	for _, way := range waysIn {
		for _, state := range factorStates {
			t.Run(way.name+", "+state.name, func(t *testing.T) {
				t.Parallel()
				w, ada := testkit.WithAccount(t, "ada")
				secret, codes := state.make(w, ada)
				b := w.Browser()
				way.take(t, b, secret, codes)
				want := way.factors == 2 || way.factors == 1 && !state.on
				if isAda(b) != want || (w.DB.Session.Query().CountX(ada) == 1) != want {
					t.Errorf("signed in: %v, want %v", isAda(b), want)
				}
				if pends := b.Cookies[browser.StepCookie] != ""; pends != (way.factors == 1 && state.on) {
					t.Errorf("a second step is asked: %v", pends)
				}
				if !want {
					isNobody(t, b)
				}
			})
		}
	}
}

// isNobody checks that a browser can do nothing, neither with the cookies it has
// nor with its pending sign-in in the place of a session.
func isNobody(t *testing.T, b *testkit.Browser) {
	t.Helper()
	forged := b.Again()
	forged.Cookies[browser.SessionCookie] = b.Cookies[browser.StepCookie]
	for _, b := range []*testkit.Browser{b, forged} {
		w, ctx := b.World, b.Request()
		if v, ok := viewer.From(ctx); ok {
			t.Errorf("it is %s's", v.Username)
		}
		for what, err := range map[string]error{
			"the second factor": second(w.Factors.Of(ctx)), "begin another": second(w.Factors.Start(ctx)), "switch it off": second(w.Factors.Disable(ctx)),
			"renew codes": second(w.Factors.Renew(ctx)), "sudo mode": second(w.Sudo.Enter(ctx, byPassword(testkit.Password))),
			"tokens": second(w.Tokens.Create(ctx, apitoken.NewToken{Name: "x", Scopes: []string{"KEYS_READ"}})),
		} {
			if err == nil {
				t.Errorf("it may: %s", what)
			}
		}
	}
}

// R14: a recovery code of one account fails on another, and stays unused.
func TestR14_ARecoveryCodeIsItsAccountsAlone(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	_, hers := w.SecondFactor(ada)
	evesSecret, _ := w.SecondFactor(eve)
	b := w.Browser()
	_, err := w.Accounts.SignIn(b.Request(), signin.SignIn{Login: "eve", Password: testkit.Password})
	testkit.Must(t, 0, err)
	if err := recovers(b, hers[0]); wrong(err) != "recoveryCode WRONG_CODE" {
		t.Errorf("ada's code opens eve's account: %v", err)
	}
	if f, err := w.Factors.Of(ada); err != nil || f.RecoveryCodesLeft != 10 {
		t.Errorf("it was used: %+v, %v", f, err)
	}
	if err := verify(atSecondStep(t, w), w.Code(evesSecret)); wrong(err) != "code WRONG_CODE" {
		t.Errorf("eve's app opens ada's account: %v", err)
	}
	a := atSecondStep(t, w)
	if err := recovers(a, hers[0]); err != nil || !isAda(a) {
		t.Errorf("her own: %v", err)
	}
}
