package signin

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/link"
	"portico/ent/resetrequest"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/i18n"
	"portico/internal/maillink"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/request"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
	"portico/internal/worker"
)

const (
	// resetsOfNetwork and resetsOfAccount are how many an hour are answered.
	resetsOfNetwork = 10
	resetsOfAccount = 3
)

// Recovery sets passwords that were forgotten.
type Recovery struct {
	DB            *store.DB
	Log           *timeline.Log
	Outbox        notify.Outbox
	Now           func() time.Time
	Passwords     *passwords.Hasher
	PasswordStore auth.Passwords
	Attempts      attempt.Limiter
	Links         maillink.Links
	Sessions      auth.Sessions
	Registrar     auth.Registrar
	Revocation    auth.Revocation
}

// Request asks for a link that sets the password of whoever has an address. What
// is done now, and what is said, does not depend on whether anybody has: the
// worker answers.
func (s Recovery) Request(ctx context.Context, address string) error {
	_, key, wrong := naming.Email("email", address)
	if wrong != nil {
		return wrong
	}
	from := request.OriginOf(ctx)
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		ok, err := s.Attempts.WithinNetworks(ctx, tx, "password_reset", resetsOfNetwork, time.Hour)
		if err != nil || !ok {
			return err
		}
		err = tx.ResetRequest.Create().SetEmailKey(key).SetAddress(from.Address).SetDevice(from.Device).
			SetCreatedAt(s.Now()).SetDueAt(s.Now()).Exec(viewer.AsSystem(ctx))
		if err != nil {
			return fmt.Errorf("save reset request: %w", err)
		}
		store.After(tx, s.Outbox.Wake)
		return nil
	})
}

// AnswerJob answers what was asked for. A request that keeps failing is given up: who
// still waits asks again.
func (s Recovery) AnswerJob() worker.Job {
	return worker.Queue{
		Name: "answer password resets", DB: s.DB, Now: s.Now, Table: resetrequest.Table,
		Lease: time.Minute, Retry: time.Minute, MaxTries: 5,
		Do:     func(ctx context.Context, l *worker.Lease) error { return s.answerAs(viewer.AsSystem(ctx), l.Row) },
		Failed: s.notAnswered,
	}.Job()
}

// answerAs answers a request as if its answer were given where it came from.
func (s Recovery) answerAs(ctx context.Context, id uuid.UUID) error {
	r, err := s.DB.ResetRequest.Get(ctx, id)
	if ent.IsNotFound(err) {
		return worker.ErrLost
	} else if err != nil {
		return fmt.Errorf("load reset request: %w", err)
	}
	ctx = request.WithOrigin(ctx, request.Origin{Address: r.Address, Device: r.Device})
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error { return s.answer(ctx, tx, r) })
}

// notAnswered forgets a request that was given up.
func (s Recovery) notAnswered(ctx context.Context, tx *ent.Tx, id uuid.UUID, _ error, givenUp bool) error {
	if !givenUp {
		return nil
	}
	_, err := tx.ResetRequest.Delete().Where(resetrequest.ID(id)).Exec(viewer.AsSystem(ctx))
	return err
}

// answer mails the link where the address is somebody's. An account that is being
// deleted gets none.
func (s Recovery) answer(ctx context.Context, tx *ent.Tx, r *ent.ResetRequest) error {
	n, err := tx.ResetRequest.Delete().Where(resetrequest.ID(r.ID)).Exec(ctx)
	if err != nil || n == 0 { // somebody was faster
		return problem.Wrap("take reset request", err)
	}
	id, err := tx.Account.Query().Where(account.EmailKey(r.EmailKey), account.ClosingAtIsNil()).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err == nil {
		err = s.DB.Lock(ctx, tx, account.Table, id)
	}
	if err != nil {
		return fmt.Errorf("find account: %w", err)
	}
	a, err := tx.Account.Get(ctx, id)
	if err != nil || a.EmailKey != r.EmailKey { // it has just moved
		return problem.Wrap("load account", err)
	}
	ok, err := s.Attempts.Within(ctx, tx, "password_reset", attempt.OfAccount(a.ID), resetsOfAccount, time.Hour)
	if err == nil && ok && a.EmailVerifiedAt == nil {
		ok, err = s.Attempts.MayEmail(ctx, tx, "unverified_reset", a.EmailKey, attempt.UnverifiedEmails)
	}
	if err != nil || !ok {
		return err
	}
	return s.offer(ctx, tx, a)
}

