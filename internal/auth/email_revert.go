package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/emailchange"
	"portico/ent/link"
	"portico/internal/i18n"
	"portico/internal/naming"
	"portico/internal/notify"
)

// revertible are the viewer's changes of email that the old address can still revert,
// by a link that was mailed to it, and until when the last of them can be.
func (p Emails) revertible(ctx context.Context, db *ent.Client) (changes []*ent.EmailChange, until time.Time, err error) {
	links, err := db.Link.Query().Where(link.PurposeEQ(link.PurposeREVERT_EMAIL), link.ExpiresAtGT(p.Now())).All(ctx)
	if err != nil {
		return nil, until, fmt.Errorf("find links that revert: %w", err)
	}
	if len(links) == 0 {
		return nil, until, nil
	}
	ids := make([]uuid.UUID, len(links))
	for i, l := range links {
		ids[i], _ = changeOf(l)
		if l.ExpiresAt.After(until) {
			until = l.ExpiresAt
		}
	}
	changes, err = db.EmailChange.Query().Where(emailchange.IDIn(ids...)).All(ctx)
	return changes, until, wrapped("find changes of email", err)
}

// markReverted marks a change of email as reverted, and with it those made since. A
// change from before stays: its old address has a link of its own, which whoever
// took the account and its next address must not be able to void.
func (p Emails) markReverted(ctx context.Context, tx *ent.Tx, c *ent.EmailChange) error {
	since, err := tx.EmailChange.Query().Where(emailchange.StateEQ(emailchange.StateAPPLIED), emailchange.IDGTE(c.ID)).All(ctx)
	if err != nil {
		return fmt.Errorf("find changes of email: %w", err)
	}
	ids, subjects := make([]uuid.UUID, len(since)), make([]string, len(since))
	for i, c := range since {
		ids[i], subjects[i] = c.ID, revertSubject(c)
	}
	err = tx.EmailChange.Update().Where(emailchange.IDIn(ids...)).SetState(emailchange.StateREVERTED).Exec(ctx)
	if err != nil {
		return fmt.Errorf("revert change of email: %w", err)
	}
	_, err = tx.Link.Delete().Where(link.PurposeEQ(link.PurposeREVERT_EMAIL), link.SubjectIn(subjects...)).Exec(ctx)
	return wrapped("void links that revert", err)
}

// warnOldAddresses tells the addresses that can revert a change of email that the
// account is being deleted. Whoever changed the email may be deleting it too: these
// links work until the data is removed, and cancel the deletion.
func (s Closing) warnOldAddresses(ctx context.Context, tx *ent.Tx, a *ent.Account, changes []*ent.EmailChange, due time.Time) error {
	err := tx.Link.Update().Where(link.PurposeEQ(link.PurposeREVERT_EMAIL), link.ExpiresAtGT(s.Now())).SetExpiresAt(due).Exec(ctx)
	if err != nil {
		return fmt.Errorf("extend links that revert: %w", err)
	}
	for _, c := range changes {
		if naming.EmailKey(c.OldEmail) == a.EmailKey {
			continue
		}
		secret, err := s.Links.anotherLinkTo(ctx, tx, a.ID, link.PurposeREVERT_EMAIL, revertSubject(c), due.Sub(s.Now()))
		if err != nil {
			return err
		}
		if err := s.Outbox.From(ctx, tx, a, deletionWarning(a, c.OldEmail, secret, due)); err != nil {
			return err
		}
	}
	return nil
}

func deletionWarning(a *ent.Account, to, secret string, due time.Time) notify.Letter {
	lang := string(a.Language)
	return notify.Letter{
		Kind: "account_deletion_warning", To: to,
		Subject: i18n.Say(lang, "Your former account is being deleted"),
		Lines: []string{
			i18n.Say(lang, "The deletion of the account %s was confirmed. This was its email address before it was changed to %s.", a.Username, a.Email),
			i18n.Say(lang, "If this wasn't you, restore the account before %s. This brings back your email address, cancels the deletion, signs out every device, clears the password, and removes the sign-in methods and SSH keys added since the change was requested.", notify.In(a, due)),
		},
		Button: &notify.Button{Label: i18n.Say(lang, "Restore my account"), Path: "/revert-email-change", Secret: secret},
	}
}
