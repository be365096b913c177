package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/apitoken"
	"portico/ent/session"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// LockViewer locks the row of the viewer's account and loads it: what is read of the
// account afterwards, and of what it owns, stays true until tx ends. It refuses a
// viewer whose session or token has ended since the request started, and checks that
// after waiting for the lock: what ended them may have held it. Every mutation that
// changes something for a viewer calls it first, before it locks an app.
func LockViewer(ctx context.Context, db *DB, tx *ent.Tx) (*ent.Account, error) {
	v, _ := viewer.From(ctx)
	if err := db.Lock(ctx, tx, account.Table, v.AccountID); err != nil {
		return nil, err
	}
	a, err := tx.Account.Get(ctx, v.AccountID)
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	return a, stillSignedIn(ctx, tx, v, a)
}

func stillSignedIn(ctx context.Context, tx *ent.Tx, v viewer.Viewer, a *ent.Account) (err error) {
	there := true
	switch {
	case v.SessionID != uuid.Nil:
		there, err = tx.Session.Query().Where(session.ID(v.SessionID), session.CredentialVersion(a.CredentialVersion)).Exist(ctx)
	case v.TokenID != uuid.Nil:
		there, err = tx.APIToken.Query().Where(apitoken.ID(v.TokenID), apitoken.Digest(v.TokenDigest)).Exist(viewer.AsSystem(ctx))
	}
	if err != nil {
		return fmt.Errorf("look for session or token: %w", err)
	}
	if !there {
		return problem.Refuse(problem.Unauthenticated, "You've been signed out. Sign in again.")
	}
	return nil
}
