// Package account is what an account keeps about itself: its profile and its
// SSH keys. How one gets in stands in package auth.
package account

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Current is the viewer's account, or nil when nobody is signed in.
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
