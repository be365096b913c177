// Package passkey adds and removes passkeys (WebAuthn), and verifies their answers. A
// passkey counts as both factors.
package passkey

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/passkey"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/i18n"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const maxPasskeys = 10

// Passkeys manages the viewer's passkeys (WebAuthn), and signs in with them.
type Passkeys struct {
	DB       *store.DB
	Log      *timeline.Log
	Outbox   notify.Outbox
	Now      func() time.Time
	Attempts attempt.Limiter
	Sessions auth.Sessions
	// WebAuthn is the site's relying party; nil if it can't have passkeys.
	WebAuthn *webauthn.WebAuthn
}

// RelyingParty is the relying party of a site. Its passkeys are for its host only, are
// discoverable, so that nobody needs to type a username, and verify the user: that is
// why one counts as both factors.
func RelyingParty(base *url.URL) (*webauthn.WebAuthn, error) {
	long := webauthn.TimeoutConfig{Timeout: ceremonyFor, TimeoutUVD: ceremonyFor}
	site, err := webauthn.New(&webauthn.Config{
		RPID: base.Hostname(), RPDisplayName: "Portico", RPOrigins: []string{base.Scheme + "://" + base.Host},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, RequireResidentKey: protocol.ResidentKeyRequired(),
			UserVerification: protocol.VerificationRequired,
		},
		Timeouts: webauthn.TimeoutsConfig{Login: long, Registration: long},
		// Password managers add outputs that weren't requested.
		ExtensionsUnsolicitedOutputPolicy: protocol.UnsolicitedOutputPolicyIgnore,
	})
	if err != nil {
		return nil, fmt.Errorf("passkeys: %w", err)
	}
	return site, nil
}

// offered refuses if the site can't have passkeys.
func (s Passkeys) offered() error {
	if s.WebAuthn == nil {
		return problem.Refuse(problem.BadUserInput, "Passkeys work only on a site with a domain name.")
	}
	return nil
}

// A holder is an account with its passkeys, as WebAuthn sees it.
type holder struct {
	account *ent.Account
	keys    []*ent.Passkey
}

// WebAuthnID identifies the account in a passkey's answer.
func (h holder) WebAuthnID() []byte { return h.account.ID[:] }

// WebAuthnName is shown by the browser.
func (h holder) WebAuthnName() string { return h.account.Username }

// WebAuthnDisplayName is shown by the browser.
func (h holder) WebAuthnDisplayName() string { return h.account.Username }

// WebAuthnCredentials are the passkeys. One that can't be read, or takes too long to
// check, is left out.
func (h holder) WebAuthnCredentials() []webauthn.Credential {
	all := make([]webauthn.Credential, 0, len(h.keys))
	for _, k := range h.keys {
		if c, err := credentialOf(k); err == nil && checkable(c.PublicKey) {
			all = append(all, c)
		}
	}
	return all
}

func credentialOf(k *ent.Passkey) (c webauthn.Credential, err error) {
	if err = json.Unmarshal(k.Credential, &c); err != nil {
		err = fmt.Errorf("read passkey: %w", err)
	}
	return c, err
}

// Synced reports whether a passkey is copied to the user's other devices.
func Synced(k *ent.Passkey) (bool, error) {
	c, err := credentialOf(k)
	return c.Flags.BackupState, err
}

// All returns the viewer's passkeys, newest first.
func (s Passkeys) All(ctx context.Context) ([]*ent.Passkey, error) {
	keys, err := s.DB.Passkey.Query().Order(ent.Desc(passkey.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list passkeys: %w", err)
	}
	return keys, nil
}

// own returns the viewer with their passkeys.
func (s Passkeys) own(ctx context.Context) (holder, error) {
	a, err := s.DB.Account.Get(ctx, viewer.ID(ctx))
	if err != nil {
		return holder{}, fmt.Errorf("load account: %w", err)
	}
	keys, err := s.All(ctx)
	return holder{a, keys}, err
}

// Rename renames one of the viewer's passkeys.
func (s Passkeys) Rename(ctx context.Context, id uuid.UUID, name string) (*ent.Passkey, error) {
	name, wrong := naming.Label("name", name)
	if wrong == nil && name == "" {
		wrong = problem.In("name", problem.Required, "Enter a name, such as the device this passkey is on.")
	}
	if wrong != nil {
		return nil, wrong
	}
	saved, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Passkey, error) {
		_, key, err := s.get(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		key, err = key.Update().SetName(name).Save(ctx)
		return key, problem.Wrap("rename passkey", err)
	})
	if err != nil {
		return nil, err
	}
	return saved.Unwrap(), nil
}

// Remove removes one of the viewer's passkeys, unless it is the last way to sign in.
func (s Passkeys) Remove(ctx context.Context, id uuid.UUID) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		a, key, err := s.get(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := tx.Passkey.DeleteOne(key).Exec(ctx); err != nil {
			return fmt.Errorf("remove passkey: %w", err)
		}
		if err := auth.KeepsWay(ctx, tx, a); err != nil {
			return err
		}
		return s.Sessions.Changed(ctx, tx, a, &timeline.PasskeyRemovedEvent{Name: key.Name}, notify.Email{
			Kind:    "passkey_removed",
			Subject: i18n.Msg("A passkey was removed from your account"),
			Lines:   []i18n.Message{i18n.Msg("The passkey “%s” can no longer sign in to your account %s.", key.Name, a.Username)},
		})
	})
}

// get locks the viewer's account and loads one of its passkeys to change it.
func (s Passkeys) get(ctx context.Context, tx *ent.Tx, id uuid.UUID) (*ent.Account, *ent.Passkey, error) {
	a, err := store.LockViewer(ctx, s.DB, tx)
	if err != nil {
		return nil, nil, err
	}
	key, err := tx.Passkey.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, nil, problem.Missing()
	} else if err != nil {
		return nil, nil, fmt.Errorf("load passkey: %w", err)
	}
	return a, key, nil
}
