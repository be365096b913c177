package auth_test

import (
	"context"
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

// A sign-in under way has five codes, ten minutes, and one use.
func TestASignInUnderWayEnds(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	first := w.SignedIn("ada")
	secret, codes := w.SecondFactor(ada)
	w.Clock.Move(time.Hour)

	b := pending(t, first.Again())
	for i, want := range []string{"code WRONG_CODE", "code WRONG_CODE", "code WRONG_CODE", "code WRONG_CODE", " WRONG_CODE", " WRONG_CREDENTIALS"} {
		b.Cookies[browser.StepCookie] = cmpOr(b.Cookies[browser.StepCookie], "gone")
		if err := verify(b, "000000"); wrong(err) != want {
			t.Errorf("wrong code %d: %v, want %s", i, err, want)
		}
		w.Clock.Move(time.Minute)
	}
	if got := w.Timeline(ada, viewer.ID(ada)); !slices.Equal(got[:6], []string{"login_failed", "login_failed", "login_failed", "login_failed", "login_failed", "two_factor_enabled"}) {
		t.Errorf("events %v", got)
	}
	if err := verify(b, w.Code(secret)); wrong(err) != " WRONG_CREDENTIALS" || isAda(b) {
		t.Errorf("the right code afterwards: %v", err)
	}

	b = pending(t, first.Again())
	if until := b.Until[browser.StepCookie]; !until.Equal(w.Clock.Now().Add(10 * time.Minute)) {
		t.Errorf("it is kept until %v", until)
	}
	w.Clock.Move(10*time.Minute - time.Second)
	testkit.Must(t, 0, verify(b.Again(), w.Code(secret)))
	if err := recovers(b, codes[0]); wrong(err) != " WRONG_CREDENTIALS" { // used
		t.Errorf("a second use: %v", err)
	}
	b = pending(t, first.Again())
	w.Clock.Move(10 * time.Minute)
	if err := recovers(b, codes[0]); wrong(err) != " WRONG_CREDENTIALS" || isAda(b) {
		t.Errorf("after its time: %v", err)
	}
	if f, err := w.Factors.Of(ada); err != nil || f.RecoveryCodesLeft != 10 {
		t.Errorf("recovery codes were used: %+v, %v", f, err)
	}
	none := w.Browser()
	for name, in := range map[string]signin.SecondFactor{"code REQUIRED": {}, "recoveryCode MALFORMED": {Code: &secret, RecoveryCode: &secret}} {
		if _, err := w.SecondSteps.Verify(none.Request(), in); wrong(err) != name {
			t.Errorf("%v, want %s", err, name)
		}
	}
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// R21: a sign-in under way dies when the password or the factors change.
func TestR21_WhatEndsASignInUnderWay(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*testkit.World, context.Context) error{
		"the factor is switched off": func(w *testkit.World, ada context.Context) error { return second(w.Factors.Disable(ada)) },
		"off, and another one on": func(w *testkit.World, ada context.Context) error {
			err := second(w.Factors.Disable(ada))
			w.SecondFactor(ada)
			return err
		},
		"recovery codes are renewed": func(w *testkit.World, ada context.Context) error { return second(w.Factors.Renew(ada)) },
		"a credential changes": func(w *testkit.World, ada context.Context) error {
			sys := viewer.AsSystem(ada)
			return store.Do(sys, w.DB, func(tx *ent.Tx) error {
				return tx.Account.Update().Where(account.Username("ada")).AddCredentialVersion(1).Exec(sys)
			})
		},
		"sessions are voided": func(w *testkit.World, ada context.Context) error {
			return store.Do(ada, w.DB, func(tx *ent.Tx) error {
				return second(w.Sessions.VoidSessions(ada, tx, w.DB.Account.GetX(ada, viewer.ID(ada)), uuid.Nil))
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w, ada := testkit.WithAccount(t, "ada")
			secret, codes := w.SecondFactor(ada)
			b, c := atSecondStep(t, w), atSecondStep(t, w)
			testkit.Must(t, 0, change(w, ada))
			if err := verify(b, w.Code(secret)); wrong(err) != " WRONG_CREDENTIALS" || isAda(b) {
				t.Errorf("a code: %v", err)
			}
			if err := recovers(c, codes[0]); wrong(err) != " WRONG_CREDENTIALS" || isAda(c) {
				t.Errorf("a recovery code: %v", err)
			}
		})
	}
}

// The second step is nobody's in words: what it tells an attacker is that the code
// was wrong.
func TestTheSecondStepIsHTTPOnly(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	code := "123456"
	if _, err := w.SecondSteps.Verify(viewer.WithNobody(t.Context()), signin.SecondFactor{Code: &code}); outcome(err) != "HTTP_ONLY" {
		t.Errorf("%v", err)
	}
	if _, err := w.Sudo.Enter(w.Account("ada"), byCode(code)); outcome(err) != "HTTP_ONLY" {
		t.Errorf("%v", err)
	}
	if text := fmt.Sprint(verify(w.Browser(), code)); strings.Contains(text, code) {
		t.Error(text)
	}
}
