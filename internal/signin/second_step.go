package signin

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/pendingsignin"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/twofactor"
	"portico/internal/viewer"
)

// SecondSteps completes sign-ins that need a second factor.
type SecondSteps struct {
	DB       *store.DB
	Log      *timeline.Log
	Now      func() time.Time
	Attempts attempt.Limiter
	Lockout  auth.Lockout
	Sessions auth.Sessions
	Factors  twofactor.Factors
}

// maxTries is how many codes a pending sign-in accepts before it must start over.
const maxTries = 5

// A SecondFactor is proof of the second factor: one of the two.
type SecondFactor struct{ Code, RecoveryCode *string }

// Verify completes the sign-in that is pending in this browser.
func (s SecondSteps) Verify(ctx context.Context, in SecondFactor) (auth.SignInResult, error) {
	b, err := browser.Required(ctx)
	if err != nil {
		return auth.SignInResult{}, err
	}
	if err := in.tidy(); err != nil {
		return auth.SignInResult{}, err
	}
	step, err := s.step(ctx, b)
	if err != nil {
		return auth.SignInResult{}, err
	}
	t, err := s.beginStep(ctx, step)
	if err != nil {
		return auth.SignInResult{}, err
	}
	prove, err := s.second(passwords.For(ctx, t.Subject), step, in)
	if err != nil {
		return auth.SignInResult{}, err
	}
	methods := []timeline.LoginMethod{timeline.LoginMethod(step.Method), in.method()}
	e, err := s.Sessions.Enter(ctx, b, methods, func(tx *ent.Tx) (*ent.Account, error) {
		a, err := s.takeStep(ctx, tx, step)
		if err == nil {
			err = prove(tx, a)
		}
		if err == nil {
			err = s.Attempts.Forgive(ctx, tx, t)
		}
		return a, err
	})
	return e, s.orWrong(ctx, b, step, t, in.method(), err)
}

// tidy normalizes the code, and returns what is wrong with its form.
func (in *SecondFactor) tidy() error {
	switch {
	case in.Code == nil && in.RecoveryCode == nil:
		return problem.In("code", problem.Required, "Enter a code from your authenticator app, or a recovery code.")
	case in.Code != nil && in.RecoveryCode != nil:
		return problem.In("recoveryCode", problem.Malformed, "Enter either a code from your authenticator app or a recovery code, not both.")
	case in.Code != nil:
		code, wrong := twofactor.Digits("code", *in.Code)
		in.Code = &code
		return problem.Collect(wrong)
	}
	code, ok := randtoken.ParseCode(*in.RecoveryCode, twofactor.RecoveryBytes)
	if in.RecoveryCode = &code; !ok {
		return problem.In("recoveryCode", problem.Malformed, "A recovery code has 16 letters and digits, in groups of four.")
	}
	return nil
}

func (in SecondFactor) method() timeline.LoginMethod {
	if in.Code != nil {
		return timeline.ByTotp
	}
	return timeline.ByRecoveryCode
}

// step is the sign-in that is pending in this browser.
func (p SecondSteps) step(ctx context.Context, b browser.Browser) (*ent.PendingSignIn, error) {
	row, err := p.DB.PendingSignIn.Query().Where(pendingsignin.TokenDigest(randtoken.Digest(b.Held(browser.StepCookie))), pendingsignin.ExpiresAtGT(p.Now())).
		Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		b.Keep(browser.StepCookie, "", time.Time{})
		return nil, nothingPends()
	} else if err != nil {
		return nil, fmt.Errorf("find sign-in under way: %w", err)
	}
	return row, nil
}

func nothingPends() *problem.Input {
	return problem.In("", problem.WrongCredentials, "This sign-in expired or ended in another tab. Sign in again.")
}

