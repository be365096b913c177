package worker_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"portico/internal/clock"
	"portico/internal/worker"
)

// A schedule is a job that is due at given times.
type schedule struct {
	mu   sync.Mutex
	due  []time.Time
	runs []time.Duration // when it ran, since the start
	fail error
}

func (s *schedule) job(name string) worker.Job {
	start := clock.Real()
	return worker.Job{Name: name, Next: s.next, Run: func(context.Context) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.runs = append(s.runs, clock.Real().Sub(start))
		if s.fail == nil {
			s.due = slices.DeleteFunc(s.due, func(at time.Time) bool { return !at.After(clock.Real()) })
		}
		return s.fail
	}}
}

func (s *schedule) next(context.Context) (time.Time, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.due) == 0 {
		return time.Time{}, nil
	}
	return slices.MinFunc(s.due, time.Time.Compare), nil
}

// running runs workers within a bubble until it ends.
func running(t *testing.T, all ...worker.Worker) *worker.Workers {
	w := &worker.Workers{Now: clock.Real}
	for _, one := range all {
		w.Add(one)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- w.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	synctest.Wait()
	return w
}

func pass(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

func expectRuns(t *testing.T, s *schedule, want ...time.Duration) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !slices.Equal(s.runs, want) {
		t.Errorf("ran at %v, want %v", s.runs, want)
	}
}

func TestWorkerSleepsUntilWorkIsDue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &schedule{due: []time.Time{clock.Real().Add(7 * time.Second), clock.Real().Add(40 * time.Second)}}
		running(t, worker.Worker{Poll: time.Hour, Jobs: []worker.Job{s.job("test")}})
		pass(50 * time.Minute)
		expectRuns(t, s, 0, 7*time.Second, 40*time.Second)
		pass(time.Hour)
		expectRuns(t, s, 0, 7*time.Second, 40*time.Second, time.Hour+40*time.Second) // the poll
	})
}

func TestWakeRunsWhatIsNotPeriodic(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var due, sweep schedule
		w := running(t,
			worker.Worker{Poll: time.Minute, Jobs: []worker.Job{due.job("due")}},
			worker.Worker{Poll: time.Minute, Periodic: true, Jobs: []worker.Job{sweep.job("sweep")}})
		pass(5 * time.Second)
		w.Wake()
		pass(time.Minute)
		expectRuns(t, &due, 0, 5*time.Second, 65*time.Second)
		expectRuns(t, &sweep, 0, time.Minute)
	})
}

// A job that fails stops neither the job after it nor other workers, and does not
// spin.
func TestFailedJobStopsNobody(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		broken := &schedule{fail: errors.New("no"), due: []time.Time{clock.Real()}}
		var after, other schedule
		w := running(t,
			worker.Worker{Poll: time.Hour, Jobs: []worker.Job{broken.job("broken"), after.job("after")}},
			worker.Worker{Poll: time.Hour, Jobs: []worker.Job{other.job("other")}})
		pass(31 * time.Second)
		expectRuns(t, broken, 0, 15*time.Second, 30*time.Second)
		expectRuns(t, &after, 0, 15*time.Second, 30*time.Second)
		expectRuns(t, &other, 0)
		if err := w.RunDue(t.Context()); !errors.Is(err, broken.fail) {
			t.Errorf("RunDue: %v", err)
		}
	})
}

// A job that takes long has nobody wait but itself.
func TestSlowJobDelaysNoOther(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var quick, other schedule
		slow := worker.Job{
			Name: "slow", Slow: true, Next: other.next,
			Run: func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() },
		}
		all := []worker.Job{slow, quick.job("quick"), other.job("other")}
		all[2].Slow = true
		w := &worker.Workers{Now: clock.Real}
		w.AddDue(time.Minute, all)
		ctx, stop := context.WithCancel(t.Context())
		go func() { _ = w.Run(ctx) }()
		defer stop()
		pass(time.Second)
		expectRuns(t, &quick, 0)
		expectRuns(t, &other, 0)
		pass(time.Minute)
		expectRuns(t, &quick, 0, time.Minute)
		expectRuns(t, &other, 0, time.Minute)
	})
}

// Work that stays due does not keep the machine busy.
func TestStuckWorkDoesNotSpin(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		runs := 0
		past := clock.Real().Add(-time.Hour)
		running(t, worker.Worker{Poll: time.Hour, Jobs: []worker.Job{{
			Name: "stuck", Run: func(context.Context) error { runs++; return nil },
			Next: func(context.Context) (time.Time, error) { return past, nil },
		}}})
		pass(10*time.Second + time.Millisecond)
		if runs != 11 {
			t.Errorf("ran %d times in 10 seconds", runs)
		}
	})
}
