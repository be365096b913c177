package signin

import (
	"context"

	"portico/ent"
	"portico/ent/resetrequest"
	"portico/internal/holding"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Holding is the requests to reset the password of the account with an address.
func (s Recovery) Holding() holding.Holding {
	return holding.Holding{Tables: []string{resetrequest.Table}, Erase: eraseRequests}
}

func eraseRequests(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	return store.Erase(viewer.AsSystem(ctx), tx.ResetRequest.Delete().Where(resetrequest.EmailKey(a.EmailKey)))
}
