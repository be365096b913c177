package auth_test

import (
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/oauth2"

	"portico/ent/ceremony"
	"portico/ent/oauthstate"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// limited is what a network of guests does only so often: it tells whether it was done.
var limited = map[string]struct {
	most int // by one network that doesn't wait
	site int // by a site within the time
	do   func(b *testkit.Browser, n int) bool
}{
	"sign-up": {20, 80, func(b *testkit.Browser, n int) bool {
		name := fmt.Sprint("guest-", n)
		return signUpAs(b, name, name+"@example.com") == nil
	}},
	"learning that an email is taken": {10, 40, func(b *testkit.Browser, n int) bool {
		return wrong(signUpAs(b, fmt.Sprint("guest-", n), "ada@example.com")) == "email TAKEN"
	}},
	"password": {61, 480, func(b *testkit.Browser, n int) bool {
		wait, _ := guess(b, fmt.Sprint("user-", n))
		return wait == 0
	}},
	"password reset": {10, 40, func(b *testkit.Browser, n int) bool {
		before := b.World.DB.ResetRequest.Query().CountX(viewer.AsSystem(b.World.T.Context()))
		testkit.Must(b.World.T, 0, b.World.Recovery.Request(b.Request(), fmt.Sprintf("user-%d@example.com", n)))
		return b.World.DB.ResetRequest.Query().CountX(viewer.AsSystem(b.World.T.Context())) > before
	}},
	"passkey": {200, 800, func(b *testkit.Browser, _ int) bool {
		_, err := b.World.Passkeys.StartSignIn(b.Request())
		return err == nil
	}},
	"GitHub": {200, 800, func(b *testkit.Browser, _ int) bool {
		_, err := b.World.Github.StartSignIn(b.Request(), nil, nil)
		return err == nil
	}},
}

// aSite is a world whose guests do one thing after the other.
type aSite struct {
	*testkit.World
	does func(b *testkit.Browser, n int) bool
	n    atomic.Int64
}

func newSite(t *testing.T, does func(b *testkit.Browser, n int) bool) *aSite {
	s := &aSite{World: testkit.New(t), does: does}
	s.Github.OAuth = &oauth2.Config{ClientID: "portico"}
	s.Account("ada")
	return s
}

func (s *aSite) from(address string) bool { return s.does(at(s.World, address), int(s.n.Add(1))) }

// R54: who has a /48 and moves from one /64 to the next gets what four networks get.
func TestR54_ASiteCountsAsFourNetworks(t *testing.T) {
	t.Parallel()
	for name, c := range limited {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, done := newSite(t, c.do), 0
			for subnet := range c.site + 20 {
				if s.from(fmt.Sprintf("2001:db8:1:%x::1", subnet)) {
					done++
				}
			}
			if done != c.site {
				t.Errorf("%d times, want %d", done, c.site)
			}
			if !s.from("2001:db8:2::1") || !s.from("203.0.113.7") {
				t.Error("another site is kept out")
			}
		})
	}
}

// R54: a /64 that does all it can, all day, takes nothing from another one of its site.
func TestR54_ANetworkDoesNotLockOutItsSite(t *testing.T) {
	t.Parallel()
	for name, c := range limited {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, first := newSite(t, c.do), 0
			for range c.site + 20 {
				if s.from(fmt.Sprintf("2001:db8:1:1::%x", s.n.Load())) {
					first++
				}
			}
			if first != c.most {
				t.Errorf("one network: %d times, want %d", first, c.most)
			}
			if !s.from("2001:db8:1:ffff::1") {
				t.Error("another network is kept out at once")
			}
			for hour := range 3 {
				for range 60 {
					s.Clock.Move(time.Minute)
					s.from("2001:db8:1:1::1")
				}
				if !s.from(fmt.Sprintf("2001:db8:1:%x::1", 2+hour)) {
					t.Fatalf("another network is kept out after %d hours", hour+1)
				}
			}
		})
	}
}

