package worker

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// stuck is after how many runs at one instant an advance gives up.
const stuck = 100

// errStuck says that business jobs stay due however often they are run.
var errStuck = errors.New("work stays due")

// Next is when the next work is due, on whatever clock; zero: nothing waits.
func (w *Workers) Next(ctx context.Context) (time.Time, error) {
	return w.first(ctx, func(*Worker) bool { return true })
}

// NextBusiness is when the next business job is due, in business time; zero: nothing
// waits.
func (w *Workers) NextBusiness(ctx context.Context) (time.Time, error) {
	return w.first(ctx, func(one *Worker) bool { return one.Business })
}

func (w *Workers) first(ctx context.Context, which func(*Worker) bool) (time.Time, error) {
	var first time.Time
	for _, one := range w.list {
		if !which(one) {
			continue
		}
		next, err := one.next(ctx)
		if err != nil {
			return time.Time{}, err
		}
		first = earlier(first, next)
	}
	return first, nil
}

// Advance moves business time to an instant: from one due instant to the next, with
// the clock standing at each until nothing is due any more. What is done at an instant
// is done in the order in which the jobs were added. step is called for each instant
// before the clock moves there; where it fails, the clock stays.
//
// Whatever the steps, the same work is done at the same instants.
func (w *Workers) Advance(ctx context.Context, to time.Time, step func(context.Context, time.Time) error) error {
	w.advancing.Lock()
	defer w.advancing.Unlock()
	defer w.Business.Run()
	for runs := 0; ; runs++ {
		next, err := w.NextBusiness(ctx)
		if err != nil {
			return fmt.Errorf("look for due work: %w", err)
		}
		last := next.IsZero() || next.After(to)
		if last {
			next = to
		}
		if next.After(w.Business.Now()) {
			runs = 0
		}
		if err := step(ctx, next); err != nil {
			return err
		}
		w.Business.StopAt(next)
		if last {
			return nil
		}
		if err := w.runBusiness(ctx); err != nil {
			return err
		}
		if runs >= stuck {
			return errStuck
		}
	}
}

func (w *Workers) runBusiness(ctx context.Context) error {
	var failed []error
	for _, one := range w.list {
		if one.Business {
			failed = append(failed, one.runDue(ctx))
		}
	}
	return errors.Join(append(failed, ctx.Err())...)
}
