package main

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/internal/viewer"
)

// maxTurns is how many mutations of one asker run concurrently.
const maxTurns = 8

// turns makes the mutations of each asker take turns. They wait for the database, which
// allows one writer at a time: a thousand at once, which the rate limit allows, would
// make everyone else wait behind them. An account is two askers: its sessions, and all
// its tokens together, which have budgets of their own and may be fifty. Guests have
// limits of their own where they write.
type turns struct {
	mu sync.Mutex
	of map[mutator]*turn
}

// A mutator is the sessions of an account, or its tokens.
type mutator struct {
	account uuid.UUID
	byToken bool
}

type turn struct {
	places chan struct{}
	users  int // that have a place or wait for one
}

// taken waits for a mutation's turn.
func (t *turns) taken(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	v, signedIn := viewer.From(ctx)
	if !signedIn || graphql.GetOperationContext(ctx).Operation.Operation != ast.Mutation {
		return next(ctx)
	}
	who := mutator{v.AccountID, v.TokenID != uuid.Nil}
	carryOut := next(ctx)
	return func(ctx context.Context) *graphql.Response {
		mine := t.join(who)
		defer t.leave(who)
		select {
		case mine.places <- struct{}{}:
		case <-ctx.Done():
			return nil // nobody waits for the answer
		}
		defer func() { <-mine.places }()
		return carryOut(ctx)
	}
}

func (t *turns) join(who mutator) *turn {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == nil {
		t.of = map[mutator]*turn{}
	}
	mine := t.of[who]
	if mine == nil {
		mine = &turn{places: make(chan struct{}, maxTurns)}
		t.of[who] = mine
	}
	mine.users++
	return mine
}

func (t *turns) leave(who mutator) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of[who].users--; t.of[who].users == 0 {
		delete(t.of, who)
	}
}