// R54, R55: in the queue of hashes a /64 has the share of a network, and a site no more
// than half of all places.
func TestR54_R55_ASiteTakesHalfOfTheQueue(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	j := jammed(t, w, 2)
	for i := range 30 {
		j.begin(t, func() error { return signUpFrom(w, fmt.Sprintf("2001:db8:7:%d::1", i), i) })
	}
	if n := w.Passwords.Queue.Waiting(); n != 12 {
		t.Errorf("one site takes %d of 24 places", n)
	}
	elsewhere := at(w, "2001:db8:8::1")
	ada := j.begin(t, func() error { return second(signIn(elsewhere)) })
	j.release()
	testkit.Must(t, 0, ada())
}

// R54: the owner of an account signs in on a known device, whatever others of the site
// have guessed.
func TestR54_AKnownDeviceIsNotOfTheSite(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	known := at(w, "2001:db8:1:ffff::1")
	testkit.Must(t, 0, second(signIn(known)))
	for i := range 500 {
		_, _ = guess(at(w, fmt.Sprintf("2001:db8:1:%x::1", i)), fmt.Sprint("user-", i))
	}
	if wait, _ := guess(at(w, "2001:db8:1:fffe::1"), "somebody"); wait == 0 {
		t.Error("the site may still guess")
	}
	testkit.Must(t, 0, second(signIn(known)))
}

// R83: guests of a network start so many sign-ins with passkeys and GitHub, which are
// rows, and are told to wait; others, and a known device in the same network, start
// theirs. So does an account that confirms it's its owner's.
func TestR83_StartsOfSignInsAreBounded(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Github.OAuth = &oauth2.Config{ClientID: "portico"}
	w.Account("ada")
	known := w.SignedIn("ada")
	testkit.Must(t, 0, second(w.Sessions.End(known.Request())))
	start := func(b *testkit.Browser, n int) error {
		if n%2 == 0 {
			return second(w.Passkeys.StartSignIn(b.Request()))
		}
		return second(w.Github.StartSignIn(b.Request(), nil, nil))
	}
	for i := range 2000 {
		w.Clock.Move(100 * time.Millisecond)
		if err := start(at(w, "192.0.2.7"), i); (err != nil) != (i >= 200) {
			t.Fatalf("start %d: %v", i, err)
		}
	}
	r := new(problem.Refusal)
	if err := start(at(w, "192.0.2.8"), 0); !errors.As(err, &r) || r.Reason != problem.RateLimited || r.After <= 0 || r.After > 10*time.Minute {
		t.Errorf("the next one is told %v", err)
	}
	ctx := viewer.AsSystem(t.Context())
	if n := w.DB.Ceremony.Query().Where(ceremony.ExpiresAtGT(w.Clock.Now())).CountX(ctx) + w.DB.OAuthState.Query().Where(oauthstate.ExpiresAtGT(w.Clock.Now())).CountX(ctx); n != 200 {
		t.Errorf("%d rows", n)
	}
	testkit.Must(t, 0, start(at(w, "198.51.100.1"), 0))
	for i := range 31 {
		if err := start(known, i); (err != nil) != (i == 30) {
			t.Errorf("start %d on a known device: %v", i, err)
		}
	}
	another := w.SignedIn("ada") // whoever signs in again and again has any number of devices
	testkit.Must(t, 0, second(w.Sessions.End(another.Request())))
	if start(another, 0) == nil {
		t.Error("another device of the account starts as many again")
	}
	_, err := w.Accounts.SignIn(known.Request(), signin.SignIn{Login: "ada", Password: testkit.Password})
	testkit.Must(t, 0, err)
	for i := range 31 {
		if err := second(w.Passkeys.Start(known.Request())); (err != nil) != (i == 30) {
			t.Errorf("start %d in a session: %v", i, err)
		}
	}
	w.Clock.Move(10 * time.Minute)
	testkit.Must(t, 0, start(at(w, "192.0.2.7"), 0))
}
