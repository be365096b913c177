package auth

import (
	"context"

	"portico/ent"
	"portico/internal/notify"
	"portico/internal/timeline"
)

// Changed ends the sign-ins under way of an account whose ways in have changed,
// tells its owner, and records it as the viewer's act.
func (p Sessions) Changed(ctx context.Context, tx *ent.Tx, a *ent.Account, e timeline.Event, email notify.Email) error {
	if err := p.voidSteps(ctx, tx, a.ID); err != nil {
		return err
	}
	if err := p.Outbox.Tell(ctx, tx, a, email); err != nil {
		return err
	}
	return p.Log.Record(ctx, tx, e)
}
