package notify

import (
	"context"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/mail"
	"portico/internal/holding"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Holding is the emails to an account that are in the outbox.
func (o Outbox) Holding() holding.Holding {
	return holding.Holding{
		Tables: []string{mail.Table},
		Erase:  erase,
		Secrets: []holding.Secrets{{
			Purpose: purpose, After: o.secretsAfter, Put: putSecret,
			Count: func(ctx context.Context) (int, error) { return o.DB.Mail.Query().Where(mail.SealedNotNil()).Count(ctx) },
		}},
	}
}

func erase(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	return store.Erase(viewer.AsSystem(ctx), tx.Mail.Delete().Where(mail.Or(mail.AccountID(a.ID), mail.ToAddress(a.Email))))
}

func (o Outbox) secretsAfter(ctx context.Context, id uuid.UUID, limit int) ([]holding.Secret, error) {
	rows, err := o.DB.Mail.Query().Where(mail.IDGT(id), mail.SealedNotNil()).Order(ent.Asc(mail.FieldID)).Limit(limit).All(ctx)
	return holding.SecretsIn(rows, err, func(r *ent.Mail) holding.Secret {
		return holding.Secret{Row: r.ID, Owner: r.ID.String(), Sealed: r.Sealed}
	})
}

func putSecret(ctx context.Context, tx *ent.Tx, old holding.Secret, updated []byte) error {
	return tx.Mail.Update().Where(mail.ID(old.Row), mail.Sealed(old.Sealed)).SetSealed(updated).Exec(ctx)
}
