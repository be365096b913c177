package auth

import (
	"context"
	"encoding/hex"
	"time"

	"portico/ent"
	"portico/internal/store"
)

// countSignUp counts a sign-up before it is looked at, for the network that it
// comes from. Who has been told often enough what is taken is told nothing more,
// not even that something is free.
func (s Accounts) countSignUp(ctx context.Context) error {
	site := siteOf(ctx)
	if site == "" {
		return nil
	}
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := s.Attempts.mayAsk(ctx, tx, site); err != nil {
			return err
		}
		ok, err := s.Attempts.within(ctx, tx, signUpTries, site, signUpsOfNetwork, time.Hour)
		if err == nil && !ok {
			err = tooManySignUps()
		}
		return err
	})
}

// ofEmail is the subject of an email address, whoever has it.
func ofEmail(key string) string { return "email:" + hex.EncodeToString(digest(key)[:16]) }
