package emailchange

import (
	"context"

	"portico/ent"
	"portico/ent/emailchange"
	"portico/internal/holding"
	"portico/internal/store"
)

// Holding is the changes of an account's email. One that took effect stays while a
// deletion can be canceled: the old address can revert it.
func (s Emails) Holding() holding.Holding {
	return holding.Holding{
		Tables:    []string{emailchange.Table},
		Close:     func(ctx context.Context, tx *ent.Tx, a *ent.Account) error { return s.CancelPending(ctx, tx, a.ID) },
		RevokeAll: erase, Erase: erase,
	}
}

func erase(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.EmailChange.Delete())
}
