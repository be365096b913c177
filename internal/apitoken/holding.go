package apitoken

import (
	"context"
	"time"

	"portico/ent"
	"portico/ent/apitoken"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Holding is the API tokens of an account.
func (s Tokens) Holding() holding.Holding {
	return holding.Holding{
		Tables: []string{apitoken.Table},
		Close:  erase, Erase: erase, RevokeAll: erase, RevokeSince: s.revokeSince,
		Files: []holding.File{{
			Name: "api-tokens.json", About: i18n.Msg("Your API tokens, without their secrets"), Weight: 2, Write: holding.JSON(s.export),
		}},
	}
}

func erase(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.APIToken.Delete())
}

// revokeSince revokes API tokens whose secret was created since a time.
func (s Tokens) revokeSince(ctx context.Context, tx *ent.Tx, _ *ent.Account, since time.Time) error {
	which := apitoken.RenewedAtGTE(since)
	return timeline.RemoveEach(ctx, s.Log, tx, tx.APIToken.Query().Where(which), tx.APIToken.Delete().Where(which), func(t *ent.APIToken) timeline.Event {
		return &timeline.APITokenRevokedEvent{Name: t.Name, LastFour: t.LastFour}
	})
}

func (s Tokens) export(ctx context.Context) ([]holding.Object, error) {
	rows, err := s.DB.APIToken.Query().All(ctx)
	return holding.Objects(rows, err, func(t *ent.APIToken) holding.Object {
		return holding.Object{
			"id": t.GlobalID(), "name": t.Name, "lastFour": t.LastFour, "scopes": t.Scopes, "apps": t.AppNames,
			"createdAt": t.CreatedAt, "renewedAt": t.RenewedAt, "expiresAt": t.ExpiresAt,
			"lastUsedAt": t.LastUsedAt, "lastUsedAddress": t.LastUsedAddress,
		}
	})
}
