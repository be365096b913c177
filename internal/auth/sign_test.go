package auth_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A visitor keeps the token of its session.
type visitor struct {
	ctx   context.Context
	token string
	until time.Time
	kept  int
}

func newBrowser(t *testing.T) *visitor {
	b := &visitor{}
	b.ctx = browser.With(viewer.WithNobody(t.Context()), browser.Browser{
		Address: "192.0.2.7", UserAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
		Keep: func(c browser.Cookie, token string, until time.Time) {
			if c == browser.SessionCookie {
				b.token, b.until, b.kept = token, until, b.kept+1
			}
		},
	})
	return b
}

func wrong(err error) string { return testkit.InputErrors(err) }

func TestR3_SignInByExactNameOrByAddress(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	for _, c := range []struct{ login, password, want string }{
		{"ada", testkit.Password, "<nil>"},
		{"ada@example.com", testkit.Password, "<nil>"},
		{"ADA@Example.COM ", testkit.Password, "<nil>"},
		{"Ada", testkit.Password, " WRONG_CREDENTIALS"},
		{"ADA", testkit.Password, " WRONG_CREDENTIALS"},
		{"ad", testkit.Password, " WRONG_CREDENTIALS"},
		{"ada ", testkit.Password, " WRONG_CREDENTIALS"},
		{"ad%", testkit.Password, " WRONG_CREDENTIALS"},
		{"ad_", testkit.Password, " WRONG_CREDENTIALS"},
		{"ada\x00", testkit.Password, " WRONG_CREDENTIALS"},
		{"ada@example.com\x00", testkit.Password, " WRONG_CREDENTIALS"},
		{"ad\xff@example.com", testkit.Password, " WRONG_CREDENTIALS"},
		{"%@example.com", testkit.Password, " WRONG_CREDENTIALS"},
		{"eve", testkit.Password, " WRONG_CREDENTIALS"},
		{"ada", strings.ToUpper(testkit.Password), " WRONG_CREDENTIALS"},
		{"ada", testkit.Password + " ", " WRONG_CREDENTIALS"},
		{"ada", strings.Repeat("a", 1<<20), " WRONG_CREDENTIALS"},
		{"", "", "login REQUIRED, password REQUIRED"},
		{"ada", "", "password REQUIRED"},
	} {
		w.Clock.Move(time.Minute) // past every wait
		b := newBrowser(t)
		if _, err := w.Accounts.SignIn(b.ctx, signin.SignIn{Login: c.login, Password: c.password}); wrong(err) != c.want || (err == nil) != (b.kept == 1) {
			t.Errorf("%q %.30q: %s, want %s", c.login, c.password, wrong(err), c.want)
		}
	}
}

// R61: an email whose domain is beyond ASCII is one account's in either spelling, and
// both sign in; one with an invisible character is nobody's.
func TestR61_OneAccountForAMailbox(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	for i, c := range []struct{ email, want string }{
		{"ada@bücher.example", "<nil>"},
		{"ada@xn--bcher-kva.example", "email TAKEN"},
		{"ada@BÜCHER.example", "email TAKEN"},
		{"ada@bücher.example\u200b", "email MALFORMED"},
		{"a\u200bda@bücher.example", "email MALFORMED"},
	} {
		err := signUpAs(w.Browser(), fmt.Sprintf("ada-%d", i), c.email)
		if wrong(err) != c.want {
			t.Errorf("%+q: %v, want %s", c.email, err, c.want)
		}
	}
	for _, login := range []string{"ada@bücher.example", "ada@xn--bcher-kva.example", "ADA@Bücher.example ", "ada-0"} {
		_, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: login, Password: testkit.Password})
		if err != nil {
			t.Errorf("%q does not sign in: %v", login, err)
		}
	}
	before := len(w.EmailKinds("ada@bücher.example"))
	for _, email := range []string{"ada@bücher.example", "ada@xn--bcher-kva.example"} {
		asksReset(w, email)
	}
	if n := len(w.EmailKinds("ada@bücher.example")) - before; n != 2 {
		t.Errorf("%d emails to reset the password, want 2", n)
	}
}

// Which accounts there are is not to be learnt from how much work an answer is:
// hashes are counted, one way or the other.
func TestAnUnknownUserCostsOneHash(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	ctx := viewer.AsSystem(t.Context())
	w.Account("no-password")
	testkit.Must(t, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		return tx.Account.Update().Where(account.Username("no-password")).ClearPasswordHash().Exec(ctx)
	}))
	slots, hashed := make(chan struct{}), 0
	w.Accounts.Passwords.Slots = slots // one at a time, and counted
	done := make(chan struct{})
	defer func() { close(done) }()
	go func() {
		for {
			select {
			case <-slots:
				hashed++
				slots <- struct{}{}
			case <-done:
				return
			}
		}
	}()
	for _, c := range []signin.SignIn{
		{Login: "ada", Password: testkit.Password},
		{Login: "ada", Password: "another password"},
		{Login: "nobody", Password: "another password"},
		{Login: "nobody@example.com", Password: testkit.Password},
		{Login: "no-password", Password: testkit.Password},
		{Login: "ada", Password: strings.Repeat("a", 5000)},
		{Login: "nobody", Password: strings.Repeat("a", 5000)},
		{Login: "nobody\x00", Password: "x"},
	} {
		before := hashed
		_, err := w.Accounts.SignIn(newBrowser(t).ctx, c)
		if n := hashed - before; n != 1 || (err == nil) != (c.Login == "ada" && c.Password == testkit.Password) {
			t.Errorf("%s: %d hashes, %v", c.Login, n, err)
		}
	}
}

