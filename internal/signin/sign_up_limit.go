package signin

import (
	"context"
	"time"

	"portico/ent"
	"portico/internal/attempt"
	"portico/internal/browser"
	"portico/internal/store"
)

// countSignUp counts a sign-up for its network before anything is checked. A network
// that has often been told what is taken isn't told anything more, not even that
// something is available.
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
