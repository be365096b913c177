package auth_test

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/auth"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func (p *provider) account(name string) *ent.Account {
	p.t.Helper()
	a, err := p.DB.Account.Query().Where(account.Username(name)).Only(viewer.AsSystem(p.t.Context()))
	return testkit.Must(p.t, a, err)
}

func (p *provider) accounts() int {
	return p.DB.Account.Query().CountX(viewer.AsSystem(p.t.Context()))
}

// Who has no account gets one: named after the login, with the address that is
// primary and verified, and without a password.
func TestGithubSignsUp(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	b := p.Browser()
	if next := p.comes(b, someone(7, "Octo-Cat", "Octo@Example.com")); next != "/apps" {
		t.Errorf("came to %s", next)
	}
	a := p.account("octo-cat")
	if a.Email != "Octo@Example.com" || a.EmailKey != "octo@example.com" || a.EmailVerifiedAt == nil || a.PasswordHash != "" {
		t.Errorf("%+v", a)
	}
	v, _ := viewer.From(b.Request())
	if v.AccountID != a.ID || v.SudoUntil.After(p.Clock.Now()) || b.Cookies[auth.GithubCookie] != "" {
		t.Errorf("signed in as %+v, with %v", v, b.Cookies)
	}
	p.wantEvents(auth.As(t.Context(), a), "login_succeeded", "github_linked", "account_created")
	linked, err := p.Identity(b.Request())
	if testkit.Must(t, linked, err).GithubID != 7 || linked.Login != "Octo-Cat" {
		t.Errorf("%+v", linked)
	}
	asked := p.is(person{})
	want := []string{"POST /token", "GET /user", "GET /user/emails?per_page=100"}
	if len(asked) != 4 || !slices.Equal(asked[1:], want) {
		t.Errorf("asked %v", asked)
	}
	if got := p.Letters("Octo@Example.com"); len(got) > 0 {
		t.Errorf("letters %v", got)
	}
}

// R23: who somebody is follows from the number at GitHub alone; a name or an
// address that is equal opens nothing.
func TestR23_KnownByTheNumberAlone(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.Account("ada")
	write(p.World, func(tx *ent.Tx) {
		tx.Account.Update().SetEmailVerifiedAt(p.Clock.Now()).ExecX(viewer.AsSystem(t.Context()))
	})
	p.comes(p.Browser(), someone(7, "octocat", "octo@example.com"))
	octo := p.account("octocat")
	for _, c := range []struct {
		name string
		who  person
		next string
		as   string // who is signed in
	}{
		{"the same number", someone(7, "octocat", "octo@example.com"), "/apps", "octocat"},
		{"with another name and address", someone(7, "renamed", "new@example.com"), "/apps", "octocat"},
		{"with ada's address", someone(7, "renamed", "ada@example.com"), "/apps", "octocat"},
		{"another number with the old name", someone(8, "octocat", "eight@example.com"), "/apps", "octocat-2"},
		{"another number with ada's name", someone(9, "ada", "nine@example.com"), "/apps", "ada-2"},
		{"another number with octocat's address", someone(10, "ten", "octo@example.com"), "/sign-in?github=taken", ""},
		{"ada's address, written otherwise", someone(11, "eleven", "ADA@Example.com"), "/sign-in?github=taken", ""},
	} {
		b := p.Browser()
		if next := p.comes(b, c.who); next != c.next {
			t.Errorf("%s: came to %s, want %s", c.name, next, c.next)
		}
		if v, _ := viewer.From(b.Request()); v.Username != c.as {
			t.Errorf("%s: signed in as %q, want %q", c.name, v.Username, c.as)
		}
	}
	if now := p.account("octocat"); now.Email != octo.Email || p.accounts() != 4 {
		t.Errorf("%+v, %d accounts", now, p.accounts())
	}
	if linked := p.DB.GithubIdentity.Query().Where().OnlyX(auth.As(t.Context(), octo)); linked.Login != "renamed" {
		t.Errorf("the name at GitHub is still %s", linked.Login)
	}
}

