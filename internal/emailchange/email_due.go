package emailchange

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/emailchange"
	"portico/ent/predicate"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/store"
	"portico/internal/viewer"
)

// noticeEvery is how often an old mailbox that is said to be lost is told.
const noticeEvery = 24 * time.Hour

// Due does what is due with changes of address: old mailboxes are told each day,
// changes take effect on theirs, and what nobody confirmed in time ends. One that
// fails keeps no other from its turn.
func (s Emails) Due(ctx context.Context) error {
	now := s.Now()
	return errors.Join(
		s.each(ctx, s.expire, emailchange.ExpiresAtLTE(now), emailchange.DueAtIsNil()),
		s.each(ctx, s.effect, emailchange.DueAtLTE(now)),
		s.each(ctx, s.notice, emailchange.OldLost(true), emailchange.NoticedAtLTE(now.Add(-noticeEvery))),
	)
}

// each does something with every pending change of some sort, in a transaction
// for each.
func (s Emails) each(ctx context.Context, do func(context.Context, *ent.Tx, *ent.Account, *ent.EmailChange) error, which ...predicate.EmailChange) error {
	platform := viewer.AsSystem(ctx)
	which = append(which, emailchange.StateEQ(emailchange.StatePENDING))
	due, err := s.DB.EmailChange.Query().Where(which...).All(platform)
	if err != nil {
		return fmt.Errorf("find changes of address: %w", err)
	}
	var all error
	for _, c := range due {
		err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
			a, c, err := s.again(platform, tx, c, which)
			if err != nil || c == nil {
				return err
			}
			return do(platform, tx, a, c)
		})
		if errors.Is(err, errAddressTaken) {
			err = s.giveUp(platform, c.AccountID)
		}
		all = errors.Join(all, err)
	}
	return all
}

// again locks the account of a change and reads it once more; nil: somebody was
// faster.
func (s Emails) again(ctx context.Context, tx *ent.Tx, c *ent.EmailChange, which []predicate.EmailChange) (*ent.Account, *ent.EmailChange, error) {
	if err := s.DB.Lock(ctx, tx, account.Table, c.AccountID); err != nil {
		return nil, nil, err
	}
	c, err := tx.EmailChange.Query().Where(append(which, emailchange.ID(c.ID))...).WithAccount().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil, nil
	} else if err != nil {
		return nil, nil, fmt.Errorf("load change of address: %w", err)
	}
	return c.Edges.Account, c, nil
}

func (s Emails) expire(ctx context.Context, tx *ent.Tx, a *ent.Account, _ *ent.EmailChange) error {
	return s.CancelPending(ctx, tx, a.ID)
}

func (s Emails) effect(ctx context.Context, tx *ent.Tx, a *ent.Account, c *ent.EmailChange) error {
	return s.apply(ctx, tx, a, c)
}

func (s Emails) notice(ctx context.Context, tx *ent.Tx, a *ent.Account, c *ent.EmailChange) error {
	if err := tx.EmailChange.UpdateOneID(c.ID).SetNoticedAt(s.Now()).Exec(ctx); err != nil {
		return fmt.Errorf("note notice: %w", err)
	}
	return s.warnOld(ctx, tx, a, c)
}

// giveUp ends a change whose address somebody else has by now, and says so.
func (s Emails) giveUp(ctx context.Context, id uuid.UUID) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := s.DB.Lock(ctx, tx, account.Table, id); err != nil {
			return err
		}
		a, err := tx.Account.Get(ctx, id)
		if err != nil {
			return fmt.Errorf("load account: %w", err)
		}
		if err := s.CancelPending(ctx, tx, id); err != nil {
			return err
		}
		return s.Outbox.Mail(ctx, tx, a, notify.Email{
			Kind:    "email_change_cancelled",
			Subject: i18n.Msg("Your email was not changed"),
			Lines:   []i18n.Message{i18n.Msg("Your email change was canceled because another account now uses the new email address.")},
		})
	})
}
