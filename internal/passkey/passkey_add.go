package passkey

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/go-webauthn/webauthn/webauthn"

	"portico/ent"
	"portico/ent/ceremony"
	"portico/internal/browser"
	"portico/internal/i18n"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Start starts adding a passkey. A device that has one of the account's won't create a
// second one.
func (s Passkeys) Start(ctx context.Context) (Ceremony, error) {
	if err := s.offered(); err != nil {
		return Ceremony{}, err
	}
	who, err := s.own(ctx)
	if err != nil {
		return Ceremony{}, err
	}
	if len(who.keys) >= maxPasskeys {
		return Ceremony{}, tooManyPasskeys()
	}
	creation, session, err := s.WebAuthn.BeginRegistration(who,
		webauthn.WithExclusions(webauthn.Credentials(who.WebAuthnCredentials()).CredentialDescriptors()))
	if err != nil {
		return Ceremony{}, fmt.Errorf("begin to add passkey: %w", err)
	}
	return s.hold(ctx, ceremony.PurposeADD, &who.account.ID, session, creation.Response)
}

func tooManyPasskeys() *problem.Input {
	return problem.In("", problem.LimitReached, "You can have up to %d passkeys. Remove one first.", maxPasskeys)
}

// AddPasskey is the browser's answer, and a name for the passkey; by default it is
// named after the browser.
type AddPasskey struct {
	Ceremony, Credential string
	Name                 *string
}

// Add adds the passkey that the browser created.
func (s Passkeys) Add(ctx context.Context, in AddPasskey) (*ent.Passkey, error) {
	if err := s.offered(); err != nil {
		return nil, err
	}
	name, err := passkeyName(ctx, in.Name)
	if err != nil {
		return nil, err
	}
	id := viewer.ID(ctx)
	session, err := s.take(ctx, ceremony.PurposeADD, &id, in.Ceremony)
	if err != nil {
		return nil, err
	}
	made, err := s.made(ctx, session, in.Credential)
	if err != nil {
		return nil, err
	}
	saved, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Passkey, error) { return s.add(ctx, tx, name, made) })
	if err != nil {
		return nil, err
	}
	return saved.Unwrap(), nil
}

func passkeyName(ctx context.Context, given *string) (string, error) {
	if given != nil {
		name, wrong := naming.Label("name", *given)
		if wrong != nil {
			return "", wrong
		}
		if name != "" {
			return name, nil
		}
	}
	return browser.DeviceOf(browser.From(ctx).UserAgent), nil
}

// made is the passkey in a browser's answer, if it answers this ceremony.
func (s Passkeys) made(ctx context.Context, session webauthn.SessionData, answer string) (*webauthn.Credential, error) {
	who, err := s.own(ctx)
	if err != nil {
		return nil, err
	}
	parsed, err := parseMade(answer)
	if err != nil {
		return nil, err
	}
	made, err := s.WebAuthn.CreateCredential(who, session, parsed)
	if err != nil {
		return nil, errPasskey
	}
	return made, nil
}

func (s Passkeys) add(ctx context.Context, tx *ent.Tx, name string, made *webauthn.Credential) (*ent.Passkey, error) {
	a, err := store.LockViewer(ctx, s.DB, tx)
	if err != nil {
		return nil, err
	}
	n, err := tx.Passkey.Query().Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count passkeys: %w", err)
	}
	if n >= maxPasskeys {
		return nil, tooManyPasskeys()
	}
	data, err := json.Marshal(made)
	if err != nil {
		return nil, fmt.Errorf("write passkey: %w", err)
	}
	key, err := tx.Passkey.Create().SetName(name).SetCredentialID(made.ID).SetCredential(data).SetCreatedAt(s.Now()).Save(ctx)
	if ent.IsConstraintError(err) { // no honest device creates the same one twice
		return nil, errPasskey
	} else if err != nil {
		return nil, fmt.Errorf("save passkey: %w", err)
	}
	err = s.Sessions.Changed(ctx, tx, a, &timeline.PasskeyAddedEvent{Name: name}, notify.Email{
		Kind:    "passkey_added",
		Subject: i18n.Msg("A passkey was added to your account"),
		Lines:   []i18n.Message{i18n.Msg("The passkey “%s” can now sign in to your account %s without a password.", name, a.Username)},
	})
	return key, err
}
