package twofactor

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/ent/recoverycode"
	"portico/ent/totp"
	"portico/internal/auth"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/viewer"
)

// change runs fn on the viewer's locked account.
func (s Factors) change(ctx context.Context, fn func(*ent.Tx, *ent.Account) error) (*ent.Account, error) {
	a, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Account, error) {
		a, err := store.LockViewer(ctx, s.DB, tx)
		if err != nil {
			return nil, err
		}
		return a, fn(tx, a)
	})
	if err != nil {
		return nil, err
	}
	return a.Unwrap(), nil
}

// lockFactor locks the viewer's account and loads an app that isn't on yet, if there is
// one.
func (s Factors) lockFactor(ctx context.Context, tx *ent.Tx) (*ent.Totp, error) {
	if _, err := store.LockViewer(ctx, s.DB, tx); err != nil {
		return nil, err
	}
	row, err := tx.Totp.Query().Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("load authenticator app: %w", err)
	case row.EnabledAt != nil:
		return nil, problem.In("", problem.AlreadyOn, "Two-factor authentication is already on. Turn it off first to use another authenticator app.")
	}
	return row, nil
}

func (s Factors) mustBeOn(ctx context.Context, tx *ent.Tx) error {
	on, err := auth.HasFactor(ctx, tx.Totp, viewer.ID(ctx))
	if err == nil && !on {
		err = problem.In("", problem.NotOn, "Two-factor authentication is not on.")
	}
	return err
}

// clearFactor removes the viewer's app and recovery codes.
func clearFactor(ctx context.Context, tx *ent.Tx) error {
	_, err := tx.Totp.Delete().Where(totp.AccountID(viewer.ID(ctx))).Exec(ctx)
	if err == nil {
		_, err = tx.RecoveryCode.Delete().Where(recoverycode.AccountID(viewer.ID(ctx))).Exec(ctx)
	}
	return problem.Wrap("remove second factor", err)
}
