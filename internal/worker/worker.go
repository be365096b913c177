// Package worker does work when it is due. It doesn't know what the work is: a kind of
// work is a query that finds rows and a function that does one. What is due is always
// stored, so a restart loses nothing, and any number of processes may look for it.
//
// A Queue is for rows that are nothing but work (an email to send, an export to make).
// It leases a row before the work and retries it with backoff, counted in the row, until
// it is done or given up. Do may take long and may do things outside of the database; a
// crash may have it done twice.
//
// A Due is for work that follows from a time in a row that is something else (an account
// that closes, an email change that takes effect). There is no lease: Do looks again in
// its transaction, so that of two processes one does it. It is retried with backoff and
// never given up, as what the row says stays true.
//
// Either makes a Job, which tells exactly when it is due next by the injected clock, so
// that a test or a sandbox can go from one due time to the next. Between these times a
// worker sleeps. Whoever writes a due time wakes it once the transaction has committed
// (store.After); the poll only finds what other processes have written. A row that fails
// is logged and stops no other row, a job that fails no other job. Periodic workers do
// housekeeping, for which nothing is stored.
package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"portico/internal/clock"
)

const (
	// retryAfter is how long a worker waits after one of its jobs failed.
	retryAfter = 15 * time.Second
	// minPause keeps a worker from spinning on work that stays due.
	minPause = time.Second
)

// A Job is one kind of work.
type Job struct {
	Name string
	// Run does everything that is due now.
	Run func(context.Context) error
	// Next is when Run has something to do again; zero: nothing waits. Only what is done
	// periodically has none.
	Next func(context.Context) (time.Time, error)
	// Of lists what waits of these owners, accounts and apps alike, in the order in which
	// it is due, at most so many rows. What is done periodically has none.
	Of func(ctx context.Context, owners []uuid.UUID, limit int) ([]Waiting, error)
	// Slow jobs may take long: each has a worker of its own, so that others don't wait
	// for it.
	Slow bool
	// Business jobs go by business time. Those that aren't slow are done one after the
	// other, and all are while Advance moves it.
	Business bool
}

// A Worker runs its jobs one after the other.
type Worker struct {
	Jobs []Job
	// Poll is the longest time between two runs: another process may have written
	// something that is due, and can't wake this one.
	Poll time.Duration
	// Periodic jobs are housekeeping: run at each poll and not woken.
	Periodic bool
	// Business jobs go by business time: they rest while Advance moves it.
	Business bool

	woken chan struct{}
}

// Workers run side by side, on two clocks.
type Workers struct {
	Now func() time.Time
	// Business is the clock of business jobs; nil: Now is.
	Business *clock.Business
	list     []*Worker
	// advancing is held by Advance, and shared by the workers that run business jobs.
	advancing sync.RWMutex
}

// Add adds a worker. It has no effect on workers that run already.
func (w *Workers) Add(one Worker) {
	one.woken = make(chan struct{}, 1)
	w.list = append(w.list, &one)
}

// AddDue adds workers for jobs that are due at stored times, also for what another
// process has written at the latest after poll.
func (w *Workers) AddDue(poll time.Duration, jobs []Job) {
	quick, business := Worker{Poll: poll}, Worker{Poll: poll, Business: true}
	var slow []Worker
	for _, j := range jobs {
		switch {
		case j.Slow:
			slow = append(slow, Worker{Poll: poll, Jobs: []Job{j}, Business: j.Business})
		case j.Business:
			business.Jobs = append(business.Jobs, j)
		default:
			quick.Jobs = append(quick.Jobs, j)
		}
	}
	for _, one := range append([]Worker{quick, business}, slow...) {
		w.Add(one)
	}
}

// Wake runs jobs now that may have become due.
func (w *Workers) Wake() {
	for _, one := range w.list {
		if one.Periodic {
			continue
		}
		select {
		case one.woken <- struct{}{}:
		default: // it will look anyway
		}
	}
}

// Run does all work when it is due, until ctx ends.
func (w *Workers) Run(ctx context.Context) error {
	var g errgroup.Group
	for _, one := range w.list {
		g.Go(func() error {
			w.loop(ctx, one)
			return nil
		})
	}
	return g.Wait()
}

// RunDue runs every job once, in the order in which they were added.
func (w *Workers) RunDue(ctx context.Context) error {
	var failed []error
	for _, one := range w.list {
		failed = append(failed, w.runDue(ctx, one))
	}
	return errors.Join(failed...)
}

func (w *Workers) loop(ctx context.Context, one *Worker) {
	for {
		err := w.runDue(ctx, one)
		select {
		case <-ctx.Done():
			return
		case <-one.woken:
		case <-time.After(one.pause(ctx, w.now(one), err)):
		}
	}
}

// runDue runs the jobs of a worker, those of business while nobody moves its clock.
func (w *Workers) runDue(ctx context.Context, one *Worker) error {
	if one.Business {
		w.advancing.RLock()
		defer w.advancing.RUnlock()
	}
	return one.runDue(ctx)
}

// now is the clock that a worker goes by.
func (w *Workers) now(one *Worker) func() time.Time {
	if one.Business && w.Business != nil {
		return w.Business.Now
	}
	return w.Now
}

// runDue runs each job once and logs those that fail.
func (w *Worker) runDue(ctx context.Context) error {
	var failed []error
	for _, j := range w.Jobs {
		err := j.Run(ctx)
		if ctx.Err() != nil {
			break // it fails because the program stops
		}
		if err != nil {
			slog.ErrorContext(ctx, "job failed", "job", j.Name, "err", err)
			failed = append(failed, fmt.Errorf("%s: %w", j.Name, err))
		}
	}
	return errors.Join(failed...)
}

// pause is how long to wait for the next run, unless somebody wakes the worker.
func (w *Worker) pause(ctx context.Context, now func() time.Time, failed error) time.Duration {
	if w.Periodic {
		return w.Poll
	}
	next, err := w.next(ctx)
	if err != nil && ctx.Err() == nil {
		slog.ErrorContext(ctx, "look for due work", "err", err)
	}
	switch {
	case err != nil || failed != nil:
		return min(retryAfter, w.Poll)
	case next.IsZero():
		return w.Poll
	}
	return min(max(next.Sub(now()), minPause), w.Poll)
}

func (w *Worker) next(ctx context.Context) (time.Time, error) {
	var first time.Time
	for _, j := range w.Jobs {
		if j.Next == nil {
			continue
		}
		next, err := j.Next(ctx)
		if err != nil {
			return time.Time{}, fmt.Errorf("%s: %w", j.Name, err)
		}
		first = earlier(first, next)
	}
	return first, nil
}

// earlier is the earlier of two instants; zero is none.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
