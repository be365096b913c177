package twofactor

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/recoverycode"
	"portico/ent/totp"
	"portico/internal/holding"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Holding is an account's authenticator app and recovery codes.
func (s Factors) Holding() holding.Holding {
	return holding.Holding{
		Tables: []string{totp.Table, recoverycode.Table},
		Erase:  erase, RevokeAll: erase, RevokeSince: s.removeSince,
		Profile: s.export,
		Secrets: []holding.Secrets{{
			Purpose: sealedApp, After: s.secretsAfter, Put: putSecret,
			Count: func(ctx context.Context) (int, error) { return s.DB.Totp.Query().Count(ctx) },
		}},
	}
}

func erase(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.Totp.Delete(), tx.RecoveryCode.Delete())
}

// removeSince removes an authenticator app that was turned on since a time, and
// recovery codes created since.
func (s Factors) removeSince(ctx context.Context, tx *ent.Tx, _ *ent.Account, since time.Time) error {
	err := store.Erase(ctx, tx.Totp.Delete().Where(totp.EnabledAtIsNil()), tx.RecoveryCode.Delete().Where(recoverycode.CreatedAtGTE(since)))
	if err != nil {
		return err
	}
	which := totp.EnabledAtGTE(since)
	return timeline.RemoveEach(ctx, s.Log, tx, tx.Totp.Query().Where(which), tx.Totp.Delete().Where(which), func(*ent.Totp) timeline.Event {
		return &timeline.TwoFactorDisabledEvent{}
	})
}

func (s Factors) export(ctx context.Context) (holding.Object, error) {
	row, err := s.DB.Totp.Query().First(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("load authenticator app: %w", err)
	}
	return holding.Object{"secondFactorSince": row.EnabledAt}, nil
}

func (s Factors) secretsAfter(ctx context.Context, id uuid.UUID, limit int) ([]holding.Secret, error) {
	rows, err := s.DB.Totp.Query().Where(totp.IDGT(id)).Order(ent.Asc(totp.FieldID)).Limit(limit).All(ctx)
	return holding.SecretsIn(rows, err, func(r *ent.Totp) holding.Secret {
		return holding.Secret{Row: r.ID, Owner: r.AccountID.String(), Sealed: r.Secret}
	})
}

func putSecret(ctx context.Context, tx *ent.Tx, old holding.Secret, updated []byte) error {
	return tx.Totp.Update().Where(totp.ID(old.Row), totp.Secret(old.Sealed)).SetSecret(updated).Exec(ctx)
}
