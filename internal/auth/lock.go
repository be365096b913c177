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

// unlockFor is how long a lock lasts, and the link works that ends it.
const unlockFor = 7 * 24 * time.Hour

// lockOut ends guessing at an account: from everywhere but its owner's browsers
// only a mailed link lets the password open it again. A browser that was known
// and guesses is known no more.
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
	lang := string(a.Language)
	letter := notify.Letter{
		Kind:    "login_locked",
		Subject: speech.Say(lang, "Sign-in with your password is locked"),
		Lines:   []string{speech.Say(lang, "%d wrong passwords in a row were tried for your account %s. Until you unlock it, the password opens the account only in browsers that you have used before.", lockAfter, a.Username)},
		Button:  &notify.Button{Label: speech.Say(lang, "Unlock"), Path: "/unlock", Secret: secret},
	}
	if err := p.mail(ctx, tx, a, letter); err != nil {
		return err
	}
	return p.Log.Record(platform, tx, &timeline.LoginLockedEvent{Head: timeline.ToAccount(a)})
}

// Unlock lets the password open an account again, by a mailed secret.
func (s Accounts) Unlock(ctx context.Context, secret string) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		l, err := s.follow(ctx, tx, link.PurposeUNLOCK, secret)
		if err != nil {
			return err
		}
		if err := s.forgetGuesses(ctx, tx, l.Edges.Account); err != nil {
			return err
		}
		return s.Log.Record(As(ctx, l.Edges.Account), tx, &timeline.LoginUnlockedEvent{})
	})
}