// beginStep counts an attempt at the second factor before it is made: for the subject,
// and against the few that a sign-in has.
func (p SecondSteps) beginStep(ctx context.Context, step *ent.PendingSignIn) (attempt.Attempt, error) {
	subject, err := p.Sessions.AttemptSubject(ctx, step.AccountID, attempt.OfAccount(step.AccountID))
	if err != nil {
		return attempt.Attempt{}, err
	}
	t, err := p.Attempts.Allow(ctx, attempt.FactorLimit, subject)
	if err != nil {
		return attempt.Attempt{}, err
	}
	return t, store.Do(ctx, p.DB, func(tx *ent.Tx) error {
		n, err := tx.PendingSignIn.Update().Where(pendingsignin.ID(step.ID), pendingsignin.FailuresLT(maxTries)).
			AddFailures(1).Save(viewer.AsSystem(ctx))
		if err == nil && n == 0 {
			return nothingPends()
		}
		return problem.Wrap("count code", err)
	})
}

// second returns the check that remains to be done under the lock. Slow work is done
// first.
func (p SecondSteps) second(ctx context.Context, step *ent.PendingSignIn, in SecondFactor) (func(*ent.Tx, *ent.Account) error, error) {
	if in.Code != nil {
		return func(tx *ent.Tx, a *ent.Account) error { return p.Factors.ProveByApp(ctx, tx, a, "code", *in.Code) }, nil
	}
	id, err := p.Factors.RecoveryCode(ctx, step.AccountID, *in.RecoveryCode)
	return func(tx *ent.Tx, a *ent.Account) error {
		if id == uuid.Nil {
			return twofactor.WrongRecoveryCode()
		}
		return p.Factors.UseCode(ctx, tx, a, id)
	}, err
}

// takeStep uses up a pending sign-in. It holds unless a password or a factor has
// changed since.
func (p SecondSteps) takeStep(ctx context.Context, tx *ent.Tx, step *ent.PendingSignIn) (*ent.Account, error) {
	platform := viewer.AsSystem(ctx)
	if err := p.DB.Lock(ctx, tx, account.Table, step.AccountID); err != nil {
		return nil, err
	}
	n, err := tx.PendingSignIn.Delete().Where(pendingsignin.ID(step.ID)).Exec(platform)
	if err != nil {
		return nil, fmt.Errorf("use sign-in under way: %w", err)
	}
	if n == 0 {
		return nil, nothingPends()
	}
	a, err := tx.Account.Get(platform, step.AccountID)
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	if a.CredentialVersion != step.CredentialVersion {
		return nil, nothingPends()
	}
	return a, nil
}

// orWrong records a wrong code. After the last one the sign-in is over.
func (p SecondSteps) orWrong(ctx context.Context, b browser.Browser, step *ent.PendingSignIn, t attempt.Attempt, method timeline.LoginMethod, err error) error {
	if wrong := new(problem.Input); !errors.As(err, &wrong) || wrong.Code != problem.WrongCode {
		return err
	}
	over, failed := store.InTx(ctx, p.DB, func(tx *ent.Tx) (bool, error) {
		platform := viewer.AsSystem(ctx)
		a, err := tx.Account.Get(platform, step.AccountID)
		if err != nil {
			return false, fmt.Errorf("load account: %w", err)
		}
		n, err := tx.PendingSignIn.Delete().Where(pendingsignin.ID(step.ID), pendingsignin.FailuresGTE(maxTries)).Exec(platform)
		if err != nil {
			return false, fmt.Errorf("end sign-in under way: %w", err)
		}
		if err := p.Log.Record(platform, tx, &timeline.LoginFailedEvent{OnAccount: timeline.ForAccount(a), Method: method}); err != nil {
			return false, err
		}
		return n > 0, p.Lockout.WarnOfCodes(ctx, tx, a, t)
	})
	switch {
	case failed != nil:
		return failed
	case over:
		b.Keep(browser.StepCookie, "", time.Time{})
		return problem.In("", problem.WrongCode, "Too many wrong codes. Sign in again.")
	}
	return err
}
