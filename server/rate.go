package main

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"portico/internal/browser"
	"portico/internal/limit"
	"portico/internal/operator"
	"portico/internal/problem"
	"portico/internal/transport"
	"portico/internal/viewer"
)

// The budgets per minute.
const (
	rateSignedIn = 60_000 // by an account in its sessions, by each of its tokens, and by each of an operator's
	rateGuest    = 30_000 // by all guests of one network: the playground reads the schema, for 8,000
)

// askers returns whose budgets a request uses: those of a guest's networks, or that of
// the token or account.
func askers(ctx context.Context) []limit.Asker {
	o, operated := operator.From(ctx)
	switch v, ok := viewer.From(ctx); {
	case operated:
		return []limit.Asker{{Name: "operator:" + o.ID().String(), Limit: rateSignedIn}}
	case !ok:
		return guests(browser.AddressOf(ctx), "guest:")
	case v.TokenID != uuid.Nil:
		return []limit.Asker{{Name: "token:" + v.TokenID.String(), Limit: rateSignedIn}}
	default:
		return []limit.Asker{{Name: "account:" + v.AccountID.String(), Limit: rateSignedIn}}
	}
}

// guests are the networks of an address, each with a guest's budget.
func guests(address, prefix string) (all []limit.Asker) {
	for _, n := range browser.NetworksOf(address) {
		all = append(all, limit.Asker{Name: prefix + n.Name, Limit: int32(n.Times) * rateGuest})
	}
	return all
}

type answerKey struct{}

// rated lets the answer to a request carry what its asker may still spend. Messages
// over a WebSocket have no headers.
func rated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if new(transport.HTTP).Supports(r) {
			r = r.WithContext(context.WithValue(r.Context(), answerKey{}, w.Header()))
		}
		next.ServeHTTP(w, r)
	})
}

// tellRate sets the headers of draft-ietf-httpapi-ratelimit-headers: the quota and its
// window in seconds, what is left of it, and in how many seconds it is full again.
func tellRate(ctx context.Context, s limit.Spending) {
	h, ok := ctx.Value(answerKey{}).(http.Header)
	if !ok {
		return
	}
	h.Set("RateLimit-Policy", fmt.Sprintf(`"cost";q=%d;w=%d`, s.Limit, int(limit.Window.Seconds())))
	in := int(math.Ceil(s.ResetIn.Seconds()))
	h.Set("RateLimit", fmt.Sprintf(`"cost";r=%d;t=%d`, s.Remaining, in))
	if s.Refused {
		h.Set("Retry-After", strconv.Itoa(in))
	}
}

// A bill is what an operation costs beyond its price, which is known only while it is being
// carried out.
type bill struct {
	mu   sync.Mutex // fields are resolved at the same time
	sum  int32
	last limit.Spending
}

type billKey struct{}

// billed has an answer tell what it cost in the end.
func billed(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	b := new(bill)
	r := next(context.WithValue(ctx, billKey{}, b))
	if r == nil || b.last.Limit == 0 {
		return r
	}
	if cost, ok := r.Extensions["cost"].(int32); ok {
		r.Extensions["cost"] = cost + b.sum
	}
	tellRate(ctx, b.last)
	return r
}

// spend takes a price off the budgets of whoever asks, or refuses what they asked for.
func (p *program) spend(ctx context.Context, price int32) error {
	s := p.budget.Charge(askers(ctx), price)
	if b, ok := ctx.Value(billKey{}).(*bill); ok {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.last = s
		if !s.Refused {
			b.sum += price
		}
	}
	if s.Refused {
		return problem.Later(s.ResetIn, "This is more than you may ask for in a minute. Try again in %s, and ask for less at a time.")
	}
	return nil
}
