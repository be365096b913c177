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

// justMade is how long nobody is told of a new browser: it is the one in which the
// account was made.
const justMade = time.Minute

// stepFor is how long a sign-in waits for its second factor.
const stepFor = 10 * time.Minute

// An Entrance is what came of proving who one is.
type Entrance struct {
	// Account is signed in now; nil where a second factor is still asked.
	Account *ent.Account
	// Challenge is what is still asked, or nil.
	Challenge *Challenge
}

// A Challenge is what a sign-in still asks after its first step.
type Challenge struct {
	Methods   []string // TOTP, RECOVERY_CODE, PASSKEY
	ExpiresAt time.Time
}

// A proof is checked within the transaction that lets in: it locks and reads the
// account as it is now, sees that what was proven still holds, and writes what
// else belongs to it.
type proof func(tx *ent.Tx) (*ent.Account, error)

// StillHolds is the proof by a credential that was checked before the transaction,
// because that takes long. It holds unless a credential changed meanwhile.
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

// Entered is what enter has made, to be left with the browser after the commit.
type Entered struct {
	account *ent.Account
	session *ent.Session
	token   string
	step    *ent.PendingSignIn
	Device  string
	asked   []string
}

// Enter is the one way to a session, whatever was proven. After a first step
// alone, an account with a second factor gets no session: a sign-in that can do
// nothing but take the second step.
func (p Sessions) Enter(ctx context.Context, b browser.Browser, methods []timeline.LoginMethod, prove proof) (Entrance, error) {
	in, err := store.InTx(ctx, p.DB, func(tx *ent.Tx) (Entered, error) {
		a, err := prove(tx)
		if err != nil {
			return Entered{}, err
		}
		if a.ClosingAt != nil {
			return Entered{}, problem.In("", problem.AccountClosing, "This account is scheduled for deletion. To keep it, use the link in the email we sent.")
		}
		asked, err := p.asked(ctx, tx, a, methods)
		if err != nil {
			return Entered{}, err
		}
		if len(asked) > 0 {
			return p.halfway(ctx, tx, a, methods[0], asked)
		}
		return p.letIn(ctx, tx, a, b, methods)
	})
	if err != nil {
		return Entrance{}, err
	}
	return p.Complete(ctx, b, in), nil
}

// asked are the ways to prove the second factor, where one is still asked.
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

// halfway begins a sign-in that lacks its second factor.
func (p Sessions) halfway(ctx context.Context, tx *ent.Tx, a *ent.Account, method timeline.LoginMethod, asked []string) (Entered, error) {
	token := randtoken.New()
	row, err := tx.PendingSignIn.Create().SetAccountID(a.ID).SetTokenDigest(randtoken.Digest(token)).
		SetCredentialVersion(a.CredentialVersion).SetMethod(string(method)).
		SetCreatedAt(p.Now()).SetExpiresAt(p.Now().Add(stepFor)).Save(viewer.AsSystem(ctx))
	if err != nil {
		return Entered{}, fmt.Errorf("begin second step: %w", err)
	}
	return Entered{account: a, step: row, token: token, asked: asked}, nil
}

// letIn begins a session, and greets the browser.
func (p Sessions) letIn(ctx context.Context, tx *ent.Tx, a *ent.Account, b browser.Browser, methods []timeline.LoginMethod) (Entered, error) {
	as := As(ctx, a)
	in, err := p.StartSession(ctx, tx, a, b, methods)
	if err != nil {
		return Entered{}, err
	}
	device, known, err := p.Greet(as, tx, a, b)
	if err == nil && !known && p.Now().Sub(a.CreatedAt) > justMade {
		err = p.tellOfDevice(as, tx, a)
	}
	if err != nil {
		return Entered{}, err
	}
	in.Device = device
	return in, p.Log.Record(as, tx, &timeline.LoginSucceededEvent{Method: methods[len(methods)-1]})
}

// StartSession starts a session of an account and ends the one that the browser has:
// it forgets the cookie, so that nobody could sign that session out afterwards.
func (p Sessions) StartSession(ctx context.Context, tx *ent.Tx, a *ent.Account, b browser.Browser, methods []timeline.LoginMethod) (in Entered, err error) {
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

// replacedSession is the session that the browser has, and its account; zero: none. A
// request that comes with an API token acts by that, so its cookie is looked up here.
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

// Complete sets the browser's cookies once everything is committed, and makes the
// account the viewer of the rest of the request.
func (p Sessions) Complete(ctx context.Context, b browser.Browser, in Entered) Entrance {
	if in.step != nil {
		b.Keep(browser.StepCookie, in.token, in.step.ExpiresAt)
		return Entrance{Challenge: &Challenge{Methods: in.asked, ExpiresAt: in.step.ExpiresAt}}
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
	return Entrance{Account: a}
}

// opensSudo tells whether signing in like this opens sudo mode at once.
func opensSudo(methods []timeline.LoginMethod) bool {
	return slices.ContainsFunc(methods, func(m timeline.LoginMethod) bool {
		return m == timeline.ByPassword || m == timeline.ByPasskey || m == timeline.ByTotp
	})
}

// VoidSessions ends the sessions of an account but one, and the sign-ins under
// way; it tells how many sessions that were. Old tokens are worthless even where
// a session began just now: the account's credentials have another version.
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

// voidSteps ends the sign-ins of an account that lack their second factor.
func (p Sessions) voidSteps(ctx context.Context, tx *ent.Tx, id uuid.UUID) error {
	_, err := tx.PendingSignIn.Delete().Where(pendingsignin.AccountID(id)).Exec(viewer.AsSystem(ctx))
	return problem.Wrap("end sign-ins under way", err)
}
