package auth

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/attempt"
	"portico/ent/device"
	"portico/ent/link"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Lockout locks sign-in, or a session, after too many wrong guesses.
type Lockout struct {
	DB       *store.DB
	Log      *timeline.Log
	Outbox   notify.Outbox
	Now      func() time.Time
	Attempts Limiter
	Links    Links
	Sessions Sessions
}

// warnAfter is after how many wrong two-factor codes in a row the owner is told.
const warnAfter = 10

// lockOut ends guessing at an account, at its password or its second step: from
// everywhere but its owner's browsers only an emailed link opens it again. A browser
// that was known and guesses is known no more.
func (p Lockout) lockOut(ctx context.Context, tx *ent.Tx, a *ent.Account, t try) error {
	platform := viewer.AsSystem(ctx)
	if strings.HasPrefix(t.subject, devicePrefix) {
		_, err := tx.Device.Delete().Where(device.AccountID(a.ID), device.Digest(digest(browserOf(ctx).Held(DeviceCookie)))).Exec(platform)
		return wrapped("forget device", err)
	}
	n, err := tx.Attempt.Update().Where(attempt.Kind(t.brake.kind), attempt.Subject(t.subject), attempt.LockedAtIsNil()).
		SetLockedAt(p.Now()).Save(platform)
	if err != nil {
		return fmt.Errorf("lock password: %w", err)
	}
	if n == 0 || a.ID == uuid.Nil { // it is locked already, or nobody's
		return nil
	}
	secret, err := p.Links.linkTo(ctx, tx, a.ID, link.PurposeUNLOCK, "", unlockFor)
	if err != nil {
		return err
	}
	email := passwordLocked(a)
	if t.brake == factorBrake {
		email = factorLocked(a)
	}
	email.Button = &notify.Button{Label: i18n.Say(string(a.Language), "Unlock"), Path: "/unlock", Secret: secret}
	if err := p.Outbox.Mail(ctx, tx, a, email); err != nil {
		return err
	}
	return p.Log.Record(platform, tx, &timeline.LoginLockedEvent{OnAccount: timeline.ForAccount(a)})
}

func passwordLocked(a *ent.Account) notify.Letter {
	lang := string(a.Language)
	return notify.Letter{
		Kind:    "login_locked",
		Subject: i18n.Say(lang, "Sign-in with your password is locked"),
		Lines:   []string{i18n.Say(lang, "Someone entered %d wrong passwords in a row for your account %s. Until you unlock it, your password works only in browsers that you have used before.", lockAfter, a.Username)},
	}
}

// factorLocked tells of a lock of the second step. Only someone who knows the
// password gets as far.
func factorLocked(a *ent.Account) notify.Letter {
	lang := string(a.Language)
	return notify.Letter{
		Kind:    "two_factor_locked",
		Subject: i18n.Say(lang, "Two-factor authentication is locked"),
		Lines: []string{
			i18n.Say(lang, "Someone who knows the password of your account %s entered %d wrong two-factor codes in a row. Until you unlock it, codes work only in browsers that you have used before. Passkeys work everywhere.", a.Username, lockAfter),
			i18n.Say(lang, "If it wasn't you, change your password before you unlock."),
		},
	}
}

// warnOfCodes emails the owner once after some wrong codes in a row, and locks the
// second step after many.
func (p Lockout) warnOfCodes(ctx context.Context, tx *ent.Tx, a *ent.Account, t try) error {
	if t.count >= lockAfter {
		return p.lockOut(ctx, tx, a, t)
	}
	if t.count != warnAfter {
		return nil
	}
	lang := string(a.Language)
	return p.Outbox.Tell(ctx, tx, a, notify.Letter{
		Kind:    "two_factor_guesses",
		Subject: i18n.Say(lang, "Wrong two-factor codes for your account"),
		Lines:   []string{i18n.Say(lang, "Someone who knows the password of your account %s entered %d wrong two-factor codes in a row.", a.Username, warnAfter)},
	})
}

// orWrongProof notes a wrong password or code in a session, which may be stolen: the
// owner is told once after some in a row, and the session ends after many.
func (p Lockout) orWrongProof(ctx context.Context, tries []try, err error) error {
	wrong := new(problem.Input)
	if !errors.As(err, &wrong) || wrong.Code != problem.WrongCode && wrong.Code != problem.WrongCredentials {
		return err
	}
	v, _ := viewer.From(ctx)
	switch count := tries[0].count; {
	case count >= lockAfter:
		if err := p.Sessions.Revoke(ctx, v.SessionID); err != nil {
			return err
		}
		return problem.Refuse(problem.Unauthenticated, "You've been signed out. Sign in again.")
	case count == warnAfter:
		if err := p.tellOfProofs(ctx); err != nil {
			return err
		}
	}
	return err
}

func (p Lockout) tellOfProofs(ctx context.Context) error {
	return store.Do(ctx, p.DB, func(tx *ent.Tx) error {
		a, err := store.LockViewer(ctx, p.DB, tx)
		if err != nil {
			return err
		}
		lang := string(a.Language)
		return p.Outbox.Tell(ctx, tx, a, notify.Letter{
			Kind:    "sudo_guesses",
			Subject: i18n.Say(lang, "Wrong passwords or codes in one of your sessions"),
			Lines:   []string{i18n.Say(lang, "In a session of your account %s, %d wrong passwords or codes in a row were entered to confirm that it's you.", a.Username, warnAfter)},
		})
	})
}

// guessAsViewer counts a proof that is about to be compared: for the session that
// asks, and for all of the account's together, so that new sessions do not give new
// guesses for ever.
func (p Lockout) guessAsViewer(ctx context.Context) ([]try, error) {
	v, _ := viewer.From(ctx)
	one, err := p.Attempts.begin(ctx, sudoBrake, "session:"+v.SessionID.String())
	if err != nil {
		return nil, err
	}
	all, err := p.Attempts.begin(ctx, sudoTotalBrake, ofAccount(v.AccountID))
	return []try{one, all}, err
}
