package sandbox_test

import (
	"math"
	"testing"
	"time"

	"portico/internal/problem"
	"portico/internal/sandbox"
	"portico/internal/testkit"
	"portico/internal/worker"
)

// Anyone in a sandbox may move its clock again and again. It stops before its distance
// from real time is more than the API can tell, or than a duration holds: then it would
// go back, and with it the times of the log.
func TestTheClockHasAnEnd(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	c := &sandbox.Clock{DB: w.DB, Business: w.Business, Workers: &worker.Workers{Now: w.Now, Business: w.Business}}
	for range 400 {
		before, to := w.Business.Now(), w.Business.Now().Add(400*24*time.Hour)
		err := c.Advance(ada, sandbox.Destination{To: &to})
		if now := w.Business.Now(); now.Before(before) || w.Business.Offset() > math.MaxInt32*time.Second {
			t.Fatalf("after %v it is %v, %v ahead", before, now, w.Business.Offset())
		}
		if err == nil {
			continue
		}
		if got := testkit.InputErrors(err); got != " "+string(problem.OutOfRange) {
			t.Errorf("%v", err)
		}
		if err := c.Advance(ada, sandbox.Destination{Until: sandbox.MonthEnd}); err == nil && w.Business.Offset() > 61*365*24*time.Hour {
			t.Error("it moves on to the month's end")
		}
		return
	}
	t.Error("it has no end")
}
