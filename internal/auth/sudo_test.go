package auth_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/browser"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func byPassword(password string) signin.SudoProof { return signin.SudoProof{Password: &password} }

func byCode(code string) signin.SudoProof { return signin.SudoProof{Code: &code} }

func byMail(code string) signin.SudoProof { return signin.SudoProof{MailedCode: &code} }

// Sudo mode asks for the password, lasts a quarter of an hour, and gives the
// session another token.
func TestSudo(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	b := w.SignedIn("ada")
	w.Clock.Move(16 * time.Minute)
	old := b.Cookies[browser.SessionCookie]
	if v, _ := viewer.From(b.Request()); v.SudoUntil.After(w.Clock.Now()) {
		t.Fatal("in sudo mode after a quarter of an hour")
	}
	if _, err := w.Sudo.Enter(b.Request(), byPassword("not the password")); wrong(err) != "password WRONG_CREDENTIALS" || b.Cookies[browser.SessionCookie] != old {
		t.Errorf("a wrong password: %v", err)
	}
	a, err := w.Sudo.Enter(b.Request(), byPassword(testkit.Password))
	if testkit.Must(t, a, err); b.Cookies[browser.SessionCookie] == old {
		t.Fatal("the session has the old token still")
	}
	if _, ok, _ := w.Sessions.Find(t.Context(), old); ok {
		t.Error("the old cookie is good still")
	}
	if v, _ := viewer.From(b.Request()); v.SudoUntil.Sub(w.Clock.Now()) != 15*time.Minute {
		t.Errorf("in sudo mode until %v", v.SudoUntil)
	}
	if kinds := w.Timeline(ada, viewer.ID(ada)); kinds[0] != "sudo_granted" || kinds[1] == "sudo_granted" {
		t.Errorf("it left %v", kinds)
	}
}

// One proof is asked, in its form; a recovery code is none, in whatever field.
func TestSudoTakesOneProof(t *testing.T) {
	t.Parallel()
	w, b := testkit.WithSignedIn(t, "ada")
	secret, codes := w.SecondFactor(b.Request())
	password, code, emailed := testkit.Password, w.Code(secret), "0000-0000"
	for _, c := range []struct {
		name string
		in   signin.SudoProof
		want string
	}{
		{"nothing", signin.SudoProof{}, " REQUIRED"},
		{"password and code", signin.SudoProof{Password: &password, Code: &code}, " MALFORMED"},
		{"all", signin.SudoProof{Password: &password, Code: &code, MailedCode: &emailed}, " MALFORMED"},
		{"a recovery code as password", byPassword(codes[0]), "password WRONG_CREDENTIALS"},
		{"a recovery code as code", byCode(codes[0]), "code MALFORMED"},
		{"a recovery code as emailed code", byMail(codes[0]), "mailedCode MALFORMED"},
		{"a emailed code that is none", byMail(emailed), "FORBIDDEN"},
		{"the code", byCode(code), "<nil>"},
		{"once more", byCode(code), "code WRONG_CODE"},
	} {
		old := b.Cookies[browser.SessionCookie]
		if err := second(w.Sudo.Enter(b.Request(), c.in)); outcome(err) != c.want || (b.Cookies[browser.SessionCookie] == old) == (err == nil) {
			t.Errorf("%s: %s, want %s", c.name, outcome(err), c.want)
		}
	}
	if f, err := w.Factors.Of(b.Request()); err != nil || f.RecoveryCodesLeft != 10 {
		t.Errorf("a recovery code was used: %+v, %v", f, err)
	}
	if err := second(w.Sudo.Enter(b.Request(), byPassword(testkit.Password))); err != nil {
		t.Errorf("the password: %v", err)
	}
}

// ways are in which ada can open sudo mode.
func ways(t *testing.T, b *testkit.Browser) string {
	t.Helper()
	all, err := b.World.Sudo.Methods(b.Request())
	return strings.Join(testkit.Must(t, all, err), " ")
}

// withoutPassword is ada's session; she has no password.
func withoutPassword(t *testing.T) (*testkit.World, *testkit.Browser) {
	t.Helper()
	w, b := testkit.WithSignedIn(t, "ada")
	sys := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(sys, w.DB, func(tx *ent.Tx) error {
		return tx.Account.Update().Where(account.Username("ada")).ClearPasswordHash().Exec(sys)
	}))
	return w, b
}

