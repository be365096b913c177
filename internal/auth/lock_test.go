package auth_test

import (
	"slices"
	"testing"
	"time"

	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// guessCodes enters so many wrong codes after the right password, however many
// sign-ins that takes, and waits where it has to.
func guessCodes(t *testing.T, b *testkit.Browser, n int) {
	t.Helper()
	delete(b.Cookies, browser.StepCookie)
	for done := 0; done < n; {
		if b.Cookies[browser.StepCookie] == "" {
			pending(t, b)
		}
		switch err := verify(b, "000000"); outcome(err) {
		case "code WRONG_CODE", " WRONG_CODE":
			done++
		case string(problem.RateLimited):
			b.World.Clock.Move(time.Minute)
		default:
			t.Fatalf("guess %d: %v", done, err)
		}
	}
}

// R59: ten wrong codes in a row are told, once; 100 lock the second step, but not in
// a browser that its owner used before. The emailed link unlocks it.
func TestR59_GuessesAtTheSecondFactorAreToldAndEnd(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	home := w.SignedIn("ada")
	secret, codes := w.SecondFactor(ada)
	told := func() (kinds []string) {
		return slices.DeleteFunc(w.EmailKinds("ada@example.com"), func(kind string) bool { return kind == "two_factor_enabled" })
	}
	attacker := w.Browser()
	if guessCodes(t, attacker, 9); len(told()) != 0 {
		t.Errorf("after nine guesses: %v", told())
	}
	guessCodes(t, attacker, 1)
	if l := w.Email("ada@example.com"); !slices.Equal(told(), []string{"two_factor_guesses"}) || l.Facts[1].Value != attacker.Address {
		t.Errorf("after ten guesses: %v, %+v", told(), l)
	}
	guessCodes(t, attacker, 90)
	if !slices.Equal(told(), []string{"two_factor_guesses", "two_factor_locked"}) || !slices.Contains(w.Timeline(ada, viewer.ID(ada)), "login_locked") {
		t.Fatalf("after 100 guesses: %v", told())
	}
	w.Clock.Move(time.Hour)
	for name, err := range map[string]error{
		"a code":          verify(atSecondStep(t, w), w.Code(secret)),
		"a recovery code": recovers(atSecondStep(t, w), codes[0]),
	} {
		if outcome(err) != "RATE_LIMITED" {
			t.Errorf("locked, by %s: %v", name, err)
		}
	}
	if err := verify(pending(t, home), w.Code(secret)); err != nil {
		t.Errorf("locked, the owner at home: %v", err)
	}
	testkit.Must(t, 0, w.Accounts.Unlock(t.Context(), w.Email("ada@example.com").Button.Secret))
	w.NextCode()
	if err := verify(atSecondStep(t, w), w.Code(secret)); err != nil {
		t.Errorf("unlocked: %v", err)
	}
}

// R59: a right code restarts the count, and a known browser that guesses is known
// no more.
func TestR59_AKnownBrowserThatGuessesCodes(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	stolen := w.SignedIn("ada")
	stolen.Address = "198.51.100.1"
	secret, _ := w.SecondFactor(ada)
	for range 2 {
		guessCodes(t, stolen, 9)
		w.Clock.Move(time.Minute)
		testkit.Must(t, 0, verify(pending(t, stolen), w.Code(secret)))
	}
	if kinds := w.EmailKinds("ada@example.com"); slices.Contains(kinds, "two_factor_guesses") {
		t.Errorf("emails %v", kinds)
	}
	guessCodes(t, stolen, 100)
	if n := w.DB.Device.Query().CountX(ada); n != 0 {
		t.Error("it is still known")
	}
	if err := verify(atSecondStep(t, w), w.Code(secret)); err != nil {
		t.Errorf("its guesses lock others out: %v", err)
	}
}

// R59: a session that guesses at sudo mode, or at the password to change it, is told
// after ten wrong ones in a row, and ends after 100.
func TestR59_ASessionThatGuessesEnds(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	stolen, own := w.SignedIn("ada"), w.SignedIn("ada")
	stolen.Address = "198.51.100.1"
	guesses := []func() error{
		func() error { return second(w.Sudo.Enter(stolen.Request(), byPassword("not the password"))) },
		func() error {
			change := signin.PasswordChange{CurrentPassword: "not the password", NewPassword: "another fine password"}
			return second(w.Accounts.ChangePassword(stolen.Request(), change))
		},
	}
	for i := 1; i <= 100; i++ {
		w.Clock.Move(time.Minute) // past every wait
		err := guesses[i%2]()
		if ended := outcome(err) == "UNAUTHENTICATED"; ended != (i == 100) {
			t.Fatalf("guess %d: %v", i, err)
		}
		if told := len(w.EmailKinds("ada@example.com")); told != map[bool]int{true: 1}[i >= 10] {
			t.Fatalf("after %d guesses there are %d emails", i, told)
		}
	}
	if _, ok := viewer.From(stolen.Request()); ok {
		t.Error("the session is alive")
	}
	if _, ok := viewer.From(own.Request()); !ok {
		t.Error("the owner's session ended")
	}
	if !signsIn(w, "ada", testkit.Password) {
		t.Error("the password is locked")
	}
}
