package auth_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/github"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R25: a state is random, stored as its digest, lasts ten minutes, is bound to its
// browser, and is used once.
func TestR25_State(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	b := p.Browser()
	start := func() url.Values {
		at, err := p.StartSignIn(b.Request(), nil, nil)
		u, err2 := url.Parse(testkit.Must(t, at, err))
		return testkit.Must(t, u, err2).Query()
	}
	first, second := start(), start()
	if first.Get("state") == second.Get("state") || len(first.Get("state")) != 43 || first.Get("code_challenge") == second.Get("code_challenge") ||
		first.Get("code_challenge_method") != "S256" || first.Get("scope") != "user:email" {
		t.Errorf("%v\n%v", first, second)
	}
	row := fmt.Sprintf("%#v", p.DB.OAuthState.Query().AllX(viewer.AsSystem(t.Context())))
	for _, secret := range []string{first.Get("state"), b.Cookies[browser.GithubCookie]} {
		if secret == "" || strings.Contains(row, secret) {
			t.Errorf("%q is stored as it is", secret)
		}
	}
	begin := func() github.Callback {
		at, err := p.StartSignIn(b.Request(), nil, nil)
		return p.authorize(testkit.Must(t, at, err))
	}
	back := begin()
	p.Clock.Move(10 * time.Minute)
	p.wantExpired(b, "after ten minutes", back)
	back = begin()
	p.Clock.Move(10*time.Minute - time.Second)
	if next, err := p.Return(b.Request(), back); err != nil || next != "/apps" {
		t.Errorf("just in time: %s, %v", next, err)
	}
	out := p.Browser()
	out.Cookies[browser.GithubCookie] = b.Cookies[browser.GithubCookie]
	p.wantExpired(out, "once more", back)
	for name, spoil := range map[string]func(c *github.Callback){
		"cut":           func(c *github.Callback) { c.State = c.State[1:] },
		"in other case": func(c *github.Callback) { c.State = strings.ToUpper(c.State) },
		"empty":         func(c *github.Callback) { c.State = "" },
		"random":        func(c *github.Callback) { c.State = uuid.NewString() },
	} {
		b = p.Browser()
		back := begin()
		spoil(&back)
		p.wantExpired(b, name, back)
	}
}

func (p *provider) wantExpired(b *testkit.Browser, name string, back github.Callback) {
	p.t.Helper()
	if next, err := p.Return(b.Request(), back); err != nil || next != "/sign-in?github=expired" || viewer.ID(b.Request()) != uuid.Nil {
		p.t.Errorf("%s: came to %s, %v", name, next, err)
	}
}

// R25: of many callbacks at once with one state one signs in.
func TestR25_StateAtOnce(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	b := p.Browser()
	at, err := p.StartSignIn(b.Request(), nil, nil)
	back := p.authorize(testkit.Must(t, at, err))
	came := make(chan string, 10)
	for range cap(came) {
		other := p.Browser()
		other.Cookies[browser.GithubCookie] = b.Cookies[browser.GithubCookie]
		go func() {
			next, _ := p.Return(other.Request(), back)
			came <- next
		}()
	}
	got := map[string]int{}
	for range cap(came) {
		got[<-came]++
	}
	if got["/apps"] != 1 || got["/sign-in?github=expired"] != cap(came)-1 {
		t.Errorf("came to %v", got)
	}
}

// R26: what was begun in another browser, or to link in another session, fails.
func TestR26_AnotherBrowserOrSession(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.Account("ada")
	p.Account("eve")
	p.is(someone(7, "octocat", "octo@example.com"))
	eve := p.SignedIn("eve")
	at, err := p.StartSignIn(eve.Request(), nil, nil)
	back := p.authorize(testkit.Must(t, at, err))
	p.wantExpired(p.Browser(), "another browser", back)
	victim := p.Browser()
	victim.Cookies[browser.GithubCookie] = "another secret"
	p.wantExpired(victim, "another browser, on its own way", back)

	for name, c := range map[string]struct {
		session func() string
		next    string
	}{
		"nobody":                      {func() string { return "" }, "/authentication?github=expired"},
		"somebody else":               {func() string { return p.SignedIn("ada").Cookies[browser.SessionCookie] }, "/authentication?github=expired"},
		"the same in another session": {func() string { return p.SignedIn("eve").Cookies[browser.SessionCookie] }, "/authentication?github=expired"},
		"the same":                    {func() string { return eve.Cookies[browser.SessionCookie] }, "/authentication?github=linked"},
	} {
		at, err := p.StartLink(eve.Request())
		back := p.authorize(testkit.Must(t, at, err))
		b := p.Browser()
		b.Cookies[browser.GithubCookie] = eve.Cookies[browser.GithubCookie]
		if s := c.session(); s != "" {
			b.Cookies[browser.SessionCookie] = s
		}
		next, err := p.Return(b.Request(), back)
		if testkit.Must(t, next, err) != c.next {
			t.Errorf("%s: came to %s", name, next)
		}
		write(p.World, func(tx *ent.Tx) { tx.GithubIdentity.Delete().ExecX(viewer.AsSystem(t.Context())) })
	}
}

