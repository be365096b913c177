package emailchange

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/emailchange"
	"portico/ent/link"
	"portico/ent/totp"
	"portico/internal/attempt"
	"portico/internal/i18n"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const (
	// confirmFor is how long an email change can be confirmed.
	confirmFor = 24 * time.Hour
	// lostFor is how long a change waits if the old inbox is lost.
	lostFor = 7 * 24 * time.Hour
	// changesAnHour limits how many emails an account sends to other people's
	// addresses, and what it learns about who has an account.
	changesAnHour = 5
)

// Pending returns the viewer's pending email change, or nil.
func (s Emails) Pending(ctx context.Context) (*ent.EmailChange, error) {
	c, err := s.DB.EmailChange.Query().Where(emailchange.StateEQ(emailchange.StatePENDING), s.open()).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return c, problem.Wrap("find change of address", err)
}

// RequestChange requests a change of email. It replaces an earlier request.
func (s Emails) RequestChange(ctx context.Context, address string, oldLost bool) (*ent.Account, error) {
	email, key, wrong := naming.Email("email", address)
	if wrong != nil {
		return nil, wrong
	}
	if err := s.countChange(ctx); err != nil {
		return nil, err
	}
	a, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Account, error) {
		a, err := store.LockViewer(ctx, s.DB, tx)
		if err != nil {
			return nil, err
		}
		oldLost := oldLost && a.EmailVerifiedAt != nil
		if err := s.mayChange(ctx, tx, a, key, oldLost); err != nil {
			return nil, err
		}
		if err := s.CancelPending(ctx, tx, a.ID); err != nil {
			return nil, err
		}
		return a, s.propose(ctx, tx, a, email, key, oldLost)
	})
	switch wrong, ok := problem.InputsOf(err); {
	case ok && wrong[0].Code == problem.Taken:
		return nil, s.Attempts.MayTell(ctx, err)
	case err != nil:
		return nil, err
	}
	return a.Unwrap(), nil
}

// mayChange returns what is wrong with a new address.
func (s Emails) mayChange(ctx context.Context, tx *ent.Tx, a *ent.Account, key string, oldLost bool) error {
	if key == a.EmailKey {
		return problem.In("email", problem.Unchanged, "This is already your email address.")
	}
	if taken, err := s.taken(ctx, tx, a.ID, key); err != nil {
		return err
	} else if taken {
		return problem.In("email", problem.Taken, "Another account uses this email address.")
	}
	if oldLost {
		on, err := tx.Totp.Query().Where(totp.EnabledAtNotNil()).Exist(ctx)
		if err != nil {
			return fmt.Errorf("look for second factor: %w", err)
		}
		if !on {
			return problem.In("oldMailboxLost", problem.SecondFactorNeeded, "To change your email without access to the old one, turn on two-factor authentication first.")
		}
	}
	ok, err := s.Attempts.MayEmail(ctx, tx, "unverified_email", key, attempt.UnverifiedEmails)
	if err == nil && !ok {
		err = attempt.TooManyEmails("email")
	}
	return err
}

// taken reports whether an account has an address, or can still get it back. The unique
// index has the last word.
func (s Emails) taken(ctx context.Context, tx *ent.Tx, id uuid.UUID, key string) (bool, error) {
	taken, err := tx.Account.Query().Where(account.EmailKey(key), account.IDNEQ(id)).Exist(viewer.AsSystem(ctx))
	if taken || err != nil {
		return taken, problem.Wrap("look for taken addresses", err)
	}
	return s.Links.Held(ctx, tx.Link, id, key)
}

// propose stores an email change, and sends the emails that confirm and cancel it. An
// address that was never verified may belong to someone else, because of a typo: it
// gets no email.
func (s Emails) propose(ctx context.Context, tx *ent.Tx, a *ent.Account, email, key string, oldLost bool) error {
	create := tx.EmailChange.Create().SetOldEmail(a.Email).SetNewEmail(email).SetNewKey(key).SetOldLost(oldLost).
		SetCreatedAt(s.Now()).SetExpiresAt(s.Now().Add(confirmFor))
	switch {
	case a.EmailVerifiedAt == nil:
		create.SetOldConfirmedAt(s.Now())
	case oldLost:
		create.SetNoticeAt(s.Now().Add(noticeEvery))
	}
	c, err := create.Save(ctx)
	if err != nil {
		return fmt.Errorf("save change of address: %w", err)
	}
	store.After(tx, s.Outbox.Wake)
	if err := s.askNew(ctx, tx, a, c); err != nil {
		return err
	}
	if err := s.tellOld(ctx, tx, a, c); err != nil {
		return err
	}
	return s.Log.Record(ctx, tx, &timeline.EmailChangeRequestedEvent{NewEmail: email})
}

func (s Emails) tellOld(ctx context.Context, tx *ent.Tx, a *ent.Account, c *ent.EmailChange) error {
	switch {
	case c.OldConfirmedAt != nil:
		return nil
	case c.OldLost:
		return s.warnOld(ctx, tx, a, c)
	}
	return s.askOld(ctx, tx, a, c)
}

