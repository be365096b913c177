package emailchange

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/emailchange"
	"portico/ent/link"
	"portico/ent/predicate"
	"portico/internal/auth"
	"portico/internal/i18n"
	"portico/internal/maillink"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// revertFor is how long the old address can revert a change.
const revertFor = 7 * 24 * time.Hour

// open selects the changes that can still take effect: those that can be confirmed, and
// those that wait for their day.
func (s Emails) open() predicate.EmailChange {
	return emailchange.Or(emailchange.ExpiresAtGT(s.Now()), emailchange.DueAtNotNil())
}

// Confirm confirms an email change with the secret that was emailed to the new or the
// old address. Once both have confirmed, it takes effect.
func (s Emails) Confirm(ctx context.Context, secret string) (Confirmation, error) {
	out, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (Confirmation, error) {
		l, err := s.Links.Use(ctx, tx, link.PurposeCONFIRM_NEW_EMAIL, secret)
		if _, dead := problem.InputsOf(err); dead {
			l, err = s.Links.Use(ctx, tx, link.PurposeCONFIRM_OLD_EMAIL, secret)
		}
		if err != nil {
			return Confirmation{}, err
		}
		c, err := s.change(ctx, tx.EmailChange, l, emailchange.StatePENDING)
		if err != nil {
			return Confirmation{}, err
		}
		if c, err = s.confirm(ctx, tx, c, l.Purpose); err != nil {
			return Confirmation{}, err
		}
		out := Confirmation{NewEmail: c.NewEmail, StepsLeft: stepsLeft(c)}
		if !out.Applied() {
			return out, nil
		}
		a := l.Edges.Account
		return out, s.apply(auth.As(ctx, a), tx, a, c)
	})
	return out, s.raced(err)
}

// change is the email change that a link is about, if it is in a given state.
func (s Emails) change(ctx context.Context, changes *ent.EmailChangeClient, l *ent.Link, state emailchange.State) (*ent.EmailChange, error) {
	id, err := changeOf(l)
	if err != nil {
		return nil, fmt.Errorf("read link: %w", err)
	}
	c, err := changes.Query().Where(emailchange.ID(id), emailchange.AccountID(l.AccountID), emailchange.StateEQ(state)).Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		return nil, maillink.Dead()
	}
	return c, problem.Wrap("find change of address", err)
}

// changeOf is the ID of the email change that a link is about.
func changeOf(l *ent.Link) (uuid.UUID, error) { return uuid.Parse(l.Subject) }

// confirm notes which address has confirmed. If the old inbox is lost, confirming the
// new address schedules the change.
func (s Emails) confirm(ctx context.Context, tx *ent.Tx, c *ent.EmailChange, by link.Purpose) (*ent.EmailChange, error) {
	u := tx.EmailChange.UpdateOneID(c.ID)
	switch {
	case by == link.PurposeCONFIRM_OLD_EMAIL:
		u.SetOldConfirmedAt(s.Now())
	case c.OldLost:
		u.SetNewConfirmedAt(s.Now()).SetDueAt(c.CreatedAt.Add(lostFor))
	default:
		u.SetNewConfirmedAt(s.Now())
	}
	store.After(tx, s.Outbox.Wake)
	c, err := u.Save(viewer.AsSystem(ctx))
	return c, problem.Wrap("confirm change of address", err)
}

// errAddressTaken means that another account got the address first.
var errAddressTaken = errors.New("address is taken")

// raced returns that an address was taken meanwhile. The change stays pending.
func (s Emails) raced(err error) error {
	if errors.Is(err, errAddressTaken) {
		return problem.In("", problem.Taken, "Another account now uses this email address.")
	}
	return err
}

// move gives an account another address, which it has proven to own. Links that were
// sent to the old one stop working.
func (s Emails) move(ctx context.Context, tx *ent.Tx, a *ent.Account, email, key string) (*ent.Account, error) {
	platform := viewer.AsSystem(ctx)
	if taken, err := s.taken(ctx, tx, a.ID, key); err != nil {
		return nil, err
	} else if taken {
		return nil, errAddressTaken
	}
	moved, err := tx.Account.UpdateOneID(a.ID).SetEmail(email).SetEmailKey(key).SetEmailVerifiedAt(s.Now()).Save(platform)
	if ent.IsConstraintError(err) {
		return nil, errAddressTaken
	} else if err != nil {
		return nil, fmt.Errorf("change address: %w", err)
	}
	_, err = tx.Link.Delete().Where(link.AccountID(a.ID), link.PurposeNEQ(link.PurposeREVERT_EMAIL)).Exec(platform)
	if err != nil {
		return nil, fmt.Errorf("void links: %w", err)
	}
	return moved, s.Log.Record(ctx, tx, &timeline.EmailChangedEvent{OnAccount: timeline.ForAccount(a), Email: email, PreviousEmail: a.Email})
}

