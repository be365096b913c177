package twofactor

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/totp"
	"portico/internal/auth"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// lostFactorFor is how long the owner is told each day before a second factor that
// is said to be lost goes.
const lostFactorFor = 7 * 24 * time.Hour

// warnEvery is how often the owner is told of it.
const warnEvery = 24 * time.Hour

// Lose has the second factor of an account go in a week, where app and recovery
// codes are both lost; it tells when. An operator asks for it, who has seen by
// other means whose account it is. The owner is told each day, and whoever signs
// in with the factor meanwhile keeps it.
func (s Factors) Lose(ctx context.Context, username string) (time.Time, error) {
	platform, due := viewer.AsSystem(ctx), s.Now().Add(lostFactorFor)
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		app, err := tx.Totp.Query().Where(totp.EnabledAtNotNil(), totp.HasAccountWith(account.Username(username))).WithAccount().Only(platform)
		if ent.IsNotFound(err) {
			return problem.In("username", problem.NotOn, "No account with this username has two-factor authentication.")
		} else if err != nil {
			return fmt.Errorf("find second factor: %w", err)
		}
		if err := tx.Totp.UpdateOne(app).SetResetAt(due).Exec(platform); err != nil {
			return fmt.Errorf("lose second factor: %w", err)
		}
		return s.warnOfLoss(platform, tx, app.Edges.Account, app.ID, due)
	})
	return due, err
}

// warnOfLoss mails the owner that the second factor goes, and how to keep it.
func (s Factors) warnOfLoss(ctx context.Context, tx *ent.Tx, a *ent.Account, app uuid.UUID, due time.Time) error {
	if err := tx.Totp.UpdateOneID(app).SetNoticedAt(s.Now()).Exec(ctx); err != nil {
		return fmt.Errorf("note notice: %w", err)
	}
	return s.Outbox.Mail(ctx, tx, a, notify.Email{
		Kind:    "two_factor_lost",
		Subject: i18n.Msg("Two-factor authentication will be turned off"),
		Lines: []i18n.Message{
			i18n.Msg("Support was told that you lost access to your authenticator app and recovery codes for %s. We'll turn off two-factor authentication on %s.", a.Username, i18n.Instant(due)),
			i18n.Msg("Still have them? Sign in with a code before then to keep two-factor authentication on."),
		},
		Button: &notify.Button{Label: i18n.Msg("Sign in"), Path: "/sign-in"},
	})
}

// LostDue tells the owners each day, and takes away the factors whose time has
// come. One that fails keeps no other from its turn.
func (s Factors) LostDue(ctx context.Context) error {
	platform, now := viewer.AsSystem(ctx), s.Now()
	due, err := s.DB.Totp.Query().Where(totp.Or(totp.ResetAtLTE(now),
		totp.And(totp.ResetAtNotNil(), totp.NoticedAtLTE(now.Add(-warnEvery))))).All(platform)
	if err != nil {
		return fmt.Errorf("find lost second factors: %w", err)
	}
	var all error
	for _, app := range due {
		all = errors.Join(all, store.Do(ctx, s.DB, func(tx *ent.Tx) error { return s.lost(platform, tx, app) }))
	}
	return all
}

// lost does what is due for one, unless it was used meanwhile.
func (s Factors) lost(ctx context.Context, tx *ent.Tx, app *ent.Totp) error {
	if err := s.DB.Lock(ctx, tx, account.Table, app.AccountID); err != nil {
		return err
	}
	app, err := tx.Totp.Query().Where(totp.ID(app.ID), totp.ResetAtNotNil()).WithAccount().Only(ctx)
	if ent.IsNotFound(err) {
		return nil
	} else if err != nil {
		return fmt.Errorf("load second factor: %w", err)
	}
	a := app.Edges.Account
	if app.ResetAt.After(s.Now()) {
		return s.warnOfLoss(ctx, tx, a, app.ID, *app.ResetAt)
	}
	if err := clearFactor(auth.As(ctx, a), tx); err != nil {
		return err
	}
	return s.Sessions.Changed(ctx, tx, a, &timeline.TwoFactorDisabledEvent{OnAccount: timeline.ForAccount(a)}, notify.Email{
		Kind:    "two_factor_disabled",
		Subject: i18n.Msg("Two-factor authentication is off"),
		Lines:   []i18n.Message{i18n.Msg("Signing in to your account %s no longer requires a code. Your recovery codes no longer work.", a.Username)},
	})
}
