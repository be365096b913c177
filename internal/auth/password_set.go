package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/link"
	"portico/ent/totp"
	"portico/internal/maillink"
	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Passwords checks and stores the passwords of accounts.
type Passwords struct {
	DB        *store.DB
	Passwords *passwords.Hasher
	Links     maillink.Links
}

// LeastPassword is how many characters a new password of an account has at
// least: fewer where a second factor is always asked too.
func (p Passwords) LeastPassword(ctx context.Context, id uuid.UUID) (int, error) {
	on, err := HasFactor(ctx, p.DB.Totp, id)
	if err != nil || !on {
		return passwords.MinPassword, err
	}
	return passwords.MinWithFactor, nil
}

// SetPassword stores a new password's hash, and whether the password is one of
// those that are long enough beside a second factor only. The account is locked;
// its factor may have been switched off since the password was checked. Links that
// were mailed to set one are void.
func (p Passwords) SetPassword(ctx context.Context, tx *ent.Tx, a *ent.Account, hash, password string) error {
	short := passwords.LengthOf(password) < passwords.MinPassword
	if short {
		on, err := HasFactor(ctx, tx.Totp, a.ID)
		if err != nil {
			return err
		}
		if !on {
			return problem.In("", problem.TooShort, "A password needs at least %d characters. A few words in a row are easy to remember.", passwords.MinPassword)
		}
	}
	err := tx.Account.UpdateOneID(a.ID).SetPasswordHash(hash).SetPasswordShort(short).Exec(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("set password: %w", err)
	}
	return p.Links.Void(ctx, tx, a.ID, link.PurposeRESET_PASSWORD)
}

// HasFactor tells whether a second factor is asked of an account.
func HasFactor(ctx context.Context, c *ent.TotpClient, id uuid.UUID) (bool, error) {
	on, err := c.Query().Where(totp.AccountID(id), totp.EnabledAtNotNil()).Exist(viewer.AsSystem(ctx))
	if err != nil {
		return false, fmt.Errorf("look for second factor: %w", err)
	}
	return on, nil
}

// ResetFor is how long a link works that sets a password.
const ResetFor = 30 * time.Minute

// CheckNew says what is wrong with a new password of an account.
func (p Passwords) CheckNew(ctx context.Context, a *ent.Account, field, password string) (*problem.Input, error) {
	least, err := p.LeastPassword(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	return p.Passwords.Check(field, password, least, a.Username, a.Email, a.FullName)
}
