package auth_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/apitoken"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/timeline/bus"
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
	if v.AccountID != a.ID || v.SudoUntil.After(p.Clock.Now()) || b.Cookies[browser.GithubCookie] != "" {
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
	if got := p.EmailKinds("Octo@Example.com"); len(got) > 0 {
		t.Errorf("emails %v", got)
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
		"none":                           {},
		"primary, not verified":          {mail("a@example.com", true, false)},
		"verified, not primary":          {mail("a@example.com", false, true)},
		"one of each":                    {mail("a@example.com", true, false), mail("b@example.com", false, true)},
		"an address that is none":        {mail("a", true, true)},
		"an address of several lines":    {mail("a@example.com\r\nBcc: b@example.com", true, true)},
		"an empty one":                   {mail("", true, true)},
		"one that no email goes out for": {mail(`"a,b"@example.com`, true, true)},
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
	secret, err := p.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"KEYS_READ"}})
	testkit.Must(t, secret, err)
	_, err = p.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, 0, err)
	write(p.World, func(tx *ent.Tx) {
		tx.GithubIdentity.Create().SetGithubID(6).SetLogin("thief").SetCreatedAt(p.Clock.Now()).ExecX(ada)
	})
	var told []uuid.UUID
	p.Bus.Listen(bus.Listener{Moved: func(uuid.UUID) {}, RightsChanged: func(id uuid.UUID) { told = append(told, id) }})
	b := p.Browser()
	if next := p.comes(b, someone(7, "theirs", "ada@example.com")); next != "/apps" {
		t.Fatalf("came to %s", next)
	}
	if !slices.Equal(told, []uuid.UUID{viewer.ID(ada)}) {
		t.Errorf("sockets and connections of %v are looked at again", told)
	}
	if viewer.ID(b.Request()) != viewer.ID(ada) || p.accounts() != 1 {
		t.Errorf("signed in as %v of %d", viewer.ID(b.Request()), p.accounts())
	}
	if _, ok, _ := p.Sessions.Find(t.Context(), old.Cookies[browser.SessionCookie]); ok {
		t.Error("the old session goes on")
	}
	if _, ok, _ := p.Tokens.Find(t.Context(), secret.Text, ""); ok {
		t.Error("the token opens still")
	}
	if _, err := p.Accounts.SignIn(p.Browser().Request(), signin.SignIn{Login: "ada", Password: testkit.Password}); wrong(err) != " WRONG_CREDENTIALS" {
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
	if got := p.EmailKinds("ada@example.com"); got[len(got)-1] != "github_linked" {
		t.Errorf("emails %v", got)
	}
}

// R23, R58: what whoever made the account has begun in it is gone too: the browsers that
// are known, a change of email under way, and every emailed link.
func TestR23_AnUnverifiedAccountKeepsNothingBegun(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	ada := p.Account("ada")
	known := p.Browser()
	testkit.Must(t, 0, second(signIn(known)))
	a, err := p.Emails.RequestChange(known.Request(), "thief@example.com", false)
	testkit.Must(t, a, err)
	confirm := p.Email("thief@example.com").Button.Secret
	if next := p.comes(p.Browser(), someone(7, "theirs", "ada@example.com")); next != "/apps" {
		t.Fatalf("came to %s", next)
	}
	if n := p.DB.Device.Query().CountX(ada); n != 1 {
		t.Errorf("%d browsers are known", n)
	}
	if p.DB.EmailChange.Query().ExistX(ada) || p.DB.Link.Query().ExistX(ada) {
		t.Error("a change of email or a link is left")
	}
	if _, err := p.Emails.Confirm(p.Browser().Request(), confirm); wrong(err) != "token LINK_INVALID" {
		t.Errorf("the change goes on: %v", err)
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

// Two browsers in which a new user comes at once get one account.
func TestGithubSignsUpOnce(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.is(someone(7, "octocat", "octo@example.com"))
	came := make(chan string, 6)
	for range cap(came) {
		b := p.Browser()
		at, err := p.StartSignIn(b.Request(), nil, nil)
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
			if next != "/sign-in/second-step" || id != uuid.Nil || b.Cookies[browser.SessionCookie] != "" || b.Cookies[browser.StepCookie] == "" {
				t.Errorf("%s: came to %s with %v", stage, next, b.Cookies)
			}
			b.Cookies[browser.SessionCookie] = b.Cookies[browser.StepCookie]
			if _, ok, _ := p.Sessions.Find(t.Context(), b.Cookies[browser.StepCookie]); ok {
				t.Error("the step is a session")
			}
			continue
		}
		if next != "/apps" || id != p.account(name).ID || b.Cookies[browser.StepCookie] != "" {
			t.Errorf("%s: came to %s with %v", stage, next, b.Cookies)
		}
	}
}

// A username is made of the login, whatever stands in the way.
func TestGithubUserNames(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	for i, c := range []struct{ login, name string }{
		{"octocat", "octocat"},
		{"OctoCat", "octocat-2"},
		{"octocat", "octocat-3"},
		{"admin", "admin-2"},
		{"ab", "ab-2"},
		{"Jane_Acme", "jane-acme"},
		{strings.Repeat("x", 39), strings.Repeat("x", 36)},
		{strings.Repeat("x", 39), strings.Repeat("x", 36) + "-2"},
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
		t.Error("a login without emails signs in nobody")
	}
}