// apply makes an email change take effect, and tells both addresses. Each old address
// keeps its own way to revert: moving on to a third one doesn't cut it off.
func (s Emails) apply(ctx context.Context, tx *ent.Tx, a *ent.Account, c *ent.EmailChange) error {
	moved, err := s.move(ctx, tx, a, c.NewEmail, naming.EmailKey(c.NewEmail))
	if err != nil {
		return err
	}
	err = tx.EmailChange.UpdateOneID(c.ID).SetState(emailchange.StateAPPLIED).SetAppliedAt(s.Now()).Exec(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("apply change of address: %w", err)
	}
	email := s.moved(moved, c.OldEmail, c.NewEmail)
	if err := s.Outbox.Tell(ctx, tx, moved, email); err != nil || a.EmailVerifiedAt == nil {
		return err // an old address that was never verified can't revert
	}
	secret, err := s.Links.Hold(ctx, tx, c, revertFor)
	if err != nil {
		return err
	}
	email.To = c.OldEmail
	email.Lines = append(email.Lines, i18n.Msg("Didn't do this? Undo it within %s. We'll sign out every device, clear the password, and remove the sign-in methods, API tokens, and SSH keys added since the change was requested.", i18n.Duration(revertFor)))
	email.Button = &notify.Button{Label: i18n.Msg("Undo email change"), Path: "/revert-email-change", Secret: secret}
	return s.Outbox.Tell(ctx, tx, moved, email)
}

// moved is the email about the new address.
func (s Emails) moved(a *ent.Account, from, to string) notify.Email {
	return notify.Email{
		Kind:    "email_changed",
		Subject: i18n.Msg("Your email was changed"),
		Lines:   []i18n.Message{i18n.Msg("The email of your account %s was changed from %s to %s.", a.Username, from, to)},
	}
}

// Revert restores an old address with the secret that was emailed to it, and returns
// the address. The person who changed it loses all access that they added.
func (s Emails) Revert(ctx context.Context, secret string) (string, error) {
	a, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Account, error) {
		l, err := s.Links.Use(ctx, tx, link.PurposeREVERT_EMAIL, secret)
		if err != nil {
			return nil, err
		}
		c, err := s.change(ctx, tx.EmailChange, l, emailchange.StateAPPLIED)
		if err != nil {
			return nil, err
		}
		return s.revert(auth.As(ctx, l.Edges.Account), tx, l.Edges.Account, c)
	})
	if err != nil {
		return "", s.raced(err)
	}
	return a.Email, nil
}

func (s Emails) revert(ctx context.Context, tx *ent.Tx, a *ent.Account, c *ent.EmailChange) (*ent.Account, error) {
	if a.ClosingAt != nil {
		if err := s.Registrar.KeepOpen(ctx, tx, a); err != nil {
			return nil, err
		}
	}
	if err := s.markReverted(ctx, tx, c); err != nil {
		return nil, err
	}
	if err := s.CancelPending(ctx, tx, a.ID); err != nil {
		return nil, err
	}
	if err := s.Revocation.RevokeSince(ctx, tx, a, c.CreatedAt); err != nil {
		return nil, err
	}
	moved, err := s.move(ctx, tx, a, c.OldEmail, naming.EmailKey(c.OldEmail))
	if err != nil {
		return nil, err
	}
	return moved, s.tellReverted(ctx, tx, a, moved)
}

// tellReverted emails both addresses that the old one is restored. Only the owner's
// email has the link that sets a new password.
func (s Emails) tellReverted(ctx context.Context, tx *ent.Tx, a, moved *ent.Account) error {
	email := s.moved(moved, a.Email, moved.Email)
	email.Lines = append(email.Lines, i18n.Msg("Every device was signed out, the password was cleared, and the sign-in methods, API tokens, and SSH keys added since the change was requested were removed."))
	if a.ClosingAt != nil {
		email.Lines = append(email.Lines, i18n.Msg("The deletion of the account was canceled. You need to create new API tokens."))
	}
	email.To = a.Email
	if err := s.Outbox.Tell(ctx, tx, moved, email); err != nil {
		return err
	}
	secret, err := s.Links.Replace(ctx, tx, a.ID, link.PurposeRESET_PASSWORD, moved.EmailKey, auth.ResetFor)
	if err != nil {
		return err
	}
	email.To = moved.Email
	email.Lines = append(email.Lines, i18n.Msg("Set a new password within %s. Then check the sign-in methods and keys that were there before the change, and who your apps are shared with.", i18n.Duration(auth.ResetFor)))
	email.Button = &notify.Button{Label: i18n.Msg("Set a new password"), Path: "/reset-password", Secret: secret}
	return s.Outbox.From(ctx, tx, moved, email)
}
