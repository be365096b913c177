package randtoken

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
)

// crockford leaves out the letters that are read as others.
var crockford = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewCode is a random text of so many bytes that people can type.
func NewCode(bytes int) string {
	b := make([]byte, bytes)
	_, _ = rand.Read(b) // never fails
	return crockford.EncodeToString(b)
}

// ParseCode is what was meant by a typed text: case, dashes and spaces do not matter,
// and letters that look like digits are them. It tells whether it can be one of
// so many bytes.
func ParseCode(text string, bytes int) (string, bool) {
	text = strings.NewReplacer("o", "0", "i", "1", "l", "1").Replace(strings.ToLower(Typed(text)))
	_, err := crockford.DecodeString(text)
	return text, err == nil && len(text) == crockford.EncodedLen(bytes)
}

// Grouped breaks a text into groups of four: abcd-efgh.
func Grouped(text string) string {
	var groups []string
	for ; len(text) > 4; text = text[4:] {
		groups = append(groups, text[:4])
	}
	return strings.Join(append(groups, text), "-")
}
