package signin

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// A PasswordChange is the current password and the new one.
type PasswordChange struct{ CurrentPassword, NewPassword string }

// A PasswordChanged is the result of a change.
type PasswordChanged struct {
	Account *ent.Account
	Ended   int32 // sessions
}

// ChangePassword sets a new password. All other sessions end; the current one gets a
// new token and sudo mode.
func (s Accounts) ChangePassword(ctx context.Context, in PasswordChange) (PasswordChanged, error) {
	b, err := browser.Required(ctx)
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
	token, until, ended := randtoken.New(), s.Now().Add(auth.SudoFor), 0
	row, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Session, error) {
		if a, err = s.Sessions.StillHolds(ctx, tx, a); err == nil {
			err = s.Attempts.ForgiveAll(ctx, tx, tries)
		}
		if err == nil {
			ended, err = s.change(ctx, tx, a, in.NewPassword, hash)
		}
		if err != nil {
			return nil, err
		}
		return s.Sessions.Renew(ctx, tx, a.CredentialVersion, token, until)
	})
	if err != nil {
		return PasswordChanged{}, err
	}
	b.Keep(browser.SessionCookie, token, row.ExpiresAt)
	v, _ := viewer.From(ctx)
	v.SudoUntil = until
	viewer.Become(ctx, v)
	return PasswordChanged{a.Unwrap(), int32(ended)}, nil
}

// changes checks both passwords, the current one after counting the attempt, and hashes
// the new one.
func (s Accounts) changes(ctx context.Context, a *ent.Account, in PasswordChange) (string, []attempt.Attempt, error) {
	if a.PasswordHash == "" {
		return "", nil, problem.In("currentPassword", problem.NoCurrentPassword, "This account has no password yet. To set one, use “Forgot your password?” on the sign-in page.")
	}
	var missing *problem.Input
	if in.CurrentPassword == "" {
		missing = problem.In("currentPassword", problem.Required, "Enter your current password.")
	}
	wrong, err := s.PasswordStore.CheckNew(ctx, a, "newPassword", in.NewPassword)
	if err == nil {
		err = problem.Collect(missing, wrong)
	}
	if err != nil {
		return "", nil, err
	}
	tries, err := s.Lockout.GuessAsViewer(ctx)
	if err != nil {
		return "", nil, err
	}
	switch ok, err := s.Passwords.Matches(ctx, in.CurrentPassword, a.PasswordHash); {
	case err != nil:
		return "", nil, err
	case !ok:
		return "", nil, s.Lockout.OrWrongProof(ctx, tries, problem.In("currentPassword", problem.WrongCredentials, "Incorrect password."))
	case passwords.Normalized(in.NewPassword) == passwords.Normalized(in.CurrentPassword):
		return "", nil, problem.In("newPassword", problem.Unchanged, "This is already your password. Choose another one.")
	}
	hash, err := s.Passwords.Hash(ctx, in.NewPassword)
	return hash, tries, err
}

// change stores a new password for the viewer, and ends what the old one had opened,
// except the current session.
func (s Accounts) change(ctx context.Context, tx *ent.Tx, a *ent.Account, password, hash string) (ended int, err error) {
	v, _ := viewer.From(ctx)
	if err := s.PasswordStore.SetPassword(ctx, tx, a, hash, password); err != nil {
		return 0, err
	}
	if ended, err = s.Sessions.VoidSessions(ctx, tx, a, v.SessionID); err != nil {
		return 0, err
	}
	err = s.Outbox.Tell(ctx, tx, a, notify.Email{
		Kind:    "password_changed",
		Subject: i18n.Msg("Your password was changed"),
		Lines:   []i18n.Message{i18n.Msg("The password of your account %s was changed. Your other devices were signed out.", a.Username)},
	})
	if err != nil {
		return 0, err
	}
	return ended, s.Log.Record(ctx, tx, &timeline.PasswordChangedEvent{})
}
