package emailchange

import (
	"context"
	"errors"
	"fmt"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/emailchange"
	"portico/ent/predicate"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// noticeEvery is how often an old inbox that was reported lost gets a reminder.
const noticeEvery = 24 * time.Hour

// ExpireJob expires the changes that nobody confirmed in time.
func (s Emails) ExpireJob() worker.Job {
	return s.job("expire email changes", emailchange.FieldExpiresAt, s.inTx(s.expire), emailchange.DueAtIsNil())
}

// ApplyJob makes changes take effect once the old inbox is considered lost.
func (s Emails) ApplyJob() worker.Job {
	apply := s.inTx(s.apply)
	return s.job("apply email changes", emailchange.FieldDueAt, func(ctx context.Context, r *worker.Row) error {
		err := apply(ctx, r)
		if errors.Is(err, errAddressTaken) {
			return s.giveUp(ctx, r)
		}
		return err
	})
}

// RemindJob reminds old inboxes that were reported lost each day, once the new address
// has confirmed: until then the change just expires.
func (s Emails) RemindJob() worker.Job {
	return s.job("remind of email changes", emailchange.FieldNoticeAt, s.inTx(s.notice), emailchange.DueAtNotNil())
}

// job runs do on pending changes at the time in a column.
func (s Emails) job(name, column string, do func(context.Context, *worker.Row) error, which ...predicate.EmailChange) worker.Job {
	return worker.Due{
		Name: name, DB: s.DB, Now: s.Now, Table: emailchange.Table, Column: column,
		Waiting:    emailchange.And(append(which, emailchange.StateEQ(emailchange.StatePENDING))...),
		OwnerTable: account.Table, OwnerColumn: emailchange.FieldAccountID, Do: do,
	}.Job()
}

// inTx runs do on a change that is still due, and its account.
func (s Emails) inTx(do func(context.Context, *ent.Tx, *ent.Account, *ent.EmailChange) error) func(context.Context, *worker.Row) error {
	return func(ctx context.Context, r *worker.Row) error {
		platform := viewer.AsSystem(ctx)
		return r.InTx(platform, func(tx *ent.Tx) error {
			c, err := tx.EmailChange.Query().Where(emailchange.ID(r.ID)).WithAccount().Only(platform)
			if err != nil {
				return fmt.Errorf("load change of address: %w", err)
			}
			return do(platform, tx, c.Edges.Account, c)
		})
	}
}

func (s Emails) expire(ctx context.Context, tx *ent.Tx, a *ent.Account, _ *ent.EmailChange) error {
	return s.CancelPending(ctx, tx, a.ID)
}

// notice tells the old inbox, and schedules the next reminder. Once the change is due,
// there is nothing to cancel.
func (s Emails) notice(ctx context.Context, tx *ent.Tx, a *ent.Account, c *ent.EmailChange) error {
	now := s.Now()
	next := now.Add(noticeEvery)
	u := tx.EmailChange.UpdateOneID(c.ID).SetNoticeAt(next)
	if !next.Before(*c.DueAt) {
		u.ClearNoticeAt()
	}
	if err := u.Exec(ctx); err != nil {
		return fmt.Errorf("set next notice: %w", err)
	}
	if !c.DueAt.After(now) {
		return nil
	}
	return s.warnOld(ctx, tx, a, c)
}

// giveUp ends a change whose address another account has by now, and says so.
func (s Emails) giveUp(ctx context.Context, r *worker.Row) error {
	return s.inTx(func(ctx context.Context, tx *ent.Tx, a *ent.Account, _ *ent.EmailChange) error {
		if err := s.CancelPending(ctx, tx, a.ID); err != nil {
			return err
		}
		return s.Outbox.Mail(ctx, tx, a, notify.Email{
			Kind:    "email_change_cancelled",
			Subject: i18n.Msg("Your email was not changed"),
			Lines:   []i18n.Message{i18n.Msg("Your email change was canceled because another account now uses the new email address.")},
		})
	})(ctx, r)
}
