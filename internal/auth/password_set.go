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

// LeastPassword is the minimum length of an account's new password: shorter if the
// account always requires a second factor.
func (p Passwords) LeastPassword(ctx context.Context, id uuid.UUID) (int, error) {
	on, err := HasFactor(ctx, p.DB.Totp, id)
	if err != nil || !on {
		return passwords.MinPassword, err
	}
	return passwords.MinWithFactor, nil
}

// SetPassword stores a new password's hash, and whether the password is only long
// enough next to a second factor. The account is locked; two-factor authentication may
// have been turned off since the password was checked. Emailed links that set a
// password are voided.
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

// HasFactor reports whether an account requires a second factor.
func HasFactor(ctx context.Context, c *ent.TotpClient, id uuid.UUID) (bool, error) {
	on, err := c.Query().Where(totp.AccountID(id), totp.EnabledAtNotNil()).Exist(viewer.AsSystem(ctx))
	if err != nil {
		return false, fmt.Errorf("look for second factor: %w", err)
	}
	return on, nil
}

// ResetFor is how long a link that sets a password works.
const ResetFor = 30 * time.Minute

// CheckNew returns what is wrong with a new password for an account.
func (p Passwords) CheckNew(ctx context.Context, a *ent.Account, field, password string) (*problem.Input, error) {
	least, err := p.LeastPassword(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	return p.Passwords.Check(field, password, least, a.Username, a.Email, a.FullName)
}