// R26: a session that ended while GitHub was asked links nothing.
func TestR26_TheSessionEndsMeanwhile(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	ada := p.Account("ada")
	p.is(someone(7, "octocat", "octo@example.com"))
	b := p.SignedIn("ada")
	at, err := p.StartLink(b.Request())
	back, ctx := p.authorize(testkit.Must(t, at, err)), b.Request()
	write(p.World, func(tx *ent.Tx) { tx.Session.Delete().ExecX(ada) })
	if next, err := p.Return(ctx, back); err != nil || next != "/authentication?github=expired" {
		t.Errorf("came to %s, %v", next, err)
	}
	if linked, err := p.Identity(ada); linked != nil || err != nil {
		t.Errorf("linked %v, %v", linked, err)
	}
}

// R28: one comes back to a page by its name, and nowhere else.
func TestR28_PagesByName(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	come := func(name string) string {
		b := p.Browser()
		at, err := p.StartSignIn(b.Request(), &name, nil)
		next, err2 := p.Return(b.Request(), p.authorize(testkit.Must(t, at, err)))
		return testkit.Must(t, next, err2)
	}
	names := map[string]string{
		"apps": "/apps", "app": "/apps", "profile": "/profile", "ssh-keys": "/ssh-keys", "api-tokens": "/api-tokens",
		"timeline": "/timeline", "authentication": "/authentication",
		"": "/apps", "Timeline": "/apps", "/timeline": "/apps", "//evil.test": "/apps", "https://evil.test/": "/apps", "javascript:alert(1)": "/apps",
		"timeline/../profile": "/apps", "timeline\r\nSet-Cookie: a=b": "/apps",
	}
	for name, want := range names {
		if next := come(name); next != want {
			t.Errorf("%q: came to %s", name, next)
		}
	}
	factor(p.World, auth.As(t.Context(), p.account("octocat")), "on")
	for name, want := range map[string]string{"timeline": "/sign-in/second-step?next=timeline", "apps": "/sign-in/second-step", "//evil.test": "/sign-in/second-step"} {
		if next := come(name); next != want {
			t.Errorf("%q and a second step: came to %s", name, next)
		}
	}
}

// What goes wrong at GitHub is told, and lets nobody in.
func TestGithubDoesNotDoItsPart(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	good := someone(7, "octocat", "octo@example.com")
	nobody, nameless, broken := good, good, good
	nobody.User = map[string]any{"login": "octocat"}
	nameless.User = map[string]any{"id": 7}
	broken.User = map[string]any{"id": "seven", "login": "octocat"}
	at := func(path string) person { who := good; who.Break = path; return who }
	endless := good
	endless.Endless = "/user"
	for _, c := range []struct {
		name string
		who  person
		with func(c *github.Callback)
		next string
	}{
		{"said no", good, func(c *github.Callback) { c.Code, c.Error = "", "access_denied" }, "refused"},
		{"another error", good, func(c *github.Callback) { c.Code, c.Error = "", "application_suspended" }, "failed"},
		{"no code", good, func(c *github.Callback) { c.Code = "" }, "failed"},
		{"a wrong code", good, func(c *github.Callback) { c.Code = "wrong" }, "failed"},
		{"no token", at("/token"), nil, "failed"},
		{"no user", at("/user"), nil, "failed"},
		{"no addresses", at("/user/emails"), nil, "failed"},
		{"a user without a number", nobody, nil, "failed"},
		{"a user without a name", nameless, nil, "failed"},
		{"a number that is none", broken, nil, "failed"},
		{"an answer without an end", endless, nil, "failed"},
	} {
		p.is(c.who)
		b := p.Browser()
		url, err := p.StartSignIn(b.Request(), nil, nil)
		back := p.authorize(testkit.Must(t, url, err))
		if c.with != nil {
			c.with(&back)
		}
		next, err := p.Return(b.Request(), back)
		if testkit.Must(t, next, err) != "/sign-in?github="+c.next || viewer.ID(b.Request()) != uuid.Nil || p.accounts() > 0 {
			t.Errorf("%s: came to %s", c.name, next)
		}
	}
}

// A code that was got for somebody else's verifier is worth nothing (PKCE).
func TestGithubCodesAreBoundToTheirVerifier(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	mine, theirs := p.Browser(), p.Browser()
	at, err := p.StartSignIn(mine.Request(), nil, nil)
	back := p.authorize(testkit.Must(t, at, err))
	at, err = p.StartSignIn(theirs.Request(), nil, nil)
	back.Code = p.authorize(testkit.Must(t, at, err)).Code
	if next, err := p.Return(mine.Request(), back); err != nil || next != "/sign-in?github=failed" {
		t.Errorf("came to %s, %v", next, err)
	}
}

// Without an OAuth app nobody is sent anywhere, and who comes back is told.
func TestGithubIsNotOffered(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	g := w.Github
	b := w.Browser()
	if _, err := g.StartSignIn(b.Request(), nil, nil); !refused(err, problem.BadUserInput) {
		t.Errorf("to begin: %v", err)
	}
	if next, err := g.Return(b.Request(), github.Callback{State: "x", Code: "y"}); err != nil || next != "/sign-in?github=expired" {
		t.Errorf("came to %s, %v", next, err)
	}
	if _, err := g.StartSignIn(viewer.WithNobody(t.Context()), nil, nil); !refused(err, problem.HTTPOnly) {
		t.Errorf("where no cookie can be set: %v", err)
	}
}
