package auth_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A GitHub account is linked to one account, and an account has one.
func TestGithubLinks(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	ada := p.Account("ada")
	p.Account("eve")
	a, e := p.SignedIn("ada"), p.SignedIn("eve")
	at, err := p.StartLink(a.Request())
	testkit.Must(t, at, err)
	if next := p.links(a, someone(7, "octocat", "ada@example.com")); next != "/authentication?github=linked" {
		t.Errorf("came to %s", next)
	}
	p.wantEvents(ada, "github_linked", "login_succeeded")
	if l := p.Email("ada@example.com"); l.Kind != "github_linked" || !strings.Contains(l.Lines[0], "octocat") {
		t.Errorf("%+v", l)
	}
	if p.account("ada").EmailVerifiedAt != nil {
		t.Error("the address counts as verified")
	}
	if _, err := p.StartLink(a.Request()); wrong(err) != " ALREADY_ON" {
		t.Errorf("to begin again: %v", err)
	}
	if next := p.links(e, someone(7, "octocat", "eve@example.com")); next != "/authentication?github=taken" {
		t.Errorf("the same GitHub account: came to %s", next)
	}
	p.is(someone(8, "eight", "ada@example.com"))
	if next, err := p.Return(a.Request(), p.authorize(at)); err != nil || next != "/authentication?github=already" {
		t.Errorf("another GitHub account, with another tab: came to %s, %v", next, err)
	}
	if next := p.comes(p.Browser(), someone(7, "octocat", "")); next != "/apps" {
		t.Errorf("to sign in with it: came to %s", next)
	}

	gone, err := p.Unlink(a.Request())
	testkit.Must(t, gone, err)
	p.wantEvents(ada, "github_unlinked")
	if p.Email("ada@example.com").Kind != "github_unlinked" {
		t.Errorf("emails %v", p.EmailKinds("ada@example.com"))
	}
	if _, err := p.Unlink(a.Request()); wrong(err) != " NOT_ON" {
		t.Errorf("once more: %v", err)
	}
	if next := p.links(e, someone(7, "octocat", "eve@example.com")); next != "/authentication?github=linked" {
		t.Errorf("for another account now: came to %s", next)
	}
}

// An account that got a GitHub account while another was on its way keeps it.
func TestGithubLinksOne(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	ada := p.Account("ada")
	b := p.SignedIn("ada")
	p.is(someone(8, "eight", "ada@example.com"))
	at, err := p.StartLink(b.Request())
	back := p.authorize(testkit.Must(t, at, err))
	write(p.World, func(tx *ent.Tx) {
		tx.GithubIdentity.Create().SetGithubID(7).SetLogin("octocat").SetCreatedAt(p.Clock.Now()).ExecX(ada)
	})
	if next, err := p.Return(b.Request(), back); err != nil || next != "/authentication?github=already" {
		t.Errorf("came to %s, %v", next, err)
	}
	if linked, err := p.Identity(ada); testkit.Must(t, linked, err).GithubID != 7 {
		t.Errorf("%+v", linked)
	}
}

// R27: GitHub is not unlinked where it is the last way to sign in. R21: where it
// is, sign-ins under way end.
func TestR27_TheLastWayStays(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	b := p.Browser()
	p.comes(b, someone(7, "octocat", "octo@example.com"))
	octo := auth.As(t.Context(), p.account("octocat"))
	if _, err := p.Unlink(b.Request()); wrong(err) != " LAST_LOGIN_METHOD" {
		t.Errorf("the last way: %v", err)
	}
	if linked, err := p.Identity(octo); linked == nil || err != nil {
		t.Errorf("it is gone: %v", err)
	}
	_, key := add(t, p.World, octo)
	factor(p.World, octo, "on")
	if next := p.comes(p.Browser(), someone(7, "octocat", "")); next != "/sign-in/second-step" || steps(p.World) != 1 {
		t.Errorf("came to %s, %d steps", next, steps(p.World))
	}
	gone, err := p.Unlink(b.Request())
	if testkit.Must(t, gone, err); steps(p.World) != 0 {
		t.Error("a sign-in goes on")
	}
	if err := p.Passkeys.Remove(octo, key.ID); wrong(err) != " LAST_LOGIN_METHOD" {
		t.Errorf("the passkey after it: %v", err)
	}
}

// GitHub opens sudo mode for an account that has nothing else, where the same
// GitHub account comes back to the same session.
func TestGithubSudo(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	b := p.Browser()
	octo := someone(7, "octocat", "octo@example.com")
	p.comes(b, octo)
	sudo := func(who person) string {
		p.is(who)
		at, err := p.StartSudo(b.Request())
		if !strings.Contains(testkit.Must(t, at, err), "login=octocat") {
			t.Errorf("sent to %s", at)
		}
		next, err := p.Return(b.Request(), p.authorize(at))
		return testkit.Must(t, next, err)
	}
	if next := sudo(someone(8, "octocat", "octo@example.com")); next != "/authentication?github=refused" {
		t.Errorf("another GitHub account: came to %s", next)
	}
	if v, _ := viewer.From(b.Request()); v.SudoUntil.After(p.Clock.Now()) {
		t.Error("it opened sudo mode")
	}
	before := b.Cookies[browser.SessionCookie]
	if next := sudo(octo); next != "/authentication?sudo=done" {
		t.Errorf("came to %s", next)
	}
	if v, _ := viewer.From(b.Request()); !v.SudoUntil.Equal(p.Clock.Now().Add(15*time.Minute)) || b.Cookies[browser.SessionCookie] == before {
		t.Errorf("sudo mode until %v", v.SudoUntil)
	}
	p.wantEvents(auth.As(t.Context(), p.account("octocat")), "sudo_granted")

	at, err := p.StartSudo(b.Request())
	back := p.authorize(testkit.Must(t, at, err))
	as := auth.As(t.Context(), p.account("octocat"))
	factor(p.World, as, "on")
	if next, err := p.Return(b.Request(), back); err != nil || next != "/authentication?github=refused" {
		t.Errorf("with an authenticator app since: came to %s, %v", next, err)
	}
	for _, c := range []struct {
		name string
		give func(ctx context.Context)
	}{
		{"an authenticator app", func(context.Context) {}},
		{"a passkey", func(ctx context.Context) {
			write(p.World, func(tx *ent.Tx) { tx.Totp.Delete().ExecX(ctx) })
			add(t, p.World, ctx)
		}},
		{"a password", func(ctx context.Context) {
			write(p.World, func(tx *ent.Tx) {
				tx.Totp.Delete().ExecX(ctx)
				tx.Passkey.Delete().ExecX(ctx)
				tx.Account.Update().SetPasswordHash("hash").ExecX(ctx)
			})
		}},
	} {
		c.give(as)
		if _, err := p.StartSudo(b.Request()); !refused(err, problem.Forbidden) {
			t.Errorf("with %s: %v", c.name, err)
		}
		write(p.World, func(tx *ent.Tx) { tx.Account.Update().ClearPasswordHash().ExecX(as) })
	}
}
