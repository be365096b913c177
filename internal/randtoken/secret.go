package randtoken

import (
	"crypto/rand"
	"hash/crc32"
	"math/big"
	"strings"
)

// The format of the secrets that programs have: a prefix that says what for, 30 random
// characters, and a checksum of 6, so that most invalid ones are recognized without the
// database.
const (
	secretRandom = 30
	secretCheck  = 6
	base62       = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)

// NewSecret creates a secret with about 178 bits.
func NewSecret(prefix string) string {
	var b strings.Builder
	for range secretRandom {
		n, _ := rand.Int(rand.Reader, big.NewInt(int64(len(base62)))) // never fails
		b.WriteByte(base62[n.Int64()])
	}
	return prefix + b.String() + check(b.String())
}

// IsSecret reports whether a text can be a secret with this prefix at all.
func IsSecret(text, prefix string) bool {
	rest, ok := strings.CutPrefix(text, prefix)
	if !ok || len(rest) != secretRandom+secretCheck {
		return false
	}
	for i := range rest {
		if !strings.Contains(base62, rest[i:i+1]) {
			return false
		}
	}
	return rest[secretRandom:] == check(rest[:secretRandom])
}

// check is the CRC-32 (IEEE) of a text as six characters.
func check(text string) string {
	sum := crc32.ChecksumIEEE([]byte(text))
	var out [secretCheck]byte
	for i := secretCheck - 1; i >= 0; i-- {
		out[i], sum = base62[sum%62], sum/62
	}
	return string(out[:])
}
