package signin

import (
	"context"

	"portico/ent"
	"portico/ent/link"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Unlock unlocks an account with an emailed secret.
func (s Accounts) Unlock(ctx context.Context, secret string) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		l, err := s.Links.Use(ctx, tx, link.PurposeUNLOCK, secret)
		if err != nil {
			return err
		}
		if err := s.Attempts.ForgetGuesses(ctx, tx, l.Edges.Account); err != nil {
			return err
		}
		if err := s.Attempts.Forgive(ctx, tx, attempt.Attempt{Limit: attempt.FactorLimit, Subject: attempt.OfAccount(l.AccountID)}); err != nil {
			return err
		}
		return s.Log.Record(auth.As(ctx, l.Edges.Account), tx, &timeline.LoginUnlockedEvent{})
	})
}
