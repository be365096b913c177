package passwords

import (
	"slices"
	"strings"
	"unicode"

	"github.com/trustelem/zxcvbn"
	"golang.org/x/text/unicode/norm"

	"portico/internal/problem"
)

const (
	// fewGuesses is how many guesses a password must withstand. Eight random characters
	// do.
	fewGuesses = 1e8
	// fewGuessesBeside is the same for what is left of a password without the user's
	// own words and the product's name, which are tried first.
	fewGuessesBeside = 1e6
	// estimated is how many characters at either end are estimated: the time grows with
	// the cube of the length.
	estimated = 32
	// ownLength is the longest of the user's own words that is looked for, in bytes.
	// Anything longer is no name or address, and has many pieces.
	ownLength = 512
)

// Check returns what is wrong with a new password of a given minimum length. Own are
// the user's own names and addresses.
func (p *Hasher) Check(field, password string, least int, own ...string) (*problem.Input, error) {
	if wrong := CheckLength(field, password, least); wrong != nil {
		return wrong, nil
	}
	password = Normalized(password)
	if Guessable(password, own...) {
		return problem.In(field, problem.Guessable, "This password is too easy to guess: it is common, or contains your name, your email, or “Portico”. Use a few unrelated words."), nil
	}
	breached, err := p.Breached.Contains(password)
	if err != nil || !breached {
		return nil, err
	}
	return problem.In(field, problem.Guessable, "This password appeared in a data breach. Choose one that you have never used."), nil
}

// rows are keyboard rows that the estimate doesn't know.
var rows = strings.Fields("azerty azertyuiop qsdfgh qsdfghjklm wxcvbn qwertz qwertzuiop yxcvbn yxcvbnm")

// Guessable reports whether a password is among those that are tried first: common
// ones, keyboard rows, repetitions, the product's name, the user's own words, and
// combinations of these.
func Guessable(password string, own ...string) bool {
	runes, words := []rune(password), wordsOf(append(own, "portico"))
	if len(runes) <= estimated {
		return easy(password, words)
	}
	return easy(string(runes[:estimated]), words) && easy(string(runes[len(runes)-estimated:]), words)
}

func easy(text string, words []string) bool {
	if zxcvbn.PasswordStrength(text, slices.Concat(words, rows)).Guesses < fewGuesses {
		return true
	}
	rest := without(text, words)
	return rest != text && zxcvbn.PasswordStrength(rest, nil).Guesses < fewGuessesBeside
}

// wordsOf returns names and addresses, and their pieces of three characters or more.
func wordsOf(names []string) []string {
	var words []string
	for _, name := range names {
		if len(name) > ownLength {
			continue
		}
		name = strings.ToLower(norm.NFC.String(name))
		words = append(words, name)
		for _, piece := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(piece) > 2 && piece != name {
				words = append(words, piece)
			}
		}
	}
	return words
}

// without returns a text without the words in it, however they are spelled, and without
// joining characters: "P0rtico-Portico!" becomes "".
func without(text string, words []string) string {
	left, folded := []rune(text), []rune(fold(text))
	for _, word := range words {
		for w := []rune(fold(word)); len(w) > 2; {
			at := strings.Index(string(folded), string(w))
			if at < 0 {
				break
			}
			at = len([]rune(string(folded)[:at]))
			left = append(left[:at:at], left[at+len(w):]...)
			folded = append(folded[:at:at], folded[at+len(w):]...)
		}
	}
	if len(left) == len([]rune(text)) {
		return text
	}
	return strings.TrimFunc(string(left), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// alike maps characters to the letters they stand for; i and l look the same.
var alike = map[rune]rune{'0': 'o', '1': 'i', '!': 'i', '|': 'i', 'l': 'i', '3': 'e', '4': 'a', '@': 'a', '5': 's', '$': 's', '7': 't', '+': 't', '8': 'b', '9': 'g', '6': 'g'}

// fold replaces characters by the letters they stand for, one for one.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if letter, ok := alike[r]; ok {
			return letter
		}
		return r
	}, text)
}
