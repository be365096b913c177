package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/passkey"
	"portico/ent/session"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Sudo opens sudo mode for the session that asks, which proves once more who it
// is. A recovery code is no such proof.
type Sudo struct {
	DB        *store.DB
	Log       *timeline.Log
	Outbox    notify.Outbox
	Now       func() time.Time
	Passwords *Passwords
	Attempts  Limiter
	Links     Links
	Sessions  Sessions
	Lockout   Lockout
	Factors   Factors
	Passkeys  Passkeys
	Github    Github
}

// SudoProof is the proof: one of these.
type SudoProof struct {
	Password, Code, MailedCode *string
	Passkey                    *PasskeyProof
}

// Methods are the ways in which the viewer can open sudo mode.
func (s Sudo) Methods(ctx context.Context) ([]string, error) {
	a, err := viewerOf(ctx, s.DB)
	if err != nil {
		return nil, err
	}
	return s.methods(ctx, a)
}

func (s Sudo) methods(ctx context.Context, a *ent.Account) ([]string, error) {
	methods := []string{}
	if a.PasswordHash != "" {
		methods = append(methods, "PASSWORD")
	}
	on, err := hasFactor(ctx, s.DB.Totp, a.ID)
	if err != nil {
		return nil, err
	}
	if on {
		methods = append(methods, "TOTP")
	}
	keys, err := s.DB.Passkey.Query().Where(passkey.AccountID(a.ID)).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for passkeys: %w", err)
	}
	if keys {
		methods = append(methods, "PASSKEY")
	}
	if len(methods) > 0 {
		return methods, nil
	}
	linked, err := s.Github.Identity(ctx)
	if err == nil && linked != nil && s.Github.OAuth != nil {
		methods = append(methods, "GITHUB")
	}
	return append(methods, "MAILED_CODE"), err
}

// Enter opens sudo mode. The session gets a new token.
func (s Sudo) Enter(ctx context.Context, in SudoProof) (*ent.Account, error) {
	b, err := browser(ctx)
	if err != nil {
		return nil, err
	}
	if err := in.tidy(); err != nil {
		return nil, err
	}
	tries, err := s.Lockout.guessAsViewer(ctx)
	if err != nil {
		return nil, err
	}
	a, err := s.enter(ctx, b, in, tries)
	return a, s.Lockout.orWrongProof(ctx, tries, err)
}

// enter opens sudo mode by a proof whose try was counted.
func (s Sudo) enter(ctx context.Context, b Browser, in SudoProof, tries []try) (*ent.Account, error) {
	a, err := viewerOf(ctx, s.DB)
	if err != nil {
		return nil, err
	}
	prove, err := s.proof(ctx, a, in)
	if err != nil {
		return nil, err
	}
	return s.Sessions.open(ctx, b, a, func(tx *ent.Tx) error {
		if err := s.Attempts.forgiveAll(ctx, tx, tries); err != nil {
			return err
		}
		return prove(tx)
	})
}

// tidy brings a code into its form, and tells what is wrong with the form.
func (in *SudoProof) tidy() error {
	given := 0
	for _, is := range []bool{in.Password != nil, in.Code != nil, in.MailedCode != nil, in.Passkey != nil} {
		if is {
			given++
		}
	}
	switch {
	case given == 0:
		return problem.In("", problem.Required, "Confirm it's you with your password, a code, or a passkey.")
	case given > 1:
		return problem.In("", problem.Malformed, "Use only one way to confirm it's you.")
	case in.Code != nil:
		code, wrong := digits("code", *in.Code)
		in.Code = &code
		return problem.Collect(wrong)
	case in.MailedCode != nil:
		code, ok := plain(*in.MailedCode, mailedBytes)
		if in.MailedCode = &code; !ok {
			return problem.In("mailedCode", problem.Malformed, "The emailed code has 8 letters and digits.")
		}
	}
	return nil
}

// guessAsViewer counts a proof that is about to be compared: for the session that
// asks, and for all of the account's together, so that new sessions do not give new
// guesses for ever.
func (p Lockout) guessAsViewer(ctx context.Context) ([]try, error) {
	v, _ := viewer.From(ctx)
	one, err := p.Attempts.begin(ctx, sudoBrake, "session:"+v.SessionID.String())
	if err != nil {
		return nil, err
	}
	all, err := p.Attempts.begin(ctx, sudoTotalBrake, ofAccount(v.AccountID))
	return []try{one, all}, err
}