// askNew emails the new address how to confirm it.
func (s Emails) askNew(ctx context.Context, tx *ent.Tx, a *ent.Account, c *ent.EmailChange) error {
	secret, err := s.Links.Replace(ctx, tx, a.ID, link.PurposeCONFIRM_NEW_EMAIL, c.ID.String(), confirmFor)
	if err != nil {
		return err
	}
	return s.Outbox.Mail(ctx, tx, a, notify.Email{
		Kind: "confirm_new_email", To: c.NewEmail,
		Subject: i18n.Msg("Confirm your new email"),
		Lines:   []i18n.Message{i18n.Msg("The Portico account %s wants to use this email address. Confirm it within %s.", a.Username, i18n.Duration(confirmFor))},
		Button:  &notify.Button{Label: i18n.Msg("Confirm email"), Path: "/confirm-email-change", Secret: secret},
		After:   []i18n.Message{i18n.Msg("Don't recognize this? Ignore this email and nothing will change.")},
	})
}

// askOld emails the old address how to confirm the change, or cancel it.
func (s Emails) askOld(ctx context.Context, tx *ent.Tx, a *ent.Account, c *ent.EmailChange) error {
	secret, err := s.Links.Replace(ctx, tx, a.ID, link.PurposeCONFIRM_OLD_EMAIL, c.ID.String(), confirmFor)
	if err != nil {
		return err
	}
	return s.Outbox.Tell(ctx, tx, a, notify.Email{
		Kind:    "confirm_old_email",
		Subject: i18n.Msg("Confirm your email change"),
		Lines:   []i18n.Message{i18n.Msg("Someone asked to change the email of your account %s to %s. It will change once both addresses confirm, within %s.", a.Username, c.NewEmail, i18n.Duration(confirmFor))},
		Button:  &notify.Button{Label: i18n.Msg("Confirm the change"), Path: "/confirm-email-change", Secret: secret},
		Other:   cancelButton(secret),
	})
}

// warnOld emails an old address that was reported lost how to cancel the change. Each
// of these emails works until the change takes effect.
func (s Emails) warnOld(ctx context.Context, tx *ent.Tx, a *ent.Account, c *ent.EmailChange) error {
	due := c.CreatedAt.Add(lostFor)
	secret, err := s.Links.Add(ctx, tx, a.ID, link.PurposeCONFIRM_OLD_EMAIL, c.ID.String(), due.Sub(s.Now()))
	if err != nil {
		return err
	}
	return s.Outbox.Tell(ctx, tx, a, notify.Email{
		Kind:    "email_change_notice",
		Subject: i18n.Msg("Your email is about to change"),
		Lines: []i18n.Message{
			i18n.Msg("Someone asked to change the email of your account %s to %s and said that this inbox is no longer available. Once the new address confirms, the change will happen automatically on %s.", a.Username, c.NewEmail, i18n.Instant(due)),
			i18n.Msg("If you're reading this and didn't request it, cancel the change now."),
		},
		Button: cancelButton(secret),
	})
}

func cancelButton(secret string) *notify.Button {
	return &notify.Button{Label: i18n.Msg("Cancel the change"), Path: "/cancel-email-change", Secret: secret}
}

// Cancel cancels the viewer's email change, and returns the address that stays.
func (s Emails) Cancel(ctx context.Context) (string, error) {
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (string, error) {
		a, err := store.LockViewer(ctx, s.DB, tx)
		if err != nil {
			return "", err
		}
		pending, err := tx.EmailChange.Query().Where(emailchange.StateEQ(emailchange.StatePENDING), s.open()).Exist(ctx)
		if err != nil {
			return "", fmt.Errorf("find change of address: %w", err)
		}
		if !pending {
			return "", problem.In("", problem.NotOn, "No email change is pending.")
		}
		return a.Email, s.CancelPending(ctx, tx, a.ID)
	})
}

// CancelByLink does the same with the secret that was emailed to the old address.
func (s Emails) CancelByLink(ctx context.Context, secret string) (string, error) {
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (string, error) {
		l, err := s.Links.Use(ctx, tx, link.PurposeCONFIRM_OLD_EMAIL, secret)
		if err != nil {
			return "", err
		}
		return l.Edges.Account.Email, s.CancelPending(ctx, tx, l.AccountID)
	})
}

// CancelPending cancels an account's pending email change, if any, and voids its links.
func (p Emails) CancelPending(ctx context.Context, tx *ent.Tx, id uuid.UUID) error {
	err := tx.EmailChange.Update().Where(emailchange.AccountID(id), emailchange.StateEQ(emailchange.StatePENDING)).
		SetState(emailchange.StateCANCELLED).Exec(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("cancel change of address: %w", err)
	}
	return p.Links.Void(ctx, tx, id, link.PurposeCONFIRM_NEW_EMAIL, link.PurposeCONFIRM_OLD_EMAIL)
}

// countChange counts a request for an email change before anything is checked: whether
// an address is taken reveals who has an account. It runs in its own transaction, so
// that refusing the request doesn't undo the count.
func (s Emails) countChange(ctx context.Context) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := s.Attempts.MayAsk(ctx, tx); err != nil {
			return err
		}
		ok, err := s.Attempts.Within(ctx, tx, "email_change", attempt.OfAccount(viewer.ID(ctx)), changesAnHour, time.Hour)
		if err == nil && !ok {
			err = problem.In("", problem.LimitReached, "You requested %d email changes within an hour. Try again later.", changesAnHour)
		}
		return err
	})
}
