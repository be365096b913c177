package passkey

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/ceremony"
	"portico/ent/passkey"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Proof is a passkey's answer to a ceremony.
type Proof struct{ Ceremony, Credential string }

// StartSignIn starts a sign-in with a passkey. It names no account, so it doesn't
// reveal which accounts exist, or have passkeys.
func (s Passkeys) StartSignIn(ctx context.Context) (Ceremony, error) {
	if err := s.offered(); err != nil {
		return Ceremony{}, err
	}
	assertion, session, err := s.WebAuthn.BeginDiscoverableLogin()
	if err != nil {
		return Ceremony{}, fmt.Errorf("begin to sign in with passkey: %w", err)
	}
	return s.hold(ctx, ceremony.PurposeSIGN_IN, nil, session, assertion.Response)
}

// SignIn signs in with a passkey, which counts as both factors.
func (s Passkeys) SignIn(ctx context.Context, proof Proof) (auth.SignInResult, error) {
	b, err := browser.Required(ctx)
	if err != nil {
		return auth.SignInResult{}, err
	}
	answer, err := s.answered(ctx, ceremony.PurposeSIGN_IN, nil, proof)
	if err != nil {
		return auth.SignInResult{}, err
	}
	var named *ent.Account
	in, err := s.Sessions.Enter(ctx, b, []timeline.LoginMethod{timeline.ByPasskey}, func(tx *ent.Tx) (*ent.Account, error) {
		a, err := s.check(ctx, tx, answer)
		named = a
		return a, err
	})
	if named != nil && errors.Is(err, errPasskey) {
		return auth.SignInResult{}, s.notProven(ctx, named)
	}
	return in, err
}

// notProven notes that a passkey's answer for an account was wrong. The answer says no
// more than that.
func (s Passkeys) notProven(ctx context.Context, a *ent.Account) error {
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		e := &timeline.LoginFailedEvent{OnAccount: timeline.ForAccount(a), Method: timeline.ByPasskey}
		return s.Log.Record(viewer.AsSystem(ctx), tx, e)
	})
	if err != nil {
		return err
	}
	return errPasskey
}

// StartSudo starts opening sudo mode with one of the viewer's passkeys.
func (s Passkeys) StartSudo(ctx context.Context) (Ceremony, error) {
	if err := s.offered(); err != nil {
		return Ceremony{}, err
	}
	who, err := s.own(ctx)
	if err != nil {
		return Ceremony{}, err
	}
	if len(who.WebAuthnCredentials()) == 0 {
		return Ceremony{}, problem.In("", problem.PasskeyRefused, "This account has no passkey. Confirm it's you in another way.")
	}
	assertion, session, err := s.WebAuthn.BeginLogin(who)
	if err != nil {
		return Ceremony{}, fmt.Errorf("begin sudo mode with passkey: %w", err)
	}
	return s.hold(ctx, ceremony.PurposeSUDO, &who.account.ID, session, assertion.Response)
}

// SudoProof uses up the ceremony, and returns the check that remains to be done under
// the lock.
func (s Passkeys) SudoProof(ctx context.Context, a *ent.Account, proof Proof) (func(*ent.Tx) error, error) {
	answer, err := s.answered(ctx, ceremony.PurposeSUDO, &a.ID, proof)
	return func(tx *ent.Tx) error {
		_, err := s.check(ctx, tx, answer)
		return err
	}, err
}

// An answered ceremony is used up and not yet verified.
type answered struct {
	begun  webauthn.SessionData
	answer *protocol.ParsedCredentialAssertionData
}

func (s Passkeys) answered(ctx context.Context, purpose ceremony.Purpose, who *uuid.UUID, proof Proof) (answered, error) {
	if err := s.offered(); err != nil {
		return answered{}, err
	}
	begun, err := s.take(ctx, purpose, who, proof.Ceremony)
	if err != nil {
		return answered{}, err
	}
	answer, err := parseAnswer(proof.Credential)
	if err != nil {
		return answered{}, err
	}
	return answered{begun, answer}, nil
}

// errPasskey means that an answer proves nothing.
var errPasskey = problem.In("", problem.PasskeyRefused, "The passkey wasn't accepted. Try again, or use another method.")

// check verifies a passkey's answer and notes its use. It returns the account of the
// passkey even if the answer is wrong.
func (s Passkeys) check(ctx context.Context, tx *ent.Tx, in answered) (*ent.Account, error) {
	who, err := s.holding(ctx, tx, in.answer.RawID)
	if err != nil {
		return nil, err
	}
	used, err := s.verify(who, in)
	// If the counter doesn't increase, the passkey is a copy.
	if err != nil || used.Authenticator.CloneWarning {
		return who.account, errPasskey
	}
	data, err := json.Marshal(used)
	if err != nil {
		return nil, fmt.Errorf("write passkey: %w", err)
	}
	err = tx.Passkey.Update().Where(passkey.AccountID(who.account.ID), passkey.CredentialID(used.ID)).
		SetCredential(data).SetLastUsedAt(s.Now()).Exec(auth.As(ctx, who.account))
	return who.account, problem.Wrap("note use of passkey", err)
}

// verify reports whether an answer to the ceremony is from one of the holder's
// passkeys.
func (s Passkeys) verify(who holder, in answered) (*webauthn.Credential, error) {
	if len(in.begun.UserID) > 0 {
		return s.WebAuthn.ValidateLogin(who, in.begun, in.answer)
	}
	// It refuses an empty user handle, and one that isn't WebAuthnID.
	_, used, err := s.WebAuthn.ValidatePasskeyLogin(func(_, _ []byte) (webauthn.User, error) { return who, nil }, in.begun, in.answer)
	return used, err
}

// holding returns who holds a passkey: the account, locked, with its passkeys at that
// time.
func (s Passkeys) holding(ctx context.Context, tx *ent.Tx, credential []byte) (holder, error) {
	platform := viewer.AsSystem(ctx)
	key, err := tx.Passkey.Query().Where(passkey.CredentialID(credential)).Only(platform)
	if ent.IsNotFound(err) {
		return holder{}, problem.In("", problem.PasskeyRefused, "No account uses this passkey. Use another one, or sign in another way.")
	} else if err != nil {
		return holder{}, fmt.Errorf("find passkey: %w", err)
	}
	if err := s.DB.Lock(ctx, tx, account.Table, key.AccountID); err != nil {
		return holder{}, err
	}
	a, err := tx.Account.Get(platform, key.AccountID)
	if err != nil {
		return holder{}, fmt.Errorf("load account: %w", err)
	}
	keys, err := tx.Passkey.Query().Where(passkey.AccountID(a.ID)).All(platform)
	if err != nil {
		return holder{}, fmt.Errorf("load passkeys: %w", err)
	}
	return holder{a, keys}, nil
}
