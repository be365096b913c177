// Package account is what an account manages about itself: its profile, its SSH keys,
// and its data exports. Signing in is package auth's.
package account

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Current is the viewer's account, or nil if nobody is signed in.
func Current(ctx context.Context, db *store.DB) (*ent.Account, error) {
	v, ok := viewer.From(ctx)
	if !ok {
		return nil, nil
	}
	a, err := db.Account.Query().Where(account.ID(v.AccountID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	return a, nil
}
