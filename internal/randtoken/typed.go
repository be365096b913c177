package randtoken

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxTyped is how much of a code is looked at, in bytes: compatibility forms are up to
// eighteen characters, and nobody types that many.
const maxTyped = 1000

// Typed returns a code as it was meant, in ASCII where there is an equivalent:
// keyboards of many languages have full-width letters and digits, word processors
// replace dashes, and people copy codes with the surrounding text.
func Typed(code string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.In(r, unicode.Dash, unicode.White_Space, unicode.Cf):
			return -1
		case unicode.Is(unicode.Nd, r):
			return '0' + digitValue(r)
		}
		return r
	}, norm.NFKC.String(code[:min(len(code), maxTyped)]))
}

// digitValue is the value of a decimal digit. In Unicode they come in tens, zero first.
func digitValue(r rune) rune {
	zero := r
	for unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return (r - zero) % 10
}
