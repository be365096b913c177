package platform

import (
	"sync"
	"time"

	"github.com/google/uuid"

	"portico/internal/timeline"
)

const (
	// denialInterval is how often denied pushes of the same kind write an event.
	denialInterval = time.Minute
	// denialsKept is how long denials without an event are remembered, to be counted in
	// the next one.
	denialsKept = time.Hour
)

// Denials is the rate limiter of denied pushes: a client that retries again and again
// must not fill the log, and the pusher still sees that it did. It is kept in memory,
// by each process for itself.
type Denials struct {
	Now func() time.Time

	mu     sync.Mutex
	recent map[denial]*recentDenials
	swept  time.Time
}

// A denial is what is counted together. Without an app, the names that were tried don't
// matter: anyone can think of any number of them.
type denial struct {
	account, app uuid.UUID
	reason       timeline.GitPushDenialReason
}

type recentDenials struct {
	since   time.Time // of the latest event
	repeats int32     // without an event since then
}

// allow reports whether a denial gets an event, and how many before it got none.
func (d *Denials) allow(of denial) (repeats int32, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := d.Now()
	d.sweep(now)
	known := d.recent[of]
	if known != nil && now.Sub(known.since) < denialInterval {
		known.repeats++
		return 0, false
	}
	if known != nil {
		repeats = known.repeats
	}
	d.recent[of] = &recentDenials{since: now}
	return repeats, true
}

func (d *Denials) sweep(now time.Time) {
	if d.recent != nil && now.Sub(d.swept) < denialInterval {
		return
	}
	kept := map[denial]*recentDenials{}
	for of, r := range d.recent {
		if now.Sub(r.since) < denialsKept {
			kept[of] = r
		}
	}
	d.recent, d.swept = kept, now
}
