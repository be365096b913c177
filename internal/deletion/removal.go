package deletion

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/naming"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// RemoveJob removes the personal data of accounts whose grace period is over.
// It takes as long as the history of an account is.
func (s Deletions) RemoveJob() worker.Job {
	return worker.Due{
		Name: "remove closed accounts", DB: s.DB, Now: s.Now, Table: account.Table, Column: account.FieldClosingAt,
		Waiting: account.ClosedAtIsNil(), OwnerTable: account.Table, OwnerColumn: account.FieldID, Slow: true,
		Do: func(ctx context.Context, r *worker.Row) error { return s.remove(ctx, r.ID) },
	}.Job()
}

// pseudonym is the name of a deleted account.
func pseudonym(id uuid.UUID) string { return naming.Deleted + hex.EncodeToString(id[10:]) }

// remove removes personal data. After a crash the account is still due, and everything
// is done again: marking it as removed comes last.
func (s Deletions) remove(ctx context.Context, id uuid.UUID) error {
	as := owner(ctx, id)
	for _, step := range []func() error{
		func() error { return s.Holdings.EraseFiles(as) },
		func() error { return s.removeRows(as, id) },
		func() error { return s.Holdings.Anonymize(as, pseudonym(id)) },
		func() error { return s.markRemoved(ctx, id) },
	} {
		if err := step(); errors.Is(err, errKept) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

// errKept means that the account is no longer due, or another worker has removed it.
var errKept = errors.New("the account is kept")

// owner is the context of an account that nobody can sign in to.
func owner(ctx context.Context, id uuid.UUID) context.Context {
	return viewer.With(ctx, viewer.Viewer{AccountID: id, Username: pseudonym(id)})
}

// removeRows deletes an account's rows and empties its own.
func (s Deletions) removeRows(ctx context.Context, id uuid.UUID) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := s.DB.Lock(ctx, tx, account.Table, id); err != nil {
			return err
		}
		a, err := tx.Account.Get(ctx, id)
		if err != nil {
			return fmt.Errorf("load account: %w", err)
		}
		if a.ClosingAt == nil || a.ClosedAt != nil {
			return errKept
		}
		if err := s.Holdings.Erase(ctx, tx, a); err != nil {
			return err
		}
		if a, err = empty(tx.Account.UpdateOne(a)).Save(ctx); err != nil {
			return fmt.Errorf("empty account: %w", err)
		}
		return s.Holdings.Leave(ctx, tx, a) // it may have been invited since
	})
}

// empty clears the personal fields of an account's row. Its address becomes an invalid
// one: nobody can sign in with it or have it.
func empty(u *ent.AccountUpdateOne) *ent.AccountUpdateOne {
	id, _ := u.Mutation().ID()
	name := pseudonym(id)
	return u.SetUsername(name).SetEmail(name).SetEmailKey(name).ClearEmailVerifiedAt().
		ClearPasswordHash().SetPasswordShort(false).AddCredentialVersion(1).
		SetFullName("").SetLocation("").SetCompany("").SetNewsletter(false).
		SetLanguage(account.DefaultLanguage).SetTheme(account.DefaultTheme).SetTimeZone(account.DefaultTimeZone)
}

// markRemoved completes the removal, in the log too, exactly once.
func (s Deletions) markRemoved(ctx context.Context, id uuid.UUID) error {
	platform := viewer.AsSystem(ctx)
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := s.DB.Lock(ctx, tx, account.Table, id); err != nil {
			return err
		}
		n, err := tx.Account.Update().Where(account.ID(id), account.ClosedAtIsNil()).SetClosedAt(s.Now()).Save(platform)
		if err != nil {
			return fmt.Errorf("mark account as removed: %w", err)
		}
		if n == 0 {
			return errKept
		}
		gone := &ent.Account{ID: id, Username: pseudonym(id)}
		return s.Log.Record(platform, tx, &timeline.AccountDeletedEvent{OnAccount: timeline.ForAccount(gone)})
	})
}
