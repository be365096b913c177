package auth

import (
	"context"

	"portico/ent"
	"portico/ent/link"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Unlock ends the locks of an account, by an emailed secret.
func (s Accounts) Unlock(ctx context.Context, secret string) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		l, err := s.Links.follow(ctx, tx, link.PurposeUNLOCK, secret)
		if err != nil {
			return err
		}
		if err := s.Attempts.forgetGuesses(ctx, tx, l.Edges.Account); err != nil {
			return err
		}
		if err := s.Attempts.forgive(ctx, tx, try{brake: factorBrake, subject: ofAccount(l.AccountID)}); err != nil {
			return err
		}
		return s.Log.Record(As(ctx, l.Edges.Account), tx, &timeline.LoginUnlockedEvent{})
	})
}
