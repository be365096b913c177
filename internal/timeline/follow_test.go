package timeline_test

import (
	"context"
	"encoding/base64"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/uuid"

	"portico/ent/collaborator"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// A follower collects the numbers of acts on one stream.
type follower struct {
	log    *timeline.Log
	stream uuid.UUID
	cursor *string
	pause  func(got int) // called after each
}

// until follows to the act of this number and returns all that came.
func (f follower) until(ctx context.Context, last int) (got []int, err error) {
	for u, err := range f.log.Follow(ctx, f.stream, f.cursor, always) {
		if err != nil {
			return got, err
		}
		e, ok := u.(*timeline.Edge)
		if !ok {
			return got, errors.New("a reset")
		}
		got = append(got, number(e))
		if f.pause != nil {
			f.pause(number(e))
		}
		if number(e) == last {
			return got, nil
		}
	}
	return got, errors.New("it ended")
}

func span(from, to int) (ns []int) {
	for n := from; n <= to; n++ {
		ns = append(ns, n)
	}
	return ns
}

func expectNoFollowers(w *testkit.World) {
	w.T.Helper()
	if n := w.Log.Followed(); n != 0 {
		w.T.Errorf("%d streams still have followers", n)
	}
}

// Followers join at every position while events come at full rate, some of them
// slow ones: each gets what lies after its position, in order, once.
func TestFollowersGetEverythingOnceInOrder(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	id := viewer.ID(ada)
	const half, last = 250, 499
	for n := 0; n < half; n += 50 {
		testkit.Must(t, 0, act(ada, w.Log, span(n, n+49)...))
	}
	past := all(t, ada, w.Log, id, timeline.Filter{}) // past[n] stands before act n
	written := make(chan struct{})
	var ready, done sync.WaitGroup
	for g := range 24 {
		rng := rand.New(rand.NewPCG(uint64(g), 1))
		from := rng.IntN(half + 1)
		f := follower{log: w.Log, stream: id, cursor: &past[from].Cursor}
		if g%3 == 0 { // slow: stops somewhere until all is written
			stop := from + rng.IntN(last-from)
			f.pause = func(got int) {
				if got == stop {
					<-written
				}
			}
		}
		done.Go(func() {
			got, err := f.until(patient(t, t.Context()), last)
			if want := span(from, last); err != nil || !slices.Equal(got, want) {
				t.Errorf("follower %d from %d got %v: %v", g, from, got, err)
			}
		})
	}
	for g := range 4 { // live only
		ready.Add(1)
		first := sync.OnceFunc(ready.Done)
		done.Go(func() {
			var got []int
			for u, err := range w.Log.Follow(patient(t, t.Context()), id, nil, func(context.Context) error { first(); return nil }) {
				if err != nil {
					t.Error(err)
					return
				}
				got = append(got, number(u.(*timeline.Edge)))
				if got[len(got)-1] == last {
					break
				}
			}
			if len(got) == 0 || got[0] < half || !slices.Equal(got, span(got[0], last)) {
				t.Errorf("live follower %d got %v", g, got)
			}
		})
	}
	ready.Wait()
	for n := half; n <= last; n++ {
		testkit.Must(t, 0, act(ada, w.Log, n))
	}
	close(written)
	done.Wait()
	expectNoFollowers(w)
}

// What lies between a cursor and the end is less or more than what is kept in
// memory and what is read at once, with and without others on the stream.
func TestReplayOfAnyLength(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	id := viewer.ID(ada)
	const last = 2*timeline.ReadSize + 50
	testkit.Must(t, 0, act(ada, w.Log, span(0, last)...))
	past := all(t, ada, w.Log, id, timeline.Filter{})
	for _, company := range []bool{false, true} {
		if company {
			leave := w.Log.Join(id) // the memory stays from one to the next
			defer leave()
		}
		for _, behind := range []int{1, 2, timeline.TailSize - 1, timeline.TailSize, timeline.TailSize + 1, timeline.ReadSize - 1, timeline.ReadSize, timeline.ReadSize + 1, 2 * timeline.ReadSize, last, last + 1, 3, timeline.TailSize} {
			f := follower{log: w.Log, stream: id, cursor: &past[last+1-behind].Cursor}
			if got, err := f.until(patient(t, t.Context()), last); err != nil || !slices.Equal(got, span(last+1-behind, last)) {
				t.Errorf("%d behind, company %v: got %v, %v", behind, company, got, err)
			}
		}
	}
}

func TestR32_CursorsOfElsewhereAreRefused(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	foreign, err := w.Log.Head(eve, viewer.ID(eve))
	testkit.Must(t, foreign, err)
	own, err := w.Log.Head(ada, viewer.ID(ada))
	testkit.Must(t, own, err)
	for _, cursor := range []string{
		"", "x", "?", foreign, own + "A", own[:len(own)-1], own + "=", strings.ToLower(own), position(uuid.Nil), timeline.Position(viewer.ID(ada), -1, 0),
		base64.StdEncoding.EncodeToString(make([]byte, 28)), strings.Repeat("A", 10_000), "1' OR '1'='1",
	} {
		for u, err := range w.Log.Follow(ada, viewer.ID(ada), &cursor, always) {
			var r *problem.Refusal
			if u != nil || !errors.As(err, &r) || r.Reason != problem.BadUserInput {
				t.Errorf("%.50q: %v, %v", cursor, u, err)
			}
		}
	}
	expectNoFollowers(w)
}

// A position that the log does not know is answered with a reset to its end,
// and what happens then follows.
func TestUnknownPositionsAreReset(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	id := viewer.ID(ada)
	testkit.Must(t, 0, act(ada, w.Log, 0, 1, 2))
	for name, cursor := range map[string]string{
		"beyond the head":                     timeline.Position(id, 1000, 7),
		"of another event of the number":      timeline.Position(id, 3, 7),
		"of the beginning, but with an event": timeline.Position(id, 0, 7),
	} {
		head, err := w.Log.Head(ada, id)
		testkit.Must(t, head, err)
		var got []timeline.Update
		for u, err := range w.Log.Follow(patient(t, ada), id, &cursor, always) {
			testkit.Must(t, u, err)
			if got = append(got, u); len(got) == 1 {
				testkit.Must(t, 0, act(ada, w.Log, 77))
				continue
			}
			break
		}
		if len(got) != 2 {
			t.Errorf("%s: %d came", name, len(got))
			continue
		}
		if r, ok := got[0].(*timeline.Reset); !ok || r.Cursor != head {
			t.Errorf("%s: first came %+v, want a reset to %s", name, got[0], head)
		}
		if e, ok := got[1].(*timeline.Edge); !ok || number(e) != 77 {
			t.Errorf("%s: then came %+v", name, got[1])
		}
	}
}

// deaf is a log on the same database that hears of no commit: as where the
// hints are lost.
func deaf(w *testkit.World) *timeline.Log {
	return &timeline.Log{DB: w.DB, Bus: &bus.Memory{}, Now: w.Clock.Now, Real: w.Clock.Now}
}

// following starts a follower of an account from its head, and tells what comes.
func following(t *testing.T, ctx context.Context, l *timeline.Log) <-chan int {
	t.Helper()
	head, err := l.Head(ctx, viewer.ID(ctx))
	testkit.Must(t, head, err)
	got, reading := make(chan int, 100), make(chan struct{})
	ctx, cancel := context.WithCancel(ctx)
	var once sync.Once
	done := make(chan struct{})
	go func() {
		defer close(done)
		for u, err := range l.Follow(ctx, viewer.ID(ctx), &head, func(context.Context) error { once.Do(func() { close(reading) }); return nil }) {
			if err != nil {
				t.Error(err)
				return
			}
			got <- number(u.(*timeline.Edge))
		}
	}()
	t.Cleanup(func() { cancel(); <-done })
	<-reading
	return got
}

func receive(t *testing.T, got <-chan int, want ...int) {
	t.Helper()
	for _, n := range want {
		select {
		case is := <-got:
			if is != n {
				t.Errorf("got %d, want %d", is, n)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%d does not come", n)
		}
	}
}

func TestLostHintsAreHealed(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, l := w.Account("ada"), deaf(w)
	got := following(t, ada, l)
	testkit.Must(t, 0, act(ada, w.Log, 1, 2, 3))
	testkit.Must(t, 0, l.HealNow(t.Context()))
	receive(t, got, 1, 2, 3)
	testkit.Must(t, 0, act(ada, w.Log, 4))
	testkit.Must(t, 0, l.HealNow(t.Context()))
	receive(t, got, 4)
}

// Somebody who joins further on must not hide that others were left behind.
func TestLostHintsAreHealedWhereOthersAreFurther(t *testing.T) {
	t.Parallel()
	for _, kept := range []bool{false, true} {
		w := testkit.New(t)
		ada, l := w.Account("ada"), deaf(w)
		first := following(t, ada, l)
		if kept { // the memory of the stream is not empty
			testkit.Must(t, 0, act(ada, w.Log, 0))
			testkit.Must(t, 0, l.HealNow(t.Context()))
			receive(t, first, 0)
		}
		testkit.Must(t, 0, act(ada, w.Log, 1, 2, 3))
		second := following(t, ada, l)
		testkit.Must(t, 0, l.HealNow(t.Context()))
		receive(t, first, 1, 2, 3)
		testkit.Must(t, 0, act(ada, w.Log, 4))
		testkit.Must(t, 0, l.HealNow(t.Context()))
		receive(t, first, 4)
		receive(t, second, 4)
	}
}

// A database that is away for a while must not end the program: what is lost
// is found at the next tick.
func TestHealGoesOnWhereTheDatabaseIsAway(t *testing.T) {
	t.Parallel()
	db := testkit.Open(t)
	testkit.Must(t, 0, db.Close())
	synctest.Test(t, func(t *testing.T) {
		l := &timeline.Log{DB: db, Bus: &bus.Memory{}, Now: time.Now, Real: time.Now}
		defer l.Join(uuid.New())()
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- l.Heal(ctx) }()
		select {
		case err := <-ended:
			t.Fatalf("it ended: %v", err)
		case <-time.After(time.Minute):
		}
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("ended by its context: %v", err)
		}
	})
}

