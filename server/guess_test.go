package main

import (
	"net/http"
	"testing"

	"portico/internal/apitoken"
	"portico/internal/operator"
	"portico/internal/randtoken"
	"portico/internal/testkit"
)

// R30: wrong tokens are charged to the guests of their network.
func TestR30_WrongTokensCostTheirNetwork(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	const query = `{ rateLimit { remaining } }`
	here := s.elsewhere()
	before := s.ask("", query, nil, here).must(t, "rateLimit.remaining").(float64)
	cost := before - s.ask("", query, nil, here).must(t, "rateLimit.remaining").(float64)
	for _, wrong := range []string{"ptk_x", randtoken.NewSecret("ptk_"), operator.Prefix, randtoken.NewSecret(operator.Prefix)} {
		left := s.ask("", query, nil, here).must(t, "rateLimit.remaining").(float64)
		if got := s.ask("", query, nil, here, with(wrong)); got.Code != http.StatusUnauthorized {
			t.Errorf("%s: %d", wrong, got.Code)
		}
		if now := s.ask("", query, nil, here).must(t, "rateLimit.remaining").(float64); left-now != wrongTokenPrice+cost {
			t.Errorf("%s took %v", wrong, left-now)
		}
	}
}

// R30: a network that has guessed too often is refused without a look at the database.
// Other networks, and programs whose token was right before are not affected.
func TestR30_GuessingIsMetered(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	_, ada := s.account("ada")
	made, err := s.Tokens.Create(ada, apitoken.NewToken{Name: "ci", Scopes: []string{"PROFILE_READ"}})
	program := testkit.Must(t, made, err).Text
	op := s.operates("support", operator.Read)
	const query = `{ viewer { username } }`
	here := s.elsewhere()
	for _, right := range []string{program, op} {
		if got := s.ask("", query, nil, here, with(right)); got.Code != http.StatusOK {
			t.Fatalf("before: %d %s", got.Code, got.Body)
		}
	}
	for range rateGuest / wrongTokenPrice {
		if got := s.ask("", query, nil, here, with("ptk_x")); got.Code != http.StatusUnauthorized {
			t.Fatalf("%d %s", got.Code, got.Body)
		}
	}
	for _, prefix := range []string{"ptk_", operator.Prefix} {
		got := s.ask("", query, nil, here, with(randtoken.NewSecret(prefix)))
		if got.Code != http.StatusTooManyRequests || got.code() != "RATE_LIMITED" || got.Header().Get("Retry-After") != "60" {
			t.Errorf("one more guess: %d %s", got.Code, got.Body)
		}
		if n := got.statements.Count(); n != 0 {
			t.Errorf("it takes %d statements", n)
		}
		if got := s.ask("", query, nil, s.elsewhere(), with(randtoken.NewSecret(prefix))); got.Code != http.StatusUnauthorized {
			t.Errorf("from elsewhere: %d", got.Code)
		}
	}
	for _, right := range []string{program, op} {
		if got := s.ask("", query, nil, here, with(right)); got.Code != http.StatusOK {
			t.Errorf("beside a guesser: %d %s", got.Code, got.Body)
		}
	}
}
