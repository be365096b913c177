package auth_test

import (
	"context"
	"encoding/base32"
	"fmt"
	"net/url"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rsc.io/qr"

	"portico/ent"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// signIn is the first step of ada, in a browser.
func signIn(b *testkit.Browser) (auth.SignInResult, error) {
	return b.World.Accounts.SignIn(b.Request(), signin.SignIn{Login: "ada", Password: testkit.Password})
}

// atSecondStep is a browser in which ada has taken the first step of a sign-in.
func atSecondStep(t *testing.T, w *testkit.World) *testkit.Browser {
	t.Helper()
	return pending(t, w.Browser())
}

// pending begins ada's sign-in in a browser.
func pending(t *testing.T, b *testkit.Browser) *testkit.Browser {
	t.Helper()
	delete(b.Cookies, browser.SessionCookie)
	e, err := signIn(b)
	if testkit.Must(t, e, err); e.Account != nil || e.Challenge == nil || b.Cookies[browser.StepCookie] == "" {
		t.Fatalf("no second step is asked: %+v", e)
	}
	return b
}

func verify(b *testkit.Browser, code string) error {
	_, err := b.World.SecondSteps.Verify(b.Request(), signin.SecondFactor{Code: &code})
	return err
}

func recovers(b *testkit.Browser, code string) error {
	_, err := b.World.SecondSteps.Verify(b.Request(), signin.SecondFactor{RecoveryCode: &code})
	return err
}

// isAda tells whether the browser is signed in.
func isAda(b *testkit.Browser) bool {
	v, ok := viewer.From(b.Request())
	return ok && v.Username == "ada"
}

// oath is the code that oathtool makes of a secret.
func oath(t *testing.T, secret string, at time.Time) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "oathtool", "--totp", "-b", "-N", at.UTC().Format("2006-01-02 15:04:05 UTC"), secret).Output()
	return strings.TrimSpace(string(testkit.Must(t, out, err)))
}

// From the QR code to a session, with the codes of a program that nobody here
// wrote: each step changes what it says and no more.
func TestTheWayToASecondFactor(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	stands := func(want string) {
		t.Helper()
		f, err := w.Factors.Of(ada)
		if testkit.Must(t, f, err); fmt.Sprint(f.Enabled, f.AwaitsRecoveryCodes, f.RecoveryCodesLeft, f.EnabledAt != nil) != want {
			t.Errorf("the second factor is %+v, want %s", f, want)
		}
	}
	stands("false false 0 false")
	if _, err := w.Factors.Confirm(ada, "123456"); wrong(err) != " NOT_ON" {
		t.Errorf("nothing was begun: %v", err)
	}
	old, err := w.Factors.Start(ada)
	testkit.Must(t, old, err)
	app, err := w.Factors.Start(ada) // replaces it
	testkit.Must(t, app, err)
	stands("false false 0 false")
	if raw, err := base32.StdEncoding.DecodeString(app.Secret); len(raw) != 20 || err != nil || app.Secret == old.Secret {
		t.Errorf("the secret is %q: %v", app.Secret, err)
	}
	if _, err := w.Factors.Enable(ada); wrong(err) != " NOT_ON" {
		t.Errorf("no code was shown: %v", err)
	}
	for code, want := range map[string]string{
		"": "code MALFORMED", "12345": "code MALFORMED", "1234567": "code MALFORMED", "12345a": "code MALFORMED",
		oath(t, old.Secret, w.Clock.Now()):                        "code WRONG_CODE",
		oath(t, app.Secret, w.Clock.Now().Add(-60*time.Second)):   "code WRONG_CODE",
		oath(t, app.Secret, w.Clock.Now().Add(60*time.Second)):    "code WRONG_CODE",
		oath(t, app.Secret, w.Clock.Now().Add(365*24*time.Hour)):  "code WRONG_CODE",
		oath(t, app.Secret, w.Clock.Now().Add(-365*24*time.Hour)): "code WRONG_CODE",
	} {
		if _, err := w.Factors.Confirm(ada, code); wrong(err) != want {
			t.Errorf("%q: %v, want %s", code, err, want)
		}
	}
	code := oath(t, app.Secret, w.Clock.Now().Add(-30*time.Second))
	codes, err := w.Factors.Confirm(ada, code[:3]+" "+code[3:])
	testkit.Must(t, codes, err)
	stands("false true 0 false")
	form := regexp.MustCompile(`^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$`)
	if slices.Sort(codes); len(slices.Compact(codes)) != 10 || slices.ContainsFunc(codes, func(c string) bool { return !form.MatchString(c) }) {
		t.Errorf("the recovery codes are %v", codes)
	}
	if e, err := signIn(w.Browser()); err != nil || e.Account == nil {
		t.Errorf("a second factor is asked that is not on: %+v, %v", e, err)
	}
	if kinds := w.EmailKinds("ada@example.com"); slices.Contains(kinds, "two_factor_enabled") {
		t.Errorf("it is emailed too early: %v", kinds)
	}
	a, err := w.Factors.Enable(ada)
	testkit.Must(t, a, err)
	stands("true false 10 true")
	for name, err := range map[string]error{
		"begin":          second(w.Factors.Start(ada)),
		"confirm":        second(w.Factors.Confirm(ada, "123456")),
		"switch it on":   second(w.Factors.Enable(ada)),
		"on once more":   second(w.Factors.Enable(ada)),
		"begin as again": second(w.Factors.Start(ada)),
	} {
		if wrong(err) != " ALREADY_ON" {
			t.Errorf("%s: %v", name, err)
		}
	}
	b := atSecondStep(t, w)
	if err := verify(b, oath(t, app.Secret, w.Clock.Now())); err != nil || !isAda(b) || b.Cookies[browser.StepCookie] != "" {
		t.Errorf("with oathtool's code: %v, %v", err, b.Cookies)
	}
	if e := newest(t, w, ada); e.Method != "TOTP" {
		t.Errorf("signed in by %s", e.Method)
	}
}

