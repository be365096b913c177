package passwords

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxTyped is how long a password may be as it is typed, in bytes. A longer one has too
// many characters in every form, and to normalize it would take long, before anything
// counts the attempt.
const maxTyped = 16 * maxPassword

// Normalized returns a password in the form in which it is measured, compared, and
// hashed, the same from every keyboard: composed, and with ASCII spaces for all others.
// NIST SP 800-63B-4 (3.1.1.2) and the OpaqueString profile of RFC 8265 require this.
// The profile would also refuse joiners, and with them most emoji.
func Normalized(password string) string {
	if len(password) > maxTyped {
		return password
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, password))
}

// formsOf returns the forms in which a password may have been hashed: normalized, or as
// typed if that differs and the hash is an old one.
func formsOf(password string) []string {
	if n := Normalized(password); n != password {
		return []string{n, password}
	}
	return []string{password}
}

// LengthOf returns the number of characters in a password.
func LengthOf(password string) int { return utf8.RuneCountInString(Normalized(password)) }
