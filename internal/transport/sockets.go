package transport

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// Sockets is the registry of open sockets, through which the rest of the program
// reaches them. The zero value is ready to use.
type Sockets struct {
	Jitter time.Duration // over which Drain spreads the closes; 2 s by default

	mu       sync.Mutex
	all      map[*socket][]owner // nil until Init was accepted
	byKey    map[string][]*socket
	byOwner  map[owner]int
	pending  map[string]int // a network's sockets that have no owner yet
	checked  uint64         // number of calls to Recheck
	draining chan struct{}
}

// An owner is who a socket counts against: a user, or the guests of a network.
type owner struct{ user, network string }

// Count is the number of sockets that have not ended, with everything that runs on
// them.
func (k *Sockets) Count() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.all)
}

// Recheck makes Check decide again on each socket of a key, which is a user or one of
// the keys of an Identity. It doesn't wait. After it returns, nothing new goes out on
// those sockets until Check has approved; the others are closed within a second,
// whatever they are doing (R38).
func (k *Sockets) Recheck(key string) {
	k.mu.Lock()
	k.checked++
	found := slices.Clone(k.byKey[key])
	k.mu.Unlock()
	for _, s := range found {
		s.recheck()
	}
}

// Drain refuses new sockets, asks all clients to connect elsewhere (1012), not all at
// once, and waits until everything that runs on the sockets has ended. If ctx ends
// first it cuts the connections and returns the error of ctx. It can't be undone.
func (k *Sockets) Drain(ctx context.Context) error {
	empty, open := k.drain()
	jitter := k.jitter(ctx)
	for _, s := range open {
		time.AfterFunc(rand.N(jitter), func() { s.close(errRestart) })
	}
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
	}
	for _, s := range open {
		s.cut()
	}
	return fmt.Errorf("drain sockets: %w", ctx.Err())
}

func (k *Sockets) drain() (<-chan struct{}, []*socket) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.draining == nil {
		k.draining = make(chan struct{})
		k.emptied()
	}
	open := make([]*socket, 0, len(k.all))
	for s := range k.all {
		open = append(open, s)
	}
	return k.draining, open
}

// jitter leaves the second half of the time that ctx allows for the sockets to end.
func (k *Sockets) jitter(ctx context.Context) time.Duration {
	jitter := k.Jitter
	if jitter <= 0 {
		jitter = 2 * time.Second
	}
	if deadline, ok := ctx.Deadline(); ok {
		jitter = min(jitter, time.Until(deadline)/2)
	}
	return max(jitter, 1)
}

// emptied is called with mu held.
func (k *Sockets) emptied() {
	if k.draining == nil || len(k.all) > 0 {
		return
	}
	select {
	case <-k.draining:
	default:
		close(k.draining)
	}
}

func (k *Sockets) closed() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.draining != nil
}

func (k *Sockets) rechecks() uint64 {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.checked
}
