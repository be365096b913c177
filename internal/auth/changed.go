package auth

import (
	"context"

	"portico/ent"
	"portico/internal/notify"
	"portico/internal/timeline"
)

// Changed handles a change to an account's sign-in methods: it ends pending sign-ins,
// tells the owner, and records the event as the viewer's.
func (p Sessions) Changed(ctx context.Context, tx *ent.Tx, a *ent.Account, e timeline.Event, email notify.Email) error {
	if err := p.voidSteps(ctx, tx, a.ID); err != nil {
		return err
	}
	if err := p.Outbox.Tell(ctx, tx, a, email); err != nil {
		return err
	}
	return p.Log.Record(ctx, tx, e)
}
