package auth_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"portico/internal/browser"
	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/testkit"
)

// A jam is a hashing queue in which every hash waits until it is released, and
// the requests that wait there.
type jam struct {
	w       *testkit.World
	release func()
	hashes  atomic.Int64
	waiting sync.WaitGroup
}

// jammed gives a world the queue of a machine with so many CPUs.
func jammed(t *testing.T, w *testkit.World, cpus int) *jam {
	gate := make(chan struct{})
	j := &jam{w: w, release: sync.OnceFunc(func() { close(gate) })}
	strong, p := passwords.Strong(cpus), w.Passwords
	p.Slots, p.Queue = strong.Slots, strong.Queue
	p.Hashing = func() func() {
		j.hashes.Add(1)
		<-gate
		return func() {}
	}
	t.Cleanup(func() { j.release(); j.waiting.Wait() })
	return j
}

// begin runs a request until it has a place in the queue, and returns how to get
// its outcome; or it was refused at once.
func (j *jam) begin(t *testing.T, request func() error) (outcome func() error) {
	t.Helper()
	before, done := j.w.Passwords.Queue.Waiting(), make(chan error, 1)
	j.waiting.Go(func() { done <- request() })
	for {
		select {
		case err := <-done:
			return func() error { return err }
		case <-time.After(time.Millisecond):
			if j.w.Passwords.Queue.Waiting() > before {
				return func() error { return <-done }
			}
		}
	}
}

// queueFull tells whether a request was told that the queue is full, and when to
// come back.
func queueFull(err error) bool {
	var r *problem.Refusal
	return errors.As(err, &r) && r.Reason == problem.RateLimited && r.After == 2*time.Second
}

// signUpFrom signs up from an address.
func signUpFrom(w *testkit.World, address string, n int) error {
	b := w.Browser()
	b.Address = address
	name := fmt.Sprintf("guest-%d", n)
	return second(w.Accounts.SignUp(b.Request(), signin.SignUp{Username: name, Email: name + "@example.com", Password: testkit.Password}))
}

// R16, R55: sign-ups of one network fill its share of the hashing queue and no more:
// everyone else signs in.
func TestR55_R16OneNetworkCannotFillTheQueue(t *testing.T) {
	t.Parallel()
	for name, addresses := range map[string][2]string{"IPv4": {"203.0.113.%d", "198.51.100.9"}, "IPv6": {"2001:db8:7:1::%d", "2001:db8:7:2::1"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := testkit.New(t)
			w.Account("ada")
			j := jammed(t, w, 2)
			var attack []func() error
			for i := range 15 {
				attack = append(attack, j.begin(t, func() error { return signUpFrom(w, fmt.Sprintf(addresses[0], i), i) }))
			}
			if n := w.Passwords.Queue.Waiting(); n != 8 {
				t.Errorf("one network takes %d of 24 places", n)
			}
			elsewhere := w.Browser()
			elsewhere.Address = addresses[1]
			ada := j.begin(t, func() error { return second(signIn(elsewhere)) })
			j.release()
			if err := ada(); err != nil {
				t.Errorf("another user elsewhere: %v", err)
			}
			busy := 0
			for _, outcome := range attack {
				if err := outcome(); queueFull(err) {
					busy++
				} else if err != nil {
					t.Error(err)
				}
			}
			if busy != 7 {
				t.Errorf("%d of 15 were refused", busy)
			}
		})
	}
}

// R15, R16, R55: from many networks the queue does fill. Then guesses are refused
// without a hash, and owners sign in on their devices all the same: by password, by
// recovery code, and to sudo mode. One device cannot take what is reserved.
func TestR55_R15_R16AFullQueueHasPlacesForKnownDevices(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	w.Account("eve")
	home, pendingHome, inside := w.SignedIn("ada"), w.SignedIn("ada"), w.SignedIn("ada")
	eves := w.SignedIn("eve")
	eves.Address = "198.51.100.9"
	_, codes := w.SecondFactor(ada)
	pending(t, pendingHome)
	delete(home.Cookies, browser.SessionCookie)
	delete(eves.Cookies, browser.SessionCookie)
	j := jammed(t, w, 2)
	for i := range 24 {
		j.begin(t, func() error { return signUpFrom(w, fmt.Sprintf("203.0.%d.7", i), i) })
	}
	if n := w.Passwords.Queue.Waiting(); n != 24 {
		t.Fatalf("the queue is not full: %d", n)
	}
	before := j.hashes.Load()
	got := atOnce(200, func(i int) error {
		b := w.Browser()
		b.Address = fmt.Sprintf("198.51.%d.7", i)
		err := second(w.Accounts.SignIn(b.Request(), signin.SignIn{Login: fmt.Sprintf("nobody-%d", i), Password: "not the password"}))
		if !queueFull(err) {
			return err
		}
		return nil
	})
	if n := j.hashes.Load(); n != before || got["<nil>"] != 200 {
		t.Errorf("%d hashes while the queue was full, %v", n-before, got)
	}
	for i := range 4 { // eve's device guesses, side by side
		j.begin(t, func() error {
			return second(w.Accounts.SignIn(eves.Again().Request(), signin.SignIn{Login: "eve", Password: fmt.Sprintf("guess %d", i)}))
		})
	}
	owners := map[string]func() error{
		"password":      j.begin(t, func() error { return second(signIn(home)) }),
		"recovery code": j.begin(t, func() error { return recovers(pendingHome, codes[0]) }),
		"sudo mode":     j.begin(t, func() error { return second(w.Sudo.Enter(inside.Request(), byPassword(testkit.Password))) }),
	}
	if n := w.Passwords.Queue.Waiting(); n != 31 {
		t.Errorf("%d places are taken, want 24 and 4 and 3", n)
	}
	j.release()
	for name, outcome := range owners {
		if err := outcome(); err != nil {
			t.Errorf("the owner at home, by %s: %v", name, err)
		}
	}
}