// A collaborator is removed while the app's owner pushes at full rate. Nothing
// that was recorded from the removal on is delivered, and it ends with NOT_FOUND.
func TestR40_NothingIsDeliveredAfterAccessIsLost(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	for round := range 5 {
		c := s.Member(s.as["ada"], s.shop, "rob", s.as["rob"], collaborator.RoleLIMITED)
		start := position(s.shop.ID)
		joined := make(chan struct{})
		var got []*timeline.Edge
		var ended error
		var wg sync.WaitGroup
		wg.Go(func() {
			once := sync.OnceFunc(func() { close(joined) })
			for u, err := range s.Log.Follow(patient(t, s.as["rob"]), s.shop.ID, &start, func(ctx context.Context) error { return s.Log.Visible(ctx, s.shop.ID) }) {
				if once(); err != nil {
					ended = err
					continue
				}
				got = append(got, u.(*timeline.Edge))
			}
		})
		<-joined
		wg.Go(func() {
			for range 20 {
				s.Deploy(s.as["ada"], s.shop, "during")
			}
		})
		testkit.Must(t, 0, s.Collaborators.Remove(s.as["ada"], c.ID))
		wg.Wait()
		lost := int64(0)
		for _, e := range all(t, s.as["ada"], s.Log, s.shop.ID, timeline.Filter{Types: []timeline.EventType{"collaborator_removed"}}) {
			lost = e.Seq()
		}
		if !missing(ended) {
			t.Errorf("round %d ended with %v", round, ended)
		}
		if len(got) == 0 {
			t.Errorf("round %d: nothing came", round)
		} else if last := got[len(got)-1].Seq(); last >= lost {
			t.Errorf("round %d: number %d came, access was lost at %d", round, last, lost)
		}
	}
}