// offer mails the link that sets a password, to the stored address.
func (s Recovery) offer(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	secret, err := s.Links.Replace(ctx, tx, a.ID, link.PurposeRESET_PASSWORD, a.EmailKey, auth.ResetFor)
	if err != nil {
		return err
	}
	email := notify.Email{
		Kind:    "reset_password",
		Subject: i18n.Msg("Set a new password"),
		Lines:   []i18n.Message{i18n.Msg("We received a request to reset the password of your account %s. The link expires in %s.", a.Username, i18n.Duration(auth.ResetFor))},
		Button:  &notify.Button{Label: i18n.Msg("Set a new password"), Path: "/reset-password", Secret: secret},
		After:   []i18n.Message{i18n.Msg("Didn't request this? Ignore this email and your password won't change.")},
	}
	if err := s.Outbox.From(ctx, tx, a, email); err != nil {
		return err
	}
	return s.Log.Record(ctx, tx, &timeline.PasswordResetRequestedEvent{OnAccount: timeline.ForAccount(a)})
}

// Reset sets a password by the mailed secret and tells the name to sign in with.
// All sessions end, and nobody is signed in by it. A password that is refused
// leaves the link as it is.
func (s Recovery) Reset(ctx context.Context, secret, password string) (string, error) {
	l, err := s.Links.Find(ctx, s.DB.Link, link.PurposeRESET_PASSWORD, secret)
	if err != nil {
		return "", err
	}
	wrong, err := s.PasswordStore.CheckNew(ctx, l.Edges.Account, "password", password)
	if err == nil {
		err = problem.Collect(wrong)
	}
	if err != nil {
		return "", err
	}
	hash, err := s.Passwords.Hash(passwords.For(ctx, attempt.OfAccount(l.AccountID)), password)
	if err != nil {
		return "", err
	}
	a, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Account, error) {
		l, err := s.Links.Use(ctx, tx, link.PurposeRESET_PASSWORD, secret)
		if err != nil {
			return nil, err
		}
		a := l.Edges.Account
		return a, s.reset(auth.As(ctx, a), tx, a, password, hash)
	})
	if err != nil {
		return "", err
	}
	return a.Username, nil
}

// reset sets a password and ends whatever the old one had opened. Where the
// address was never verified, nothing stays that whoever made the account may
// have left in it.
func (s Recovery) reset(ctx context.Context, tx *ent.Tx, a *ent.Account, password, hash string) (err error) {
	if a.ClosingAt != nil {
		return problem.In("", problem.AccountClosing, "This account is scheduled for deletion. To keep it, use the link in the email we sent.")
	}
	if a.EmailVerifiedAt == nil {
		if err := s.Revocation.RevokeAll(ctx, tx, a); err != nil {
			return err
		}
	} else if _, err = s.Sessions.VoidSessions(ctx, tx, a, uuid.Nil); err != nil {
		return err
	}
	if err := s.Registrar.Verified(ctx, tx, a); err != nil {
		return err
	}
	if err := s.PasswordStore.SetPassword(ctx, tx, a, hash, password); err != nil {
		return err
	}
	if err := s.Attempts.ForgetGuesses(ctx, tx, a); err != nil {
		return err
	}
	if err := s.tellOfReset(ctx, tx, a); err != nil {
		return err
	}
	return s.Log.Record(ctx, tx, &timeline.PasswordResetEvent{})
}

// tellOfReset mails that a password was set, and where to look for what may have
// been left by somebody else.
func (s Recovery) tellOfReset(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	return s.Outbox.Tell(ctx, tx, a, notify.Email{
		Kind:    "password_reset",
		Subject: i18n.Msg("Your password was reset"),
		Lines: []i18n.Message{
			i18n.Msg("The password of your account %s was reset with an emailed link. You've been signed out everywhere.", a.Username),
			i18n.Msg("Your SSH keys and API tokens still work. If someone else may have known your password, review them and remove any that you don't recognize."),
		},
		Button: &notify.Button{Label: i18n.Msg("Review your SSH keys"), Path: "/ssh-keys"},
		Other:  &notify.Button{Label: i18n.Msg("Review your API tokens"), Path: "/api-tokens"},
	})
}
