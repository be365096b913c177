package signin

import (
	"context"
	"time"

	"portico/ent"
	"portico/internal/attempt"
	"portico/internal/browser"
	"portico/internal/store"
)

// countSignUp counts a sign-up before it is looked at, for the network that it
// comes from. Who has been told often enough what is taken is told nothing more,
// not even that something is free.
func (s Accounts) countSignUp(ctx context.Context) error {
	if len(browser.Networks(ctx)) == 0 {
		return nil
	}
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := s.Attempts.MayAsk(ctx, tx); err != nil {
			return err
		}
		ok, err := s.Attempts.WithinNetworks(ctx, tx, attempt.SignUpTries, attempt.SignUpsOfNetwork, time.Hour)
		if err == nil && !ok {
			err = attempt.TooManySignUps()
		}
		return err
	})
}
