package auth

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// A PasswordChange is the password now and the one from now on.
type PasswordChange struct{ CurrentPassword, NewPassword string }

// A PasswordChanged is what came of it.
type PasswordChanged struct {
	Account *ent.Account
	Ended   int32 // sessions
}

// ChangePassword sets another password. All other sessions end; this one gets a
// new token and sudo mode.
func (s Accounts) ChangePassword(ctx context.Context, in PasswordChange) (PasswordChanged, error) {
	b, err := browser(ctx)
	if err != nil {
		return PasswordChanged{}, err
	}
	a, err := s.DB.Account.Get(ctx, viewer.ID(ctx))
	if err != nil {
		return PasswordChanged{}, fmt.Errorf("load account: %w", err)
	}
	hash, tries, err := s.changes(ctx, a, in)
	if err != nil {
		return PasswordChanged{}, err
	}
	token, until, ended := newToken(), s.Now().Add(sudoFor), 0
	row, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Session, error) {
		if a, err = s.Sessions.still(ctx, tx, a); err == nil {
			err = s.Attempts.forgiveAll(ctx, tx, tries)
		}
		if err == nil {
			ended, err = s.change(ctx, tx, a, in.NewPassword, hash)
		}
		if err != nil {
			return nil, err
		}
		return s.Sessions.renew(ctx, tx, a.CredentialVersion, token, until)
	})
	if err != nil {
		return PasswordChanged{}, err
	}
	b.Keep(SessionCookie, token, row.ExpiresAt)
	v, _ := viewer.From(ctx)
	v.SudoUntil = until
	viewer.Become(ctx, v)
	return PasswordChanged{a.Unwrap(), int32(ended)}, nil
}

// changes checks both passwords, the current one after the try was counted, and
// hashes the new one.
func (s Accounts) changes(ctx context.Context, a *ent.Account, in PasswordChange) (string, []try, error) {
	if a.PasswordHash == "" {
		return "", nil, problem.In("currentPassword", problem.NoCurrentPassword, "This account has no password yet. To set one, use “Forgot your password?” on the sign-in page.")
	}
	var missing *problem.Input
	if in.CurrentPassword == "" {
		missing = problem.In("currentPassword", problem.Required, "Enter your current password.")
	}
	wrong, err := s.PasswordStore.checkNew(ctx, a, "newPassword", in.NewPassword)
	if err == nil {
		err = problem.Collect(missing, wrong)
	}
	if err != nil {
		return "", nil, err
	}
	tries, err := s.Lockout.guessAsViewer(ctx)
	if err != nil {
		return "", nil, err
	}
	switch ok, err := s.Passwords.Matches(ctx, in.CurrentPassword, a.PasswordHash); {
	case err != nil:
		return "", nil, err
	case !ok:
		return "", nil, s.Lockout.orWrongProof(ctx, tries, problem.In("currentPassword", problem.WrongCredentials, "Incorrect password."))
	case normalized(in.NewPassword) == normalized(in.CurrentPassword):
		return "", nil, problem.In("newPassword", problem.Unchanged, "This is already your password. Choose another one.")
	}
	hash, err := s.Passwords.Hash(ctx, in.NewPassword)
	return hash, tries, err
}

// checkNew says what is wrong with a new password of an account.
func (p PasswordStore) checkNew(ctx context.Context, a *ent.Account, field, password string) (*problem.Input, error) {
	least, err := p.leastPassword(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	return p.Passwords.Check(field, password, least, a.Username, a.Email, a.FullName)
}

// change stores a password of the viewer's and ends what the old one had opened,
// but the session that asks.
func (s Accounts) change(ctx context.Context, tx *ent.Tx, a *ent.Account, password, hash string) (ended int, err error) {
	v, _ := viewer.From(ctx)
	if err := s.PasswordStore.setPassword(ctx, tx, a, hash, password); err != nil {
		return 0, err
	}
	if ended, err = s.Sessions.voidSessions(ctx, tx, a, v.SessionID); err != nil {
		return 0, err
	}
	lang := string(a.Language)
	err = s.Outbox.Tell(ctx, tx, a, notify.Letter{
		Kind:    "password_changed",
		Subject: i18n.Say(lang, "Your password was changed"),
		Lines:   []string{i18n.Say(lang, "The password of your account %s was changed. Your other devices were signed out.", a.Username)},
	})
	if err != nil {
		return 0, err
	}
	return ended, s.Log.Record(ctx, tx, &timeline.PasswordChangedEvent{})
}
