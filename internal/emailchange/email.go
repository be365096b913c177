// Package emailchange verifies the email of an account and changes it, with the consent
// of both addresses, and lets the old address revert the change.
package emailchange

import (
	"context"
	"time"

	"portico/ent"
	"portico/ent/link"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/i18n"
	"portico/internal/maillink"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
)

const (
	// verifyFor is how long a link that verifies an address works.
	verifyFor = 48 * time.Hour
	// verifyAgain is how many times per hour it can be sent again.
	verifyAgain = 5
)

// Emails verifies and changes the emails of accounts.
type Emails struct {
	DB         *store.DB
	Log        *timeline.Log
	Outbox     notify.Outbox
	Now        func() time.Time
	Attempts   attempt.Limiter
	Links      maillink.Links
	Registrar  auth.Registrar
	Revocation auth.Revocation
}

// askToVerify emails a link that verifies an account's address.
func (s Emails) askToVerify(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	secret, err := s.Links.Replace(ctx, tx, a.ID, link.PurposeVERIFY_EMAIL, a.EmailKey, verifyFor)
	if err != nil {
		return err
	}
	return s.Outbox.Mail(ctx, tx, a, notify.Email{
		Kind:    "verify_email",
		Subject: i18n.Msg("Verify your email"),
		Lines:   []i18n.Message{i18n.Msg("The account %s was created with this email address. Verify it within %s so that we can reach you about your account.", a.Username, i18n.Duration(verifyFor))},
		Button:  &notify.Button{Label: i18n.Msg("Verify email"), Path: "/verify-email", Secret: secret},
		After:   []i18n.Message{i18n.Msg("Didn't create an account? You can ignore this email.")},
	})
}

// AskNewcomer does the same for a new account, unless another sign-up has already sent
// an email to the address today: the owner can have it sent again.
func (s Emails) AskNewcomer(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	ok, err := s.Attempts.MayEmail(ctx, tx, "sign_up_email", a.EmailKey, attempt.SignUpEmails)
	if err != nil || !ok {
		return err
	}
	return s.askToVerify(ctx, tx, a)
}

// Verify verifies an account's address with the secret that was emailed to it, and
// returns the address. The link keeps working until it expires: a second click, or a
// mail scanner's, is told that the address is verified.
func (s Emails) Verify(ctx context.Context, secret string) (string, error) {
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (string, error) {
		l, err := s.Links.Find(ctx, tx.Link, link.PurposeVERIFY_EMAIL, secret)
		if err != nil {
			return "", err
		}
		ctx := auth.As(ctx, l.Edges.Account)
		a, err := store.LockViewer(ctx, s.DB, tx)
		switch {
		case err != nil:
			return "", err
		case l.Subject != a.EmailKey: // it was sent to another address
			return "", maillink.Dead()
		case a.EmailVerifiedAt != nil:
			return "", problem.In("token", problem.AlreadyOn, "This email address is already verified.")
		}
		return a.Email, s.Registrar.Verified(ctx, tx, a)
	})
}

// Resend emails the link that verifies the viewer's address again. After too many
// requests it does nothing, silently.
func (s Emails) Resend(ctx context.Context) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		a, err := store.LockViewer(ctx, s.DB, tx)
		if err != nil {
			return err
		}
		if a.EmailVerifiedAt != nil {
			return problem.In("", problem.AlreadyOn, "This email address is already verified.")
		}
		ok, err := s.Attempts.Within(ctx, tx, "verification", attempt.OfAccount(a.ID), verifyAgain, time.Hour)
		if err == nil && ok {
			ok, err = s.Attempts.MayEmail(ctx, tx, "unverified_email", a.EmailKey, attempt.UnverifiedEmails)
		}
		if err != nil || !ok {
			return err
		}
		return s.askToVerify(ctx, tx, a)
	})
}
