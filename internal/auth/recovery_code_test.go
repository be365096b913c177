package auth_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// Renewed, the old recovery codes are void, used or not.
func TestRenewingRecoveryCodes(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	_, old := w.SecondFactor(ada)
	testkit.Must(t, 0, recovers(atSecondStep(t, w), old[0]))
	codes, err := w.Factors.Renew(ada)
	testkit.Must(t, codes, err)
	if f, err := w.Factors.Of(ada); err != nil || f.RecoveryCodesLeft != 10 || len(codes) != 10 {
		t.Errorf("%+v, %v", f, err)
	}
	if err := recovers(atSecondStep(t, w), old[1]); wrong(err) != "recoveryCode WRONG_CODE" {
		t.Errorf("an old one: %v", err)
	}
	b := atSecondStep(t, w)
	if err := recovers(b, codes[9]); err != nil || !isAda(b) {
		t.Errorf("a new one: %v", err)
	}
	if got := w.EmailKinds("ada@example.com"); !slices.Contains(got, "recovery_codes_renewed") {
		t.Errorf("emails %v", got)
	}
	if got := w.Timeline(ada, viewer.ID(ada)); !slices.Contains(got, "recovery_codes_renewed") {
		t.Errorf("events %v", got)
	}
}

// A recovery code is typed as it was written down, works once, and its owner is
// told: more urgently where few are left.
func TestRecoveryCodes(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	b := w.SignedIn("ada")
	_, codes := w.SecondFactor(ada)
	pending(t, b)
	for code, want := range map[string]string{
		"": "recoveryCode MALFORMED", codes[0][:18]: "recoveryCode MALFORMED", codes[0] + "0": "recoveryCode MALFORMED",
		"uuuu-uuuu-uuuu-uuuu": "recoveryCode MALFORMED", codes[0] + codes[1]: "recoveryCode MALFORMED",
	} {
		if err := recovers(b, code); wrong(err) != want {
			t.Errorf("%q: %v, want %s", code, err, want)
		}
	}
	typed := func(code string) string {
		return " " + strings.NewReplacer("-", " – ", "0", "O", "1", "l", "2", "２", "3", "٣", "4", "۴", "A", "Ａ").Replace(strings.ToUpper(code)) + "\n"
	}
	for i, code := range codes {
		if err := recovers(pending(t, b), typed(code)); err != nil || !isAda(b) {
			t.Fatalf("%q: %v", typed(code), err)
		}
		if e := newest(t, w, ada); e.Method != "RECOVERY_CODE" {
			t.Errorf("signed in by %s", e.Method)
		}
		l, left := w.Email("ada@example.com"), 9-i
		if len(l.Lines) != map[bool]int{true: 2, false: 1}[left <= 3] || !strings.HasSuffix(l.Lines[0], fmt.Sprintf(" %d.", left)) {
			t.Errorf("%d left: %v", left, l.Lines)
		}
		if err := recovers(pending(t, b), code); wrong(err) != "recoveryCode WRONG_CODE" {
			t.Errorf("used twice: %v", err)
		}
		w.Clock.Move(2 * time.Minute)
	}
	if n := len(slices.DeleteFunc(w.EmailKinds("ada@example.com"), func(k string) bool { return k != "recovery_code_used" })); n != 10 {
		t.Errorf("%d emails", n)
	}
}

// A code of the authenticator app may come in the digits of the user's keyboard,
// wherever one is asked for.
func TestCodesInDigitsOfOtherScripts(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	in := func(zero rune, code string) string {
		return strings.Map(func(r rune) rune { return r - '0' + zero }, code)
	}
	app, err := w.Factors.Start(ada)
	testkit.Must(t, app, err)
	codes, err := w.Factors.Confirm(ada, in('۰', w.Code(app.Secret)))
	testkit.Must(t, codes, err)
	w.NextCode()
	on, err := w.Factors.Enable(ada)
	testkit.Must(t, on, err)
	b := pending(t, w.SignedIn("ada"))
	if err := verify(b, in('０', w.Code(app.Secret))); err != nil || !isAda(b) {
		t.Errorf("full-width digits: %v", err)
	}
	w.NextCode()
	code := in('٠', w.Code(app.Secret))
	if _, err := w.Sudo.Enter(b.Request(), signin.SudoProof{Code: &code}); err != nil {
		t.Errorf("Arabic-Indic digits: %v", err)
	}
}
