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

// branchLimiter is the rate limiter of moved branches, each of which is a deployment, or
// of all refs: git rewrites the list of all for each that is deleted. An account may move
// an hour's worth of them at once, and regains them evenly. It is kept in memory.
type branchLimiter struct {
	mu sync.Mutex
	// paid is when the branches or refs that an account has moved no longer count.
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

// paced refuses a push that moves branches, or refs of any kind, faster than the account
// may.
func (c *call) paced(branches, refs int) *Denial {
	s, limits, account := c.server, c.server.Limits.orDefaults(), c.identity.AccountID
	if wait := s.moved.wait(account, branches, limits.BranchesPerHour, s.Now()); branches > 0 && wait > 0 {
		return tooFast(TooManyBranches, "created or moved too many branches", limits.BranchesPerHour, wait)
	}
	if wait := s.movedRefs.wait(account, refs, limits.RefsPerHour, s.Now()); wait > 0 {
		return tooFast(Refused, "created, moved, or deleted too many branches and tags", limits.RefsPerHour, wait)
	}
	return nil
}

func tooFast(reason Reason, did string, anHour int, wait time.Duration) *Denial {
	return &Denial{Reason: reason, Text: fmt.Sprintf("Your account has %s; Portico accepts %s an hour. Try again in %s.",
		did, humanize.Comma(int64(anHour)), english.Plural(int(math.Ceil(wait.Minutes())), "minute", ""))}
}
