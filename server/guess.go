package main

import (
	"net/http"
	"strconv"

	lru "github.com/hashicorp/golang-lru/v2"

	"portico/internal/limit"
	"portico/internal/problem"
	"portico/internal/randtoken"
)

const (
	// wrongTokenPrice is what a wrong token costs the guests of its network.
	wrongTokenPrice = 10
	// manyTokens is how many tokens are remembered to be right.
	manyTokens = 10_000
)

// guesses meters wrong tokens: each takes a look at the database, before anyone is known
// who could be charged for it. A network has a budget for them, and they are taken off
// that of its guests too. When it is used up, only tokens that were right before are
// looked up: a program isn't slowed because others guess beside it.
type guesses struct {
	budget *limit.Budget
	right  *lru.Cache[string, struct{}] // digests
}

func newGuesses(b *limit.Budget) *guesses {
	right, err := lru.New[string, struct{}](manyTokens)
	if err != nil {
		panic(err) // the size is positive
	}
	return &guesses{budget: b, right: right}
}

// try runs find, which looks a secret up and reports whether it is right. The error is a
// Refusal where the network has guessed too often.
func (g *guesses) try(address, secret string, find func() (bool, error)) (ok bool, err error) {
	mine, digest := guests(address, "wrong tokens of "), string(randtoken.Digest(secret))
	if !g.right.Contains(digest) {
		if s := g.budget.Charge(mine, 0); s.Remaining < wrongTokenPrice {
			return false, problem.Later(s.ResetIn, "Too many requests with a wrong token came from your network. Try again in %s.")
		}
	}
	switch ok, err = find(); {
	case err != nil:
	case ok:
		g.right.Add(digest, struct{}{})
	default:
		g.budget.Charge(mine, wrongTokenPrice)
		g.budget.Charge(guests(address, "guest:"), wrongTokenPrice)
	}
	return ok, err
}

// tooManyGuesses answers a program in whose network too many tokens were wrong.
func tooManyGuesses(w http.ResponseWriter, r *http.Request, no *problem.Refusal) {
	seconds := int(no.After.Seconds())
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	refuseWith(w, r, http.StatusTooManyRequests, no.Message, map[string]any{"code": no.Reason, "retryAfter": seconds})
}
