package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// Of the mutations of one asker eight are carried out at once, and the rest wait for
// their turn; what others ask for, and what only reads, doesn't wait for them. The tokens
// of an account are one asker: by fifty, it had 400 carried out at once.
func TestR88_MutationsOfAnAskerTakeTurns(t *testing.T) {
	t.Parallel()
	all := turns{still: asBefore}
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

// R88: so do those of the guests of a network, and of an IPv6 site, which has turns of
// four networks. Sign-ins with a password have a queue of their own, and don't wait.
func TestR88_GuestsOfANetworkTakeTurns(t *testing.T) {
	t.Parallel()
	all := turns{still: asBefore}
	ask := func(address, field string, do func()) {
		ctx := browser.With(viewer.WithNobody(t.Context()), browser.Browser{Address: address})
		ctx = graphql.WithOperationContext(ctx, &graphql.OperationContext{Operation: &ast.OperationDefinition{
			Operation: ast.Mutation, SelectionSet: ast.SelectionSet{&ast.Field{Name: field}},
		}})
		all.taken(ctx, func(context.Context) graphql.ResponseHandler {
			return func(context.Context) *graphql.Response {
				do()
				return &graphql.Response{}
			}
		})(ctx)
	}
	var begun atomic.Int32
	var running sync.WaitGroup
	hold, full := make(chan struct{}), make(chan struct{})
	crowd := func(address string, n int) {
		for range n {
			running.Go(func() {
				ask(address, "verifyEmail", func() {
					if begun.Add(1) == (1+siteTurns)*maxTurns {
						close(full)
					}
					<-hold
				})
			})
		}
	}
	crowd("192.0.2.7", 3*maxTurns)
	crowd("2001:db8:1::1", 3*siteTurns*maxTurns) // takes no turns of the rest of its site
	for i := range siteTurns {                   // the last ones find the site full
		crowd(fmt.Sprintf("2001:db8:1:%x::1", i+1), maxTurns)
	}
	<-full
	ask("192.0.2.8", "verifyEmail", func() {})
	ask("2001:db8:2::1", "verifyEmail", func() {})
	for _, field := range hashing {
		ask("192.0.2.7", field, func() {})
	}
	if n := begun.Load(); n != (1+siteTurns)*maxTurns {
		t.Errorf("%d are carried out at once", n)
	}
	close(hold)
	running.Wait()
	if n := begun.Load(); n != (3+3*siteTurns+siteTurns)*maxTurns || len(all.of) != 0 {
		t.Errorf("%d were carried out, and %d askers are remembered", n, len(all.of))
	}
}

// siteTurns is as many networks as a site has turns of.
const siteTurns = 4

// R91: so do the queries of one asker, by themselves, for each has its whole answer in
// memory. Of the guests of a network, too.
func TestR91_QueriesOfAnAskerTakeTurns(t *testing.T) {
	t.Parallel()
	account := uuid.New()
	for name, who := range map[string]func() context.Context{
		"sessions": func() context.Context {
			return viewer.With(t.Context(), viewer.Viewer{AccountID: account, SessionID: uuid.New()})
		},
		"tokens": func() context.Context {
			return viewer.With(t.Context(), viewer.Viewer{AccountID: account, TokenID: uuid.New()})
		},
		"guests": func() context.Context {
			return browser.With(viewer.WithNobody(t.Context()), browser.Browser{Address: "192.0.2.7"})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all := turns{still: asBefore}
			ask := func(kind ast.Operation, do func()) {
				ctx := graphql.WithOperationContext(who(), &graphql.OperationContext{Operation: &ast.OperationDefinition{Operation: kind}})
				all.taken(ctx, func(context.Context) graphql.ResponseHandler {
					return func(context.Context) *graphql.Response {
						do()
						return &graphql.Response{}
					}
				})(ctx)
			}
			var begun atomic.Int32
			var running sync.WaitGroup
			hold, full := make(chan struct{}), make(chan struct{})
			for range 3 * maxTurns {
				running.Go(func() {
					ask(ast.Query, func() {
						if begun.Add(1) == maxTurns {
							close(full)
						}
						<-hold
					})
				})
			}
			<-full
			ask(ast.Mutation, func() {})
			ask(ast.Subscription, func() {})
			if n := begun.Load(); n != maxTurns {
				t.Errorf("%d are carried out at once", n)
			}
			close(hold)
			running.Wait()
			if n := begun.Load(); n != 3*maxTurns || len(all.of) != 0 {
				t.Errorf("%d were carried out, and %d askers are remembered", n, len(all.of))
			}
		})
	}
}

// asBefore lets whoever has waited have their turn.
func asBefore(context.Context) error { return nil }

// R91: whoever's session ended while they waited for a turn reads nothing any more.
func TestR91_WhoWaitedIsCheckedAgain(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	who, _, err := s.Sessions.Find(t.Context(), session)
	testkit.Must(t, who, err)
	all := turns{still: s.still}
	ctx := graphql.WithOperationContext(viewer.With(t.Context(), who), &graphql.OperationContext{Operation: &ast.OperationDefinition{Operation: ast.Query}})
	ask := func(do func()) *graphql.Response {
		return all.taken(ctx, func(context.Context) graphql.ResponseHandler {
			return func(context.Context) *graphql.Response {
				do()
				return &graphql.Response{}
			}
		})(ctx)
	}
	var begun, running sync.WaitGroup
	hold := make(chan struct{})
	begun.Add(maxTurns)
	for range maxTurns {
		running.Go(func() {
			ask(func() {
				begun.Done()
				<-hold
			})
		})
	}
	begun.Wait()
	answered := make(chan *graphql.Response)
	go func() { answered <- ask(func() { t.Error("who was signed out had a turn") }) }()
	for all.users("query:account:"+who.AccountID.String()) <= maxTurns {
		runtime.Gosched()
	}
	s.ask(session, "mutation { signOut { errors { message } } }", nil)
	close(hold)
	if a := <-answered; len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != problem.Unauthenticated {
		t.Errorf("answered %v", a)
	}
	running.Wait()
}

func (t *turns) users(name string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of[name] == nil {
		return 0
	}
	return t.of[name].users
}