// second is the error of two results.
func second[T any](_ T, err error) error { return err }

// The picture is the address, and the address is what apps read.
func TestTheQRCodeIsTheAddress(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	app, err := w.Factors.Start(w.Account("ada"))
	testkit.Must(t, app, err)
	u, err := url.Parse(app.URL)
	testkit.Must(t, u, err)
	if q := u.Query(); u.Scheme != "otpauth" || u.Host != "totp" || u.Path != "/Portico:ada" || q.Get("secret") != app.Secret || q.Get("issuer") != "Portico" ||
		q.Get("digits") != "6" || q.Get("period") != "30" || q.Get("algorithm") != "SHA1" {
		t.Errorf("%s", app.URL)
	}
	code, err := qr.Encode(app.URL, qr.M)
	testkit.Must(t, code, err)
	dark := map[[2]int]bool{}
	for _, m := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`).FindAllStringSubmatch(app.QR, -1) {
		var x, y, n, back int
		_, err := fmt.Sscan(strings.Join(m[1:], " "), &x, &y, &n, &back)
		if testkit.Must(t, m, err); n != back {
			t.Errorf("a run is not closed: %v", m)
		}
		for i := range n {
			dark[[2]int{x + i - 4, y - 4}] = true
		}
	}
	for y := -4; y < code.Size+4; y++ {
		for x := -4; x < code.Size+4; x++ {
			if dark[[2]int{x, y}] != code.Black(x, y) {
				t.Fatalf("the module at %d, %d is drawn wrongly", x, y)
			}
		}
	}
	for _, part := range []string{fmt.Sprintf(`viewBox="0 0 %d %d"`, code.Size+8, code.Size+8), `xmlns="http://www.w3.org/2000/svg"`, `shape-rendering="crispEdges"`} {
		if !strings.Contains(app.QR, part) {
			t.Errorf("the picture lacks %s: %.200s", part, app.QR)
		}
	}
	if n := strings.Count(app.QR, "<path"); n != 1 || strings.Contains(app.QR, "style") || strings.Contains(app.QR, "script") {
		t.Errorf("%d paths: %.200s", n, app.QR)
	}
}

// What is stored of the second factor opens nothing.
func TestNeitherSecretNorRecoveryCodesAreStored(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	secret, codes := w.SecondFactor(ada)
	raw, err := base32.StdEncoding.DecodeString(secret)
	testkit.Must(t, raw, err)
	row := w.DB.Totp.Query().OnlyX(ada)
	if strings.Contains(string(row.Secret), string(raw)) || strings.Contains(row.String(), "secret=[") {
		t.Error("the secret is stored as it is, or shown")
	}
	if _, err := w.Ring.Open(row.Secret, "totp", row.ID.String()); err == nil {
		t.Error("it is not bound to its account")
	}
	salts := map[string]bool{}
	for _, r := range w.DB.RecoveryCode.Query().AllX(ada) {
		_, salt, _, err := passwords.ParsePHC(r.Hash)
		testkit.Must(t, salt, err)
		salts[string(salt)] = true
		for _, code := range codes {
			if strings.Contains(r.Hash, strings.ReplaceAll(code, "-", "")) || strings.Contains(r.String(), "argon2id") {
				t.Errorf("a recovery code is stored as it is, or shown: %v", r)
			}
		}
	}
	if len(salts) != 1 {
		t.Errorf("%d salts: trying a code costs as many hashes", len(salts))
	}
}

// Switched off, nothing is asked any more and nothing of it is left; a short
// password does not stay alone.
func TestSwitchingOffTheSecondFactor(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	for name, err := range map[string]error{"off": second(w.Factors.Disable(ada)), "renew": second(w.Factors.Renew(ada))} {
		if wrong(err) != " NOT_ON" {
			t.Errorf("%s: %v", name, err)
		}
	}
	w.SecondFactor(ada)
	set(t, w, ada, "8 signs!", nil)
	if _, err := w.Factors.Disable(ada); wrong(err) != " TOO_SHORT" {
		t.Errorf("with a password of 8 characters: %v", err)
	}
	set(t, w, ada, testkit.Password, nil)
	a, err := w.Factors.Disable(ada)
	testkit.Must(t, a, err)
	if n := w.DB.Totp.Query().CountX(ada) + w.DB.RecoveryCode.Query().CountX(ada); n != 0 {
		t.Errorf("%d rows are left", n)
	}
	if e, err := signIn(w.Browser()); err != nil || e.Account == nil {
		t.Errorf("a second factor is asked still: %+v, %v", e, err)
	}
	want := []string{"two_factor_enabled", "two_factor_disabled"}
	if got := w.EmailKinds("ada@example.com"); !slices.Equal(got[:2], want) {
		t.Errorf("emails %v, want %v", got, want)
	}
	if got := w.Timeline(ada, viewer.ID(ada)); !slices.Equal(got[1:3], []string{"two_factor_disabled", "two_factor_enabled"}) {
		t.Errorf("events %v", got)
	}
	set(t, w, ada, "8 signs!", func(err error) {
		if wrong(err) != " TOO_SHORT" {
			t.Errorf("a short password without second factor: %v", err)
		}
	})
}

// set stores a password; what becomes of it is told to check.
func set(t *testing.T, w *testkit.World, ctx context.Context, password string, check func(error)) {
	t.Helper()
	hash, err := w.Passwords.Hash(ctx, password)
	testkit.Must(t, hash, err)
	a := w.DB.Account.GetX(ctx, viewer.ID(ctx))
	err = store.Do(ctx, w.DB, func(tx *ent.Tx) error { return w.PasswordStore.SetPassword(ctx, tx, a, hash, password) })
	if check == nil {
		testkit.Must(t, 0, err)
		return
	}
	check(err)
}

// Eight characters are enough where a second factor is on, and only there.
func TestShortPasswordsNeedASecondFactor(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	look := func(state, want string) {
		t.Helper()
		a := w.DB.Account.GetX(ada, viewer.ID(ada))
		var got []string
		for _, password := range []string{"7 signs", "8 signs!", "14 characters!", "15 characters!!"} {
			least, err := w.PasswordStore.LeastPassword(ada, a.ID)
			testkit.Must(t, least, err)
			got = append(got, wrong(problem.Collect(passwords.CheckLength("password", password, least))))
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, want %s", state, got, want)
		}
	}
	const long = "[password TOO_SHORT password TOO_SHORT password TOO_SHORT <nil>]"
	look("off", long)
	w.ProvenFactor(ada)
	look("proven", long)
	_, err := w.Factors.Enable(ada)
	testkit.Must(t, 0, err)
	look("on", "[password TOO_SHORT <nil> <nil> <nil>]")
	for password, short := range map[string]bool{"14 characters!": true, "15 characters!!": false, "14 chäräcters!": true, "15 chäräcters!!": false} {
		set(t, w, ada, password, nil)
		if a := w.DB.Account.GetX(ada, viewer.ID(ada)); a.PasswordShort != short {
			t.Errorf("%q is short: %v", password, a.PasswordShort)
		}
	}
}
