package twofactor

import (
	"context"
	"fmt"
	"time"

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
	"portico/internal/worker"
)

// lostFactorFor is how long after the report two-factor authentication is turned off.
// The owner is told each day.
const lostFactorFor = 7 * 24 * time.Hour

// warnEvery is how often the owner is told.
const warnEvery = 24 * time.Hour

// Lose schedules two-factor authentication to be turned off in a week, because both app
// and recovery codes are lost; it returns when. An operator requests this after
// verifying by other means whose account it is. The owner is told each day, and signing
// in with the second factor cancels it.
func (s Factors) Lose(ctx context.Context, username string) (time.Time, error) {
	platform, due := viewer.AsSystem(ctx), s.Now().Add(lostFactorFor)
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		app, err := tx.Totp.Query().Where(totp.EnabledAtNotNil(), totp.HasAccountWith(account.Username(username))).WithAccount().Only(platform)
		if ent.IsNotFound(err) {
			return problem.In("username", problem.NotOn, "No account with this username has two-factor authentication.")
		} else if err != nil {
			return fmt.Errorf("find second factor: %w", err)
		}
		a := app.Edges.Account
		if app, err = tx.Totp.UpdateOne(app).SetResetAt(due).Save(platform); err != nil {
			return fmt.Errorf("lose second factor: %w", err)
		}
		app.Edges.Account = a
		return s.warnOfLoss(platform, tx, app)
	})
	return due, err
}

// warnOfLoss emails the owner that two-factor authentication will be turned off, and
// how to keep it. It schedules the next warning, and sends none once it is due.
func (s Factors) warnOfLoss(ctx context.Context, tx *ent.Tx, app *ent.Totp) error {
	a, due, next := app.Edges.Account, *app.ResetAt, s.Now().Add(warnEvery)
	u := tx.Totp.UpdateOneID(app.ID).SetNoticeAt(next)
	if !next.Before(due) {
		u.ClearNoticeAt()
	}
	if err := u.Exec(ctx); err != nil {
		return fmt.Errorf("set next notice: %w", err)
	}
	store.After(tx, s.Outbox.Wake)
	if !due.After(s.Now()) {
		return nil
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

// TurnOffLostJob turns off two-factor authentication that was reported lost, once it is
// due.
func (s Factors) TurnOffLostJob() worker.Job {
	return s.lostJob("turn off lost second factors", totp.FieldResetAt, s.turnOff)
}

// RemindOfLossJob tells the owners of lost factors each day.
func (s Factors) RemindOfLossJob() worker.Job {
	return s.lostJob("remind of lost second factors", totp.FieldNoticeAt, s.warnOfLoss)
}

// lostJob runs do on lost factors at the time in a column.
func (s Factors) lostJob(name, column string, do func(context.Context, *ent.Tx, *ent.Totp) error) worker.Job {
	return worker.Due{
		Name: name, DB: s.DB, Now: s.Now, Table: totp.Table, Column: column, Waiting: totp.ResetAtNotNil(),
		OwnerTable: account.Table, OwnerColumn: totp.FieldAccountID,
		Do: func(ctx context.Context, r *worker.Row) error {
			platform := viewer.AsSystem(ctx)
			return r.InTx(platform, func(tx *ent.Tx) error {
				app, err := tx.Totp.Query().Where(totp.ID(r.ID)).WithAccount().Only(platform)
				if err != nil {
					return fmt.Errorf("load second factor: %w", err)
				}
				return do(platform, tx, app)
			})
		},
	}.Job()
}

func (s Factors) turnOff(ctx context.Context, tx *ent.Tx, app *ent.Totp) error {
	a := app.Edges.Account
	if err := clearFactor(auth.As(ctx, a), tx); err != nil {
		return err
	}
	return s.Sessions.Changed(ctx, tx, a, &timeline.TwoFactorDisabledEvent{OnAccount: timeline.ForAccount(a)}, notify.Email{
		Kind:    "two_factor_disabled",
		Subject: i18n.Msg("Two-factor authentication is off"),
		Lines:   []i18n.Message{i18n.Msg("Signing in to your account %s no longer requires a code. Your recovery codes no longer work.", a.Username)},
	})
}
