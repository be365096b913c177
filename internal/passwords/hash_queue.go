package passwords

import (
	"context"
	"strings"
	"sync"
	"time"

	"portico/internal/attempt"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// busyFor is when to try again after the queue was full.
const busyFor = 2 * time.Second

// A HashQueue admits a limited number of hashes at a time, computed or waiting, and
// rejects the rest right away. Fair shares keep one client from taking every place, and
// reserved places let people sign in on known devices while it is full.
type HashQueue struct {
	Places     int // for everyone
	Reserved   int // in addition, for known devices and open sessions
	PerNetwork int // share of one network, in either; of a site more, half of the places at most
	PerSubject int // share of one account, device or typed login

	mu    sync.Mutex
	taken map[string]int
}

// A hashClient is who a hash is for. An empty field has no share.
type hashClient struct {
	networks []browser.Network
	subject  string
	known    bool
}

// A share is a count and its limit.
type share struct {
	name string
	most int
}

// Enter takes a place and returns a function that releases it; false if this client has
// no place left.
func (q *HashQueue) Enter(c hashClient) (leave func(), ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if shares := q.shares("open", q.Places, c); q.fits(shares) {
		return q.take(shares), true
	}
	if shares := q.shares("reserved", q.Reserved, c); c.known && q.fits(shares) {
		return q.take(shares), true
	}
	return nil, false
}

// shares are the counts that a place belongs to.
func (q *HashQueue) shares(pool string, places int, c hashClient) []share {
	all := []share{{pool, places}}
	for _, n := range c.networks {
		all = append(all, share{pool + " " + n.Name, min(q.PerNetwork*n.Times, (places+1)/2)})
	}
	if c.subject != "" {
		all = append(all, share{c.subject, q.PerSubject})
	}
	return all
}

func (q *HashQueue) fits(shares []share) bool {
	for _, s := range shares {
		if q.taken[s.name] >= s.most {
			return false
		}
	}
	return true
}

func (q *HashQueue) take(shares []share) (leave func()) {
	if q.taken == nil {
		q.taken = map[string]int{}
	}
	for _, s := range shares {
		q.taken[s.name]++
	}
	return func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		for _, s := range shares {
			if q.taken[s.name]--; q.taken[s.name] == 0 {
				delete(q.taken, s.name)
			}
		}
	}
}

// Waiting is how many places are taken.
func (q *HashQueue) Waiting() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.taken["open"] + q.taken["reserved"]
}

type subjectKey struct{}

// For returns a context whose hashes count against a rate limiter subject's share.
func For(ctx context.Context, subject string) context.Context {
	return context.WithValue(ctx, subjectKey{}, subject)
}

// HashClientOf is who the hashes of a request are for.
func HashClientOf(ctx context.Context) hashClient {
	c := hashClient{networks: browser.Networks(ctx)}
	c.subject, _ = ctx.Value(subjectKey{}).(string)
	v, signedIn := viewer.From(ctx)
	if signedIn = signedIn && !v.System; signedIn && c.subject == "" {
		c.subject = attempt.OfAccount(v.AccountID)
	}
	c.known = signedIn || strings.HasPrefix(c.subject, attempt.DevicePrefix)
	return c
}

// place takes a place in the queue for one request's hashes.
func (p *Hasher) place(ctx context.Context) (leave func(), err error) {
	leave, ok := p.Queue.Enter(HashClientOf(ctx))
	if !ok {
		return nil, problem.Later(busyFor, "Portico is busy. Try again in %s.")
	}
	return leave, nil
}
