package auth

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/passkey"
	"portico/ent/pendingsignin"
	"portico/ent/session"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// justMade is how long after sign-up new browsers go unreported: the first one is where
// the account was created.
const justMade = time.Minute

// stepFor is how long a sign-in waits for its second factor.
const stepFor = 10 * time.Minute

// A SignInResult is what a sign-in led to: a session, or a challenge.
type SignInResult struct {
	// Account is signed in now; nil if a second factor is required.
	Account *ent.Account
	// Challenge is what is still required, or nil.
	Challenge *Challenge
}

// A Challenge is what a sign-in requires after its first step.
type Challenge struct {
	Methods   []string // TOTP, RECOVERY_CODE, PASSKEY
	ExpiresAt time.Time
}

// A proof runs within the transaction that starts the session: it locks and reads the
// account, checks that what was proven still holds, and writes what belongs to it.
type proof func(tx *ent.Tx) (*ent.Account, error)

// StillHolds is the proof for a credential that was checked before the transaction,
// because checking takes long. It holds unless a credential has changed since.
func (p Sessions) StillHolds(ctx context.Context, tx *ent.Tx, was *ent.Account) (*ent.Account, error) {
	platform := viewer.AsSystem(ctx)
	if err := p.DB.Lock(ctx, tx, account.Table, was.ID); err != nil {
		return nil, err
	}
	a, err := tx.Account.Get(platform, was.ID)
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	if a.CredentialVersion != was.CredentialVersion {
		return nil, problem.In("", problem.WrongCredentials, "The password was just changed. Sign in again.")
	}
	return a, nil
}

// Issued is what a sign-in has stored. The browser gets its cookies after the commit.
type Issued struct {
	account *ent.Account
	session *ent.Session
	token   string
	step    *ent.PendingSignIn
	Device  string
	asked   []string
}

// Enter is the only way to a session, whatever was proven. If the account has a second
// factor and only the first step was taken, it starts a pending sign-in, which can do
// nothing but take the second step.
func (p Sessions) Enter(ctx context.Context, b browser.Browser, methods []timeline.LoginMethod, prove proof) (SignInResult, error) {
	in, err := store.InTx(ctx, p.DB, func(tx *ent.Tx) (Issued, error) {
		a, err := prove(tx)
		if err != nil {
			return Issued{}, err
		}
		if a.ClosingAt != nil {
			return Issued{}, problem.In("", problem.AccountClosing, "This account is scheduled for deletion. To keep it, use the link in the email we sent.")
		}
		asked, err := p.asked(ctx, tx, a, methods)
		if err != nil {
			return Issued{}, err
		}
		if len(asked) > 0 {
			return p.challenge(ctx, tx, a, methods[0], asked)
		}
		return p.finishSignIn(ctx, tx, a, b, methods)
	})
	if err != nil {
		return SignInResult{}, err
	}
	return p.Complete(ctx, b, in), nil
}

// asked lists the two-factor methods that are still required, if any.
func (p Sessions) asked(ctx context.Context, tx *ent.Tx, a *ent.Account, methods []timeline.LoginMethod) ([]string, error) {
	if len(methods) > 1 || methods[0] == timeline.ByPasskey {
		return nil, nil
	}
	platform := viewer.AsSystem(ctx)
	if on, err := HasFactor(ctx, tx.Totp, a.ID); err != nil || !on {
		return nil, err
	}
	keys, err := tx.Passkey.Query().Where(passkey.AccountID(a.ID)).Exist(platform)
	if err != nil {
		return nil, fmt.Errorf("look for passkeys: %w", err)
	}
	asked := []string{"TOTP", "RECOVERY_CODE"}
	if keys {
		asked = append(asked, "PASSKEY")
	}
	return asked, nil
}

// challenge starts a sign-in that still needs its second factor.
func (p Sessions) challenge(ctx context.Context, tx *ent.Tx, a *ent.Account, method timeline.LoginMethod, asked []string) (Issued, error) {
	token := randtoken.New()
	row, err := tx.PendingSignIn.Create().SetAccountID(a.ID).SetTokenDigest(randtoken.Digest(token)).
		SetCredentialVersion(a.CredentialVersion).SetMethod(string(method)).
		SetCreatedAt(p.Now()).SetExpiresAt(p.Now().Add(stepFor)).Save(viewer.AsSystem(ctx))
	if err != nil {
		return Issued{}, fmt.Errorf("begin second step: %w", err)
	}
	return Issued{account: a, step: row, token: token, asked: asked}, nil
}

