package auth_test

import (
	"testing"
	"time"

	"portico/internal/auth"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func byPassword(password string) auth.SudoProof { return auth.SudoProof{Password: &password} }

func byCode(code string) auth.SudoProof { return auth.SudoProof{Code: &code} }

func byMail(code string) auth.SudoProof { return auth.SudoProof{MailedCode: &code} }

// Sudo mode asks for the password, lasts a quarter of an hour, and gives the
// session another token.
func TestSudo(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Account("ada")
	b := w.SignedIn("ada")
	w.Clock.Move(16 * time.Minute)
	old := b.Cookies[auth.SessionCookie]
	if v, _ := viewer.From(b.Request()); v.SudoUntil.After(w.Clock.Now()) {
		t.Fatal("in sudo mode after a quarter of an hour")
	}
	if _, err := w.Sudo.Enter(b.Request(), byPassword("not the password")); wrong(err) != "password WRONG_CREDENTIALS" || b.Cookies[auth.SessionCookie] != old {
		t.Errorf("a wrong password: %v", err)
	}
	a, err := w.Sudo.Enter(b.Request(), byPassword(testkit.Password))
	if testkit.Must(t, a, err); b.Cookies[auth.SessionCookie] == old {
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
