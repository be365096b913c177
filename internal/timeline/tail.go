package timeline

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent/stream"
)

const (
	// tailSize is how many entries of a followed stream are kept in memory, so that its
	// followers read a new one once, not once each.
	tailSize = 64
	// readSize is how many entries are read from the log in one batch.
	readSize = 100
	// healEvery is how often followed streams are compared with their heads, in case a
	// hint was lost.
	healEvery = 15 * time.Second
)

// tails are the ends of the followed streams.
type tails struct {
	mu sync.Mutex
	of map[uuid.UUID]*tail
}

// A tail is the end of one stream, shared by its followers.
type tail struct {
	id        uuid.UUID
	followers int // guarded by tails.mu

	mu     sync.Mutex
	signal chan struct{} // closed, then replaced, when the stream moved
	edges  []*Edge       // the newest entries, without a gap
	fresh  bool          // nothing after seen is known; edges, if any, end there
	seen   int64         // how far anyone has read the stream

	reading sync.Mutex // held by the follower that reads what is new
}

func (ts *tails) join(id uuid.UUID) *tail {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	if ts.of == nil {
		ts.of = map[uuid.UUID]*tail{}
	}
	t := ts.of[id]
	if t == nil {
		t = &tail{id: id, signal: make(chan struct{})}
		ts.of[id] = t
	}
	t.followers++
	return t
}

func (ts *tails) leave(t *tail) {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	if t.followers--; t.followers == 0 {
		delete(ts.of, t.id)
	}
}

func (ts *tails) get(id uuid.UUID) *tail {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	return ts.of[id]
}

func (ts *tails) ids() []any {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	ids := make([]any, 0, len(ts.of))
	for id := range ts.of {
		ids = append(ids, id)
	}
	return ids
}

// Wake tells the followers of a stream that it may have moved. It listens to the bus.
func (l *Log) Wake(id uuid.UUID) {
	if t := l.tails.get(id); t != nil {
		t.wake()
	}
}

// Heal compares followed streams with their heads periodically until ctx ends, and
// wakes the followers of those that moved unnoticed. If the database is unavailable,
// that is logged and retried at the next tick.
func (l *Log) Heal(ctx context.Context) error {
	tick := time.NewTicker(healEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			if err := l.heal(ctx); err != nil && ctx.Err() == nil {
				slog.WarnContext(ctx, "streams not healed", "err", err)
			}
		}
	}
}

func (l *Log) heal(ctx context.Context) error {
	ids := l.tails.ids()
	for len(ids) > 0 {
		n := min(len(ids), 500)
		if err := l.healSome(ctx, ids[:n]); err != nil {
			return fmt.Errorf("compare heads: %w", err)
		}
		ids = ids[n:]
	}
	return nil
}

func (l *Log) healSome(ctx context.Context, ids []any) error {
	query, args := entsql.Dialect(l.DB.Dialect()).Select(stream.FieldID, stream.FieldSeq).
		From(entsql.Table(stream.Table)).Where(entsql.In(stream.FieldID, ids...)).Query()
	rows, err := l.DB.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id uuid.UUID
		var seq int64
		if err := rows.Scan(&id, &seq); err != nil {
			return err
		}
		if t := l.tails.get(id); t != nil && t.last() < seq {
			t.wake()
		}
	}
	return rows.Err()
}

func (t *tail) wake() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.signalMoved()
}

// signalMoved wakes every follower. t.mu is held.
func (t *tail) signalMoved() {
	t.fresh = false
	close(t.signal)
	t.signal = make(chan struct{})
}

// moved is closed at the next wake-up.
func (t *tail) moved() <-chan struct{} {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.signal
}

func (t *tail) last() int64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.seen
}

// saw notes that a follower is at a number.
func (t *tail) saw(seq int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.reached(seq)
}

// reached notes how far a follower got. If that is news although no hint came, it wakes
// those who wait for one: nobody else would find out that it was lost.
func (t *tail) reached(seq int64) {
	if seq > t.seen && t.fresh {
		t.signalMoved()
	}
	t.seen = max(t.seen, seq)
}

// after returns the next entries after a number, from memory if it has them. A follower
// who is too far behind for that reads the log alone.
func (t *tail) after(ctx context.Context, l *Log, seq int64) ([]*Edge, error) {
	if edges, ok := t.kept(seq); ok {
		return edges, nil
	}
	t.reading.Lock()
	defer t.reading.Unlock()
	if edges, ok := t.kept(seq); ok { // another follower read it meanwhile
		return edges, nil
	}
	before := t.moved()
	edges, err := l.after(ctx, t.id, seq, readSize)
	if err != nil {
		return nil, err
	}
	if len(edges) < readSize {
		t.keep(seq, edges, before)
	}
	return edges, nil
}

// kept answers from memory; ok reports whether memory has the answer.
func (t *tail) kept(seq int64) ([]*Edge, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := len(t.edges)
	if n == 0 || seq < t.edges[0].seq-1 {
		return nil, t.fresh && seq >= t.seen
	}
	newer := t.edges[min(int64(n), max(0, seq-t.edges[0].seq+1)):]
	return newer, len(newer) > 0 || t.fresh
}

// keep remembers what was read after a number up to the end of the stream. It is still
// the end if there was no wake-up since the reading started.
func (t *tail) keep(after int64, edges []*Edge, began <-chan struct{}) {
	t.mu.Lock()
	defer t.mu.Unlock()
	kept := after // where memory ends
	if n := len(t.edges); n > 0 {
		kept = t.edges[n-1].seq
	}
	switch {
	case kept < after: // a gap
		t.edges = edges
	case kept-after < int64(len(edges)):
		t.edges = append(t.edges, edges[kept-after:]...)
	}
	if over := len(t.edges) - tailSize; over > 0 {
		t.edges = append([]*Edge(nil), t.edges[over:]...)
	}
	still := began == (<-chan struct{})(t.signal)
	t.reached(after + int64(len(edges)))
	t.fresh = still
}