// R40: nor is what was read before, to a follower who takes it slowly.
func TestR40_SlowFollowersAreAskedAboutAgain(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	testkit.Must(t, 0, act(ada, w.Log, 1, 2, 3))
	lost := errors.New("the right is lost")
	var over, ended error
	got, start := 0, position(viewer.ID(ada))
	for _, err := range w.Log.Follow(patient(t, ada), viewer.ID(ada), &start, func(context.Context) error { return over }) {
		if err != nil {
			ended = err
			break
		}
		got++
		over = lost
		w.Clock.Move(time.Second)
	}
	if got != 1 || !errors.Is(ended, lost) {
		t.Errorf("%d events came, then %v", got, ended)
	}
}

// The same where the app itself goes.
func TestR40_FollowersOfADeletedAppEnd(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	var wg sync.WaitGroup
	for _, who := range []string{"ada", "carl"} {
		start, joined := position(s.shop.ID), make(chan struct{})
		wg.Go(func() {
			for u, err := range s.Log.Follow(patient(t, s.as[who]), s.shop.ID, &start, func(ctx context.Context) error { return s.Log.Visible(ctx, s.shop.ID) }) {
				if e, ok := u.(*timeline.Edge); ok && e.Seq() == 1 {
					close(joined)
				}
				if err != nil && !missing(err) {
					t.Errorf("%s: %v", who, err)
				}
				if e, ok := u.(*timeline.Edge); ok && string(timeline.TypeOf(e.Node)) == "app_deleted" {
					t.Errorf("%s saw more of what they may not see", who)
				}
			}
		})
		<-joined
	}
	testkit.Must(t, 0, s.Apps.Delete(s.as["ada"], s.shop.ID, "shop"))
	wg.Wait()
}

