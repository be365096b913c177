package auth

import (
	"context"
	"time"

	"portico/ent"
	"portico/internal/notify"
	"portico/internal/request"
	"portico/internal/speech"
)

// mail posts a letter to an account's stored address.
func (p Parts) mail(ctx context.Context, tx *ent.Tx, a *ent.Account, l notify.Letter) error {
	l.To, l.Lang = a.Email, string(a.Language)
	return p.Outbox.Post(ctx, tx, a.ID, l)
}

// tell mails what happened to an account's security: when, from where, and what
// to do if it was somebody else.
func (p Parts) tell(ctx context.Context, tx *ent.Tx, a *ent.Account, l notify.Letter) error {
	lang := string(a.Language)
	l.Facts = append(l.Facts, p.origin(ctx, a)...)
	l.After = append(l.After, speech.Say(lang, "If this was not you, change your password, end the other sessions, and look through your SSH keys and API tokens."))
	if l.Button == nil {
		l.Button = &notify.Button{Label: speech.Say(lang, "Look at your account"), Path: "/authentication"}
	}
	return p.mail(ctx, tx, a, l)
}

// origin is when and from where something is done, as facts of a letter.
func (p Parts) origin(ctx context.Context, a *ent.Account) []notify.Fact {
	lang, from := string(a.Language), request.OriginOf(ctx)
	facts := []notify.Fact{{Name: speech.Say(lang, "When"), Value: in(a, p.Now())}}
	if from.Address != "" {
		facts = append(facts, notify.Fact{Name: speech.Say(lang, "From"), Value: from.Address})
	}
	if from.Device != "" {
		facts = append(facts, notify.Fact{Name: speech.Say(lang, "With"), Value: from.Device})
	}
	return facts
}

// in is an instant in an account's time zone.
func in(a *ent.Account, at time.Time) string {
	return notify.Moment(a.TimeZone, at)
}
