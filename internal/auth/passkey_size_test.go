package auth_test

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"testing"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"

	"portico/ent"
	"portico/internal/passkey"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A forger answers with a passkey that no device makes, byte by byte.
type forger struct{ id, modulus, attests []byte }

func text64(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

// cborBytes is a byte string in CBOR.
func cborBytes(b []byte) []byte {
	return append(binary.BigEndian.AppendUint32([]byte{0x5a}, uint32(len(b))), b...)
}

// client is what a browser says about an exchange.
func client(kind, challenge string) []byte {
	text, _ := json.Marshal(map[string]string{"type": kind, "challenge": challenge, "origin": "https://" + testkit.Site})
	return text
}

func challengeOf(t *testing.T, c passkey.Ceremony) string {
	var options struct{ Challenge string }
	if err := json.Unmarshal([]byte(c.Options), &options); err != nil {
		t.Fatal(err)
	}
	return options.Challenge
}

func (f forger) authData(flags byte) []byte {
	site := sha256.Sum256([]byte(testkit.Site))
	return append(site[:], flags, 0, 0, 0, 0)
}

func (f forger) answer(response map[string]string) string {
	text, _ := json.Marshal(map[string]any{"id": text64(f.id), "rawId": text64(f.id), "type": "public-key", "response": response})
	return string(text)
}

// publicKey is for RS256, with the largest exponent.
func (f forger) publicKey() []byte {
	key := append([]byte{0xa4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20}, cborBytes(f.modulus)...)
	return append(key, 0x21, 0x44, 0x7f, 0xff, 0xff, 0xff)
}

// makes is a new passkey with an RSA key of that modulus.
func (f forger) makes(t *testing.T, c passkey.Ceremony) passkey.AddPasskey {
	data := append(f.authData(0x45), make([]byte, 16)...)
	data = binary.BigEndian.AppendUint16(data, uint16(len(f.id)))
	data = append(append(data, f.id...), f.publicKey()...)
	object := append(append([]byte("\xa3"), f.attests...), "\x68authData"...)
	object = append(object, cborBytes(data)...)
	return passkey.AddPasskey{Ceremony: c.ID, Credential: f.answer(map[string]string{
		"clientDataJSON": text64(client("webauthn.create", challengeOf(t, c))), "attestationObject": text64(object),
	})}
}

func (f forger) answers(t *testing.T, c passkey.Ceremony, who []byte) passkey.Proof {
	return passkey.Proof{Ceremony: c.ID, Credential: f.answer(map[string]string{
		"clientDataJSON": text64(client("webauthn.get", challengeOf(t, c))), "authenticatorData": text64(f.authData(0x05)),
		"signature": text64(append([]byte{0}, f.modulus[1:]...)), "userHandle": text64(who),
	})}
}

func randomBytes(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	b[0], b[n-1] = b[0]|0x80, b[n-1]|1
	return b
}

const attestsNothing, attestsWrongly = "\x63fmt\x64none\x67attStmt\xa0", "\x63fmt\x66packed\x67attStmt\xa2\x63alg\x39\x01\x00\x63sig\x41\x00"

// addForged adds a passkey that no device makes.
func addForged(t *testing.T, w *testkit.World, ctx context.Context, f forger) error {
	t.Helper()
	c, err := w.Passkeys.Start(ctx)
	_, err2 := w.Passkeys.Add(ctx, f.makes(t, testkit.Must(t, c, err)))
	return err2
}

// signInForged tries to sign in with such a passkey, and tells how long that takes.
func signInForged(t *testing.T, w *testkit.World, f forger, who []byte) (time.Duration, error) {
	t.Helper()
	c, err := w.Passkeys.StartSignIn(t.Context())
	testkit.Must(t, c, err)
	start := time.Now()
	_, err = w.Passkeys.SignIn(w.Browser().Request(), f.answers(t, c, who))
	return time.Since(start), err
}

// A passkey with an RSA key of 64 KB was taken, and each guest who then asked to sign in
// with it had the server compute for 13 seconds, in which nobody else could write.
func TestR74_APasskeyIsCheckedInAShortTime(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Account("ada")
	id := viewer.ID(ada)
	for _, size := range []int{maxModulus + 1, 2 * maxModulus, 64 << 10} {
		if err := addForged(t, w, ada, forger{randomBytes(32), randomBytes(size), []byte(attestsNothing)}); wrong(err) != " PASSKEY_REFUSED" {
			t.Errorf("an RSA key of %d bytes: %v", size, err)
		}
	}
	long := forger{randomBytes(32), randomBytes(11 << 10), []byte(attestsNothing)} // one from before
	credential, err := json.Marshal(webauthn.Credential{ID: long.id, PublicKey: long.publicKey()})
	testkit.Must(t, credential, err)
	write(w, func(tx *ent.Tx) {
		tx.Passkey.Create().SetName("old").SetCredentialID(long.id).SetCredential(credential).SetCreatedAt(w.Clock.Now()).ExecX(ada)
	})
	fastest := time.Hour
	for range 3 {
		took, err := signInForged(t, w, long, id[:])
		if fastest = min(fastest, took); wrong(err) != " PASSKEY_REFUSED" {
			t.Errorf("a long key from before: %v", err)
		}
	}
	if fastest > 250*time.Millisecond {
		t.Errorf("to sign in with a long key takes %v", fastest)
	}
	// Windows Hello has RSA keys of 2048 bits.
	usual := forger{randomBytes(32), randomBytes(256), []byte(attestsNothing)}
	if err := addForged(t, w, ada, usual); err != nil {
		t.Errorf("an RSA key of 2048 bits: %v", err)
	}
	if took, err := signInForged(t, w, usual, id[:]); wrong(err) != " PASSKEY_REFUSED" || took > time.Second {
		t.Errorf("a wrong signature takes %v: %v", took, err)
	}
}

// maxModulus is 8192 bits, as for SSH keys.
const maxModulus = 1024

// What a device says of its maker was not asked for: checking it took as long as its
// keys and certificates have it.
func TestR74_AttestationIsNotLookedAt(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	if err := addForged(t, w, w.Account("ada"), forger{randomBytes(32), randomBytes(256), []byte(attestsWrongly)}); err != nil {
		t.Errorf("a passkey whose attestation has a wrong signature: %v", err)
	}
}
