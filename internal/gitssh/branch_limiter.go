package gitssh

import (
	"fmt"
	"maps"
	"math"
	"sync"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/dustin/go-humanize/english"
	"github.com/google/uuid"
)

// branchLimiter is the rate limiter of moved branches: each is a deployment. An account
// may move an hour's worth of them at once, and regains them evenly. It is kept in
// memory.
type branchLimiter struct {
	mu sync.Mutex
	// paid is when the branches that an account has moved no longer count.
	paid map[uuid.UUID]time.Time
}

// wait is how long an account has to wait before it may move branches. They count
// once they were moved, so pushes at the same time may exceed the limit together;
// the next one waits longer for that.
func (l *branchLimiter) wait(account uuid.UUID, branches, anHour int, now time.Time) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	left := max(0, l.paid[account].Sub(now))
	return left + worth(min(branches, anHour), anHour) - time.Hour
}

// count notes that an account has moved branches.
func (l *branchLimiter) count(account uuid.UUID, branches, anHour int, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.paid == nil {
		l.paid = map[uuid.UUID]time.Time{}
	}
	maps.DeleteFunc(l.paid, func(_ uuid.UUID, until time.Time) bool { return !until.After(now) })
	left := max(0, l.paid[account].Sub(now))
	l.paid[account] = now.Add(left + worth(branches, anHour))
}

// worth is the time in which an account regains branches.
func worth(branches, anHour int) time.Duration {
	return time.Duration(branches) * time.Hour / time.Duration(anHour)
}

// paced refuses a push that moves branches faster than the account may.
func (c *call) paced(branches int) *Denial {
	anHour := c.server.Limits.orDefaults().BranchesPerHour
	wait := c.server.moved.wait(c.identity.AccountID, branches, anHour, c.server.Now())
	if wait <= 0 {
		return nil
	}
	return &Denial{Reason: TooManyBranches, Text: fmt.Sprintf(
		"Your account has created or moved too many branches; Portico accepts %s an hour. Try again in %s.",
		humanize.Comma(int64(anHour)), english.Plural(int(math.Ceil(wait.Minutes())), "minute", ""))}
}
