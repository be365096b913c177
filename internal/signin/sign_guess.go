package signin

import (
	"context"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/attempt"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// guess counts a password attempt before it is checked: by what was typed, whether or
// not there is such an account. If the username and the email of an account counted
// together, the limit of one would reveal the other.
func (s Accounts) guess(ctx context.Context, a *ent.Account, login string) (attempt.Attempt, error) {
	subject, err := s.Sessions.AttemptSubject(ctx, a.ID, attempt.OfLogin(login))
	if err != nil {
		return attempt.Attempt{}, err
	}
	return s.Attempts.Allow(ctx, attempt.PasswordLimit, subject)
}

// wrongPassword notes a wrong password and locks after too many in a row. The answer
// only says that it was wrong.
func (s Accounts) wrongPassword(ctx context.Context, a *ent.Account, t attempt.Attempt) error {
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := s.noteWrong(ctx, tx, a, t); err != nil || t.Count < attempt.LockAfter {
			return err
		}
		return s.Lockout.LockOut(ctx, tx, a, t)
	})
	if err != nil {
		return err
	}
	return problem.In("", problem.WrongCredentials, "Incorrect username, email, or password.")
}

// noteWrong records a wrong password. If there is no account it does as much work, so
// that timing doesn't reveal who has one.
func (s Accounts) noteWrong(ctx context.Context, tx *ent.Tx, a *ent.Account, t attempt.Attempt) error {
	if a.ID == uuid.Nil {
		_, err := s.Attempts.Attempts(ctx, tx, t.Limit.Kind, t.Subject)
		return err
	}
	e := &timeline.LoginFailedEvent{OnAccount: timeline.ForAccount(a), Method: timeline.ByPassword}
	return s.Log.Record(viewer.AsSystem(ctx), tx, e)
}