// R23: a new account takes an address only where it is primary and verified.
func TestR23_NewAccountsNeedAVerifiedAddress(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	mail := func(email string, primary, verified bool) map[string]any {
		return map[string]any{"email": email, "primary": primary, "verified": verified}
	}
	for name, emails := range map[string][]map[string]any{
		"none":                            {},
		"primary, not verified":           {mail("a@example.com", true, false)},
		"verified, not primary":           {mail("a@example.com", false, true)},
		"one of each":                     {mail("a@example.com", true, false), mail("b@example.com", false, true)},
		"an address that is none":         {mail("a", true, true)},
		"an address of several lines":     {mail("a@example.com\r\nBcc: b@example.com", true, true)},
		"an empty one":                    {mail("", true, true)},
		"one that no letter goes out for": {mail(`"a,b"@example.com`, true, true)},
	} {
		who := someone(7, "octocat", "")
		who.Emails = emails
		b := p.Browser()
		if next := p.comes(b, who); next != "/sign-in?github=no-email" || len(b.Cookies) > 0 || p.accounts() > 0 {
			t.Errorf("%s: came to %s with %v", name, next, b.Cookies)
		}
	}
}

// R23: who made an account with an address that was not theirs loses all that
// opened it when its owner comes.
func TestR23_AnUnverifiedAccountLosesItsCredentials(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	ada := p.Account("ada")
	old := p.SignedIn("ada")
	device, _ := add(t, p.World, ada)
	factor(p.World, ada, "on")
	secret, err := p.Tokens.Create(ada, auth.NewToken{Name: "program", Scopes: []string{"KEYS_READ"}})
	testkit.Must(t, secret, err)
	_, err = p.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, 0, err)
	write(p.World, func(tx *ent.Tx) {
		tx.GithubIdentity.Create().SetGithubID(6).SetLogin("thief").SetCreatedAt(p.Clock.Now()).ExecX(ada)
	})
	b := p.Browser()
	if next := p.comes(b, someone(7, "theirs", "ada@example.com")); next != "/apps" {
		t.Fatalf("came to %s", next)
	}
	if viewer.ID(b.Request()) != viewer.ID(ada) || p.accounts() != 1 {
		t.Errorf("signed in as %v of %d", viewer.ID(b.Request()), p.accounts())
	}
	if _, ok, _ := p.Sessions.Find(t.Context(), old.Cookies[auth.SessionCookie]); ok {
		t.Error("the old session goes on")
	}
	if _, ok, _ := p.Tokens.Find(t.Context(), secret.Text, ""); ok {
		t.Error("the token opens still")
	}
	if _, err := p.Auth.SignIn(p.Browser().Request(), auth.SignIn{Login: "ada", Password: testkit.Password}); wrong(err) != " WRONG_CREDENTIALS" {
		t.Errorf("the password: %v", err)
	}
	c, err := p.Passkeys.StartSignIn(ada)
	if _, err2 := p.Passkeys.SignIn(p.Browser().Request(), device.answers(testkit.Must(t, c, err))); wrong(err2) != " PASSKEY_REFUSED" {
		t.Errorf("the passkey: %v", err2)
	}
	if next := p.comes(p.Browser(), someone(6, "thief", "thief@example.com")); next != "/apps" || p.accounts() != 2 {
		t.Errorf("the other GitHub account came to %s of %d", next, p.accounts())
	}
	if p.DB.SSHKey.Query().ExistX(ada) || p.account("ada").EmailVerifiedAt == nil {
		t.Error("a key is left, or the address is not verified")
	}
	p.wantEvents(ada, "login_failed", "login_succeeded", "github_linked", "email_verified")
	if got := p.Letters("ada@example.com"); got[len(got)-1] != "github_linked" {
		t.Errorf("letters %v", got)
	}
}

