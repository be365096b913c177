package apitoken

import (
	"crypto/rand"
	"hash/crc32"
	"math/big"
	"strings"
)

// The format of an API token's secret: ptk_, 30 random characters, and a checksum of 6,
// so that most invalid ones are recognized without the database.
const (
	secretPrefix = "ptk_"
	secretRandom = 30
	secretCheck  = 6
	base62       = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)

// newSecret creates a secret with about 178 bits.
func newSecret() string {
	var b strings.Builder
	for range secretRandom {
		n, _ := rand.Int(rand.Reader, big.NewInt(int64(len(base62)))) // never fails
		b.WriteByte(base62[n.Int64()])
	}
	return secretPrefix + b.String() + check(b.String())
}

// wellFormed reports whether a text can be a secret at all.
func wellFormed(secret string) bool {
	rest, ok := strings.CutPrefix(secret, secretPrefix)
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
