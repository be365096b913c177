package deletion

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/app"
	entattempt "portico/ent/attempt"
	"portico/ent/ceremony"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/ent/mail"
	"portico/ent/resetrequest"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/naming"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// removedAtATime is how many rows one transaction changes: others want to write
// meanwhile.
const removedAtATime = 500

// leave takes the viewer's account off the apps of others. Apps are locked in the
// order of their ids.
func (s Closing) leave(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	rows, err := tx.Collaborator.Query().Where(collaborator.AccountID(a.ID)).Order(ent.Asc(collaborator.FieldAppID)).All(ctx)
	if err != nil {
		return fmt.Errorf("list collaborations: %w", err)
	}
	for _, c := range rows {
		if err := s.DB.Lock(ctx, tx, app.Table, c.AppID); err != nil {
			return err
		}
	}
	for some := range slices.Chunk(rows, removedAtATime) {
		if err := s.leaveSome(ctx, tx, a, some); err != nil {
			return err
		}
	}
	return nil
}

// leaveSome reads collaborations again, now that their apps are locked, and
// deletes them. There may be any number of invitations: anyone can send one.
func (s Closing) leaveSome(ctx context.Context, tx *ent.Tx, a *ent.Account, some []*ent.Collaborator) error {
	ids := make([]uuid.UUID, len(some))
	for i, c := range some {
		ids[i] = c.ID
	}
	// The invited can't see the app; its name is in the event.
	rows, err := tx.Collaborator.Query().Where(collaborator.IDIn(ids...)).Order(ent.Asc(collaborator.FieldAppID)).
		WithApp().All(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("list collaborations: %w", err)
	}
	for _, c := range rows {
		if err := tx.Collaborator.DeleteOne(c).Exec(ctx); err != nil {
			return fmt.Errorf("leave app: %w", err)
		}
		e := &timeline.CollaboratorRemovedEvent{OnApp: timeline.ForApp(c.Edges.App).To(a), Accepted: c.AcceptedAt != nil}
		if err := s.Log.Record(ctx, tx, e); err != nil {
			return err
		}
	}
	return nil
}

// RemoveJob removes the personal data of the accounts whose period of grace is over.
func (s Closing) RemoveJob() worker.Job {
	return worker.Due{
		Name: "remove closed accounts", DB: s.DB, Now: s.Now, Table: account.Table, Column: account.FieldClosingAt,
		Waiting: account.ClosedAtIsNil(), OwnerTable: account.Table, OwnerColumn: account.FieldID,
		Do: func(ctx context.Context, r *worker.Row) error { return s.remove(ctx, r.ID) },
	}.Job()
}

// pseudonym is what an account is called once it is deleted.
func pseudonym(id uuid.UUID) string { return naming.Deleted + hex.EncodeToString(id[10:]) }

// remove removes what is personal. A crash leaves the account due, and all of it
// is done again; it is marked as removed last.
func (s Closing) remove(ctx context.Context, id uuid.UUID) error {
	for _, step := range []func(context.Context, uuid.UUID) error{s.removeFiles, s.removeRows, s.forgetPushes, s.forgetEvents, s.markRemoved} {
		if err := step(ctx, id); errors.Is(err, errKept) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

// errKept: the account is not due any more, or somebody else has removed it.
var errKept = errors.New("the account is kept")

// owner is the context in which an account that nobody can sign in to acts.
func owner(ctx context.Context, id uuid.UUID) context.Context {
	return viewer.With(ctx, viewer.Viewer{AccountID: id, Username: pseudonym(id)})
}

func (s Closing) removeFiles(ctx context.Context, id uuid.UUID) error {
	exports, err := s.DB.DataExport.Query().IDs(owner(ctx, id))
	if err != nil {
		return fmt.Errorf("list exports: %w", err)
	}
	for _, e := range exports {
		if err := s.Discard(e); err != nil {
			return err
		}
	}
	return nil
}

// removeRows deletes what the account has and empties its own row.
func (s Closing) removeRows(ctx context.Context, id uuid.UUID) error {
	ctx = owner(ctx, id)
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
		if err := s.eraseTraces(ctx, tx, a); err != nil {
			return err
		}
		err = auth.Erase(ctx, tx.Session.Delete(), tx.PendingSignIn.Delete(), tx.Link.Delete(), tx.Device.Delete(),
			tx.APIToken.Delete(), tx.SSHKey.Delete(), tx.Passkey.Delete(), tx.Totp.Delete(), tx.RecoveryCode.Delete(),
			tx.GithubIdentity.Delete(), tx.EmailChange.Delete(), tx.DataExport.Delete())
		if err != nil {
			return err
		}
		if a, err = empty(tx.Account.UpdateOne(a)).Save(ctx); err != nil {
			return fmt.Errorf("empty account: %w", err)
		}
		return s.leave(ctx, tx, a) // it may have been invited since
	})
}