// finishSignIn starts a session and remembers the device.
func (p Sessions) finishSignIn(ctx context.Context, tx *ent.Tx, a *ent.Account, b browser.Browser, methods []timeline.LoginMethod) (Issued, error) {
	as := As(ctx, a)
	in, err := p.StartSession(ctx, tx, a, b, methods)
	if err != nil {
		return Issued{}, err
	}
	device, known, err := p.RememberDevice(as, tx, a, b)
	if err == nil && !known && p.Now().Sub(a.CreatedAt) > justMade {
		err = p.tellOfDevice(as, tx, a)
	}
	if err != nil {
		return Issued{}, err
	}
	in.Device = device
	return in, p.Log.Record(as, tx, &timeline.LoginSucceededEvent{Method: methods[len(methods)-1]})
}

// StartSession starts a session and ends the one that the browser had: its cookie is
// overwritten, so nobody could sign out of that session afterwards.
func (p Sessions) StartSession(ctx context.Context, tx *ent.Tx, a *ent.Account, b browser.Browser, methods []timeline.LoginMethod) (in Issued, err error) {
	before, whose, err := replacedSession(ctx, tx, b)
	if err != nil {
		return in, err
	}
	if before != uuid.Nil {
		p.Bus.RightsChanged(tx, whose)
		if _, err := tx.Session.Delete().Where(session.ID(before)).Exec(viewer.AsSystem(ctx)); err != nil {
			return in, fmt.Errorf("end replaced session: %w", err)
		}
	}
	in.account = a
	in.session, in.token, err = p.begin(As(ctx, a), tx, a, b, methods)
	return in, err
}

// replacedSession is the browser's current session and its account, or zero. A request
// with an API token has the token as its viewer, so its cookie is looked up here.
func replacedSession(ctx context.Context, tx *ent.Tx, b browser.Browser) (id, whose uuid.UUID, err error) {
	v, _ := viewer.From(ctx)
	if v.TokenID == uuid.Nil {
		return v.SessionID, v.AccountID, nil
	}
	row, err := tx.Session.Query().Where(session.TokenDigest(randtoken.Digest(b.Held(browser.SessionCookie)))).Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		return id, whose, nil
	} else if err != nil {
		return id, whose, fmt.Errorf("find replaced session: %w", err)
	}
	return row.ID, row.AccountID, nil
}

// Complete sets the browser's cookies after the commit, and makes the account the
// viewer for the rest of the request.
func (p Sessions) Complete(ctx context.Context, b browser.Browser, in Issued) SignInResult {
	if in.step != nil {
		b.Keep(browser.StepCookie, in.token, in.step.ExpiresAt)
		return SignInResult{Challenge: &Challenge{Methods: in.asked, ExpiresAt: in.step.ExpiresAt}}
	}
	b.Keep(browser.SessionCookie, in.token, in.session.ExpiresAt)
	b.Keep(browser.DeviceCookie, in.Device, p.Now().Add(deviceFor))
	if b.Held(browser.StepCookie) != "" {
		b.Keep(browser.StepCookie, "", time.Time{})
	}
	a := in.account.Unwrap()
	v, _ := viewer.From(As(ctx, a))
	v.SessionID, v.SudoUntil = in.session.ID, in.session.SudoUntil
	viewer.Become(ctx, v)
	return SignInResult{Account: a}
}

// opensSudo reports whether signing in with these methods opens sudo mode right away.
func opensSudo(methods []timeline.LoginMethod) bool {
	return slices.ContainsFunc(methods, func(m timeline.LoginMethod) bool {
		return m == timeline.ByPassword || m == timeline.ByPasskey || m == timeline.ByTotp
	})
}

// VoidSessions ends all sessions of an account but one, and its pending sign-ins; it
// returns how many sessions ended. Old tokens stop working even if a session is
// starting right now: the version of the account's credentials has changed.
func (p Sessions) VoidSessions(ctx context.Context, tx *ent.Tx, a *ent.Account, keep uuid.UUID) (int, error) {
	platform := viewer.AsSystem(ctx)
	version := a.CredentialVersion + 1
	err := tx.Account.UpdateOneID(a.ID).SetCredentialVersion(version).Exec(platform)
	if err != nil {
		return 0, fmt.Errorf("void credentials: %w", err)
	}
	a.CredentialVersion = version
	n, err := tx.Session.Delete().Where(ofOthers(a.ID, keep)).Exec(platform)
	if err == nil {
		err = tx.Session.Update().Where(theOne(a.ID, keep)).SetCredentialVersion(version).Exec(platform)
	}
	if err != nil {
		return 0, fmt.Errorf("end sessions: %w", err)
	}
	p.Bus.RightsChanged(tx, a.ID)
	return n, p.voidSteps(ctx, tx, a.ID)
}

// voidSteps ends an account's pending sign-ins.
func (p Sessions) voidSteps(ctx context.Context, tx *ent.Tx, id uuid.UUID) error {
	_, err := tx.PendingSignIn.Delete().Where(pendingsignin.AccountID(id)).Exec(viewer.AsSystem(ctx))
	return problem.Wrap("end sign-ins under way", err)
}
