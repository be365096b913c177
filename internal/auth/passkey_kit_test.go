package auth_test

import (
	"context"
	"testing"

	"github.com/descope/virtualwebauthn"

	"portico/ent"
	"portico/internal/passkey"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A device makes passkeys, and answers with the last one that it made.
type device struct {
	t    *testing.T
	site virtualwebauthn.RelyingParty
	by   virtualwebauthn.Authenticator
	key  virtualwebauthn.Credential
}

func newDevice(t *testing.T) *device {
	return &device{
		t: t, by: virtualwebauthn.NewAuthenticator(), key: newKey(),
		site: virtualwebauthn.RelyingParty{ID: testkit.Site, Name: "Portico", Origin: "https://" + testkit.Site},
	}
}

// newKey makes a key whose coordinates begin with no zero: virtualwebauthn leaves
// such zeros out, which makes the key invalid.
func newKey() virtualwebauthn.Credential {
	for {
		key := virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2)
		if len(key.Key.AttestationData()) == 77 {
			return key
		}
	}
}

// makes is the device's answer to what was begun to add a passkey.
func (d *device) makes(c passkey.Ceremony) passkey.AddPasskey {
	d.t.Helper()
	o, err := virtualwebauthn.ParseAttestationOptions(c.Options)
	testkit.Must(d.t, o, err)
	d.by.Options.UserHandle = []byte(o.UserID)
	return passkey.AddPasskey{Ceremony: c.ID, Credential: virtualwebauthn.CreateAttestationResponse(d.site, d.by, d.key, *o)}
}

// answers is the device's answer to what was begun to sign in, or for sudo mode.
func (d *device) answers(c passkey.Ceremony) passkey.Proof {
	d.t.Helper()
	o, err := virtualwebauthn.ParseAssertionOptions(c.Options)
	testkit.Must(d.t, o, err)
	d.key.Counter++
	return passkey.Proof{Ceremony: c.ID, Credential: virtualwebauthn.CreateAssertionResponse(d.site, d.by, d.key, *o)}
}

// add adds a passkey on a new device to the viewer.
func add(t *testing.T, w *testkit.World, ctx context.Context) (*device, *ent.Passkey) {
	t.Helper()
	d := newDevice(t)
	c, err := w.Passkeys.Start(ctx)
	key, err2 := w.Passkeys.Add(ctx, d.makes(testkit.Must(t, c, err)))
	return d, testkit.Must(t, key, err2)
}

func happened(w *testkit.World, ctx context.Context) []string { return w.Timeline(ctx, viewer.ID(ctx)) }

func steps(w *testkit.World) int {
	return w.DB.PendingSignIn.Query().CountX(viewer.AsSystem(w.T.Context()))
}

// factor puts an authenticator app at one of its stages.
func factor(w *testkit.World, ctx context.Context, stage string) {
	if stage == "off" {
		return
	}
	write(w, func(tx *ent.Tx) {
		c := tx.Totp.Create().SetSecret([]byte("sealed")).SetCreatedAt(w.Clock.Now())
		if stage != "begun" {
			c.SetProvenAt(w.Clock.Now())
		}
		if stage == "on" {
			c.SetEnabledAt(w.Clock.Now())
		}
		c.ExecX(ctx)
	})
}

func write(w *testkit.World, do func(tx *ent.Tx)) {
	w.T.Helper()
	err := store.Do(w.T.Context(), w.DB, func(tx *ent.Tx) error { do(tx); return nil })
	testkit.Must(w.T, 0, err)
}

// sudoBy opens sudo mode by a passkey's answer.
func sudoBy(w *testkit.World, ctx context.Context, proof passkey.Proof) (*ent.Account, error) {
	return w.Sudo.Enter(ctx, signin.SudoProof{Passkey: &proof})
}