// R16, R55: nor the reserved places, by signing in to accounts of its own on devices
// that are known, while the queue is full.
func TestR55_R16OneNetworkCannotFillTheReservedPlaces(t *testing.T) {
	t.Parallel()
	w, home := testkit.WithSignedIn(t, "ada")
	delete(home.Cookies, browser.SessionCookie)
	var devices []*testkit.Browser
	for i := range 5 {
		name := fmt.Sprintf("eve-%d", i)
		w.Account(name)
		b := w.SignedIn(name)
		b.Address = "198.51.100.9"
		delete(b.Cookies, browser.SessionCookie)
		devices = append(devices, b)
	}
	j := jammed(t, w, 2)
	for i := range 24 {
		j.begin(t, func() error { return signUpFrom(w, fmt.Sprintf("203.0.%d.7", i), i) })
	}
	for i := range 20 {
		j.begin(t, func() error {
			return second(w.Accounts.SignIn(devices[i%5].Again().Request(), signin.SignIn{Login: fmt.Sprintf("eve-%d", i%5), Password: testkit.Password}))
		})
	}
	if n := w.Passwords.Queue.Waiting(); n != 28 {
		t.Errorf("%d places are taken, want 24 and half of those that are reserved", n)
	}
	ada := j.begin(t, func() error { return second(signIn(home)) })
	j.release()
	if err := ada(); err != nil {
		t.Errorf("the owner on her device: %v", err)
	}
}

// R55: the shares of networks, accounts and known devices, and their return.
func TestR55_SharesOfTheQueue(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	sandbox := w.Browser()
	sandbox.Unlimited = true
	for name, c := range map[string]struct {
		request context.Context
		places  int
	}{
		"a guest":                     {w.Browser().Request(), 8},
		"an account":                  {ada, 4},
		"a session":                   {w.SignedIn("ada").Request(), 4},
		"a sandbox's own machine":     {sandbox.Request(), 24},
		"nobody, outside of requests": {t.Context(), 24},
	} {
		t.Run(name, func(t *testing.T) {
			q := passwords.Strong(2).Queue
			for range 2 {
				var leave []func()
				for range 100 {
					if l, ok := q.Enter(passwords.HashClientOf(c.request)); ok {
						leave = append(leave, l)
					}
				}
				if len(leave) != c.places || q.Waiting() != c.places {
					t.Errorf("%d places, want %d", len(leave), c.places)
				}
				for _, l := range leave {
					l()
				}
			}
			if q.Waiting() != 0 {
				t.Errorf("%d places were not given back", q.Waiting())
			}
		})
	}
}

// R55: what need not be hashed is not: recovery codes without two-factor
// authentication, or more than ten sets an hour.
func TestR55_ChecksComeBeforeHashing(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	counted := count(w)
	if _, err := w.Factors.Renew(ada); wrong(err) != " NOT_ON" || counted.hashes.Load() != 0 {
		t.Errorf("without two-factor authentication: %v, %d hashes", err, counted.hashes.Load())
	}
	w.SecondFactor(ada) // one set
	for range 9 {
		testkit.Must(t, 0, second(w.Factors.Renew(ada)))
	}
	before := counted.hashes.Load()
	if _, err := w.Factors.Renew(ada); wrong(err) != " LIMIT_REACHED" || counted.hashes.Load() != before {
		t.Errorf("the eleventh set in an hour: %v, %d hashes", err, counted.hashes.Load()-before)
	}
	w.Clock.Move(time.Hour)
	testkit.Must(t, 0, second(w.Factors.Renew(ada)))
}

// R15, R55: one reset link takes as many places as one account may, from however
// many networks it is used at once.
func TestR55_R15AResetLinkIsHashedForOnce(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	secret := resetLink(w, "ada")
	j := jammed(t, w, 2)
	var all []func() error
	for i := range 20 {
		b := w.Browser()
		b.Address = fmt.Sprintf("203.0.%d.7", i)
		all = append(all, j.begin(t, func() error { return second(w.Recovery.Reset(b.Request(), secret, "another good password")) }))
	}
	if n := w.Passwords.Queue.Waiting(); n != 4 {
		t.Errorf("%d places are taken, want 4", n)
	}
	j.release()
	got := map[string]int{}
	for _, result := range all {
		got[outcome(result())]++
	}
	if got["<nil>"] != 1 || got["RATE_LIMITED"] != 16 || got["token LINK_INVALID"] != 3 {
		t.Errorf("%v", got)
	}
}
