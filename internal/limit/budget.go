package limit

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"portico/internal/problem"
)

const (
	// Window is the period of a budget.
	Window          = time.Minute
	statOfSpending  = "portico.spending"
	extensionOfCost = "cost"
	// manyAskers is how many budgets are kept. Beyond that, some start over.
	manyAskers = 100_000
)

// A Budget is what each asker may spend per minute. It is kept in memory: each machine
// has its own.
type Budget struct {
	Now func() time.Time
	// Askers returns whose budgets a request uses, each of which must suffice.
	Askers func(context.Context) []Asker
	// Tell is called with the result, so that the transport can report it too.
	Tell func(context.Context, Spending)
	// After is time.After, or a test's.
	After func(time.Duration) <-chan time.Time

	mu    sync.Mutex
	books map[string]book
	swept time.Time
}

// An Asker has a budget of its own.
type Asker struct {
	Name  string
	Limit int32
}

// A book is what one asker has spent in the window that ends then.
type book struct {
	spent int32
	ends  time.Time
}

// A Spending is what a request costs, and what is left of its asker's budget.
type Spending struct {
	Cost      int32
	Limit     int32
	Remaining int32
	ResetAt   time.Time
	// ResetIn is the time until then.
	ResetIn time.Duration
	// Refused reports that too little is left for the request.
	Refused bool
}

// SpendingOf is what the operation of a context costs.
func SpendingOf(ctx context.Context) Spending {
	if !graphql.HasOperationContext(ctx) {
		return Spending{}
	}
	s, _ := graphql.GetOperationContext(ctx).Stats.GetExtension(statOfSpending).(Spending)
	return s
}

// spend takes the cost of an operation off its asker's budget, or refuses it: then
// nothing is taken, and something cheaper may still pass.
func (b *Budget) spend(ctx context.Context, price int32) *gqlerror.Error {
	s := b.Charge(b.Askers(ctx), price)
	s.Cost += SpendingOf(ctx).Cost
	graphql.GetOperationContext(ctx).Stats.SetExtension(statOfSpending, s)
	if b.Tell != nil {
		b.Tell(ctx, s)
	}
	if s.Refused {
		return refused(problem.Later(s.ResetIn, "This is more than you may ask for in a minute. Try again in %s, and ask for less at a time."))
	}
	return nil
}

// Charge takes a price off all budgets, or off none. It tells of the one that has the
// least left.
func (b *Budget) Charge(all []Asker, price int32) (least Spending) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now, books := b.Now(), make([]book, len(all))
	for i, a := range all {
		books[i] = b.book(a.Name, now)
		s := Spending{Cost: price, Limit: a.Limit, Remaining: a.Limit - books[i].spent, ResetAt: books[i].ends, ResetIn: books[i].ends.Sub(now)}
		if i == 0 || s.Remaining < least.Remaining {
			least = s
		}
	}
	if least.Refused = price > least.Remaining; least.Refused {
		return least
	}
	for i, a := range all {
		books[i].spent += price
		b.books[a.Name] = books[i]
	}
	least.Remaining -= price
	return least
}

// book returns an asker's book, a new one if its window is over. There is space for it.
func (b *Budget) book(who string, now time.Time) book {
	if b.books == nil {
		b.books = map[string]book{}
	}
	mine, known := b.books[who]
	if known && now.Before(mine.ends) {
		return mine
	}
	if now.Sub(b.swept) >= Window {
		b.sweep(now)
	}
	if !known && len(b.books) >= manyAskers {
		for any := range b.books {
			delete(b.books, any)
			break
		}
	}
	return book{ends: now.Add(Window)}
}

// sweep deletes the books whose window is over.
func (b *Budget) sweep(now time.Time) {
	for who, old := range b.books {
		if !now.Before(old.ends) {
			delete(b.books, who)
		}
	}
	b.swept = now
}

// Pace is called before each event of a subscription. An asker's events have their own
// budget, as large as that for requests; when it is used up, Pace waits for the next
// window, and reports that it did. So replaying a long history takes its time, and
// takes nothing from the asker's other requests (R77).
func (b *Budget) Pace(ctx context.Context) (waited bool, err error) {
	askers := slices.Clone(b.Askers(ctx))
	for i := range askers {
		askers[i].Name = "events of " + askers[i].Name
	}
	price := int32(CostOf(graphql.GetOperationContext(ctx)))
	for {
		s := b.Charge(askers, price)
		if !s.Refused {
			return waited, nil
		}
		waited = true
		select {
		case <-b.After(s.ResetIn):
		case <-ctx.Done():
			return true, ctx.Err()
		}
	}
}

// InterceptResponse adds to each answer what it cost. The events of a subscription have
// their own budget.
func (e *Extension) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	r := next(ctx)
	s := SpendingOf(ctx)
	if r == nil || s.Limit == 0 || isEvent(ctx, r) {
		return r
	}
	if r.Extensions == nil {
		r.Extensions = map[string]any{}
	}
	r.Extensions[extensionOfCost] = s.Cost
	return r
}

func isEvent(ctx context.Context, r *graphql.Response) bool {
	op := graphql.GetOperationContext(ctx).Operation
	return op != nil && op.Operation == ast.Subscription && len(r.Data) > 0
}