// A code is emailed only where there is nothing better.
func TestWaysToSudo(t *testing.T) {
	t.Parallel()
	w, b := testkit.WithSignedIn(t, "ada")
	if got := ways(t, b); got != "PASSWORD" {
		t.Errorf("with a password: %s", got)
	}
	w.ProvenFactor(b.Request())
	if got := ways(t, b); got != "PASSWORD" {
		t.Errorf("with a factor that is not on: %s", got)
	}
	testkit.Must(t, 0, second(w.Factors.Enable(b.Request())))
	if got := ways(t, b); got != "PASSWORD TOTP" {
		t.Errorf("with both: %s", got)
	}
	if err := w.Sudo.SendCode(b.Request()); outcome(err) != "FORBIDDEN" {
		t.Errorf("a code is emailed: %v", err)
	}
	w, b = withoutPassword(t)
	if got := ways(t, b); got != "MAILED_CODE" {
		t.Errorf("with nothing: %s", got)
	}
	w.SecondFactor(b.Request())
	if got := ways(t, b); got != "TOTP" {
		t.Errorf("with the factor: %s", got)
	}
	if err := w.Sudo.SendCode(b.Request()); outcome(err) != "FORBIDDEN" {
		t.Errorf("a code is emailed: %v", err)
	}
	_, b = withoutPassword(t)
	testkit.Must(t, 0, store.Do(b.Request(), b.World.DB, func(tx *ent.Tx) error {
		return tx.Passkey.Create().SetName("key").SetCredentialID([]byte("id")).SetCredential([]byte("{}")).SetCreatedAt(b.World.Clock.Now()).Exec(b.Request())
	}))
	if got := ways(t, b); strings.Contains(got, "MAILED_CODE") {
		t.Errorf("with a passkey: %s", got)
	}
}

// A emailed code is of one account, works once and for ten minutes, and dies of five
// wrong ones; three are emailed an hour.
func TestMailedCode(t *testing.T) {
	t.Parallel()
	w, b := withoutPassword(t)
	emailed := func() string {
		t.Helper()
		testkit.Must(t, 0, w.Sudo.SendCode(b.Request()))
		l := w.Email("ada@example.com")
		if len(l.Code) != 9 {
			t.Fatalf("the code in the email is %q", l.Code)
		}
		return l.Code
	}
	enter := func(code string) string { return outcome(second(w.Sudo.Enter(b.Request(), byMail(code)))) }

	if got := enter("0000-0000"); got != "mailedCode WRONG_CODE" {
		t.Errorf("none was emailed: %s", got)
	}
	old, code := emailed(), emailed()
	if got := enter(old); got != "mailedCode WRONG_CODE" {
		t.Errorf("an older one: %s", got)
	}
	if got := enter(strings.ToUpper(strings.ReplaceAll(code, "-", " "))); got != "<nil>" {
		t.Errorf("the newest: %s", got)
	}
	if got := enter(code); got != "mailedCode WRONG_CODE" {
		t.Errorf("once more: %s", got)
	}
	code = emailed()
	w.Clock.Move(10 * time.Minute)
	if got := enter(code); got != "mailedCode WRONG_CODE" {
		t.Errorf("after its time: %s", got)
	}
	emails := len(w.EmailKinds("ada@example.com"))
	if testkit.Must(t, 0, w.Sudo.SendCode(b.Request())); len(w.EmailKinds("ada@example.com")) != emails {
		t.Error("a fourth one within the hour")
	}
	w.Clock.Move(time.Hour)
	code = emailed()
	for i := range 5 {
		if got := enter(fmt.Sprintf("zzzz-zzz%d", i)); got != "mailedCode WRONG_CODE" {
			t.Errorf("wrong code %d: %s", i, got)
		}
		w.Clock.Move(time.Minute)
	}
	if got := enter(code); got != "mailedCode WRONG_CODE" {
		t.Errorf("the right one after five wrong ones: %s", got)
	}
	if kinds := w.Timeline(b.Request(), viewer.ID(b.Request())); len(slices.DeleteFunc(kinds, func(k string) bool { return k != "sudo_granted" })) != 1 {
		t.Error("sudo mode was not opened once")
	}
}

// The code of one account opens no other's sudo mode.
func TestMailedCodeIsItsAccountsAlone(t *testing.T) {
	t.Parallel()
	w, b := withoutPassword(t)
	w.Account("eve")
	eve := w.Browser()
	testkit.Must(t, 0, second(w.Accounts.SignIn(eve.Request(), signin.SignIn{Login: "eve", Password: testkit.Password})))
	sys := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(sys, w.DB, func(tx *ent.Tx) error { return tx.Account.Update().ClearPasswordHash().Exec(sys) }))
	testkit.Must(t, 0, w.Sudo.SendCode(b.Request()))
	code := w.Email("ada@example.com").Code
	if err := second(w.Sudo.Enter(eve.Request(), byMail(code))); wrong(err) != "mailedCode WRONG_CODE" {
		t.Errorf("eve's: %v", err)
	}
	if row := w.DB.Link.Query().OnlyX(sys); strings.Contains(fmt.Sprint(row, string(row.Digest)), strings.ReplaceAll(code, "-", "")) {
		t.Error("the code is stored as it is")
	}
	testkit.Must(t, 0, second(w.Sudo.Enter(b.Request(), byMail(code))))
}

// Sudo mode is not opened for a session that ended meanwhile.
func TestSudoOfAnEndedSession(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	b := w.SignedIn("ada")
	ctx := b.Request()
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
		return second(w.Sessions.VoidSessions(ada, tx, w.DB.Account.GetX(ada, viewer.ID(ada)), uuid.Nil))
	}))
	if err := second(w.Sudo.Enter(ctx, byPassword(testkit.Password))); outcome(err) != "UNAUTHENTICATED" {
		t.Errorf("%v", err)
	}
	if _, ok := viewer.From(b.Request()); ok {
		t.Error("it lives again")
	}
}
