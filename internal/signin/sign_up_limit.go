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
