package graph

import (
	"context"
	"iter"
	"slices"

	"github.com/google/uuid"

	"portico/internal/page"
	"portico/internal/timeline"
	"portico/internal/transport"
	"portico/internal/viewer"
)

func (r *Resolver) page(ctx context.Context, stream uuid.UUID, args page.Args, f *timeline.Filter) (*timeline.Connection, error) {
	if f == nil {
		f = &timeline.Filter{}
	}
	slices.Sort(f.Types)
	f.Types = slices.Compact(f.Types)
	return r.Log.Page(ctx, stream, args, *f)
}

// follow follows a stream as long as the viewer may: their session must not have ended,
// and they must be able to see the stream. After waiting for the pace both are checked
// again.
func (r *Resolver) follow(ctx context.Context, stream uuid.UUID, after *string) iter.Seq2[timeline.Update, error] {
	allowed := func(ctx context.Context) error {
		v, _ := viewer.From(ctx)
		if _, err := r.Authenticator.Recheck(ctx, v); err != nil {
			return err
		}
		return r.Log.Visible(ctx, stream)
	}
	return paced(ctx, r.Log.Follow(ctx, stream, after, allowed), r.Pace, allowed)
}

// paced lets pace delay what a sequence yields. A delayed event is passed on only if
// that is still allowed.
func paced[T any](ctx context.Context, seq iter.Seq2[T, error], pace func(context.Context) (bool, error), allowed func(context.Context) error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for v, err := range seq {
			if err == nil {
				var waited bool
				if waited, err = pace(ctx); err == nil && waited {
					err = allowed(ctx)
				}
			}
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

// stream turns a sequence into the channel that a subscription sends from. The sequence
// waits for the channel to be read: a slow reader reads the log later, and nothing
// piles up.
func stream[T any](ctx context.Context, seq iter.Seq2[T, error]) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		defer func() { // nobody else would: it is not gqlgen's goroutine
			if p := recover(); p != nil {
				transport.EndWith(ctx, Recover(ctx, p))
			}
		}()
		for v, err := range seq {
			if err != nil {
				transport.EndWith(ctx, err)
				return
			}
			select {
			case c <- v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return c
}
