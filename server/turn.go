package main

import (
	"context"
	"slices"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/internal/browser"
	"portico/internal/operator"
	"portico/internal/viewer"
)

// maxTurns is how many mutations of one asker run concurrently.
const maxTurns = 8

// turns makes the mutations of each asker take turns. They wait for the database, which
// allows one writer at a time: a thousand at once, which the rate limit allows, would
// make everyone else wait behind them. An account is two askers: its sessions, and all
// its tokens together, which have budgets of their own and may be fifty. The guests of a
// network are one, and those of an IPv6 site as many as four networks; what is refused
// to them, because they have done it too often, takes a transaction, too.
type turns struct {
	mu sync.Mutex
	of map[string]*turn
}

// A mutator is who takes turns, and how many at once.
type mutator struct {
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

// taken waits for a mutation's turn.
func (t *turns) taken(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	carryOut, who := next(ctx), mutators(ctx)
	if len(who) == 0 {
		return carryOut
	}
	return func(ctx context.Context) *graphql.Response {
		leave := t.wait(ctx, who)
		defer leave()
		if ctx.Err() != nil {
			return nil // nobody waits for the answer
		}
		return carryOut(ctx)
	}
}

// mutators are those for whom an operation takes a turn; none if it takes none.
func mutators(ctx context.Context) (all []mutator) {
	op := graphql.GetOperationContext(ctx).Operation
	v, signedIn := viewer.From(ctx)
	o, operated := operator.From(ctx)
	switch {
	case op.Operation != ast.Mutation:
		return nil
	case operated:
		return []mutator{{"operator:" + o.ID().String(), maxTurns}}
	case signedIn && v.TokenID != uuid.Nil:
		return []mutator{{"tokens:" + v.AccountID.String(), maxTurns}}
	case signedIn:
		return []mutator{{"account:" + v.AccountID.String(), maxTurns}}
	case slices.ContainsFunc(op.SelectionSet, hashes):
		return nil
	}
	// The site comes last: one network that waits for its turns takes none of the site's.
	for _, n := range slices.Backward(browser.NetworksOf(browser.AddressOf(ctx))) {
		all = append(all, mutator{"guest:" + n.Name, n.Times * maxTurns})
	}
	return all
}

func hashes(s ast.Selection) bool {
	f, ok := s.(*ast.Field)
	return ok && slices.Contains(hashing, f.Name)
}

// wait waits for the turns of all mutators, or until ctx ends. What it returns gives them
// back.
func (t *turns) wait(ctx context.Context, who []mutator) (leave func()) {
	var undo []func()
	for _, m := range who {
		mine := t.join(m)
		undo = append(undo, func() { t.leave(m.name) })
		select {
		case mine.places <- struct{}{}:
			undo = append(undo, func() { <-mine.places })
		case <-ctx.Done():
		}
	}
	return func() {
		for _, fn := range slices.Backward(undo) {
			fn()
		}
	}
}

func (t *turns) join(who mutator) *turn {
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
