package main

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/internal/viewer"
)

// Of the mutations of one asker eight are carried out at once, and the rest wait for
// their turn; what others ask for, and what only reads, doesn't wait for them. The tokens
// of an account are one asker: by fifty, it had 400 carried out at once.
func TestR88_MutationsOfAnAskerTakeTurns(t *testing.T) {
	t.Parallel()
	var all turns
	account := uuid.New()
	session := viewer.Viewer{AccountID: account, SessionID: uuid.New()}
	token := func() viewer.Viewer { return viewer.Viewer{AccountID: account, TokenID: uuid.New()} } // one of many
	ask := func(ctx context.Context, v viewer.Viewer, kind ast.Operation, do func()) *graphql.Response {
		ctx = graphql.WithOperationContext(viewer.With(ctx, v), &graphql.OperationContext{Operation: &ast.OperationDefinition{Operation: kind}})
		return all.taken(ctx, func(context.Context) graphql.ResponseHandler {
			return func(context.Context) *graphql.Response {
				do()
				return &graphql.Response{}
			}
		})(ctx)
	}
	var begun, ended atomic.Int32
	var running sync.WaitGroup
	hold, full := make(chan struct{}), make(chan struct{})
	for range 3 * maxTurns {
		running.Go(func() {
			ask(t.Context(), token(), ast.Mutation, func() {
				if begun.Add(1) == maxTurns {
					close(full)
				}
				<-hold
				ended.Add(1)
			})
		})
	}
	<-full
	for _, other := range []viewer.Viewer{session, {AccountID: uuid.New(), SessionID: uuid.New()}} {
		ask(t.Context(), other, ast.Mutation, func() {})
	}
	ask(t.Context(), token(), ast.Query, func() {})
	gone, leave := context.WithCancel(t.Context())
	leave()
	if ask(gone, token(), ast.Mutation, func() { t.Error("who has gone had a turn") }) != nil {
		t.Error("who has gone is answered")
	}
	if n := begun.Load(); n != maxTurns {
		t.Errorf("%d are carried out at once", n)
	}
	close(hold)
	running.Wait()
	if n := ended.Load(); n != 3*maxTurns || len(all.of) != 0 {
		t.Errorf("%d were carried out, and %d askers are remembered", n, len(all.of))
	}
}
