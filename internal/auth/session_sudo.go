package auth

import (
	"context"
	"fmt"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/session"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// OpenSudo opens sudo mode in the current session, if prove holds under the account's
// lock, and gives the browser the session's new token.
func (p Sessions) OpenSudo(ctx context.Context, b browser.Browser, was *ent.Account, prove func(*ent.Tx) error) (*ent.Account, error) {
	token, until := randtoken.New(), p.Now().Add(SudoFor)
	row, err := store.InTx(ctx, p.DB, func(tx *ent.Tx) (*ent.Session, error) {
		if err := p.DB.Lock(ctx, tx, account.Table, was.ID); err != nil {
			return nil, err
		}
		if err := prove(tx); err != nil {
			return nil, err
		}
		return p.grant(ctx, tx, was, token, until)
	})
	if err != nil {
		return nil, err
	}
	b.Keep(browser.SessionCookie, token, row.ExpiresAt)
	v, _ := viewer.From(ctx)
	v.SudoUntil = until
	viewer.Become(ctx, v)
	return was, nil
}

// grant stores the session's new token and when its sudo mode ends. What was proven
// before the transaction holds unless a credential has changed since: then the session
// has ended, or has an old version.
func (p Sessions) grant(ctx context.Context, tx *ent.Tx, was *ent.Account, token string, until time.Time) (*ent.Session, error) {
	row, err := p.Renew(ctx, tx, was.CredentialVersion, token, until)
	if err != nil {
		return nil, err
	}
	return row, p.Log.Record(ctx, tx, &timeline.SudoGrantedEvent{})
}

// Renew stores a new token of the current session and when its sudo mode ends, if the
// session has the version of the account's credentials.
func (p Sessions) Renew(ctx context.Context, tx *ent.Tx, version int64, token string, until time.Time) (*ent.Session, error) {
	v, _ := viewer.From(ctx)
	row, err := tx.Session.Query().Where(session.ID(v.SessionID), session.CredentialVersion(version)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Refuse(problem.Unauthenticated, "You've been signed out. Sign in again.")
	} else if err != nil {
		return nil, fmt.Errorf("load session: %w", err)
	}
	err = tx.Session.Update().Where(session.ID(row.ID)).SetTokenDigest(randtoken.Digest(token)).SetSudoUntil(until).Exec(ctx)
	return row, problem.Wrap("renew session", err)
}
