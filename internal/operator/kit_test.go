package operator_test

import (
	"context"
	"strconv"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/lifespan"
	"portico/internal/container"
	"portico/internal/operator"
	"portico/internal/testkit"
)

// A plant is an app of Ada's, and an operator who reports what runs of it.
type plant struct {
	*testkit.World
	ada, op context.Context
	app     *ent.App
}

func newPlant(t *testing.T) *plant {
	w, ada := testkit.WithAccount(t, "ada")
	w.Operators.Simulated = false
	p := &plant{World: w, ada: ada, app: w.App(ada, "shop")}
	p.op = p.operator("platform", operator.Facts)
	p.scale(p.app, 5)
	return p
}

// operator makes a token, and returns the context in which who has it asks.
func (p *plant) operator(name string, scopes ...operator.Scope) context.Context {
	p.T.Helper()
	secret, err := p.Operators.Create(p.T.Context(), name, scopes)
	o, ok, err2 := p.Operators.Find(p.T.Context(), testkit.Must(p.T, secret, err))
	if !testkit.Must(p.T, ok, err2) {
		p.T.Fatal("a new token isn't found")
	}
	return operator.With(p.T.Context(), o)
}

func (p *plant) scale(a *ent.App, amount int32) {
	p.T.Helper()
	a, err := p.Containers.Scale(p.ada, a.ID, []*container.Wanted{{Type: "web", Amount: amount}})
	testkit.Must(p.T, a, err)
}

// runs is the fact that so many containers run since some time ago.
func (p *plant) runs(key string, running int32, ago time.Duration) *operator.Fact {
	return &operator.Fact{Key: key, At: p.Clock.Now().Add(-ago), Containers: &operator.ContainersFact{
		AppID: p.app.GlobalID(), Type: "web", Size: "M", Running: running,
	}}
}

func (p *plant) report(facts ...*operator.Fact) string {
	p.T.Helper()
	n, err := p.Operators.Report(p.op, facts)
	if err != nil {
		return testkit.InputErrors(err)
	}
	return strconv.Itoa(int(n))
}

func (p *plant) expect(what, got, want string) {
	p.T.Helper()
	if got != want {
		p.T.Errorf("%s: %s, want %s", what, got, want)
	}
}

// lifespans are how many ran in each, the first one first.
func (p *plant) lifespans() (all string) {
	for _, l := range p.DB.Lifespan.Query().Order(ent.Asc(lifespan.FieldStartedAt)).AllX(p.ada) {
		all += strconv.Itoa(int(l.Quantity)) + " "
	}
	return all
}
