package maillink

import (
	"context"

	"portico/ent"
	"portico/ent/link"
	"portico/internal/holding"
	"portico/internal/store"
)

// Holding is an account's emailed links. While a deletion can be canceled, old
// addresses keep the links that revert a change of email.
func (p Links) Holding() holding.Holding {
	return holding.Holding{
		Tables: []string{link.Table},
		Close: func(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
			return store.Erase(ctx, tx.Link.Delete().Where(link.PurposeNEQ(link.PurposeREVERT_EMAIL)))
		},
		RevokeAll: erase, Erase: erase,
	}
}

func erase(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.Link.Delete())
}
