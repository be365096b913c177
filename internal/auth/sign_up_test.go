package auth_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent/account"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/request"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func TestSignUp(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	b := newBrowser(t)
	a, err := w.Accounts.SignUp(b.ctx, signin.SignUp{Username: "ada", Email: " Ada@Example.com ", Password: testkit.Password})
	testkit.Must(t, a, err)
	if a.Username != "ada" || a.Email != "Ada@Example.com" || a.EmailKey != "ada@example.com" || strings.Contains(a.PasswordHash, testkit.Password) {
		t.Errorf("%+v", a)
	}
	v, ok, err := w.Sessions.Find(t.Context(), b.token)
	if !ok || err != nil || v.AccountID != a.ID || v.Username != "ada" {
		t.Errorf("the session is %+v's: %v", v, err)
	}
	if now, _ := viewer.From(b.ctx); now.AccountID != a.ID || now.SessionID != v.SessionID {
		t.Errorf("the rest of the request is %+v's, want %+v", now, v)
	}
	if got := w.Timeline(auth.As(t.Context(), a), a.ID); !slices.Equal(got, []string{"account_created"}) {
		t.Errorf("events %v", got)
	}
	long := strings.Repeat("a", 1025)
	for _, c := range []struct {
		in   signin.SignUp
		want string
	}{
		{signin.SignUp{}, "username REQUIRED, email REQUIRED, password REQUIRED"},
		{signin.SignUp{Username: "a", Email: "x", Password: "short"}, "username TOO_SHORT, email MALFORMED, password TOO_SHORT"},
		{signin.SignUp{Username: strings.Repeat("a", 40), Email: strings.Repeat("a", 250) + "@x.org", Password: long}, "username TOO_LONG, email TOO_LONG, password TOO_LONG"},
		{signin.SignUp{Username: "root", Email: "eve@example.com", Password: testkit.Password}, "username RESERVED"},
		{signin.SignUp{Username: "Eve", Email: "eve@example.com", Password: testkit.Password}, "username MALFORMED"},
		{signin.SignUp{Username: "ada", Email: "eve@example.com", Password: testkit.Password}, "username TAKEN"},
		{signin.SignUp{Username: "eve", Email: "ada@EXAMPLE.com", Password: testkit.Password}, "email TAKEN"},
		{signin.SignUp{Username: "ada", Email: "ADA@example.com", Password: testkit.Password}, "username TAKEN, email TAKEN"},
		{signin.SignUp{Username: "eve", Email: "eve@example.com", Password: strings.Repeat("é", 14)}, "password TOO_SHORT"},
		{signin.SignUp{Username: "eve", Email: "eve@example.com", Password: strings.Repeat("é", 1025)}, "password TOO_LONG"},
		{signin.SignUp{Username: "eve\x00", Email: "e\x00ve@example.com", Password: testkit.Password}, "username MALFORMED, email MALFORMED"},
	} {
		b := newBrowser(t)
		if _, err := w.Accounts.SignUp(b.ctx, c.in); wrong(err) != c.want || b.kept > 0 {
			t.Errorf("%.60v: %s, want %s", c.in, wrong(err), c.want)
		}
	}
	if n := w.DB.Account.Query().CountX(viewer.AsSystem(t.Context())); n != 1 {
		t.Errorf("%d accounts", n)
	}
	b = newBrowser(t)
	if _, err := w.Accounts.SignUp(b.ctx, signin.SignUp{Username: "eve", Email: "eve@example.com", Password: strings.Repeat("é", 15)}); err != nil {
		t.Errorf("15 characters of two bytes: %v", err)
	}
}

// A new account speaks the language of the browser, not that of whoever was
// signed in there.
func TestSignUpTakesTheBrowsersLanguage(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	for i, c := range []struct {
		browser string
		asking  *viewer.Viewer
		want    account.Language
	}{
		{"FR", nil, "FR"},
		{"EN", nil, "EN"},
		{"EN", &viewer.Viewer{AccountID: uuid.New(), Language: "FR"}, "EN"},
	} {
		ctx := viewer.WithNobody(request.With(t.Context(), c.browser))
		if c.asking != nil {
			viewer.Become(ctx, *c.asking)
		}
		ctx = browser.With(ctx, browser.Browser{Keep: func(browser.Cookie, string, time.Time) {}})
		name := fmt.Sprintf("ada-%d", i)
		a, err := w.Accounts.SignUp(ctx, signin.SignUp{Username: name, Email: name + "@example.com", Password: testkit.Password})
		if testkit.Must(t, a, err); a.Language != c.want {
			t.Errorf("%s speaks %s, want %s", name, a.Language, c.want)
		}
	}
}

func TestSignUpTakesTheBrowsersTimeZone(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		zone *string
		want string
	}{
		"a known one":    {new("Europe/Paris"), "Europe/Paris"},
		"an unknown one": {new("Mars/Olympus"), account.DefaultTimeZone},
		"an empty one":   {new(""), account.DefaultTimeZone},
		"none":           {nil, account.DefaultTimeZone},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := testkit.New(t)
			a, err := w.Accounts.SignUp(w.Browser().Request(), signin.SignUp{Username: "ada", Email: "ada@example.com", Password: testkit.Password, TimeZone: c.zone})
			if testkit.Must(t, a, err); a.TimeZone != c.want {
				t.Errorf("the account has %q, want %q", a.TimeZone, c.want)
			}
		})
	}
}

// Of many who want the same name or address at once, one has it, and the others
// are told which it was.
func TestSignUpAtOnce(t *testing.T) {
	t.Parallel()
	for field, in := range map[string]func(n int) signin.SignUp{
		"username": func(n int) signin.SignUp {
			return signin.SignUp{Username: "ada", Email: fmt.Sprintf("ada-%d@example.com", n), Password: testkit.Password}
		},
		"email": func(n int) signin.SignUp {
			return signin.SignUp{Username: fmt.Sprintf("ada-%d", n), Email: "ada@example.com", Password: testkit.Password}
		},
	} {
		w := testkit.New(t)
		var wg sync.WaitGroup
		errs := make([]error, 12)
		for n := range errs {
			b := w.Browser()
			b.Address = fmt.Sprintf("203.0.%d.7", n)
			wg.Go(func() { _, errs[n] = w.Accounts.SignUp(b.Request(), in(n)) })
		}
		wg.Wait()
		made := 0
		for _, err := range errs {
			if err == nil {
				made++
			} else if wrong(err) != field+" TAKEN" {
				t.Errorf("%s: %s", field, wrong(err))
			}
		}
		if made != 1 {
			t.Errorf("%d have one %s", made, field)
		}
	}
}
