package auth

import (
	"context"

	"portico/ent"
	"portico/internal/notify"
	"portico/internal/timeline"
)

// mail posts a letter to an account's stored address, unless it says to another.
func (p Parts) mail(ctx context.Context, tx *ent.Tx, a *ent.Account, l notify.Letter) error {
	return p.Outbox.Mail(ctx, tx, a, l)
}

// tell mails what happened to an account's security.
func (p Parts) tell(ctx context.Context, tx *ent.Tx, a *ent.Account, l notify.Letter) error {
	return p.Outbox.Tell(ctx, tx, a, l)
}

// changed ends the sign-ins under way of an account whose ways in have changed,
// tells its owner, and records it as the viewer's act.
func (p Parts) changed(ctx context.Context, tx *ent.Tx, a *ent.Account, e timeline.Event, l notify.Letter) error {
	if err := p.voidSteps(ctx, tx, a.ID); err != nil {
		return err
	}
	if err := p.tell(ctx, tx, a, l); err != nil {
		return err
	}
	return p.Log.Record(ctx, tx, e)
}
