package signin

import (
	"context"
	"fmt"
	"time"

	"portico/ent"
	entpasskey "portico/ent/passkey"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/github"
	"portico/internal/maillink"
	"portico/internal/notify"
	"portico/internal/passkey"
	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/twofactor"
)

// Sudo opens sudo mode in the current session once the user confirms it's them. A
// recovery code doesn't count.
type Sudo struct {
	DB        *store.DB
	Log       *timeline.Log
	Outbox    notify.Outbox
	Now       func() time.Time
	Passwords *passwords.Hasher
	Attempts  attempt.Limiter
	Links     maillink.Links
	Sessions  auth.Sessions
	Lockout   auth.Lockout
	Factors   twofactor.Factors
	Passkeys  passkey.Passkeys
	Github    github.Github
}

// A SudoProof is one of these.
type SudoProof struct {
	Password, Code, MailedCode *string
	Passkey                    *passkey.Proof
}

// Methods lists the ways in which the viewer can open sudo mode.
func (s Sudo) Methods(ctx context.Context) ([]string, error) {
	a, err := auth.ViewerOf(ctx, s.DB)
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
	on, err := auth.HasFactor(ctx, s.DB.Totp, a.ID)
	if err != nil {
		return nil, err
	}
	if on {
		methods = append(methods, "TOTP")
	}
	keys, err := s.DB.Passkey.Query().Where(entpasskey.AccountID(a.ID)).Exist(ctx)
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
	b, err := browser.Required(ctx)
	if err != nil {
		return nil, err
	}
	if err := in.tidy(); err != nil {
		return nil, err
	}
	tries, err := s.Lockout.GuessAsViewer(ctx)
	if err != nil {
		return nil, err
	}
	a, err := s.enter(ctx, b, in, tries)
	return a, s.Lockout.OrWrongProof(ctx, tries, err)
}

// enter opens sudo mode with a proof whose attempt was counted.
func (s Sudo) enter(ctx context.Context, b browser.Browser, in SudoProof, tries []attempt.Attempt) (*ent.Account, error) {
	a, err := auth.ViewerOf(ctx, s.DB)
	if err != nil {
		return nil, err
	}
	prove, err := s.proof(ctx, a, in)
	if err != nil {
		return nil, err
	}
	return s.Sessions.OpenSudo(ctx, b, a, func(tx *ent.Tx) error {
		if err := s.Attempts.ForgiveAll(ctx, tx, tries); err != nil {
			return err
		}
		return prove(tx)
	})
}

// tidy normalizes a code, and returns what is wrong with its form.
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
		code, wrong := twofactor.Digits("code", *in.Code)
		in.Code = &code
		return problem.Collect(wrong)
	case in.MailedCode != nil:
		code, ok := randtoken.ParseCode(*in.MailedCode, mailedBytes)
		if in.MailedCode = &code; !ok {
			return problem.In("mailedCode", problem.Malformed, "The emailed code has 8 letters and digits.")
		}
	}
	return nil
}

// proof returns the check that remains to be done under the lock. Slow work is done
// first.
func (s Sudo) proof(ctx context.Context, a *ent.Account, in SudoProof) (func(*ent.Tx) error, error) {
	switch {
	case in.Code != nil:
		return func(tx *ent.Tx) error { return s.Factors.ProveByApp(ctx, tx, a, "code", *in.Code) }, nil
	case in.MailedCode != nil:
		return func(tx *ent.Tx) error { return s.useEmailedCode(ctx, tx, a, *in.MailedCode) }, s.tryEmailedCode(ctx, a)
	case in.Passkey != nil:
		return s.Passkeys.SudoProof(ctx, a, *in.Passkey)
	}
	ok, err := s.Passwords.Matches(ctx, *in.Password, a.PasswordHash)
	if err == nil && !ok {
		err = problem.In("password", problem.WrongCredentials, "Incorrect password.")
	}
	return func(*ent.Tx) error { return nil }, err
}
