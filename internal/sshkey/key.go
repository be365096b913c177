// Package sshkey parses SSH public keys in OpenSSH's format and says in plain words why
// one is refused. It stores nothing and verifies no signature. Its invariant: one key
// has exactly one blob, hence one digest and one fingerprint, however it was pasted.
package sshkey

import (
	"bytes"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"math/bits"
	"strings"

	"golang.org/x/crypto/ssh"

	"portico/internal/naming"
)

// The accepted sizes of RSA moduli, in bits.
const (
	minRSA = 3072
	maxRSA = 8192
)

// A Key is an accepted public key.
type Key struct {
	// Type is the key's type word, such as ssh-ed25519.
	Type string
	// Blob is the key in the wire format of RFC 4253, section 6.6.
	Blob []byte
	// Digest is the SHA-256 of Blob, by which keys are looked up.
	Digest [sha256.Size]byte
	// Bits is the size of the modulus or of the curve.
	Bits int
	// Comment is the text after the key, without control characters.
	Comment string
}

// Fingerprint is the key's fingerprint as ssh-keygen shows it: SHA256:….
func (k Key) Fingerprint() string { return FingerprintOf(k.Digest[:]) }

// AuthorizedKey is the key as one line of OpenSSH's format, without a newline.
// An empty comment is left out.
func (k Key) AuthorizedKey(comment string) string {
	line := k.Type + " " + base64.StdEncoding.EncodeToString(k.Blob)
	return strings.TrimSpace(line + " " + plain(comment))
}

// FingerprintOf is the fingerprint for a blob's SHA-256.
func FingerprintOf(digest []byte) string {
	return "SHA256:" + base64.RawStdEncoding.EncodeToString(digest)
}

// curves are the accepted key types that have one size each. RSA, whose size varies, is
// the only other one.
var curves = map[string]int{
	ssh.KeyAlgoED25519:    256,
	ssh.KeyAlgoSKED25519:  256,
	ssh.KeyAlgoECDSA256:   256,
	ssh.KeyAlgoECDSA384:   384,
	ssh.KeyAlgoECDSA521:   521,
	ssh.KeyAlgoSKECDSA256: 256,
}

// Check applies the rules of Parse to a key that somebody connects with. Each refusal
// is a *problem.Input.
func Check(key ssh.PublicKey) error {
	if key.Type() != ssh.KeyAlgoRSA {
		_, err := size(key.Type(), nil)
		return err
	}
	n, ok := modulus(key)
	if !ok {
		return broken()
	}
	return checkModulus(n)
}

func modulus(key ssh.PublicKey) (int, bool) {
	wrapped, ok := key.(ssh.CryptoPublicKey)
	if !ok {
		return 0, false
	}
	public, ok := wrapped.CryptoPublicKey().(*rsa.PublicKey)
	if !ok {
		return 0, false
	}
	return public.N.BitLen(), true
}

// size returns how many bits a key of this type has, or why it is refused. rest is the
// blob after its type; only RSA's is read, and only the length of its modulus: a giant
// one must cost nothing.
func size(word string, rest []byte) (int, error) {
	if n, ok := curves[word]; ok {
		return n, nil
	}
	if word != ssh.KeyAlgoRSA {
		return 0, refuseType(word)
	}
	_, rest, ok := field(rest)
	if !ok {
		return 0, broken()
	}
	n, _, ok := field(rest)
	if !ok || (len(n) > 0 && n[0]&0x80 != 0) {
		return 0, broken()
	}
	n = bytes.TrimLeft(n, "\x00")
	if len(n) == 0 {
		return 0, broken()
	}
	length := (len(n)-1)*8 + bits.Len8(n[0])
	return length, checkModulus(length)
}

func checkModulus(length int) error {
	switch {
	case length < minRSA:
		return tooWeak(length)
	case length > maxRSA:
		return tooLarge(length)
	}
	return nil
}

// field takes one length-prefixed string off a blob (RFC 4251, section 5).
func field(in []byte) (value, rest []byte, ok bool) {
	if len(in) < 4 {
		return nil, nil, false
	}
	n := binary.BigEndian.Uint32(in)
	in = in[4:]
	if uint64(n) > uint64(len(in)) {
		return nil, nil, false
	}
	return in[:n], in[n:], true
}

// commentLength is the maximum length of a comment, in characters.
const commentLength = 1000

// plain keeps a comment on its line and harmless on a terminal.
func plain(comment string) string { return naming.Line(comment, commentLength) }
