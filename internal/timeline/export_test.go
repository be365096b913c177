package timeline

import (
	"context"

	"github.com/google/uuid"
)

// What the tests have to know of the inside.
const (
	TailSize = tailSize
	ReadSize = readSize
)

// HealNow compares followed streams with their heads.
func (l *Log) HealNow(ctx context.Context) error { return l.heal(ctx) }

// Followed is how many streams somebody follows.
func (l *Log) Followed() int { return len(l.tails.ids()) }

// Pending is how many transactions have something to record still.
func (l *Log) Pending() (n int) {
	l.batches.Range(func(any, any) bool { n++; return true })
	return n
}

// NewEvents are all the types of event, each with an empty one.
func NewEvents() map[EventType]Event {
	all := map[EventType]Event{}
	for name, newEvent := range newEvents {
		all[name] = newEvent()
	}
	return all
}

// Seq is an edge's number.
func (e *Edge) Seq() int64 { return e.seq }

// Position is a cursor of one's own making.
func Position(stream uuid.UUID, seq int64, mark uint32) string {
	return position{stream, seq, mark}.cursor()
}

// Join follows a stream without reading it, until the returned is called.
func (l *Log) Join(stream uuid.UUID) (leave func()) {
	t := l.tails.join(stream)
	return func() { l.tails.leave(t) }
}

// Impersonal is what an event tells without what is personal.
var Impersonal = impersonal

// ParseCursor reads a cursor of a stream and writes it again.
func ParseCursor(stream uuid.UUID, cursor string) (string, error) {
	p, err := parseCursor(stream, cursor)
	return p.cursor(), err
}
