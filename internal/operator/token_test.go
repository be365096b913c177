package operator_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"portico/internal/operator"
	"portico/internal/testkit"
)

func TestTokens(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	s := w.Operators
	secret, err := s.Create(t.Context(), "platform", []operator.Scope{operator.Facts, operator.Read, operator.Facts})
	testkit.Must(t, secret, err)
	o, ok, err := s.Find(t.Context(), secret)
	if !testkit.Must(t, ok, err) || o.Name != "platform" || !slices.Equal(o.Scopes, []operator.Scope{"FACTS", "READ"}) {
		t.Errorf("found %+v", o)
	}
	if !o.May(operator.Read) || o.May(operator.Money) {
		t.Errorf("%v", o.Scopes)
	}
	all, err := s.List(t.Context())
	if testkit.Must(t, len(all), err) != 1 || all[0].LastUsedAt == nil {
		t.Errorf("listed %v", all)
	}
	if strings.Contains(all[0].String(), secret) {
		t.Error("the secret is stored")
	}
	if _, err := s.Create(t.Context(), "platform", []operator.Scope{operator.Read}); !errors.Is(err, operator.ErrTaken) {
		t.Errorf("a second one: %v", err)
	}
	testkit.Must(t, 0, s.Revoke(t.Context(), "platform"))
	if _, ok, err := s.Find(t.Context(), secret); testkit.Must(t, ok, err) {
		t.Error("a revoked token is found")
	}
	if err := s.Revoke(t.Context(), "platform"); !errors.Is(err, operator.ErrNoToken) {
		t.Errorf("revoked again: %v", err)
	}
}

func TestTokensThatAreRefused(t *testing.T) {
	t.Parallel()
	s := testkit.New(t).Operators
	for _, c := range []struct {
		name   string
		scopes []operator.Scope
		want   error
	}{
		{"", []operator.Scope{operator.Read}, operator.ErrName},
		{"The Platform", []operator.Scope{operator.Read}, operator.ErrName},
		{strings.Repeat("a", 41), []operator.Scope{operator.Read}, operator.ErrName},
		{"platform", nil, operator.ErrScopes},
		{"platform", []operator.Scope{"read"}, operator.ErrScopes},
	} {
		if _, err := s.Create(t.Context(), c.name, c.scopes); !errors.Is(err, c.want) {
			t.Errorf("%q %v: %v", c.name, c.scopes, err)
		}
	}
	for _, secret := range []string{"", "pto_", "pto_wrong", "ptk_wrong"} {
		if _, ok, err := s.Find(t.Context(), secret); testkit.Must(t, ok, err) {
			t.Errorf("%q is found", secret)
		}
	}
}

// R30: a token that is changed by one character is known for wrong without the database.
func TestR30_OperatorsTokensHaveAChecksum(t *testing.T) {
	t.Parallel()
	s := testkit.New(t).Operators
	secret, err := s.Create(t.Context(), "platform", []operator.Scope{operator.Read})
	testkit.Must(t, secret, err)
	for i := range secret {
		other := byte('x')
		if secret[i] == other {
			other = 'y'
		}
		ctx, statements := testkit.Counting(t.Context())
		if _, ok, err := s.Find(ctx, secret[:i]+string(other)+secret[i+1:]); testkit.Must(t, ok, err) {
			t.Errorf("it opens with another character at %d", i)
		}
		if n := statements.Count(); n != 0 {
			t.Errorf("%d statements for another character at %d", n, i)
		}
	}
}

// Who holds a secret can revoke it, and learns nothing by it.
func TestLeakedTokensAreRevoked(t *testing.T) {
	t.Parallel()
	s := testkit.New(t).Operators
	secret, err := s.Create(t.Context(), "platform", []operator.Scope{operator.Read})
	testkit.Must(t, secret, err)
	kept, err := s.Create(t.Context(), "support", []operator.Scope{operator.Read})
	testkit.Must(t, kept, err)
	for _, leaked := range []string{secret, secret, "", operator.Prefix, secret[:len(secret)-1]} {
		testkit.Must(t, 0, s.RevokeLeaked(t.Context(), leaked))
	}
	if _, ok, err := s.Find(t.Context(), secret); testkit.Must(t, ok, err) {
		t.Error("the leaked token is found")
	}
	if _, ok, err := s.Find(t.Context(), kept); !testkit.Must(t, ok, err) {
		t.Error("another token is gone")
	}
}
