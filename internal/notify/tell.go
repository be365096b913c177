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

// Mail posts a letter to an account, in its language: to its stored address,
// unless the letter says to which other one.
func (o Outbox) Mail(ctx context.Context, tx *ent.Tx, a *ent.Account, l Letter) error {
	if l.To == "" {
		l.To = a.Email
	}
	l.Lang = string(a.Language)
	return o.Post(ctx, tx, a.ID, l)
}

// noticesUnverified is how many emails a day an address that nobody has verified is
// sent before it is told of nothing more.
const noticesUnverified = 20

// From posts a letter with when and from where it was asked for. An email that is not
// verified may be a stranger's, whom nobody can flood with what they do in an account
// that they made with it. Letters with a secret have limits of their own.
func (o Outbox) From(ctx context.Context, tx *ent.Tx, a *ent.Account, l Letter) error {
	if a.EmailVerifiedAt == nil && !l.secret() {
		sent, err := tx.Mail.Query().Where(mail.AccountID(a.ID), mail.CreatedAtGT(o.Now().Add(-24*time.Hour))).
			Limit(noticesUnverified).IDs(viewer.AsSystem(ctx))
		if err != nil {
			return fmt.Errorf("look for letters: %w", err)
		}
		if len(sent) >= noticesUnverified {
			return nil
		}
	}
	l.Facts = append(l.Facts, o.origin(ctx, a)...)
	return o.Mail(ctx, tx, a, l)
}

// Tell mails what happened to an account's security: when, from where, and what
// to do if it was somebody else.
func (o Outbox) Tell(ctx context.Context, tx *ent.Tx, a *ent.Account, l Letter) error {
	lang := string(a.Language)
	l.After = append(l.After, i18n.Say(lang, "If this was not you, change your password, end the other sessions, and look through your SSH keys and API tokens."))
	if l.Button == nil {
		l.Button = &Button{Label: i18n.Say(lang, "Look at your account"), Path: "/authentication"}
	}
	return o.From(ctx, tx, a, l)
}

// origin is when and from where something is done, as facts of a letter.
func (o Outbox) origin(ctx context.Context, a *ent.Account) []Fact {
	lang, from := string(a.Language), request.OriginOf(ctx)
	facts := []Fact{{Name: i18n.Say(lang, "When"), Value: In(a, o.Now())}}
	if from.Address != "" {
		facts = append(facts, Fact{Name: i18n.Say(lang, "From"), Value: from.Address})
	}
	if from.Device != "" {
		facts = append(facts, Fact{Name: i18n.Say(lang, "With"), Value: from.Device})
	}
	return facts
}

// In is an instant in an account's time zone.
func In(a *ent.Account, at time.Time) string {
	zone, err := time.LoadLocation(a.TimeZone)
	if err != nil {
		zone = time.UTC
	}
	return at.In(zone).Format("2006-01-02 15:04 MST")
}
