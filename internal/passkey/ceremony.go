package passkey

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/ceremony"
	"portico/internal/attempt"
	"portico/internal/gid"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/viewer"
)

// ceremonyFor is how long a ceremony may take.
const ceremonyFor = 5 * time.Minute

// A Ceremony is an exchange with a passkey that was started.
type Ceremony struct {
	// ID must be sent back with the answer.
	ID string
	// Options are what the browser needs, as JSON text (WebAuthn Level 3).
	Options string
}

// hold stores what was started until the answer comes: for one purpose, and for one
// account if it is known.
func (s Passkeys) hold(ctx context.Context, purpose ceremony.Purpose, account *uuid.UUID, session *webauthn.SessionData, options any) (Ceremony, error) {
	data, err := json.Marshal(session)
	if err != nil {
		return Ceremony{}, fmt.Errorf("write ceremony: %w", err)
	}
	text, err := json.Marshal(options)
	if err != nil {
		return Ceremony{}, fmt.Errorf("write options: %w", err)
	}
	subject, err := s.starts(ctx, account)
	if err != nil {
		return Ceremony{}, err
	}
	row, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Ceremony, error) {
		if err := s.lock(ctx, tx, account); err != nil {
			return nil, err
		}
		if err := s.Attempts.MayStart(ctx, tx, subject); err != nil {
			return nil, err
		}
		return tx.Ceremony.Create().SetPurpose(purpose).SetNillableAccountID(account).SetData(data).
			SetCreatedAt(s.Now()).SetExpiresAt(s.Now().Add(ceremonyFor)).Save(viewer.AsSystem(ctx))
	})
	if err != nil {
		return Ceremony{}, fmt.Errorf("begin ceremony: %w", err)
	}
	return Ceremony{ID: row.GlobalID().String(), Options: string(text)}, nil
}

// starts is whom the rate limiter counts a ceremony for: the account, where one is known.
func (s Passkeys) starts(ctx context.Context, account *uuid.UUID) (string, error) {
	if account != nil {
		return attempt.OfAccount(*account), nil
	}
	return s.Sessions.StartSubject(ctx)
}

// lock locks the viewer's account, where a ceremony is of one: those to sign in are
// nobody's yet.
func (s Passkeys) lock(ctx context.Context, tx *ent.Tx, account *uuid.UUID) error {
	if account == nil {
		return nil
	}
	_, err := store.LockViewer(ctx, s.DB, tx)
	return err
}

// take uses up a ceremony: whatever the answer, there is no second one.
func (s Passkeys) take(ctx context.Context, purpose ceremony.Purpose, account *uuid.UUID, text string) (webauthn.SessionData, error) {
	var session webauthn.SessionData
	id, _ := gid.Parse(text)
	whose := ceremony.AccountIDIsNil()
	if account != nil {
		whose = ceremony.AccountID(*account)
	}
	platform := viewer.AsSystem(ctx)
	row, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Ceremony, error) {
		if err := s.lock(ctx, tx, account); err != nil {
			return nil, err
		}
		row, err := tx.Ceremony.Query().Where(
			ceremony.ID(id.As(gid.Ceremony)), ceremony.PurposeEQ(purpose), whose, ceremony.ExpiresAtGT(s.Now())).Only(platform)
		if ent.IsNotFound(err) {
			return nil, overPasskey()
		} else if err != nil {
			return nil, fmt.Errorf("find ceremony: %w", err)
		}
		n, err := tx.Ceremony.Delete().Where(ceremony.ID(row.ID)).Exec(platform)
		if err == nil && n == 0 { // another request was faster
			return nil, overPasskey()
		}
		return row, problem.Wrap("use ceremony", err)
	})
	if err != nil {
		return session, err
	}
	if err := json.Unmarshal(row.Data, &session); err != nil {
		return session, fmt.Errorf("read ceremony: %w", err)
	}
	return session, nil
}

func overPasskey() *problem.Input {
	return problem.In("", problem.PasskeyRefused, "This request expired or was already used. Try again.")
}
