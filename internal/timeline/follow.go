package timeline

import (
	"context"
	"iter"
	"time"

	"github.com/google/uuid"
)

// askAgain is for how long an answer of allowed holds for what was read then: who
// takes events slowly would be given those for minutes after losing the right.
const askAgain = time.Second

// An Update is the next thing on a followed stream: an *Edge or a *Reset.
type Update interface{ IsTimelineUpdate() }

// IsTimelineUpdate says that it is one, for the API.
func (*Edge) IsTimelineUpdate() {}

// A Reset tells that the log does not know the position that was asked for:
// what lies between cannot be told, and events follow from Cursor on.
type Reset struct{ Cursor string }

// IsTimelineUpdate says that it is one, for the API.
func (*Reset) IsTimelineUpdate() {}

// Follow yields what comes after the cursor, past and future, in order, each
// event once, until ctx ends; without a cursor only the future. allowed is
// asked after each reading of the log and before anything of it is yielded: a
// right that was taken away before an event was recorded is seen in time. Where
// yielding takes long, it is asked again now and then. It ends with the error of
// allowed or of the reading.
func (l *Log) Follow(ctx context.Context, id uuid.UUID, cursor *string, allowed func(context.Context) error) iter.Seq2[Update, error] {
	return func(yield func(Update, error) bool) {
		if err := l.follow(ctx, id, cursor, allowed, yield); err != nil && ctx.Err() == nil {
			yield(nil, err)
		}
	}
}

func (l *Log) follow(ctx context.Context, id uuid.UUID, cursor *string, allowed func(context.Context) error, yield func(Update, error) bool) error {
	if err := allowed(ctx); err != nil {
		return err
	}
	t := l.tails.join(id)
	defer l.tails.leave(t)
	at, reset, err := l.begin(ctx, id, cursor)
	if err != nil {
		return err
	}
	if reset && !yield(&Reset{Cursor: at.cursor()}, nil) {
		return nil
	}
	t.saw(at.seq)
	for seq := at.seq; ; {
		moved := t.moved() // taken before reading, so that nothing falls between
		edges, err := t.after(ctx, l, seq)
		if err != nil {
			return err
		}
		if len(edges) == 0 {
			select {
			case <-moved:
			case <-ctx.Done():
				return nil
			}
			// Also a move without an entry for us may mean that we may not go on.
			if err := allowed(ctx); err != nil {
				return err
			}
			continue
		}
		if err := allowed(ctx); err != nil {
			return err
		}
		if stopped, err := l.handOn(ctx, edges, allowed, yield); stopped || err != nil {
			return err
		}
		seq = edges[len(edges)-1].seq
	}
}

// handOn yields what was read and is allowed at this moment.
func (l *Log) handOn(ctx context.Context, edges []*Edge, allowed func(context.Context) error, yield func(Update, error) bool) (stopped bool, err error) {
	asked := l.Real()
	for _, e := range edges {
		if now := l.Real(); now.Sub(asked) >= askAgain {
			if err := allowed(ctx); err != nil {
				return false, err
			}
			asked = now
		}
		if !yield(e, nil) {
			return true, nil
		}
	}
	return false, nil
}

// begin finds where to start, and whether the log does not know the cursor.
func (l *Log) begin(ctx context.Context, id uuid.UUID, cursor *string) (position, bool, error) {
	if cursor == nil {
		p, err := l.end(ctx, id)
		return p, false, err
	}
	p, err := parseCursor(id, *cursor)
	if err != nil {
		return p, false, err
	}
	ok, err := l.known(ctx, p)
	if err != nil || ok {
		return p, false, err
	}
	p, err = l.end(ctx, id)
	return p, true, err
}
