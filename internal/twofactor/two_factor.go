// Package twofactor sets up and checks authenticator apps (TOTP, RFC 6238) and recovery
// codes. A code works once.
package twofactor

import (
	"context"
	"fmt"
	"time"

	"portico/ent"
	"portico/ent/recoverycode"
	"portico/ent/totp"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/i18n"
	"portico/internal/keyring"
	"portico/internal/notify"
	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Factors sets up two-factor authentication: started with a secret for an authenticator
// app, confirmed with a code of it, and on once the user says that the recovery codes
// are saved. They live in real time.
type Factors struct {
	DB        *store.DB
	Log       *timeline.Log
	Ring      *keyring.Ring
	Outbox    notify.Outbox
	Now       func() time.Time
	Passwords *passwords.Hasher
	Attempts  attempt.Limiter
	Sessions  auth.Sessions
}

// TwoFactor is the state of an account's two-factor authentication.
type TwoFactor struct {
	Enabled             bool
	EnabledAt           *time.Time
	RecoveryCodesLeft   int32
	AwaitsRecoveryCodes bool
}

// Of returns the state of the viewer's two-factor authentication.
func (s Factors) Of(ctx context.Context) (*TwoFactor, error) {
	row, err := s.DB.Totp.Query().Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return &TwoFactor{}, nil
	case err != nil:
		return nil, fmt.Errorf("load authenticator app: %w", err)
	case row.EnabledAt == nil:
		return &TwoFactor{AwaitsRecoveryCodes: row.ProvenAt != nil}, nil
	}
	left, err := s.DB.RecoveryCode.Query().Where(recoverycode.UsedAtIsNil()).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count recovery codes: %w", err)
	}
	return &TwoFactor{Enabled: true, EnabledAt: row.EnabledAt, RecoveryCodesLeft: int32(left)}, nil
}

// Start starts setting up an authenticator app, in place of an earlier start.
func (s Factors) Start(ctx context.Context) (App, error) {
	a, err := auth.ViewerOf(ctx, s.DB)
	if err != nil {
		return App{}, err
	}
	secret := newAppSecret()
	err = store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if _, err := s.lockFactor(ctx, tx); err != nil {
			return err
		}
		if err := clearFactor(ctx, tx); err != nil {
			return err
		}
		sealed := s.Ring.Seal(secret, sealedApp, a.ID.String())
		return problem.Wrap("save authenticator app", tx.Totp.Create().SetSecret(sealed).SetCreatedAt(s.Now()).Exec(ctx))
	})
	if err != nil {
		return App{}, err
	}
	return appOf(secret, a.Username)
}

// Confirm accepts a code as proof that the app works, and returns the recovery codes,
// which nobody sees again.
func (s Factors) Confirm(ctx context.Context, code string) ([]string, error) {
	code, wrong := Digits("code", code)
	if wrong != nil {
		return nil, wrong
	}
	row, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Totp, error) {
		row, err := s.lockFactor(ctx, tx)
		if err != nil {
			return nil, err
		}
		if row == nil {
			return nil, problem.In("", problem.NotOn, "Start with the QR code: no authenticator app is being set up.")
		}
		if err := s.accept(ctx, tx, row, "code", code); err != nil {
			return nil, err
		}
		return row, s.mayRenewCodes(ctx, tx)
	})
	if err != nil {
		return nil, err
	}
	codes, hashes, err := s.newCodes(ctx)
	if err != nil {
		return nil, err
	}
	return codes, store.Do(ctx, s.DB, func(tx *ent.Tx) error { return s.prove(ctx, tx, row, hashes) })
}

// prove notes that the app works, and stores the recovery codes, unless another setup
// was started meanwhile.
func (s Factors) prove(ctx context.Context, tx *ent.Tx, row *ent.Totp, hashes []string) error {
	if _, err := s.lockFactor(ctx, tx); err != nil {
		return err
	}
	n, err := tx.Totp.Update().Where(totp.ID(row.ID), totp.EnabledAtIsNil()).SetProvenAt(s.Now()).Save(ctx)
	if err != nil {
		return fmt.Errorf("note that the app works: %w", err)
	}
	if n == 0 {
		return problem.In("", problem.NotOn, "Another authenticator app setup was started since. Scan the latest QR code.")
	}
	return s.replaceCodes(ctx, tx, hashes)
}

// Enable turns on two-factor authentication: the recovery codes are saved.
func (s Factors) Enable(ctx context.Context) (*ent.Account, error) {
	return s.change(ctx, func(tx *ent.Tx, a *ent.Account) error {
		row, err := s.lockFactor(ctx, tx)
		if err != nil {
			return err
		}
		if row == nil || row.ProvenAt == nil {
			return problem.In("", problem.NotOn, "Enter a code from the authenticator app first.")
		}
		if err := tx.Totp.Update().Where(totp.ID(row.ID)).SetEnabledAt(s.Now()).Exec(ctx); err != nil {
			return fmt.Errorf("switch second factor on: %w", err)
		}
		return s.Sessions.Changed(ctx, tx, a, &timeline.TwoFactorEnabledEvent{}, notify.Email{
			Kind:    "two_factor_enabled",
			Subject: i18n.Msg("Two-factor authentication is on"),
			Lines:   []i18n.Message{i18n.Msg("Signing in to your account %s now requires a code from your authenticator app or a recovery code.", a.Username)},
		})
	})
}

// Disable turns off two-factor authentication.
func (s Factors) Disable(ctx context.Context) (*ent.Account, error) {
	return s.change(ctx, func(tx *ent.Tx, a *ent.Account) error {
		if err := s.mustBeOn(ctx, tx); err != nil {
			return err
		}
		if a.PasswordShort {
			return problem.In("", problem.TooShort, "Before you turn off two-factor authentication, change your password to one with at least %d characters.", passwords.MinPassword)
		}
		if err := clearFactor(ctx, tx); err != nil {
			return err
		}
		return s.Sessions.Changed(ctx, tx, a, &timeline.TwoFactorDisabledEvent{}, notify.Email{
			Kind:    "two_factor_disabled",
			Subject: i18n.Msg("Two-factor authentication is off"),
			Lines:   []i18n.Message{i18n.Msg("Signing in to your account %s no longer requires a code. Your recovery codes no longer work.", a.Username)},
		})
	})
}

// Renew creates new recovery codes and voids the old ones.
func (s Factors) Renew(ctx context.Context) ([]string, error) {
	_, err := s.change(ctx, func(tx *ent.Tx, _ *ent.Account) error {
		if err := s.mustBeOn(ctx, tx); err != nil {
			return err
		}
		return s.mayRenewCodes(ctx, tx)
	})
	if err != nil {
		return nil, err
	}
	codes, hashes, err := s.newCodes(ctx)
	if err != nil {
		return nil, err
	}
	_, err = s.change(ctx, func(tx *ent.Tx, a *ent.Account) error {
		if err := s.mustBeOn(ctx, tx); err != nil {
			return err
		}
		if err := s.replaceCodes(ctx, tx, hashes); err != nil {
			return err
		}
		return s.Sessions.Changed(ctx, tx, a, &timeline.RecoveryCodesRenewedEvent{}, notify.Email{
			Kind:    "recovery_codes_renewed",
			Subject: i18n.Msg("New recovery codes"),
			Lines:   []i18n.Message{i18n.Msg("New recovery codes were created for your account %s. The old ones no longer work.", a.Username)},
		})
	})
	if err != nil {
		return nil, err
	}
	return codes, nil
}
