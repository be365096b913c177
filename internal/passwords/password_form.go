package passwords

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalized is a password in the form in which it is measured, compared and hashed,
// the same from every keyboard: composed, and with ASCII spaces for all others. That
// is what NIST SP 800-63B-4 (3.1.1.2) and the OpaqueString profile of RFC 8265 ask
// for. The profile would refuse joiners too, and with them most emoji.
func Normalized(password string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, password))
}

// formsOf are the forms in which a password may have been hashed: normalized, or as
// it was typed where that differs and the hash is an old one.
func formsOf(password string) []string {
	if n := Normalized(password); n != password {
		return []string{n, password}
	}
	return []string{password}
}

// LengthOf is how many characters a password has.
func LengthOf(password string) int { return utf8.RuneCountInString(Normalized(password)) }
