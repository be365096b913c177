package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/link"
	"portico/ent/totp"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/viewer"
)

// PasswordStore checks and stores the passwords of accounts.
type PasswordStore struct {
	DB        *store.DB
	Passwords *Passwords
	Links     Links
}

// leastPassword is how many characters a new password of an account has at
// least: fewer where a second factor is always asked too.
func (p PasswordStore) leastPassword(ctx context.Context, id uuid.UUID) (int, error) {
	on, err := hasFactor(ctx, p.DB.Totp, id)
	if err != nil || !on {
		return minPassword, err
	}
	return minWithFactor, nil
}

// setPassword stores a new password's hash, and whether the password is one of
// those that are long enough beside a second factor only. The account is locked;
// its factor may have been switched off since the password was checked. Links that
// were mailed to set one are void.
func (p PasswordStore) setPassword(ctx context.Context, tx *ent.Tx, a *ent.Account, hash, password string) error {
	short := lengthOf(password) < minPassword
	if short {
		on, err := hasFactor(ctx, tx.Totp, a.ID)
		if err != nil {
			return err
		}
		if !on {
			return problem.In("", problem.TooShort, "A password needs at least %d characters. A few words in a row are easy to remember.", minPassword)
		}
	}
	err := tx.Account.UpdateOneID(a.ID).SetPasswordHash(hash).SetPasswordShort(short).Exec(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("set password: %w", err)
	}
	return p.Links.voidLinks(ctx, tx, a.ID, link.PurposeRESET_PASSWORD)
}

// hasFactor tells whether a second factor is asked of an account.
func hasFactor(ctx context.Context, c *ent.TotpClient, id uuid.UUID) (bool, error) {
	on, err := c.Query().Where(totp.AccountID(id), totp.EnabledAtNotNil()).Exist(viewer.AsSystem(ctx))
	if err != nil {
		return false, fmt.Errorf("look for second factor: %w", err)
	}
	return on, nil
}

// resetFor is how long a link works that sets a password.
const resetFor = 30 * time.Minute
