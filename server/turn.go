package main

import (
	"context"
	"slices"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"portico/graph"
	"portico/internal/browser"
	"portico/internal/operator"
	"portico/internal/viewer"
)

// maxTurns is how many mutations of one asker run concurrently, and how many queries.
const maxTurns = 8

// turns makes the mutations of each asker take turns, and the queries by themselves.
// Mutations wait for the database, which allows one writer at a time: a thousand at once,
// which the rate limit allows, would make everyone else wait behind them. Queries have
// their whole answer in memory until it is written: of one that costs as much as it may,
// that is up to 40 MB. An account is two askers: its sessions, and all its tokens
// together, which have budgets of their own and may be fifty. The guests of a network are
// one, and those of an IPv6 site as many as four networks; what is refused to them,
// because they have done it too often, takes a transaction, too.
type turns struct {
	// still checks whoever has waited for a turn again: their session or token may have
	// ended meanwhile.
	still func(context.Context) error

	mu sync.Mutex
	of map[string]*turn
}

// A queue is whose operations take turns, and how many run at once.
type queue struct {
	name string
	most int
}

type turn struct {
	places chan struct{}
	users  int // that have a place or wait for one
}

// hashing are the public mutations that compute a hash for each guess that is not refused.
// The queue for that has shares and reserved places of its own, and nobody waits there for
// a neighbor's guesses; what is refused is only read.
var hashing = []string{"signIn", "verifySecondFactor"}

// taken waits for an operation's turn.
func (t *turns) taken(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	carryOut, who := next(ctx), queues(ctx)
	if len(who) == 0 {
		return carryOut
	}
	return func(ctx context.Context) *graphql.Response {
		waited, leave := t.wait(ctx, who)
		defer leave()
		if ctx.Err() != nil {
			return nil // nobody waits for the answer
		}
		if waited {
			if err := t.still(ctx); err != nil {
				return &graphql.Response{Errors: gqlerror.List{graph.PresentError(ctx, err)}}
			}
		}
		return carryOut(ctx)
	}
}

// queues are those in which an operation waits for its turn; none if it takes none. What
// is read doesn't wait for what is written.
func queues(ctx context.Context) (all []queue) {
	op := graphql.GetOperationContext(ctx).Operation
	what := string(op.Operation) + ":"
	v, signedIn := viewer.From(ctx)
	o, operated := operator.From(ctx)
	switch {
	case op.Operation == ast.Subscription:
		return nil
	case operated:
		return []queue{{what + "operator:" + o.ID().String(), maxTurns}}
	case signedIn && v.TokenID != uuid.Nil:
		return []queue{{what + "tokens:" + v.AccountID.String(), maxTurns}}
	case signedIn:
		return []queue{{what + "account:" + v.AccountID.String(), maxTurns}}
	case op.Operation == ast.Mutation && slices.ContainsFunc(op.SelectionSet, hashes):
		return nil
	}
	// The site comes last: one network that waits for its turns takes none of the site's.
	for _, n := range slices.Backward(browser.NetworksOf(browser.AddressOf(ctx))) {
		all = append(all, queue{what + "guest:" + n.Name, n.Times * maxTurns})
	}
	return all
}

func hashes(s ast.Selection) bool {
	f, ok := s.(*ast.Field)
	return ok && slices.Contains(hashing, f.Name)
}

// wait waits for a turn in all queues, or until ctx ends, and reports whether it had to.
// leave gives the turns back.
func (t *turns) wait(ctx context.Context, who []queue) (waited bool, leave func()) {
	var undo []func()
	for _, q := range who {
		mine := t.join(q)
		undo = append(undo, func() { t.leave(q.name) })
		if mine.take(ctx, &waited) {
			undo = append(undo, func() { <-mine.places })
		}
	}
	return waited, func() {
		for _, fn := range slices.Backward(undo) {
			fn()
		}
	}
}

// take takes a place, and notes if it waited for it. It has none if ctx ended first.
func (t *turn) take(ctx context.Context, waited *bool) bool {
	select {
	case t.places <- struct{}{}:
		return true
	default:
		*waited = true
	}
	select {
	case t.places <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (t *turns) join(who queue) *turn {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == nil {
		t.of = map[string]*turn{}
	}
	mine := t.of[who.name]
	if mine == nil {
		mine = &turn{places: make(chan struct{}, who.most)}
		t.of[who.name] = mine
	}
	mine.users++
	return mine
}

func (t *turns) leave(name string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of[name].users--; t.of[name].users == 0 {
		delete(t.of, name)
	}
}