// empty takes what is personal out of an account's row. The address becomes what
// is none: nobody can sign in with it or have it.
func empty(u *ent.AccountUpdateOne) *ent.AccountUpdateOne {
	id, _ := u.Mutation().ID()
	name := pseudonym(id)
	return u.SetUsername(name).SetEmail(name).SetEmailKey(name).ClearEmailVerifiedAt().
		ClearPasswordHash().SetPasswordShort(false).AddCredentialVersion(1).
		SetFullName("").SetLocation("").SetCompany("").SetNewsletter(false).
		SetLanguage(account.DefaultLanguage).SetTheme(account.DefaultTheme).SetTimeZone(account.DefaultTimeZone)
}

// eraseTraces deletes what the platform keeps about an account in tables of its own.
// Counts of an email that the account had before stay for the two days that they are
// kept: it may be a stranger's, whom they protect from being sent more.
func (s Closing) eraseTraces(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	devices, err := tx.Device.Query().IDs(ctx)
	if err != nil {
		return fmt.Errorf("list devices: %w", err)
	}
	subjects := append(attempt.LoginsOf(a), attempt.OfAccount(a.ID), attempt.OfEmail(a.EmailKey))
	for _, id := range devices {
		subjects = append(subjects, attempt.DevicePrefix+id.String())
	}
	for some := range slices.Chunk(subjects, removedAtATime) {
		if err := auth.Erase(viewer.AsSystem(ctx), tx.Attempt.Delete().Where(entattempt.SubjectIn(some...))); err != nil {
			return err
		}
	}
	return auth.Erase(viewer.AsSystem(ctx),
		tx.Ceremony.Delete().Where(ceremony.AccountID(a.ID)),
		tx.ResetRequest.Delete().Where(resetrequest.EmailKey(a.EmailKey)),
		tx.Mail.Delete().Where(mail.Or(mail.AccountID(a.ID), mail.ToAddress(a.Email))))
}

// forgetPushes takes the account's name and keys off what it pushed.
func (s Closing) forgetPushes(ctx context.Context, id uuid.UUID) error {
	platform, name := viewer.AsSystem(ctx), pseudonym(id)
	for {
		n, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (int, error) {
			some, err := tx.Deployment.Query().Where(deployment.PusherID(id), deployment.PusherNameNEQ(name)).Limit(removedAtATime).IDs(platform)
			if err != nil || len(some) == 0 {
				return 0, err
			}
			return tx.Deployment.Update().Where(deployment.IDIn(some...)).SetPusherName(name).SetKeyFingerprint("").Save(platform)
		})
		if err != nil {
			return fmt.Errorf("anonymize deployments: %w", err)
		}
		if n == 0 {
			return nil
		}
	}
}

func (s Closing) forgetEvents(ctx context.Context, id uuid.UUID) error {
	return s.Log.Forget(ctx, id, pseudonym(id))
}

// markRemoved ends it, in the log too, and once.
func (s Closing) markRemoved(ctx context.Context, id uuid.UUID) error {
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
