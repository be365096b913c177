package main

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/graph"
	"portico/internal/apitoken"
	"portico/internal/store"
	"portico/internal/testkit"
)

// R90: the work of each field of the schema is no more than its price, by as many names
// as a document may have, for an account that has as much as one may have. Not parallel:
// what others allocate at the same time would count.
func TestR90_EachFieldHasThePriceOfItsWork(t *testing.T) {
	if withRace {
		t.Skip("it takes many minutes with the race detector; make test runs it without, on both databases")
	}
	s := inProcess(t, inSandbox)
	now := s.now()
	s.now = func() time.Time { return now }
	s.http = s.handler()
	r := &rich{served: s, schema: testkit.Must(t, gqlparser.MustLoadSchema(&ast.Source{Input: string(graph.SDL())}), nil)}
	r.session, r.ada = s.account("ada")
	r.fill()
	walked := 0
	r.walk(func(field string, query func(int) string) {
		for _, names := range []int{45, 19, 6, 2, 1} { // as many as one request may
			now = now.Add(2 * time.Minute) // another budget
			bytes, a := measured(s, r.session, query(names), nil)
			price, _ := find(a.body["extensions"], "cost").(float64)
			if float64(bytes) > bytesOfAny+bytesPerPrice*price {
				t.Errorf("%s by %d names: %d bytes and %d statements for %v: %.140s", field, names, bytes, a.statements.Count(), price, a.Body)
			}
			if a.body["errors"] == nil {
				walked++
				return
			}
		}
		t.Errorf("%s is refused: %s", field, query(1))
	})
	if walked < 100 {
		t.Errorf("only %d fields were asked for: the walk is broken", walked)
	}
}

// A rich account has as much as one may have of what has no pages.
type rich struct {
	*served
	schema  *ast.Schema
	session string
	ada     context.Context
	app     *ent.App
}

func (r *rich) fill() {
	_, bob := r.account("bob")
	testkit.Must(r.t, 0, store.Do(bob, r.db, func(tx *ent.Tx) error { return tx.Account.Update().SetEmailVerifiedAt(r.now()).Exec(bob) }))
	apps := make([]uuid.UUID, 500)
	for i := range apps {
		a, err := r.Apps.Create(r.ada, fmt.Sprintf("ada-%d", i))
		r.app = testkit.Must(r.t, a, err)
		apps[i] = a.ID
	}
	for i := range 100 {
		a, err := r.Apps.Create(bob, fmt.Sprintf("bob-%d", i))
		c, err2 := r.Collaborators.Invite(bob, testkit.Must(r.t, a, err).ID, "ada", collaborator.RoleLIMITED)
		testkit.Must(r.t, c, err2)
	}
	r.check(r.BillingProfiles.Update(r.ada, testkit.Billing()))
	scopes := []string{"APPS_READ", "APPS_WRITE", "TIMELINE_READ", "PROFILE_READ"}
	for i := range 50 {
		k, err := r.Tokens.Create(r.ada, apitoken.NewToken{Name: fmt.Sprint(i), Scopes: scopes, Apps: apps[:100]})
		testkit.Must(r.t, k, err)
	}
	for i := range 100 {
		k, err := r.Keys.Add(r.ada, fmt.Sprint(i), testkit.PublicKey(r.t))
		testkit.Must(r.t, k, err)
	}
}

// A spot is a type, and how a document gets there.
type spot struct {
	of            *ast.Definition
	before, after string
}

// walk visits each field of each type that queries reach, with a document that asks for
// it by some names.
func (r *rich) walk(visit func(field string, query func(names int) string)) {
	seen := map[string]bool{}
	for next := []spot{{r.schema.Query, "{", "}"}}; len(next) > 0; {
		at := next[0]
		next = next[1:]
		if seen[at.of.Name] {
			continue
		}
		seen[at.of.Name] = true
		for _, f := range at.of.Fields {
			if strings.HasPrefix(f.Name, "__") || f.Name == "rateLimit" { // the walk itself moves it
				continue
			}
			if f.Directives.ForName("operator") != nil { // for those who run the platform, not for customers
				continue
			}
			for _, page := range r.pages(f) {
				visit(fmt.Sprintf("%s.%s, %d at a time", at.of.Name, f.Name, page), func(names int) string {
					return at.before + numbered(names, "a#:"+r.call(f, page)+r.leaves(f)+" ") + at.after
				})
			}
			// What an interface leads to has an ID, and is reached from the viewer in lists
			// too, or is an event, which is read with its fields.
			if def := r.schema.Types[f.Type.Name()]; def.Kind == ast.Object {
				next = append(next, spot{def, at.before + r.call(f, 100) + "{", "}" + at.after})
			}
		}
	}
}

// pages are how many rows a field is asked for: few cost what a page does, many what its
// rows do.
func (*rich) pages(f *ast.FieldDefinition) []int {
	if f.Arguments.ForName("first") == nil {
		return []int{1}
	}
	return []int{1, 50}
}

// call is a field with its arguments.
func (r *rich) call(f *ast.FieldDefinition, page int) string {
	var args []string
	for _, a := range f.Arguments {
		switch a.Name {
		case "first":
			args = append(args, fmt.Sprint("first:", page))
		case "from":
			args = append(args, `from:"2026-11-01T00:00:00Z"`)
		case "to":
			args = append(args, `to:"2026-12-01T00:00:00Z"`)
		case "id":
			args = append(args, fmt.Sprintf("id:%q", r.app.GlobalID().String()))
		case "ids":
			args = append(args, fmt.Sprintf("ids:[%q]", r.app.GlobalID().String()))
		case "name":
			args = append(args, fmt.Sprintf("name:%q", r.app.Name))
		}
	}
	if len(args) == 0 {
		return f.Name
	}
	return f.Name + "(" + strings.Join(args, ",") + ")"
}

// leaves selects little below a field.
func (r *rich) leaves(f *ast.FieldDefinition) string {
	def := r.schema.Types[f.Type.Name()]
	if def.IsLeafType() {
		return ""
	}
	return "{__typename}"
}
