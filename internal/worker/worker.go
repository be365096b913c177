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
	"slices"
	"time"

	"golang.org/x/sync/errgroup"
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
	// Slow jobs may take long: each has a worker of its own, so that others don't wait
	// for it.
	Slow bool
}

// A Worker runs its jobs one after the other.
type Worker struct {
	Jobs []Job
	// Poll is the longest time between two runs: another process may have written
	// something that is due, and can't wake this one.
	Poll time.Duration
	// Periodic jobs are housekeeping: run at each poll and not woken.
	Periodic bool

	woken chan struct{}
}

// Workers run side by side, on one clock.
type Workers struct {
	Now  func() time.Time
	list []*Worker
}

// Add adds a worker. It has no effect on workers that run already.
func (w *Workers) Add(one Worker) {
	one.woken = make(chan struct{}, 1)
	w.list = append(w.list, &one)
}

// AddDue adds workers for jobs that are due at stored times, also for what another
// process has written at the latest after poll.
func (w *Workers) AddDue(poll time.Duration, jobs []Job) {
	slow := slices.DeleteFunc(slices.Clone(jobs), func(j Job) bool { return !j.Slow })
	quick := slices.DeleteFunc(slices.Clone(jobs), func(j Job) bool { return j.Slow })
	w.Add(Worker{Poll: poll, Jobs: quick})
	for _, j := range slow {
		w.Add(Worker{Poll: poll, Jobs: []Job{j}})
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
			one.loop(ctx, w.Now)
			return nil
		})
	}
	return g.Wait()
}

// RunDue runs every job once, in the order in which they were added.
func (w *Workers) RunDue(ctx context.Context) error {
	var failed []error
	for _, one := range w.list {
		failed = append(failed, one.runDue(ctx))
	}
	return errors.Join(failed...)
}

// Next is when the next work is due, or zero. Whoever moves the clock of a sandbox
// moves it there, calls RunDue, and asks again.
func (w *Workers) Next(ctx context.Context) (time.Time, error) {
	var first time.Time
	for _, one := range w.list {
		next, err := one.next(ctx)
		if err != nil {
			return time.Time{}, err
		}
		first = earlier(first, next)
	}
	return first, nil
}

func (w *Worker) loop(ctx context.Context, now func() time.Time) {
	for {
		err := w.runDue(ctx)
		select {
		case <-ctx.Done():
			return
		case <-w.woken:
		case <-time.After(w.pause(ctx, now, err)):
		}
	}
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
