package passkey

import (
	"context"
	"time"

	"portico/ent"
	"portico/ent/ceremony"
	"portico/ent/passkey"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Holding is an account's passkeys, and the ceremonies it has started.
func (s Passkeys) Holding() holding.Holding {
	return holding.Holding{
		Tables: []string{passkey.Table, ceremony.Table},
		Erase:  eraseAll, RevokeAll: erase, RevokeSince: s.removeSince,
		Files: []holding.File{{
			Name: "passkeys.json", About: i18n.Msg("Names of your passkeys"), Weight: 1, Write: holding.JSON(s.export),
		}},
	}
}

// eraseAll deletes the ceremonies too, which belong to the platform.
func eraseAll(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	if err := store.Erase(viewer.AsSystem(ctx), tx.Ceremony.Delete().Where(ceremony.AccountID(a.ID))); err != nil {
		return err
	}
	return erase(ctx, tx, a)
}

func erase(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.Passkey.Delete())
}

func (s Passkeys) removeSince(ctx context.Context, tx *ent.Tx, _ *ent.Account, since time.Time) error {
	which := passkey.CreatedAtGTE(since)
	return timeline.RemoveEach(ctx, s.Log, tx, tx.Passkey.Query().Where(which), tx.Passkey.Delete().Where(which), func(k *ent.Passkey) timeline.Event {
		return &timeline.PasskeyRemovedEvent{Name: k.Name}
	})
}

func (s Passkeys) export(ctx context.Context) ([]holding.Object, error) {
	rows, err := s.DB.Passkey.Query().All(ctx)
	return holding.Objects(rows, err, func(p *ent.Passkey) holding.Object {
		return holding.Object{"id": p.GlobalID(), "name": p.Name, "createdAt": p.CreatedAt, "lastUsedAt": p.LastUsedAt}
	})
}
