package auth

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	entattempt "portico/ent/attempt"
	"portico/ent/device"
	"portico/ent/link"
	"portico/internal/attempt"
	"portico/internal/browser"
	"portico/internal/i18n"
	"portico/internal/maillink"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/randtoken"
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
	Attempts attempt.Limiter
	Links    maillink.Links
	Sessions Sessions
}

// warnAfter is how many wrong two-factor codes in a row make us tell the owner.
const warnAfter = 10

// LockOut stops guesses at an account's password or second step: only an emailed link
// unlocks it, except in the owner's known browsers. A known browser that guesses is
// forgotten.
func (p Lockout) LockOut(ctx context.Context, tx *ent.Tx, a *ent.Account, t attempt.Attempt) error {
	platform := viewer.AsSystem(ctx)
	if strings.HasPrefix(t.Subject, attempt.DevicePrefix) {
		_, err := tx.Device.Delete().Where(device.AccountID(a.ID), device.Digest(randtoken.Digest(browser.From(ctx).Held(browser.DeviceCookie)))).Exec(platform)
		return problem.Wrap("forget device", err)
	}
	n, err := tx.Attempt.Update().Where(entattempt.Kind(t.Limit.Kind), entattempt.Subject(t.Subject), entattempt.LockedAtIsNil()).
		SetLockedAt(p.Now()).Save(platform)
	if err != nil {
		return fmt.Errorf("lock password: %w", err)
	}
	if n == 0 || a.ID == uuid.Nil { // already locked, or no such account
		return nil
	}
	secret, err := p.Links.Replace(ctx, tx, a.ID, link.PurposeUNLOCK, "", attempt.UnlockFor)
	if err != nil {
		return err
	}
	email := passwordLocked(a)
	if t.Limit == attempt.FactorLimit {
		email = factorLocked(a)
	}
	email.Button = &notify.Button{Label: i18n.Msg("Unlock"), Path: "/unlock", Secret: secret}
	if err := p.Outbox.Mail(ctx, tx, a, email); err != nil {
		return err
	}
	return p.Log.Record(platform, tx, &timeline.LoginLockedEvent{OnAccount: timeline.ForAccount(a)})
}

func passwordLocked(a *ent.Account) notify.Email {
	return notify.Email{
		Kind:    "login_locked",
		Subject: i18n.Msg("Sign-in with your password is locked"),
		Lines:   []i18n.Message{i18n.Msg("Someone entered %d wrong passwords in a row for your account %s. Until you unlock it, your password works only in browsers that you have used before.", attempt.LockAfter, a.Username)},
	}
}

// factorLocked records that the second step is locked. Only someone who knows the
// password gets this far.
func factorLocked(a *ent.Account) notify.Email {
	return notify.Email{
		Kind:    "two_factor_locked",
		Subject: i18n.Msg("Two-factor authentication is locked"),
		Lines: []i18n.Message{
			i18n.Msg("Someone who knows the password of your account %s entered %d wrong two-factor codes in a row. Until you unlock it, codes work only in browsers that you have used before. Passkeys work everywhere.", a.Username, attempt.LockAfter),
			i18n.Msg("If it wasn't you, change your password before you unlock."),
		},
	}
}

// WarnOfCodes emails the owner once after several wrong codes in a row, and locks the
// second step after many.
func (p Lockout) WarnOfCodes(ctx context.Context, tx *ent.Tx, a *ent.Account, t attempt.Attempt) error {
	if t.Count >= attempt.LockAfter {
		return p.LockOut(ctx, tx, a, t)
	}
	if t.Count != warnAfter {
		return nil
	}
	return p.Outbox.Tell(ctx, tx, a, notify.Email{
		Kind:    "two_factor_guesses",
		Subject: i18n.Msg("Wrong two-factor codes for your account"),
		Lines:   []i18n.Message{i18n.Msg("Someone who knows the password of your account %s entered %d wrong two-factor codes in a row.", a.Username, warnAfter)},
	})
}

// OrWrongProof notes a wrong password or code in a session, which may be stolen: the
// owner is told once after several in a row, and after many the session ends.
func (p Lockout) OrWrongProof(ctx context.Context, tries []attempt.Attempt, err error) error {
	wrong := new(problem.Input)
	if !errors.As(err, &wrong) || wrong.Code != problem.WrongCode && wrong.Code != problem.WrongCredentials {
		return err
	}
	v, _ := viewer.From(ctx)
	switch count := tries[0].Count; {
	case count >= attempt.LockAfter:
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
		return p.Outbox.Tell(ctx, tx, a, notify.Email{
			Kind:    "sudo_guesses",
			Subject: i18n.Msg("Wrong passwords or codes in one of your sessions"),
			Lines:   []i18n.Message{i18n.Msg("In a session of your account %s, %d wrong passwords or codes in a row were entered to confirm that it's you.", a.Username, warnAfter)},
		})
	})
}

// GuessAsViewer counts a guess before it is checked: for the current session, and for
// all of the account's sessions together, so that new sessions don't give unlimited new
// guesses.
func (p Lockout) GuessAsViewer(ctx context.Context) ([]attempt.Attempt, error) {
	v, _ := viewer.From(ctx)
	one, err := p.Attempts.Allow(ctx, attempt.SudoLimit, "session:"+v.SessionID.String())
	if err != nil {
		return nil, err
	}
	all, err := p.Attempts.Allow(ctx, attempt.SudoTotalLimit, attempt.OfAccount(v.AccountID))
	return []attempt.Attempt{one, all}, err
}