func TestR38_NothingIsDeliveredAfterTheSessionEnded(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	var mu sync.Mutex
	over := error(nil)
	allowed := func(context.Context) error {
		mu.Lock()
		defer mu.Unlock()
		return over
	}
	start := position(viewer.ID(ada))
	var got []timeline.Update
	for u, err := range w.Log.Follow(patient(t, ada), viewer.ID(ada), &start, allowed) {
		if err != nil {
			if !errors.Is(err, over) {
				t.Errorf("ended with %v", err)
			}
			break
		}
		got = append(got, u)
		mu.Lock()
		over = problem.Refuse(problem.Unauthenticated, "You've been signed out. Sign in again.")
		mu.Unlock()
		testkit.Must(t, 0, act(ada, w.Log, 1))
	}
	if len(got) != 1 {
		t.Errorf("%d came", len(got))
	}
	for u, err := range w.Log.Follow(patient(t, ada), viewer.ID(ada), &start, allowed) {
		if u != nil || !errors.Is(err, over) {
			t.Errorf("one that is not allowed begins with %v, %v", u, err)
		}
	}
	expectNoFollowers(w)
}

// Who goes away, by the context or by not asking on, leaves nothing behind.
func TestFollowersLeaveNothingBehind(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	var wg sync.WaitGroup
	for n := range 20 {
		ctx, cancel := context.WithCancel(ada)
		defer cancel()
		start := position(viewer.ID(ada))
		wg.Go(func() {
			for _, err := range w.Log.Follow(ctx, viewer.ID(ada), &start, always) {
				if err != nil {
					t.Errorf("it is told of its own end: %v", err)
				}
				if n%2 == 0 {
					return
				}
				cancel()
			}
		})
	}
	wg.Wait()
	expectNoFollowers(w)
}
