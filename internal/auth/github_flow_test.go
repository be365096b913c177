package auth_test

import (
	"testing"
	"time"

	"portico/internal/browser"
	"portico/internal/github"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// begins starts a sign-in in a browser and goes to GitHub, in a tab of its own.
func (p *provider) begins(b *testkit.Browser) github.Callback {
	p.t.Helper()
	at, err := p.StartSignIn(b.Request(), nil, nil)
	return p.authorize(testkit.Must(p.t, at, err))
}

func (p *provider) returns(b *testkit.Browser, back github.Callback) string {
	p.t.Helper()
	next, err := p.Return(b.Request(), back)
	return testkit.Must(p.t, next, err)
}

// Two tabs on their way to GitHub, or a double click, do not spoil each other: each
// comes back, in whatever order, once.
func TestR25_TwoTabsGoToGithub(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		b := p.Browser()
		backs := []github.Callback{p.begins(b), p.begins(b)}
		for i, n := range order {
			if next := p.returns(b, backs[n]); next != "/apps" || !live(b) {
				t.Errorf("in the order %v, tab %d comes to %s", order, n, next)
			}
			if kept := b.Cookies[browser.GithubCookie] != ""; kept != (i == 0) {
				t.Errorf("in the order %v, after tab %d the cookie is kept: %v", order, n, kept)
			}
		}
		if next := p.returns(b, backs[0]); next != "/authentication?github=expired" {
			t.Errorf("a second time it comes to %s", next)
		}
	}
}

// Who links with two tabs is told so twice, and it happens once.
func TestTwoTabsLinkOnce(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	ada := p.Account("ada")
	b := p.SignedIn("ada")
	p.is(someone(7, "octocat", "octo@example.com"))
	var backs []github.Callback
	for range 2 {
		at, err := p.StartLink(b.Request())
		backs = append(backs, p.authorize(testkit.Must(t, at, err)))
	}
	for i, back := range backs {
		if next := p.returns(b, back); next != "/authentication?github=linked" {
			t.Errorf("tab %d comes to %s", i, next)
		}
	}
	p.wantEvents(ada, "github_linked", "login_succeeded")
}

// R26: to sign in and to link may be under way at once; neither state serves the other
// purpose, nor another browser that holds the secret of its own flows.
func TestR26_FlowsOfTwoPurposes(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.Account("ada")
	b := p.SignedIn("ada")
	p.is(someone(7, "octocat", "octo@example.com"))
	at, err := p.StartLink(b.Request())
	link := p.authorize(testkit.Must(t, at, err))
	signIn := p.begins(b)
	other := p.Browser()
	p.begins(other)
	p.wantExpired(other, "another browser on its own way", signIn)
	if next := p.returns(b, link); next != "/authentication?github=linked" {
		t.Errorf("to link: %s", next)
	}
	if next := p.returns(b, signIn); next != "/apps" {
		t.Errorf("to sign in: %s", next)
	}
}

// R25: a browser has few states at once: the oldest are dropped. Its secret is renewed
// once none of them counts.
func TestR25_OldStatesAreDropped(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	b := p.Browser()
	var backs []github.Callback
	for range 7 {
		backs = append(backs, p.begins(b))
	}
	if n := p.DB.OAuthState.Query().CountX(viewer.AsSystem(t.Context())); n != 5 {
		t.Errorf("%d states", n)
	}
	p.wantExpired(b, "the second of seven", backs[1])
	if next := p.returns(b, backs[2]); next != "/apps" {
		t.Errorf("the third of seven comes to %s", next)
	}
	before := b.Cookies[browser.GithubCookie]
	p.Clock.Move(10 * time.Minute)
	p.begins(b)
	if before == "" || b.Cookies[browser.GithubCookie] == before {
		t.Error("the secret outlives its states")
	}
	planted := p.Browser()
	planted.Cookies[browser.GithubCookie] = "a secret that somebody knows"
	p.begins(planted)
	if planted.Cookies[browser.GithubCookie] == "a secret that somebody knows" {
		t.Error("a planted secret is taken")
	}
}
