package auth

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/internal/store"
	"portico/internal/viewer"
)

// ViewerOf is the viewer's account.
func ViewerOf(ctx context.Context, db *store.DB) (*ent.Account, error) {
	a, err := db.Account.Get(ctx, viewer.ID(ctx))
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	return a, nil
}
