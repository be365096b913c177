package auth

import (
	"context"

	"portico/ent"
	"portico/internal/notify"
)

// mail posts a letter to an account's stored address, unless it says to another.
func (p Parts) mail(ctx context.Context, tx *ent.Tx, a *ent.Account, l notify.Letter) error {
	return p.Outbox.Mail(ctx, tx, a, l)
}

// tell mails what happened to an account's security.
func (p Parts) tell(ctx context.Context, tx *ent.Tx, a *ent.Account, l notify.Letter) error {
	return p.Outbox.Tell(ctx, tx, a, l)
}
