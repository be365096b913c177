package auth

import (
	"context"
	"errors"
	"fmt"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/maillink"
	"portico/internal/naming"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Registrar creates accounts.
type Registrar struct {
	DB  *store.DB
	Log *timeline.Log
	Now func() time.Time
}

// Draft is an account before it is stored.
//
// A language or time zone that isn't known is left at its default.
type Draft struct{ Username, Email, Key, Hash, Language, TimeZone string }

// ErrTaken means that another account got the username or the email first.
var ErrTaken = errors.New("name or address is taken")

// Create stores an account.
func (s Registrar) Create(ctx context.Context, tx *ent.Tx, d Draft) (*ent.Account, error) {
	c := tx.Account.Create().SetUsername(d.Username).SetEmail(d.Email).SetEmailKey(d.Key).
		SetPasswordHash(d.Hash).SetCreatedAt(s.Now())
	if account.LanguageValidator(account.Language(d.Language)) == nil {
		c.SetLanguage(account.Language(d.Language))
	}
	if naming.TimeZone("", d.TimeZone) == nil {
		c.SetTimeZone(d.TimeZone)
	}
	a, err := c.Save(viewer.AsSystem(ctx))
	if ent.IsConstraintError(err) {
		return nil, ErrTaken
	} else if err != nil {
		return nil, fmt.Errorf("save account: %w", err)
	}
	if err := s.Log.OpenAccount(ctx, tx, a.ID); err != nil {
		return nil, err
	}
	return a, s.Log.Record(As(ctx, a), tx, &timeline.AccountCreatedEvent{})
}

// As returns the context of an account that has just proven who it is, or was just
// created.
func As(ctx context.Context, a *ent.Account) context.Context {
	return viewer.With(ctx, viewer.Viewer{
		AccountID: a.ID, Username: a.Username, Language: string(a.Language), TimeZone: a.TimeZone, Suspended: a.SuspendedAt != nil,
	})
}

// Verified notes that the viewer has proven to own the account's email.
func (p Registrar) Verified(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	if a.EmailVerifiedAt != nil {
		return nil
	}
	if err := tx.Account.UpdateOneID(a.ID).SetEmailVerifiedAt(p.Now()).Exec(ctx); err != nil {
		return fmt.Errorf("verify address: %w", err)
	}
	return p.Log.Record(ctx, tx, &timeline.EmailVerifiedEvent{Email: a.Email})
}

// KeepOpen cancels the deletion of the viewer's account, unless it is already due.
func (p Registrar) KeepOpen(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	if a.ClosingAt == nil || !a.ClosingAt.After(p.Now()) || a.ClosedAt != nil {
		return maillink.Dead()
	}
	if err := tx.Account.UpdateOne(a).ClearClosingAt().Exec(ctx); err != nil {
		return fmt.Errorf("keep account: %w", err)
	}
	return p.Log.Record(ctx, tx, &timeline.AccountDeletionCancelledEvent{})
}
