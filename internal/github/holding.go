package github

import (
	"context"
	"encoding/hex"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/githubidentity"
	"portico/ent/oauthstate"
	"portico/internal/holding"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Holding is the link between an account and one on GitHub.
func (s Github) Holding() holding.Holding {
	return holding.Holding{
		Tables: []string{githubidentity.Table},
		Erase:  erase, RevokeAll: erase, RevokeSince: s.unlinkSince,
		Profile: s.export,
		Secrets: []holding.Secrets{{
			Purpose: sealedVerifier, After: s.secretsAfter, Put: putSecret,
			Count: func(ctx context.Context) (int, error) { return s.DB.OAuthState.Query().Count(ctx) },
		}},
	}
}

func erase(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.GithubIdentity.Delete())
}

func (s Github) unlinkSince(ctx context.Context, tx *ent.Tx, _ *ent.Account, since time.Time) error {
	which := githubidentity.CreatedAtGTE(since)
	return timeline.RemoveEach(ctx, s.Log, tx, tx.GithubIdentity.Query().Where(which), tx.GithubIdentity.Delete().Where(which), func(g *ent.GithubIdentity) timeline.Event {
		return &timeline.GithubUnlinkedEvent{Login: g.Login}
	})
}

func (s Github) export(ctx context.Context) (holding.Object, error) {
	g, err := s.Identity(ctx)
	if err != nil || g == nil {
		return nil, err
	}
	return holding.Object{"github": holding.Object{"login": g.Login, "id": g.GithubID, "linkedAt": g.CreatedAt}}, nil
}

func (s Github) secretsAfter(ctx context.Context, id uuid.UUID, limit int) ([]holding.Secret, error) {
	rows, err := s.DB.OAuthState.Query().Where(oauthstate.IDGT(id)).Order(ent.Asc(oauthstate.FieldID)).Limit(limit).All(ctx)
	return holding.SecretsIn(rows, err, func(r *ent.OAuthState) holding.Secret {
		return holding.Secret{Row: r.ID, Owner: hex.EncodeToString(r.Digest), Sealed: r.Verifier}
	})
}

func putSecret(ctx context.Context, tx *ent.Tx, old holding.Secret, updated []byte) error {
	return tx.OAuthState.Update().Where(oauthstate.ID(old.Row), oauthstate.Verifier(old.Sealed)).SetVerifier(updated).Exec(ctx)
}
