package auth

import (
	"context"

	"portico/ent"
	"portico/ent/ceremony"
	"portico/ent/link"
	"portico/ent/oauthstate"
	"portico/ent/pendingsignin"
	"portico/ent/session"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Sweep deletes what has expired: sessions, emailed links, and unfinished sign-ins.
func (p Sessions) Sweep(ctx context.Context) error {
	platform, now := viewer.AsSystem(ctx), p.Now()
	return store.Do(ctx, p.DB, func(tx *ent.Tx) error {
		return store.Erase(platform,
			tx.Session.Delete().Where(session.ExpiresAtLTE(now)),
			tx.PendingSignIn.Delete().Where(pendingsignin.ExpiresAtLTE(now)),
			tx.Link.Delete().Where(link.ExpiresAtLTE(now)),
			tx.Ceremony.Delete().Where(ceremony.ExpiresAtLTE(now)),
			tx.OAuthState.Delete().Where(oauthstate.ExpiresAtLTE(now)))
	})
}
