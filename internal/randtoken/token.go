// Package randtoken makes random tokens and the codes that people type, and the digests
// under which they are stored. A token itself is never stored.
package randtoken

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
)

// New makes a token of 256 bits.
func New() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails
	return base64.RawURLEncoding.EncodeToString(b)
}

// Digest is the SHA-256 of a token, as it is stored.
func Digest(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