// R24: signing in with GitHub does not change how an account stands.
func TestR24_GithubChangesNoState(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.comes(p.Browser(), someone(7, "octocat", "octo@example.com"))
	now := p.Clock.Now()
	for _, c := range []struct {
		name, next string
		set        func(u *ent.AccountUpdate)
	}{
		{"as it was", "/apps", func(*ent.AccountUpdate) {}},
		{"suspended", "/apps", func(u *ent.AccountUpdate) { u.SetSuspendedAt(now) }},
		{"with an address that is not verified", "/apps", func(u *ent.AccountUpdate) { u.ClearEmailVerifiedAt() }},
		{"closing", "/sign-in?github=closing", func(u *ent.AccountUpdate) { u.SetClosingAt(now) }},
	} {
		write(p.World, func(tx *ent.Tx) {
			u := tx.Account.Update()
			c.set(u)
			u.SetTimeZone("Europe/Paris").ExecX(viewer.AsSystem(t.Context()))
		})
		before := p.account("octocat")
		if next := p.comes(p.Browser(), someone(7, "octocat", "other@example.com")); next != c.next {
			t.Errorf("%s: came to %s", c.name, next)
		}
		if after := p.account("octocat"); after.String() != before.String() {
			t.Errorf("%s: it became\n%v, was\n%v", c.name, after, before)
		}
	}
}

