package clock

import (
	"sync"
	"time"
)

// Business is the clock that goes with what customers use and pay for, and that dates
// the events of the timeline. It is real time plus an offset, which is 0 in production;
// in a sandbox it grows when somebody moves the clock ahead. It never goes back.
type Business struct {
	// Real is the clock that it is ahead of.
	Real func() time.Time

	mu     sync.Mutex
	offset time.Duration
	// stopped is the instant at which the clock stands, while work that has become due
	// is done; zero: it runs.
	stopped time.Time
}

// Now is business time, in the form in which instants are stored.
func (b *Business) Now() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now()
}

func (b *Business) now() time.Time {
	if !b.stopped.IsZero() {
		return b.stopped
	}
	return Stored(b.Real().Add(b.offset))
}

// Offset is how far the clock is ahead of real time.
func (b *Business) Offset() time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now().Sub(b.Real())
}

// OffsetAt is how far the clock is ahead of real time once it stands at an instant.
func (b *Business) OffsetAt(t time.Time) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	return max(b.offset, t.Sub(b.Real()))
}

// Set puts the clock ahead of real time, as it was when the program ended.
func (b *Business) Set(offset time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.offset = offset
}

// StopAt moves the clock to an instant, unless that is past, and has it stand there.
func (b *Business) StopAt(t time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if now := b.now(); t.Before(now) {
		t = now
	}
	b.stopped = Stored(t)
}

// Run has a clock that stands go on from where it stands.
func (b *Business) Run() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.stopped.IsZero() {
		return
	}
	b.offset = max(b.offset, b.stopped.Sub(b.Real()))
	b.stopped = time.Time{}
}
