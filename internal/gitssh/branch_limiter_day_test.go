package gitssh

import (
	"testing"
	"time"

	"github.com/google/uuid"
)

// A day of pushes each minute: machines that work on thirty apps never wait, and
// who moves all they can, in eight pushes at once, gets no further than the rate.
func TestR80_ADayOfPushes(t *testing.T) {
	t.Parallel()
	anHour, start := Limits{}.orDefaults().BranchesPerHour, time.Now()
	for name, c := range map[string]struct {
		atOnce, branches, least, most int
	}{
		"thirty apps": {30, 1, 24 * 60 * 30, 24 * 60 * 30},
		"a loop":      {1, 1000, 24 * anHour, 25 * anHour},
		"eight loops": {8, 1000, 24 * anHour, 25*anHour + 8000},
	} {
		limiter, account, moved := branchLimiter{}, uuid.New(), 0
		for minute := range 24 * 60 {
			now, allowed := start.Add(time.Duration(minute)*time.Minute), 0
			for range c.atOnce {
				if limiter.wait(account, c.branches, anHour, now) <= 0 {
					allowed += c.branches
				}
			}
			limiter.count(account, allowed, anHour, now)
			moved += allowed
		}
		if moved < c.least || moved > c.most {
			t.Errorf("%s: %d branches, want %d to %d", name, moved, c.least, c.most)
		}
	}
}
