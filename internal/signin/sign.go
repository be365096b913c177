// Package signin signs people up and in with a password, verifies the second step,
// confirms that it's still them (sudo mode), and recovers and changes passwords.
package signin

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/emailchange"
	"portico/internal/maillink"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/request"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Accounts creates accounts and signs in to them.
type Accounts struct {
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
	Lockout       auth.Lockout
	Emails        emailchange.Emails
}

// SignUp is what a new account needs.
type SignUp struct {
	Username, Email, Password string
	// TimeZone is the browser's; nil or unknown: UTC.
	TimeZone *string
}

// zone is the time zone, or "".
func (in SignUp) zone() string {
	if in.TimeZone == nil {
		return ""
	}
	return *in.TimeZone
}

// SignUp creates an account and a session for it. The language is the browser's.
func (s Accounts) SignUp(ctx context.Context, in SignUp) (*ent.Account, error) {
	b, err := browser.Required(ctx)
	if err != nil {
		return nil, err
	}
	wrong, err := s.Passwords.Check("password", in.Password, passwords.MinPassword, in.Username, in.Email)
	if err != nil {
		return nil, err
	}
	a, err := s.prepare(ctx, in, wrong)
	if err != nil {
		return nil, err
	}
	made, err := s.arrive(ctx, b, a)
	if err != nil {
		return nil, s.Attempts.MayTell(ctx, s.taken(ctx, a, err))
	}
	return made, nil
}

// arrive creates an account and its first session.
func (s Accounts) arrive(ctx context.Context, b browser.Browser, d auth.Draft) (*ent.Account, error) {
	made, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (auth.Issued, error) {
		a, err := s.Registrar.Create(ctx, tx, d)
		if err != nil {
			return auth.Issued{}, err
		}
		in, err := s.Sessions.StartSession(ctx, tx, a, b, []timeline.LoginMethod{timeline.ByPassword})
		if err != nil {
			return auth.Issued{}, err
		}
		as := auth.As(ctx, a)
		if in.Device, _, err = s.Sessions.RememberDevice(as, tx, a, b); err != nil {
			return auth.Issued{}, err
		}
		return in, s.Emails.AskNewcomer(as, tx, a)
	})
	if err != nil {
		return nil, err
	}
	return s.Sessions.Complete(ctx, b, made).Account, nil
}

// Create creates an account without a session: for the demo data, whose password is
// printed and may be guessable.
func (s Accounts) Create(ctx context.Context, in SignUp) (*ent.Account, error) {
	a, err := s.prepare(ctx, in, passwords.CheckLength("password", in.Password, passwords.MinPassword))
	if err != nil {
		return nil, err
	}
	made, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Account, error) { return s.Registrar.Create(ctx, tx, a) })
	if err != nil {
		return nil, s.taken(ctx, a, err)
	}
	return made.Unwrap(), nil
}

// prepare checks everything that doesn't need the database, and returns all problems at
// once, including those of the password.
func (s Accounts) prepare(ctx context.Context, in SignUp, wrongPassword *problem.Input) (auth.Draft, error) {
	email, key, wrongEmail := naming.Email("email", in.Email)
	if err := problem.Collect(naming.Username("username", in.Username), wrongEmail, wrongPassword); err != nil {
		return auth.Draft{}, err
	}
	if err := s.countSignUp(ctx); err != nil {
		return auth.Draft{}, err
	}
	if err := s.free(ctx, in.Username, key); err != nil {
		return auth.Draft{}, s.Attempts.MayTell(ctx, err)
	}
	hash, err := s.Passwords.Hash(ctx, in.Password)
	if err != nil {
		return auth.Draft{}, err
	}
	return auth.Draft{Username: in.Username, Email: email, Key: key, Hash: hash, Language: request.Language(ctx), TimeZone: in.zone()}, nil
}

// SignIn is a login and its proof.
type SignIn struct{ Login, Password string }

// SignIn checks a password and starts a session or a pending sign-in. The error doesn't
// say what was wrong, and an unknown login costs the same work as a known one.
func (s Accounts) SignIn(ctx context.Context, in SignIn) (auth.SignInResult, error) {
	b, err := browser.Required(ctx)
	if err != nil {
		return auth.SignInResult{}, err
	}
	if err := problem.Collect(given("login", in.Login), given("password", in.Password)); err != nil {
		return auth.SignInResult{}, err
	}
	a, err := s.byLogin(ctx, in.Login)
	if err != nil {
		return auth.SignInResult{}, err
	}
	t, err := s.guess(ctx, a, in.Login)
	if err != nil {
		return auth.SignInResult{}, err
	}
	ok, asTyped, err := s.Passwords.Match(passwords.For(ctx, t.Subject), in.Password, a.PasswordHash)
	if err != nil {
		return auth.SignInResult{}, err
	}
	if !ok {
		return auth.SignInResult{}, s.wrongPassword(ctx, a, t)
	}
	rehashed, err := s.rehashed(passwords.For(ctx, t.Subject), a, in.Password, asTyped)
	if err != nil {
		return auth.SignInResult{}, err
	}
	return s.Sessions.Enter(ctx, b, []timeline.LoginMethod{timeline.ByPassword}, func(tx *ent.Tx) (*ent.Account, error) {
		now, err := s.Sessions.StillHolds(ctx, tx, a)
		if err == nil {
			err = s.Attempts.Forgive(ctx, tx, t)
		}
		if err == nil && rehashed != "" {
			err = problem.Wrap("rehash password", tx.Account.UpdateOneID(a.ID).SetPasswordHash(rehashed).Exec(auth.As(ctx, a)))
		}
		return now, err
	})
}

func given(field, value string) *problem.Input {
	if value == "" {
		return problem.In(field, problem.Required, "This is required to sign in.")
	}
	return nil
}

// byLogin finds an account by username or email. If there is none, it returns one that
// no password opens.
func (s Accounts) byLogin(ctx context.Context, login string) (*ent.Account, error) {
	which := account.Username(login)
	if strings.Contains(login, "@") {
		which = account.EmailKey(naming.EmailKey(login))
	}
	a, err := s.DB.Account.Query().Where(which).Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) || !naming.Storable(login) {
		return &ent.Account{}, nil
	} else if err != nil {
		return nil, fmt.Errorf("find account: %w", err)
	}
	return a, nil
}

// rehashed returns a new hash of the password if the stored one has outdated parameters
// or is of the password as typed, else "". When the queue is full, this can wait for
// another sign-in.
func (s Accounts) rehashed(ctx context.Context, a *ent.Account, password string, asTyped bool) (string, error) {
	if !asTyped && !s.Passwords.Outdated(a.PasswordHash) {
		return "", nil
	}
	hash, err := s.Passwords.Hash(ctx, password)
	if busy := new(problem.Refusal); errors.As(err, &busy) {
		return "", nil
	}
	return hash, err
}