// R25: a state is random, stored as its digest, lasts ten minutes, is bound to its
// browser, and is used once.
func TestR25_State(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	b := p.Browser()
	start := func() url.Values {
		at, err := p.StartSignIn(b.Request(), nil)
		u, err2 := url.Parse(testkit.Must(t, at, err))
		return testkit.Must(t, u, err2).Query()
	}
	first, second := start(), start()
	if first.Get("state") == second.Get("state") || len(first.Get("state")) != 43 || first.Get("code_challenge") == second.Get("code_challenge") ||
		first.Get("code_challenge_method") != "S256" || first.Get("scope") != "user:email" {
		t.Errorf("%v\n%v", first, second)
	}
	row := fmt.Sprintf("%#v", p.DB.OAuthState.Query().AllX(viewer.AsSystem(t.Context())))
	for _, secret := range []string{first.Get("state"), b.Cookies[auth.GithubCookie]} {
		if secret == "" || strings.Contains(row, secret) {
			t.Errorf("%q is stored as it is", secret)
		}
	}
	begin := func() auth.Callback {
		at, err := p.StartSignIn(b.Request(), nil)
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
	out.Cookies[auth.GithubCookie] = b.Cookies[auth.GithubCookie]
	p.wantExpired(out, "once more", back)
	for name, spoil := range map[string]func(c *auth.Callback){
		"cut":           func(c *auth.Callback) { c.State = c.State[1:] },
		"in other case": func(c *auth.Callback) { c.State = strings.ToUpper(c.State) },
		"empty":         func(c *auth.Callback) { c.State = "" },
		"random":        func(c *auth.Callback) { c.State = uuid.NewString() },
	} {
		b = p.Browser()
		back := begin()
		spoil(&back)
		p.wantExpired(b, name, back)
	}
}

func (p *provider) wantExpired(b *testkit.Browser, name string, back auth.Callback) {
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
	at, err := p.StartSignIn(b.Request(), nil)
	back := p.authorize(testkit.Must(t, at, err))
	came := make(chan string, 10)
	for range cap(came) {
		other := p.Browser()
		other.Cookies[auth.GithubCookie] = b.Cookies[auth.GithubCookie]
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

// Two browsers in which a new user comes at once get one account.
func TestGithubSignsUpOnce(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	came := make(chan string, 6)
	for range cap(came) {
		b := p.Browser()
		at, err := p.StartSignIn(b.Request(), nil)
		back := p.authorize(testkit.Must(t, at, err))
		go func() {
			next, err := p.Return(b.Request(), back)
			came <- fmt.Sprint(next, err)
		}()
	}
	for range cap(came) {
		if next := <-came; next != "/apps<nil>" {
			t.Errorf("came to %s", next)
		}
	}
	if p.accounts() != 1 {
		t.Errorf("%d accounts", p.accounts())
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
	at, err := p.StartSignIn(eve.Request(), nil)
	back := p.authorize(testkit.Must(t, at, err))
	p.wantExpired(p.Browser(), "another browser", back)
	victim := p.Browser()
	victim.Cookies[auth.GithubCookie] = "another secret"
	p.wantExpired(victim, "another browser, on its own way", back)

	for name, c := range map[string]struct {
		session func() string
		next    string
	}{
		"nobody":                      {func() string { return "" }, "/authentication?github=expired"},
		"somebody else":               {func() string { return p.SignedIn("ada").Cookies[auth.SessionCookie] }, "/authentication?github=expired"},
		"the same in another session": {func() string { return p.SignedIn("eve").Cookies[auth.SessionCookie] }, "/authentication?github=expired"},
		"the same":                    {func() string { return eve.Cookies[auth.SessionCookie] }, "/authentication?github=linked"},
	} {
		at, err := p.StartLink(eve.Request())
		back := p.authorize(testkit.Must(t, at, err))
		b := p.Browser()
		b.Cookies[auth.GithubCookie] = eve.Cookies[auth.GithubCookie]
		if s := c.session(); s != "" {
			b.Cookies[auth.SessionCookie] = s
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
	if l := p.Letter("ada@example.com"); l.Kind != "github_linked" || !strings.Contains(l.Lines[0], "octocat") {
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
	if next, err := p.Return(a.Request(), p.authorize(at)); err != nil || next != "/authentication?github=expired" {
		t.Errorf("an older way of another cookie: came to %s, %v", next, err)
	}
	if next := p.comes(p.Browser(), someone(7, "octocat", "")); next != "/apps" {
		t.Errorf("to sign in with it: came to %s", next)
	}

	gone, err := p.Unlink(a.Request())
	testkit.Must(t, gone, err)
	p.wantEvents(ada, "github_unlinked")
	if p.Letter("ada@example.com").Kind != "github_unlinked" {
		t.Errorf("letters %v", p.Letters("ada@example.com"))
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
	if next, err := p.Return(b.Request(), back); err != nil || next != "/authentication?github=taken" {
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

// R28: one comes back to a page by its name, and nowhere else.
func TestR28_PagesByName(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	come := func(name string) string {
		b := p.Browser()
		at, err := p.StartSignIn(b.Request(), &name)
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

// R13: GitHub is one factor. Where the second one is on, it gives no more than a
// sign-in that lacks it.
func TestR13_GithubAndTheSecondFactor(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	for i, stage := range []string{"off", "begun", "proven", "on"} {
		name := "octocat-" + stage
		who := someone(100+i, name, stage+"@example.com")
		p.comes(p.Browser(), who)
		factor(p.World, auth.As(t.Context(), p.account(name)), stage)
		b := p.Browser()
		next, id := p.comes(b, who), viewer.ID(b.Request())
		if stage == "on" {
			if next != "/sign-in/second-step" || id != uuid.Nil || b.Cookies[auth.SessionCookie] != "" || b.Cookies[auth.StepCookie] == "" {
				t.Errorf("%s: came to %s with %v", stage, next, b.Cookies)
			}
			b.Cookies[auth.SessionCookie] = b.Cookies[auth.StepCookie]
			if _, ok, _ := p.Sessions.Find(t.Context(), b.Cookies[auth.StepCookie]); ok {
				t.Error("the step is a session")
			}
			continue
		}
		if next != "/apps" || id != p.account(name).ID || b.Cookies[auth.StepCookie] != "" {
			t.Errorf("%s: came to %s with %v", stage, next, b.Cookies)
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
		with func(c *auth.Callback)
		next string
	}{
		{"said no", good, func(c *auth.Callback) { c.Code, c.Error = "", "access_denied" }, "refused"},
		{"another error", good, func(c *auth.Callback) { c.Code, c.Error = "", "application_suspended" }, "failed"},
		{"no code", good, func(c *auth.Callback) { c.Code = "" }, "failed"},
		{"a wrong code", good, func(c *auth.Callback) { c.Code = "wrong" }, "failed"},
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
		url, err := p.StartSignIn(b.Request(), nil)
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
	at, err := p.StartSignIn(mine.Request(), nil)
	back := p.authorize(testkit.Must(t, at, err))
	at, err = p.StartSignIn(theirs.Request(), nil)
	back.Code = p.authorize(testkit.Must(t, at, err)).Code
	if next, err := p.Return(mine.Request(), back); err != nil || next != "/sign-in?github=failed" {
		t.Errorf("came to %s, %v", next, err)
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
	before := b.Cookies[auth.SessionCookie]
	if next := sudo(octo); next != "/authentication?sudo=done" {
		t.Errorf("came to %s", next)
	}
	if v, _ := viewer.From(b.Request()); !v.SudoUntil.Equal(p.Clock.Now().Add(15*time.Minute)) || b.Cookies[auth.SessionCookie] == before {
		t.Errorf("sudo mode until %v", v.SudoUntil)
	}
	p.wantEvents(auth.As(t.Context(), p.account("octocat")), "sudo_granted")

	at, err := p.StartSudo(b.Request())
	back := p.authorize(testkit.Must(t, at, err))
	as := auth.As(t.Context(), p.account("octocat"))
	factor(p.World, as, "begun")
	if next, err := p.Return(b.Request(), back); err != nil || next != "/authentication?github=refused" {
		t.Errorf("with an authenticator app since: came to %s, %v", next, err)
	}
	for name, give := range map[string]func(ctx context.Context){
		"an authenticator app": func(context.Context) {},
		"a passkey": func(ctx context.Context) {
			write(p.World, func(tx *ent.Tx) { tx.Totp.Delete().ExecX(ctx) })
			add(t, p.World, ctx)
		},
		"a password": func(ctx context.Context) {
			write(p.World, func(tx *ent.Tx) {
				tx.Totp.Delete().ExecX(ctx)
				tx.Passkey.Delete().ExecX(ctx)
				tx.Account.Update().SetPasswordHash("hash").ExecX(ctx)
			})
		},
	} {
		give(as)
		if _, err := p.StartSudo(b.Request()); !refused(err, problem.Forbidden) {
			t.Errorf("with %s: %v", name, err)
		}
		write(p.World, func(tx *ent.Tx) { tx.Account.Update().ClearPasswordHash().ExecX(as) })
	}
}

// Without an OAuth app nobody is sent anywhere, and who comes back is told.
func TestGithubIsNotOffered(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	g := auth.Github{Parts: w.Parts}
	b := w.Browser()
	if _, err := g.StartSignIn(b.Request(), nil); !refused(err, problem.BadUserInput) {
		t.Errorf("to begin: %v", err)
	}
	if next, err := g.Return(b.Request(), auth.Callback{State: "x", Code: "y"}); err != nil || next != "/sign-in?github=expired" {
		t.Errorf("came to %s, %v", next, err)
	}
	if _, err := g.StartSignIn(viewer.WithNobody(t.Context()), nil); !refused(err, problem.HTTPOnly) {
		t.Errorf("where no cookie can be set: %v", err)
	}
}

// A user name is made of the login, whatever stands in the way.
func TestGithubUserNames(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	for i, c := range []struct{ login, name string }{
		{"octocat", "octocat"}, {"OctoCat", "octocat-2"}, {"octocat", "octocat-3"}, {"admin", "admin-2"}, {"ab", "ab-2"},
		{"Jane_Acme", "jane-acme"}, {strings.Repeat("x", 39), strings.Repeat("x", 36)}, {strings.Repeat("x", 39), strings.Repeat("x", 36) + "-2"},
	} {
		b := p.Browser()
		p.comes(b, someone(100+i, c.login, fmt.Sprintf("%d@example.com", i)))
		if v, _ := viewer.From(b.Request()); v.Username != c.name {
			t.Errorf("%s became %s, want %s", c.login, v.Username, c.name)
		}
	}
	for i := range 8 {
		b := p.Browser()
		p.comes(b, someone(200+i, "octocat", fmt.Sprintf("more%d@example.com", i)))
		v, _ := viewer.From(b.Request())
		if tail, ok := strings.CutPrefix(v.Username, "octocat-"); !ok || (len(tail) == 1) != (i < 6) {
			t.Errorf("the %dth became %s", i, v.Username)
		}
	}
	b := p.Browser()
	if p.comes(b, someone(300, "---", "dash@example.com")); viewer.ID(b.Request()) == uuid.Nil {
		t.Error("a login without letters signs in nobody")
	}
}
