package limit_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/internal/limit"
	"portico/internal/problem"
)

// A till is a budget on a clock that is moved by hand.
type till struct {
	*limit.Budget
	now time.Time
	who string
}

func newTill(most int32) *till {
	t := &till{now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), who: "ada"}
	t.Budget = &limit.Budget{
		Now:    func() time.Time { return t.now },
		Askers: func(context.Context) []limit.Asker { return []limit.Asker{{Name: t.who, Limit: most}} },
	}
	return t
}

// ask sends a document; it returns what it cost and whether it was refused.
func (t *till) ask(query string) (limit.Spending, *problem.Refusal) {
	own := schema()
	x := executorOf(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return own }}, &limit.Extension{MaxTokens: maxTokens, Budget: t.Budget})
	op, errs := open(x, query, nil)
	var r *problem.Refusal
	if len(errs) > 0 {
		errors.As(errs[0], &r)
	}
	return limit.SpendingOf(graphql.WithOperationContext(context.Background(), op)), r
}

func TestBudgetIsSpentAndBeginsAnew(t *testing.T) {
	t.Parallel()
	b := newTill(10)
	for _, c := range []struct {
		name, who, query string
		pass             time.Duration
		cost, left       int32
		refused          bool
	}{
		{"a first one", "ada", "{me{id a}}", 0, 3, 7, false},
		{"an invalid one costs the least", "ada", "{nothing}", 10 * time.Second, 1, 6, false},
		{"so does one that is none", "ada", "}", 0, 1, 5, false},
		{"and one that is too deep", "ada", deep(16), 0, 1, 4, false},
		{"too much is refused, and takes the least", "ada", "{me{id a b me{id}}}", 0, 6, 3, true},
		{"something cheaper passes", "ada", "{me{id a}}", 0, 3, 0, false},
		{"then nothing", "ada", "{plain}", 0, 1, 0, true},
		{"somebody else has their own", "eve", "{plain}", 0, 1, 9, false},
		{"at the end of the minute still nothing", "ada", "{plain}", 50*time.Second - 1, 1, 0, true},
		{"in the next minute all of it", "ada", "{me{id a}}", 1, 3, 7, false},
	} {
		b.now, b.who = b.now.Add(c.pass), c.who
		s, no := b.ask(c.query)
		if s.Cost != c.cost || s.Remaining != c.left || s.Refused != c.refused || s.Limit != 10 || !s.ResetAt.Equal(b.now.Add(s.ResetIn)) {
			t.Errorf("%s: %+v", c.name, s)
		}
		if limited := no != nil && no.Reason == problem.RateLimited; limited != c.refused || limited && (no.After <= 0 || no.After > time.Minute) {
			t.Errorf("%s: refused with %+v", c.name, no)
		}
	}
}

// Many at once spend no more than there is.
func TestBudgetIsSpentOnce(t *testing.T) {
	t.Parallel()
	b := newTill(50)
	var mu sync.Mutex
	var wg sync.WaitGroup
	passed := 0
	for range 200 {
		wg.Go(func() {
			if _, no := b.ask("{plain}"); no == nil {
				mu.Lock()
				defer mu.Unlock()
				passed++
			}
		})
	}
	if wg.Wait(); passed != 50 {
		t.Errorf("%d passed", passed)
	}
}

// However many ask, what is kept of them is bounded, and is gone after a minute.
func TestBudgetsMemoryIsBounded(t *testing.T) {
	t.Parallel()
	b := newTill(10)
	for i := range limit.ManyAskers + 1000 {
		b.Charge([]limit.Asker{{Name: fmt.Sprint("guest:", i), Limit: 10}}, 1)
	}
	if n := b.Books(); n != limit.ManyAskers {
		t.Errorf("%d are kept", n)
	}
	b.now = b.now.Add(time.Minute)
	if b.Charge([]limit.Asker{{Name: "ada", Limit: 10}}, 1); b.Books() != 1 {
		t.Errorf("%d are kept after a minute", b.Books())
	}
}

// R77: the events of a subscription wait for the next minute when they have used
// up their budget, which is not that of the requests.
func TestR77EventsHaveABudget(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := &limit.Budget{Now: time.Now, After: time.After, Askers: func(context.Context) []limit.Asker { return []limit.Asker{{Name: "ada", Limit: 10}} }}
		own := schema()
		x := executorOf(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return own }}, &limit.Extension{MaxTokens: maxTokens, Budget: b})
		op, errs := open(x, "subscription{news{id a b}}", nil)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		ctx, cancel := context.WithCancel(graphql.WithOperationContext(t.Context(), op))
		defer cancel()
		began := time.Now()
		for i, wait := range []bool{false, false, true, false, true} { // 4 each
			waited, err := b.Pace(ctx)
			if waited != wait || err != nil {
				t.Errorf("event %d: %v %v", i, waited, err)
			}
		}
		if took := time.Since(began); took != 2*time.Minute {
			t.Errorf("they took %v", took)
		}
		if _, errs := open(x, "{me{id a}}", nil); len(errs) > 0 {
			t.Errorf("a request: %v", errs)
		}
		if _, err := b.Pace(ctx); err != nil {
			t.Error(err)
		}
		cancel()
		if _, err := b.Pace(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("after the end: %v", err)
		}
	})
}

// R75: a document that takes long to check costs more than one that doesn't.
func TestR75CheckingIsPaidFor(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		query    string
		from, to int32
	}{
		"a small mistake":      {"{nothing}", 1, 1},
		"not GraphQL, large":   {"}#" + strings.Repeat("x", 250<<10), 4, 6},
		"many mistakes":        {"{me{" + many(60, "nothing# ") + "}}", 10, 41},
		"too many":             {"{me{" + many(1000, "nothing ") + "}}", 41, 81},
		"slow to check, valid": {"{me{" + many(190, "id ") + "}}", 191 + 20, 191 + 41},
		"small and valid":      {"{me{id a b}}", 4, 4},
	} {
		s, _ := newTill(1000).ask(c.query)
		if s.Cost < c.from || s.Cost > c.to {
			t.Errorf("%s costs %d", name, s.Cost)
		}
	}
}

// R72: a subscription that starts at a cursor reads a page of the log at once, and
// pays for it. Its events cost no more for that.
func TestR72_AReplayIsPaidFor(t *testing.T) {
	t.Parallel()
	for query, cost := range map[string]int32{
		"subscription{news{id}}":             2,
		"subscription{news(after:null){id}}": 2,
		`subscription{news(after:"x"){id}}`:  102,
		`subscription($c:ID="x"){...f} fragment f on Subscription{news(after:$c){id}}`: 102,
	} {
		till := newTill(1000)
		if s, errs := till.ask(query); s.Cost != cost {
			t.Errorf("%s costs %d: %v", query, s.Cost, errs)
		}
		op, _ := open(small(), query, nil)
		if price := limit.CostOf(op); price != 2 {
			t.Errorf("an event of %s costs %d", query, price)
		}
	}
}
