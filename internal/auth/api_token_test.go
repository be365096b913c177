package auth_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/internal/apitoken"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func newToken(t *testing.T, w *testkit.World, ctx context.Context, scopes ...string) apitoken.Secret {
	t.Helper()
	s, err := w.Tokens.Create(ctx, apitoken.NewToken{Name: "program", Scopes: scopes})
	return testkit.Must(t, s, err)
}

func TestTokenCarriesItsScopes(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	shop := w.App(ada, "shop")
	s, err := w.Tokens.Create(ada, apitoken.NewToken{Name: " ci  server ", Scopes: []string{"TIMELINE_READ", "PROFILE_READ", "PROFILE_READ"}, Apps: []uuid.UUID{shop.ID}})
	testkit.Must(t, s, err)
	if s.Token.Name != "ci server" || s.Token.LastFour != s.Text[len(s.Text)-4:] || s.Token.AppNames[0] != "shop" {
		t.Errorf("made %+v", s.Token)
	}
	v, ok, err := w.Tokens.Find(t.Context(), s.Text, "192.0.2.1")
	if err != nil || !ok || v.AccountID != viewer.ID(ada) || v.TokenID != s.Token.ID {
		t.Fatal(v, ok, err)
	}
	if !v.MayUse("PROFILE_READ") || v.MayUse("APPS_READ") || !v.Confined() {
		t.Errorf("it may %v on %v", v.Scopes, v.Apps)
	}
	got, err := w.DB.APIToken.Get(ada, s.Token.ID)
	if testkit.Must(t, got, err).LastUsedAddress == nil || *got.LastUsedAddress != "192.0.2.1" {
		t.Error("it does not know where it was used from")
	}
	if strings.Contains(string(got.Digest), s.Text) {
		t.Error("the secret is stored")
	}
}

func TestTokenIsRefusedWithAllReasons(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	foreign := w.App(eve, "foreign")
	late := w.Clock.Now().Add(367 * 24 * time.Hour)
	_, err := w.Tokens.Create(ada, apitoken.NewToken{ExpiresAt: &late})
	wrong, _ := problem.InputsOf(err)
	var fields []string
	for _, p := range wrong {
		fields = append(fields, p.Field+" "+string(p.Code))
	}
	if got := strings.Join(fields, ", "); got != "name REQUIRED, scopes REQUIRED, expiresAt MALFORMED" {
		t.Errorf("refused for %s", got)
	}
	_, err = w.Tokens.Create(ada, apitoken.NewToken{Name: "x", Scopes: []string{"APPS_READ"}, Apps: []uuid.UUID{foreign.ID}})
	if wrong, _ := problem.InputsOf(err); len(wrong) != 1 || wrong[0].Field != "appIds" {
		t.Errorf("a foreign app: %v", err)
	}
}

// R30: a secret that differs in one character, or is cut, opens nothing; most
// are known for what they are before the database is asked.
func TestR30ChangedSecretOpensNothing(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	s := newToken(t, w, w.Account("ada"), "KEYS_READ")
	ctx, statements := testkit.Counting(t.Context())
	for i := range s.Text {
		for _, other := range []string{s.Text[:i] + string(s.Text[i]^1) + s.Text[i+1:], s.Text[:i], s.Text[i+1:], s.Text + s.Text[i:i+1]} {
			if other == s.Text {
				continue
			}
			if v, ok, err := w.Tokens.Find(ctx, other, ""); ok || err != nil {
				t.Errorf("%q opens %v %v", other, v, err)
			}
		}
	}
	if n := statements.Count(); n != 0 {
		t.Errorf("the database was asked %d times", n)
	}
}

