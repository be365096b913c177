package auth

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/attempt"
	"portico/ent/device"
	"portico/ent/link"
	"portico/internal/notify"
	"portico/internal/speech"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// warnAfter is after how many wrong two-factor codes in a row the owner is told.
const warnAfter = 10

// unlockFor is how long a lock lasts, and the link works that ends it.
const unlockFor = 7 * 24 * time.Hour

// lockOut ends guessing at an account, at its password or its second step: from
// everywhere but its owner's browsers only an emailed link opens it again. A browser
// that was known and guesses is known no more.
func (p Parts) lockOut(ctx context.Context, tx *ent.Tx, a *ent.Account, t try) error {
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
	secret, err := p.linkTo(ctx, tx, a.ID, link.PurposeUNLOCK, "", unlockFor)
	if err != nil {
		return err
	}
	email := passwordLocked(a)
	if t.brake == factorBrake {
		email = factorLocked(a)
	}
	email.Button = &notify.Button{Label: speech.Say(string(a.Language), "Unlock"), Path: "/unlock", Secret: secret}
	if err := p.mail(ctx, tx, a, email); err != nil {
		return err
	}
	return p.Log.Record(platform, tx, &timeline.LoginLockedEvent{Head: timeline.ToAccount(a)})
}

func passwordLocked(a *ent.Account) notify.Letter {
	lang := string(a.Language)
	return notify.Letter{
		Kind:    "login_locked",
		Subject: speech.Say(lang, "Sign-in with your password is locked"),
		Lines:   []string{speech.Say(lang, "%d wrong passwords in a row were tried for your account %s. Until you unlock it, the password opens the account only in browsers that you have used before.", lockAfter, a.Username)},
	}
}

// factorLocked tells of a lock of the second step. Only someone who knows the
// password gets as far.
func factorLocked(a *ent.Account) notify.Letter {
	lang := string(a.Language)
	return notify.Letter{
		Kind:    "two_factor_locked",
		Subject: speech.Say(lang, "Two-factor authentication is locked"),
		Lines: []string{
			speech.Say(lang, "Someone who knows the password of your account %s entered %d wrong two-factor codes in a row. Until you unlock it, codes work only in browsers that you have used before. Passkeys work everywhere.", a.Username, lockAfter),
			speech.Say(lang, "If it wasn't you, change your password before you unlock."),
		},
	}
}

// warnOfCodes emails the owner once after some wrong codes in a row, and locks the
// second step after many.
func (p Parts) warnOfCodes(ctx context.Context, tx *ent.Tx, a *ent.Account, t try) error {
	if t.count >= lockAfter {
		return p.lockOut(ctx, tx, a, t)
	}
	if t.count != warnAfter {
		return nil
	}
	lang := string(a.Language)
	return p.tell(ctx, tx, a, notify.Letter{
		Kind:    "two_factor_guesses",
		Subject: speech.Say(lang, "Wrong two-factor codes for your account"),
		Lines:   []string{speech.Say(lang, "Someone who knows the password of your account %s entered %d wrong two-factor codes in a row.", a.Username, warnAfter)},
	})
}

// Unlock ends the locks of an account, by an emailed secret.
func (s Accounts) Unlock(ctx context.Context, secret string) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		l, err := s.follow(ctx, tx, link.PurposeUNLOCK, secret)
		if err != nil {
			return err
		}
		if err := s.forgetGuesses(ctx, tx, l.Edges.Account); err != nil {
			return err
		}
		if err := s.forgive(ctx, tx, try{brake: factorBrake, subject: ofAccount(l.AccountID)}); err != nil {
			return err
		}
		return s.Log.Record(As(ctx, l.Edges.Account), tx, &timeline.LoginUnlockedEvent{})
	})
}
