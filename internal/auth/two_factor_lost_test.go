package auth_test

import (
	"slices"
	"testing"
	"time"

	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// tellsOfLoss is how many emails said that the second factor goes.
func tellsOfLoss(w *testkit.World) (n int) {
	for _, kind := range w.EmailKinds("ada@example.com") {
		if kind == "two_factor_lost" {
			n++
		}
	}
	return n
}

// lossDue does what is due with lost second factors.
func lossDue(w *testkit.World) {
	w.T.Helper()
	w.RunDue(w.Factors.TurnOffLostJob(), w.Factors.RemindOfLossJob())
}

// A second factor that is said to be lost goes after a week in which its owner is
// told each day.
func TestLostFactorGoesAfterAWeek(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	if _, err := w.Factors.Lose(t.Context(), "ada"); wrong(err) != "username NOT_ON" {
		t.Errorf("there is none: %v", err)
	}
	w.SecondFactor(ada)
	due, err := w.Factors.Lose(t.Context(), "ada")
	if testkit.Must(t, 0, err); !due.Equal(w.Clock.Now().Add(7 * 24 * time.Hour)) {
		t.Errorf("it goes at %v", due)
	}
	for day := range 7 {
		for range 2 { // however often it is looked
			lossDue(w)
		}
		if n := tellsOfLoss(w); n != day+1 {
			t.Errorf("day %d: %d emails", day, n)
		}
		if f, err := w.Factors.Of(ada); err != nil || !f.Enabled {
			t.Fatalf("day %d: %+v %v", day, f, err)
		}
		w.Clock.Move(24 * time.Hour)
	}
	lossDue(w)
	if f, err := w.Factors.Of(ada); err != nil || f.Enabled {
		t.Errorf("after a week: %+v %v", f, err)
	}
	if got := w.Timeline(ada, viewer.ID(ada))[0]; got != "two_factor_disabled" {
		t.Errorf("the newest event is %s", got)
	}
	in, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: "ada", Password: testkit.Password})
	if testkit.Must(t, in, err); in.Account == nil {
		t.Error("a code is still asked for")
	}
}

// Whoever uses the factor meanwhile keeps it.
func TestFactorThatIsUsedIsNotLost(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	secret, codes := w.SecondFactor(ada)
	for name, use := range map[string]func() signin.SecondFactor{
		"a code":          func() signin.SecondFactor { return signin.SecondFactor{Code: new(w.Code(secret))} },
		"a recovery code": func() signin.SecondFactor { return signin.SecondFactor{RecoveryCode: &codes[0]} },
	} {
		_, err := w.Factors.Lose(t.Context(), "ada")
		testkit.Must(t, 0, err)
		b := w.Browser()
		_, err = w.Accounts.SignIn(b.Request(), signin.SignIn{Login: "ada", Password: testkit.Password})
		testkit.Must(t, 0, err)
		_, err = w.SecondSteps.Verify(b.Request(), use())
		testkit.Must(t, name, err)
		before := w.EmailKinds("ada@example.com")
		w.Clock.Move(8 * 24 * time.Hour)
		lossDue(w)
		if f, err := w.Factors.Of(ada); err != nil || !f.Enabled || !slices.Equal(w.EmailKinds("ada@example.com"), before) {
			t.Errorf("%s was used: %+v %v", name, f, err)
		}
	}
}