// What sets a cookie is refused where none can be set, before any work.
func TestHTTPOnly(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	for _, ctx := range []context.Context{viewer.WithNobody(t.Context()), browser.With(viewer.WithNobody(t.Context()), browser.Browser{Address: "192.0.2.7"})} {
		_, up := w.Accounts.SignUp(ctx, signin.SignUp{Username: "eve", Email: "eve@example.com", Password: testkit.Password})
		_, in := w.Accounts.SignIn(ctx, signin.SignIn{Login: "ada", Password: testkit.Password})
		_, out := w.Sessions.End(ctx)
		for _, err := range []error{up, in, out} {
			var r *problem.Refusal
			if !errors.As(err, &r) || r.Reason != problem.HTTPOnly {
				t.Errorf("%v", err)
			}
		}
	}
	sys := viewer.AsSystem(t.Context())
	if n := w.DB.Account.Query().CountX(sys) + w.DB.Session.Query().CountX(sys); n != 1 {
		t.Errorf("%d rows", n)
	}
}

// Hashes of other parameters are replaced at sign-in, when the password is at
// hand; sessions stay.
func TestRehashAtSignIn(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	before := w.DB.Account.GetX(ada, viewer.ID(ada))
	b := newBrowser(t)
	_, err := w.Accounts.SignIn(b.ctx, signin.SignIn{Login: "ada", Password: testkit.Password})
	testkit.Must(t, 0, err)
	if same := w.DB.Account.GetX(ada, before.ID); same.PasswordHash != before.PasswordHash {
		t.Error("rehashed without need")
	}
	w.Accounts.Passwords.Time = 2
	if _, err := w.Accounts.SignIn(newBrowser(t).ctx, signin.SignIn{Login: "ada", Password: "another password"}); wrong(err) != " WRONG_CREDENTIALS" {
		t.Errorf("%v", err)
	}
	if same := w.DB.Account.GetX(ada, before.ID); same.PasswordHash != before.PasswordHash {
		t.Error("rehashed for a wrong password")
	}
	for range 2 {
		_, err = w.Accounts.SignIn(newBrowser(t).ctx, signin.SignIn{Login: "ada", Password: testkit.Password})
		testkit.Must(t, 0, err)
	}
	after := w.DB.Account.GetX(ada, before.ID)
	if !strings.Contains(after.PasswordHash, "t=2") || after.CredentialVersion != before.CredentialVersion {
		t.Errorf("%s, version %d", after.PasswordHash, after.CredentialVersion)
	}
	if _, ok, _ := w.Sessions.Find(t.Context(), b.token); !ok {
		t.Error("the session ended")
	}
}

// What a browser says of itself is stored whatever its bytes are.
func TestSignInFromAnyBrowser(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	for _, c := range []struct{ agent, device string }{
		{"Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox on Linux"},
		{"curl/8.5.0", "curl"},
		{"", "unknown device"},
		{"\xff\xfe\x80", ""},
		{strings.Repeat("é", 5000), ""},
		{"x" + strings.Repeat("é", 300), ""},
		{"Mozilla/5.0 (\x01\x02 \u202e) \xe9", ""},
	} {
		ctx := browser.With(viewer.WithNobody(t.Context()), browser.Browser{Address: "192.0.2.7", UserAgent: c.agent, Keep: func(browser.Cookie, string, time.Time) {}})
		if _, err := w.Accounts.SignIn(ctx, signin.SignIn{Login: "ada", Password: testkit.Password}); err != nil {
			t.Errorf("%.20q: %v", c.agent, err)
			continue
		}
		e := newest(t, w, ada)
		if c.device != "" && e.Device != c.device || e.Device == "" || len(e.Device) > 200 || e.Address != "192.0.2.7" {
			t.Errorf("%.20q: signed in from %q, %q", c.agent, e.Address, e.Device)
		}
	}
}

func TestTheTokenIsNotStored(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	b := newBrowser(t)
	_, err := w.Accounts.SignIn(b.ctx, signin.SignIn{Login: "ada", Password: testkit.Password})
	testkit.Must(t, 0, err)
	if len(b.token) != 43 {
		t.Errorf("a token of %d characters", len(b.token))
	}
	w.EachRow("sessions", func(_ []string, values []any) {
		if text := fmt.Sprintf("%s %v", values, values); strings.Contains(text, b.token) {
			t.Errorf("the token is in %s", text)
		}
	})
	row := w.DB.Session.Query().OnlyX(ada)
	if len(row.TokenDigest) != 32 || bytes.Contains(row.TokenDigest, []byte(b.token)) || strings.Contains(row.String(), "token_digest=[") {
		t.Errorf("%v", row)
	}
	digest := string(row.TokenDigest)
	for _, guess := range []string{digest, fmt.Sprintf("%x", digest), "", b.token[:42], b.token + "A", strings.ToUpper(b.token), strings.ToLower(b.token), strings.Repeat("A", 1<<16)} {
		if v, ok, err := w.Sessions.Find(t.Context(), guess); ok || err != nil {
			t.Errorf("%.20q is %+v's session: %v", guess, v, err)
		}
	}
}