func TestTokenEnds(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	opens := func(secret string) bool {
		_, ok, err := w.Tokens.Find(t.Context(), secret, "")
		return testkit.Must(t, ok, err)
	}
	first := newToken(t, w, ada, "KEYS_READ")
	if _, err := w.Tokens.Renew(eve, first.Token.ID); !refused(err, problem.NotFound) {
		t.Errorf("a stranger renews: %v", err)
	}
	second, err := w.Tokens.Renew(ada, first.Token.ID)
	testkit.Must(t, second, err)
	if opens(first.Text) || !opens(second.Text) {
		t.Error("renewing leaves the old secret, or makes none")
	}
	w.Clock.Move(89 * 24 * time.Hour)
	if !opens(second.Text) {
		t.Error("it ended before its time")
	}
	w.Clock.Move(25 * time.Hour)
	if opens(second.Text) {
		t.Error("it did not end in its time")
	}
	third := newToken(t, w, ada, "KEYS_READ")
	if err := w.Tokens.Revoke(eve, third.Token.ID); !refused(err, problem.NotFound) {
		t.Errorf("a stranger revokes: %v", err)
	}
	v, _, err := w.Tokens.Find(t.Context(), third.Text, "")
	testkit.Must(t, v, err)
	if err := w.Tokens.Revoke(ada, third.Token.ID); err != nil || opens(third.Text) {
		t.Errorf("revoked: %v", err)
	}
	if _, err := w.Tokens.Recheck(t.Context(), v); !refused(err, problem.Unauthenticated) {
		t.Errorf("the holder is let in again: %v", err)
	}
	leaked := newToken(t, w, ada, "KEYS_READ")
	for range 2 { // the second time there is none, and nothing tells
		if err := w.Tokens.RevokeLeaked(t.Context(), leaked.Text); err != nil || opens(leaked.Text) {
			t.Errorf("leaked: %v", err)
		}
	}
	if got := w.Timeline(ada, viewer.ID(ada))[0]; got != "api_token_revoked" {
		t.Errorf("the newest event is %s", got)
	}
}

func TestTokensHaveALimit(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	for range 50 {
		newToken(t, w, ada, "KEYS_READ")
	}
	if _, err := w.Tokens.Create(ada, apitoken.NewToken{Name: "one more", Scopes: []string{"KEYS_READ"}}); err == nil {
		t.Error("there are 51")
	}
	all := int32(100)
	c, err := w.Tokens.Page(ada, page.Args{First: &all})
	if n := len(testkit.Must(t, c, err).Edges); n != 50 {
		t.Errorf("the page has %d", n)
	}
}

func refused(err error, why problem.Reason) bool {
	var r *problem.Refusal
	return errors.As(err, &r) && r.Reason == why
}

// R52: a token that is confined to apps gets no scope with which it would leave
// them.
func TestR52ConfinedTokenGetsNoAccountWideScope(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	a := w.App(ada, "shop")
	for scope, confinable := range map[string]bool{
		"APPS_READ": true, "APPS_WRITE": true, "TIMELINE_READ": true, "PROFILE_READ": true,
		"PROFILE_WRITE": false, "KEYS_READ": false, "KEYS_WRITE": false, "TOKENS_READ": false, "TOKENS_WRITE": false,
	} {
		in := apitoken.NewToken{Name: "bot", Scopes: []string{"APPS_READ", scope}}
		if _, err := w.Tokens.Create(ada, in); err != nil {
			t.Errorf("%s for the whole account: %v", scope, err)
		}
		in.Apps = []uuid.UUID{a.ID}
		_, err := w.Tokens.Create(ada, in)
		all, refused := problem.InputsOf(err)
		if confinable != (err == nil) || refused && (all[0].Code != problem.NotConfinable || all[0].Field != "scopes" || !strings.Contains(all[0].Error(), scope) || strings.Contains(all[0].Error(), "APPS_READ")) {
			t.Errorf("%s for one app: %v", scope, err)
		}
	}
}

// Many who found one token revoke it at once, and its owner does too: nobody gets an
// error for being later.
func TestATokenIsRevokedOnce(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	for range 10 {
		token := newToken(t, w, ada, "APPS_READ")
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				if err := w.Tokens.RevokeLeaked(t.Context(), token.Text); err != nil {
					t.Error(err)
				}
			})
		}
		all.Go(func() {
			if err := w.Tokens.Revoke(ada, token.Token.ID); err != nil && !refused(err, problem.NotFound) {
				t.Error(err)
			}
		})
		all.Wait()
	}
	if got := events(w, "ada", 2); got[0] != "api_token_revoked" || got[1] != "api_token_created" {
		t.Errorf("events %v", got)
	}
}
