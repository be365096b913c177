// Package randtoken generates random tokens and codes that people type, and their
// digests, which are stored in their place. A token itself is never stored.
package randtoken

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
)

// New generates a token of 256 bits.
func New() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails
	return base64.RawURLEncoding.EncodeToString(b)
}

// Digest is the SHA-256 of a token, for storing it.
func Digest(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
