package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"portico/ent"
	"portico/graph"
	"portico/internal/store"
	"portico/internal/testkit"
)

// R73: whatever a client writes, well or badly, is carried out or refused; it is
// never a fault of the server.
func TestR73NoInputIsAFault(t *testing.T) {
	t.Parallel()
	rapid.Check(t, attempts(t))
}

// FuzzR73NoInputIsAFault is the same for as long as one likes.
func FuzzR73NoInputIsAFault(f *testing.F) { f.Fuzz(rapid.MakeFuzz(attempts(f))) }

// attempts writes some documents and sends them to one server, as somebody who is
// signed in and as a guest.
func attempts(t testing.TB) func(*rapid.T) {
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: string(graph.SDL())})
	if err != nil {
		t.Fatal(err)
	}
	s := inProcess(t, inSandbox)
	now := s.now()
	s.now = func() time.Time { return now }
	s.http = s.handler()
	c := &attempter{served: s}
	return func(t *rapid.T) {
		// The seed is what rapid keeps and repeats: what it draws itself is far from
		// uniform, which leaves few documents valid.
		a := &author{Rand: rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)), schema: schema}
		for range 8 {
			a.known = c.signIn()
			query := a.document()
			session := pick(a, []string{c.session, c.session, ""})
			now = now.Add(5 * time.Second) // so that no budget is used up
			c.judge(t, s.ask(session, query, a.variables), query, a.variables)
		}
	}
}

// An attempter is somebody who signs in again when one of their documents ended the
// session, or sudo mode is over.
type attempter struct {
	*served
	session string
	known   []string
	asked   int
}

func (c *attempter) signIn() []string {
	if c.asked++; c.asked%40 != 1 && find(c.ask(c.session, "{ viewer { id } }", nil).body, "data.viewer.id") != nil {
		return c.known
	}
	c.asked = 1
	name := fmt.Sprintf("user-%d", c.next())
	var ctx context.Context
	c.session, ctx = c.account(name)
	err := store.Do(ctx, c.db, func(tx *ent.Tx) error { return tx.Session.Update().SetSudoUntil(c.now().Add(time.Hour)).Exec(ctx) })
	if err != nil {
		c.t.Fatal(err)
	}
	key, err := c.Keys.Add(ctx, "laptop", testkit.PublicKey(c.t))
	if err != nil {
		c.t.Fatal(err)
	}
	app, err := c.Apps.Create(ctx, name+"-app")
	head := find(c.ask(c.session, "{ viewer { timelineHead } }", nil).body, "data.viewer.timelineHead")
	c.known = []string{testkit.Must(c.t, app, err).GlobalID().String(), key.GlobalID().String(), fmt.Sprint(head), name, app.Name}
	return c.known
}

func (c *attempter) judge(t *rapid.T, a answer, query string, variables map[string]any) {
	errs, _ := a.body["errors"].([]any)
	for _, e := range errs {
		if code := find(e, "extensions.code"); code == nil || code == "INTERNAL" {
			t.Errorf("%v for\n%s\nwith %v", e, query, variables)
		}
	}
	if a.Code >= http.StatusInternalServerError || a.body == nil {
		t.Errorf("%d %s for\n%s\nwith %v", a.Code, a.Body, query, variables)
	}
}
