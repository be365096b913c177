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
	site := browser.Site(ctx)
	if site == "" {
		return nil
	}
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := s.Attempts.MayAsk(ctx, tx, site); err != nil {
			return err
		}
		ok, err := s.Attempts.Within(ctx, tx, attempt.SignUpTries, site, attempt.SignUpsOfNetwork, time.Hour)
		if err == nil && !ok {
			err = attempt.TooManySignUps()
		}
		return err
	})
}