// forgiveAll forgets several counts of one proof, which was right.
func (p Limiter) forgiveAll(ctx context.Context, tx *ent.Tx, tries []try) error {
	for _, t := range tries {
		if err := p.forgive(ctx, tx, t); err != nil {
			return err
		}
	}
	return nil
}

// proof is what is left to do under the lock for a proof. What takes long is done
// before.
func (s Sudo) proof(ctx context.Context, a *ent.Account, in SudoProof) (func(*ent.Tx) error, error) {
	switch {
	case in.Code != nil:
		return func(tx *ent.Tx) error { return s.Factors.byApp(ctx, tx, a, "code", *in.Code) }, nil
	case in.MailedCode != nil:
		return func(tx *ent.Tx) error { return s.useMailedCode(ctx, tx, a, *in.MailedCode) }, s.tryMailedCode(ctx, a)
	case in.Passkey != nil:
		return s.Passkeys.sudoProof(ctx, a, *in.Passkey)
	}
	ok, err := s.Passwords.Matches(ctx, *in.Password, a.PasswordHash)
	if err == nil && !ok {
		err = problem.In("password", problem.WrongCredentials, "Incorrect password.")
	}
	return func(*ent.Tx) error { return nil }, err
}

// open opens sudo mode for the session that asks, once prove holds under the
// account's lock, and leaves the session's new token with the browser.
func (p Sessions) open(ctx context.Context, b Browser, was *ent.Account, prove func(*ent.Tx) error) (*ent.Account, error) {
	token, until := newToken(), p.Now().Add(sudoFor)
	row, err := store.InTx(ctx, p.DB, func(tx *ent.Tx) (*ent.Session, error) {
		if err := p.DB.Lock(ctx, tx, account.Table, was.ID); err != nil {
			return nil, err
		}
		if err := prove(tx); err != nil {
			return nil, err
		}
		return p.grant(ctx, tx, was, token, until)
	})
	if err != nil {
		return nil, err
	}
	b.Keep(SessionCookie, token, row.ExpiresAt)
	v, _ := viewer.From(ctx)
	v.SudoUntil = until
	viewer.Become(ctx, v)
	return was, nil
}

// grant stores the session's new token and until when it is in sudo mode. What was
// proven before the transaction holds unless a credential changed meanwhile: then
// the session has ended, or is of another version.
func (p Sessions) grant(ctx context.Context, tx *ent.Tx, was *ent.Account, token string, until time.Time) (*ent.Session, error) {
	row, err := p.renew(ctx, tx, was.CredentialVersion, token, until)
	if err != nil {
		return nil, err
	}
	return row, p.Log.Record(ctx, tx, &timeline.SudoGrantedEvent{})
}

// renew stores a new token of the session that asks, if it is of this version of
// the account's credentials, and until when it is in sudo mode.
func (p Sessions) renew(ctx context.Context, tx *ent.Tx, version int64, token string, until time.Time) (*ent.Session, error) {
	v, _ := viewer.From(ctx)
	row, err := tx.Session.Query().Where(session.ID(v.SessionID), session.CredentialVersion(version)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Refuse(problem.Unauthenticated, "You've been signed out. Sign in again.")
	} else if err != nil {
		return nil, fmt.Errorf("load session: %w", err)
	}
	err = tx.Session.Update().Where(session.ID(row.ID)).SetTokenDigest(digest(token)).SetSudoUntil(until).Exec(ctx)
	return row, wrapped("renew session", err)
}

// A Door lets in who shows a session or a token.
type Door struct {
	Sessions Sessions
	Tokens   Tokens
}

// Again looks once more whether a viewer is still let in, and how it stands.
func (d Door) Again(ctx context.Context, v viewer.Viewer) (viewer.Viewer, error) {
	if v.TokenID != uuid.Nil {
		return d.Tokens.Again(ctx, v)
	}
	return d.Sessions.Again(ctx, v)
}
