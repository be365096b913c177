package auth

import (
	"context"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// guess counts a password that is about to be compared: by what was typed, whether
// or not an account has it. If the username and the email of an account counted
// together, the limit of one would reveal the other.
func (s Accounts) guess(ctx context.Context, a *ent.Account, login string) (try, error) {
	subject, err := s.Sessions.subjectOf(ctx, a.ID, ofLogin(login))
	if err != nil {
		return try{}, err
	}
	return s.Attempts.begin(ctx, passwordBrake, subject)
}

// wrongPassword notes a wrong password, locks after too many in a row, and tells
// the asker no more than that it was wrong.
func (s Accounts) wrongPassword(ctx context.Context, a *ent.Account, t try) error {
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := s.noteWrong(ctx, tx, a, t); err != nil || t.count < lockAfter {
			return err
		}
		return s.Lockout.lockOut(ctx, tx, a, t)
	})
	if err != nil {
		return err
	}
	return problem.In("", problem.WrongCredentials, "Incorrect username, email, or password.")
}

// noteWrong records a wrong password. Where there is no account it does as much
// work, so that time does not tell who exists.
func (s Accounts) noteWrong(ctx context.Context, tx *ent.Tx, a *ent.Account, t try) error {
	if a.ID == uuid.Nil {
		_, err := s.Attempts.attempts(ctx, tx, t.brake.kind, t.subject)
		return err
	}
	e := &timeline.LoginFailedEvent{OnAccount: timeline.ForAccount(a), Method: timeline.ByPassword}
	return s.Log.Record(viewer.AsSystem(ctx), tx, e)
}
