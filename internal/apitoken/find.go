package apitoken

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/apitoken"
	"portico/ent/predicate"
	"portico/internal/auth"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Find returns the viewer who holds a secret; none if it is wrong, malformed, or
// expired.
func (s Tokens) Find(ctx context.Context, secret, address string) (viewer.Viewer, bool, error) {
	if !randtoken.IsSecret(secret, prefix) {
		return viewer.Viewer{}, false, nil
	}
	t, v, err := s.find(ctx, apitoken.Digest(randtoken.Digest(secret)))
	if err != nil || t == nil {
		return v, false, err
	}
	if t.LastUsedAt == nil || s.Now().Sub(*t.LastUsedAt) >= auth.SeenTo {
		err = s.used(viewer.With(ctx, v), t.ID, address)
	}
	return v, err == nil, err
}

// Recheck checks a viewer's token again. One that was renewed since has another secret.
func (s Tokens) Recheck(ctx context.Context, v viewer.Viewer) (viewer.Viewer, error) {
	t, again, err := s.find(ctx, apitoken.And(apitoken.ID(v.TokenID), apitoken.Digest(v.TokenDigest)))
	if err == nil && t == nil {
		err = problem.Refuse(problem.Unauthenticated, "This token has expired or was revoked. Use another one.")
	}
	return again, err
}

// find reads a token with its account, before there is a viewer.
func (s Tokens) find(ctx context.Context, which predicate.APIToken) (*ent.APIToken, viewer.Viewer, error) {
	t, err := s.DB.APIToken.Query().Where(which, apitoken.ExpiresAtGT(s.Now())).WithAccount().Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) || err == nil && t.Edges.Account.ClosingAt != nil {
		return nil, viewer.Viewer{}, nil
	} else if err != nil {
		return nil, viewer.Viewer{}, fmt.Errorf("find token: %w", err)
	}
	v, _ := viewer.From(auth.As(ctx, t.Edges.Account))
	v.TokenID, v.TokenDigest, v.Scopes, v.Apps = t.ID, t.Digest, t.Scopes, t.AppIds
	return t, v, nil
}

// used remembers when a token was used, to the minute.
func (s Tokens) used(ctx context.Context, id uuid.UUID, address string) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		err := tx.APIToken.Update().Where(apitoken.ID(id)).
			SetLastUsedAt(s.Now().Truncate(auth.SeenTo)).SetLastUsedAddress(address).Exec(ctx)
		if err != nil {
			return fmt.Errorf("note use of token: %w", err)
		}
		return nil
	})
}
