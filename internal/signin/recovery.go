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
	// resetsOfNetwork and resetsOfAccount limit how many requests are answered per
	// hour.
	resetsOfNetwork = 10
	resetsOfAccount = 3
)

// Recovery resets forgotten passwords.
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

// Request requests a link that resets the password of the account with an address. What
// happens now, and the answer, are the same whether or not there is such an account:
// the worker emails the link.
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

// AnswerJob answers requests. A request that keeps failing is given up; the user can
// make another.
func (s Recovery) AnswerJob() worker.Job {
	return worker.Queue{
		Name: "answer password resets", DB: s.DB, Now: s.Now, Table: resetrequest.Table,
		Lease: time.Minute, Retry: time.Minute, MaxTries: 5,
		Do:     func(ctx context.Context, l *worker.Lease) error { return s.answerAs(viewer.AsSystem(ctx), l.Row) },
		Failed: s.notAnswered,
	}.Job()
}

// answerAs answers a request with the origin of the request itself.
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

// notAnswered deletes a request that was given up.
func (s Recovery) notAnswered(ctx context.Context, tx *ent.Tx, id uuid.UUID, _ error, givenUp bool) error {
	if !givenUp {
		return nil
	}
	_, err := tx.ResetRequest.Delete().Where(resetrequest.ID(id)).Exec(viewer.AsSystem(ctx))
	return err
}

// answer emails the link if an account has the address. An account that is being
// deleted gets none.
func (s Recovery) answer(ctx context.Context, tx *ent.Tx, r *ent.ResetRequest) error {
	n, err := tx.ResetRequest.Delete().Where(resetrequest.ID(r.ID)).Exec(ctx)
	if err != nil || n == 0 { // another worker was faster
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

// offer emails the link that resets the password, to the stored address.
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

// Reset sets a password with an emailed secret and returns the username. All sessions
// end, and it signs nobody in. If the password is refused, the link keeps working.
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

// reset sets a password and ends everything the old one had opened. If the address was
// never verified, nothing stays that the account's creator may have left in it.
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

// tellOfReset emails that a password was set, and where to look for what somebody else
// may have left behind.
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
