package randtoken

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
)

// crockford omits letters that look like others.
var crockford = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewCode returns random bytes as a text that people can type.
func NewCode(bytes int) string {
	b := make([]byte, bytes)
	_, _ = rand.Read(b) // never fails
	return crockford.EncodeToString(b)
}

// ParseCode normalizes a typed code: case, dashes, and spaces don't matter, and letters
// that look like digits become digits. It reports whether the result can be a code of
// this many bytes.
func ParseCode(text string, bytes int) (string, bool) {
	text = strings.NewReplacer("o", "0", "i", "1", "l", "1").Replace(strings.ToLower(Typed(text)))
	_, err := crockford.DecodeString(text)
	return text, err == nil && len(text) == crockford.EncodedLen(bytes)
}

// Grouped splits a text into groups of four: abcd-efgh.
func Grouped(text string) string {
	var groups []string
	for ; len(text) > 4; text = text[4:] {
		groups = append(groups, text[:4])
	}
	return strings.Join(append(groups, text), "-")
}
