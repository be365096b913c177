package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/session"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// EnterSudo opens sudo mode for the session that asks, which proves itself once
// more. The session gets a new token.
func (s Accounts) EnterSudo(ctx context.Context, password string) (*ent.Account, error) {
	b, err := browser(ctx)
	if err != nil {
		return nil, err
	}
	a, err := s.DB.Account.Get(ctx, viewer.ID(ctx))
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	ok, err := s.Passwords.Matches(ctx, password, a.PasswordHash)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, problem.In("password", problem.WrongCredentials, "The password is wrong.")
	}
	return s.openSudo(ctx, b)
}

// openSudo opens sudo mode for the session that asks and has just proven itself.
func (p Parts) openSudo(ctx context.Context, b Browser) (*ent.Account, error) {
	token, until := newToken(), p.Now().Add(sudoFor)
	expires, err := Accounts{p}.grant(ctx, token, until)
	if err != nil {
		return nil, err
	}
	b.Keep(SessionCookie, token, expires)
	v, _ := viewer.From(ctx)
	v.SudoUntil = until
	viewer.Become(ctx, v)
	a, err := p.DB.Account.Get(ctx, v.AccountID)
	return a, wrapped("load account", err)
}

// grant stores the session's new token and until when it is in sudo mode, and
// tells until when the session lasts.
func (s Accounts) grant(ctx context.Context, token string, until time.Time) (time.Time, error) {
	v, _ := viewer.From(ctx)
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (time.Time, error) {
		row, err := tx.Session.Get(ctx, v.SessionID)
		if ent.IsNotFound(err) {
			return time.Time{}, problem.Refuse(problem.Unauthenticated, "The session has ended. Sign in again.")
		} else if err != nil {
			return time.Time{}, fmt.Errorf("load session: %w", err)
		}
		err = tx.Session.Update().Where(session.ID(row.ID)).SetTokenDigest(digest(token)).SetSudoUntil(until).Exec(ctx)
		if err != nil {
			return time.Time{}, fmt.Errorf("enter sudo mode: %w", err)
		}
		return row.ExpiresAt, s.Log.Record(ctx, tx, &timeline.SudoGrantedEvent{})
	})
}

// A Door lets in who shows a session or a token.
type Door struct {
	Sessions Sessions
	Tokens   Tokens
}

// Again looks once more whether a viewer is still let in, and how it stands.
func (d Door) Again(ctx context.Context, v viewer.Viewer) (viewer.Viewer, error) {
	if v.TokenID != uuid.Nil {
		return d.Tokens.Again(ctx, v)
	}
	return d.Sessions.Again(ctx, v)
}
