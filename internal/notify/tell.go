package notify

import (
	"context"
	"fmt"
	"time"

	"portico/ent"
	"portico/ent/mail"
	"portico/internal/i18n"
	"portico/internal/request"
	"portico/internal/viewer"
)

// Mail sends an email to an account, in its language and time zone: to its stored
// address, unless the email names another.
func (o Outbox) Mail(ctx context.Context, tx *ent.Tx, a *ent.Account, e Email) error {
	if e.To == "" {
		e.To = a.Email
	}
	return o.Post(ctx, tx, a.ID, e.For(i18n.Reader{Language: string(a.Language), TimeZone: a.TimeZone}))
}

// noticesUnverified is how many emails per day are sent to an unverified address;
// beyond that it gets none.
const noticesUnverified = 20

// From sends an email with when and from where it was requested. An unverified address
// may be someone else's, and nobody should be able to flood it through an account they
// created with it. Emails with a secret have their own limits.
func (o Outbox) From(ctx context.Context, tx *ent.Tx, a *ent.Account, e Email) error {
	if a.EmailVerifiedAt == nil && !e.secret() {
		sent, err := tx.Mail.Query().Where(mail.AccountID(a.ID), mail.CreatedAtGT(o.Now().Add(-24*time.Hour))).
			Limit(noticesUnverified).IDs(viewer.AsSystem(ctx))
		if err != nil {
			return fmt.Errorf("look for emails: %w", err)
		}
		if len(sent) >= noticesUnverified {
			return nil
		}
	}
	e.Facts = append(e.Facts, o.origin(ctx)...)
	return o.Mail(ctx, tx, a, e)
}

// Tell emails what happened to an account's security: when, from where, and what to do
// if it was someone else.
func (o Outbox) Tell(ctx context.Context, tx *ent.Tx, a *ent.Account, e Email) error {
	e.After = append(e.After, i18n.Msg("If this was not you, change your password, end the other sessions, and look through your SSH keys and API tokens."))
	if e.Button == nil {
		e.Button = &Button{Label: i18n.Msg("Look at your account"), Path: "/authentication"}
	}
	return o.From(ctx, tx, a, e)
}

// origin is when and from where something is done, as facts of an email.
func (o Outbox) origin(ctx context.Context) []Fact {
	from := request.OriginOf(ctx)
	facts := []Fact{{i18n.Msg("When"), i18n.Instant(o.Now())}}
	if from.Address != "" {
		facts = append(facts, Fact{i18n.Msg("From"), i18n.Text(from.Address)})
	}
	if from.Device != "" {
		facts = append(facts, Fact{i18n.Msg("With"), request.Device(from.Device)})
	}
	return facts
}
