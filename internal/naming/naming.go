// Package naming has the rules for names that people choose: usernames, app names,
// labels, and email addresses. Values in, problems out.
package naming

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"portico/internal/problem"
)

var (
	words = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	// notInNames separates the words of a name.
	notInNames = regexp.MustCompile(`[^a-z0-9]+`)
	appWords   = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
)

// reserved are names that the platform may want for itself: in addresses, in host
// names, and so that nobody impersonates it.
var reserved = strings.Fields(`about abuse account accounts admin administrator api app apps assets auth billing
	blog console dashboard dev docs git graphql healthz help hostmaster info invoices login logout mail me news
	operator playground portico postmaster pricing readyz root security sessions settings signin signout signup
	sign-in sign-out sign-up ssh static status support system terms timeline token tokens user users webmaster www`)

// Username checks a username: 3 to 39 of a-z 0-9 -, no dash at either end or twice in a
// row.
func Username(field, name string) *problem.Input {
	switch n := len(name); {
	case n == 0:
		return problem.In(field, problem.Required, "Choose a username.")
	case n < 3:
		return problem.In(field, problem.TooShort, "Use at least 3 characters.")
	case n > 39:
		return problem.In(field, problem.TooLong, "Use at most 39 characters.")
	case !words.MatchString(name):
		return problem.In(field, problem.Malformed, "Use lowercase letters, numbers, and single dashes, like jane-doe.")
	case slices.Contains(reserved, name), strings.HasPrefix(name, Deleted):
		return problem.In(field, problem.Reserved, "This name is reserved. Choose another one.")
	}
	return nil
}

// Deleted is the prefix of the names of deleted accounts; no other account has it.
const Deleted = "deleted-"

// UsernamesLike returns usernames similar to a name from elsewhere, the most similar
// first: jane, jane-2, … None of them is reserved, and any may be taken.
func UsernamesLike(name string) []string {
	like := strings.Join(notInNames.Split(strings.ToLower(name), -1), "-")
	like = strings.Trim(like[:min(len(like), 36)], "-")
	var names []string
	for n := 1; n <= 9; n++ {
		one := like
		if n > 1 {
			one = strings.TrimPrefix(like+"-"+strconv.Itoa(n), "-")
		}
		if Username("", one) == nil {
			names = append(names, one)
		}
	}
	return names
}

// App checks the name of an app: 3 to 48 of a-z 0-9 -, starting with a letter, no dash
// at the end or twice in a row.
func App(field, name string) *problem.Input {
	switch n := len(name); {
	case n == 0:
		return problem.In(field, problem.Required, "Choose a name for the app.")
	case n < 3:
		return problem.In(field, problem.TooShort, "Use at least 3 characters.")
	case n > 48:
		return problem.In(field, problem.TooLong, "Use at most 48 characters.")
	case !appWords.MatchString(name):
		return problem.In(field, problem.Malformed, "Start with a letter, then use lowercase letters, numbers, and single dashes, like my-shop.")
	case slices.Contains(reserved, name):
		return problem.In(field, problem.Reserved, "This name is reserved. Choose another one.")
	}
	return nil
}

// reviewNames is how many names there can be for the review app of a branch.
const reviewNames = 50

// ReviewApp returns names for a review app: those of the app and of the branch, and with
// a number, since any may be taken. A long one is cut.
func ReviewApp(app, branch string) []string {
	like := strings.Join(notInNames.Split(app+"-"+strings.ToLower(branch), -1), "-")
	like = strings.Trim(like[:min(len(like), 45)], "-")
	var names []string
	for n := 1; n <= reviewNames; n++ {
		one := like
		if n > 1 {
			one += "-" + strconv.Itoa(n)
		}
		if App("", one) == nil {
			names = append(names, one)
		}
	}
	return names
}

// InApp returns a text as the names of apps have it, in lower case, and whether one of
// them can contain it.
func InApp(text string) (part string, ok bool) {
	if len(text) > 48 {
		return "", false
	}
	part = strings.ToLower(text)
	return part, !notInNames.MatchString(strings.ReplaceAll(part, "-", ""))
}

const maxLabel = 100

// Label normalizes a free text of one line, and checks its length.
func Label(field, text string) (string, *problem.Input) { return Text(field, text, maxLabel) }

// Text does the same for a text of another length.
func Text(field, text string, most int) (string, *problem.Input) {
	// In bytes, as it is typed: to normalize a text takes long, and much of it may be invisible.
	long := len(text) > 100*most
	if !long {
		text = tidy(text)
	}
	if long || utf8.RuneCountInString(text) > most {
		return "", problem.In(field, problem.TooLong, "At most %d characters fit here.", most)
	}
	return text, nil
}

const (
	maxCommand = 1000
	// maxMarks is how many combining marks a character of a command has: no writing needs
	// as many, and a stack of them covers the lines around it.
	maxMarks = 8
)

// Command checks a command: one line of 1 to 1000 characters, of which all are visible:
// who reads what was run sees all of it. Inside, it stays as it was typed: two spaces may
// matter.
func Command(field, text string) (string, *problem.Input) {
	if len(text) > utf8.UTFMax*maxCommand { // also before it is trimmed
		return "", problem.In(field, problem.TooLong, "A command has at most %d characters.", maxCommand)
	}
	text = strings.Trim(text, " ")
	switch {
	case utf8.RuneCountInString(text) > maxCommand:
		return "", problem.In(field, problem.TooLong, "A command has at most %d characters.", maxCommand)
	case !strings.ContainsFunc(text, visible):
		return "", problem.In(field, problem.Required, "Enter a command.")
	case strings.ContainsFunc(text, breaks):
		return "", problem.In(field, problem.Malformed, "A command is one line without tabs and other control characters.")
	case hides(text):
		return "", problem.In(field, problem.Malformed, "A command has no invisible characters, and at most %d accents on a letter. Type it again instead of pasting it.", maxMarks)
	}
	return text, nil
}

// hides tells whether a text has characters that nobody sees, or piles marks up. Joiners
// may stand where they are needed, between two letters beyond ASCII or parts of an emoji,
// and a variation selector behind a symbol.
func hides(text string) bool {
	runes, marks := []rune(text), 0
	for i, r := range runes {
		if !unicode.In(r, unicode.Mn, unicode.Me) {
			marks = 0
		} else if marks++; marks > maxMarks {
			return true
		}
		if unseen(r) && !needed(runes, i) {
			return true
		}
	}
	return false
}

// needed tells whether an invisible character changes what is seen.
func needed(runes []rune, i int) bool {
	before, after := at(runes, i-1), at(runes, i+1)
	switch r := runes[i]; {
	case strings.ContainsRune(joiners, r):
		return joinable(before) && joinable(after)
	case r == '\ufe0e' || r == '\ufe0f': // as text, as an emoji
		return unicode.Is(unicode.So, before)
	}
	return false
}

// joinable tells what a joiner can stand next to.
func joinable(r rune) bool {
	return r > unicode.MaxASCII && (!unseen(r) || r == '\ufe0f') && unicode.In(r, unicode.L, unicode.M, unicode.So, unicode.Sk)
}

func at(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return 0
	}
	return runes[i]
}

// unseen are the characters that Unicode has programs leave out when they show a text
// (Default_Ignorable_Code_Point), and the blank ones.
func unseen(r rune) bool {
	return r == '\u2800' || unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) &&
		!unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// breaks tells what ends a line, controls a terminal, or reverses the text around it.
func breaks(r rune) bool {
	return r == '\u2028' || r == '\u2029' || unicode.IsControl(r) || printable(r) < 0
}

// Line normalizes a text that somebody else wrote (the subject of a commit, the comment
// of a key, a browser's name, what a message repeats) and cuts it to a number of
// characters. Of a very long text it reads only the beginning.
func Line(text string, most int) string {
	runes := []rune(tidy(text[:min(len(text), 100*most)])) // a character that is cut is left out
	return strings.TrimRight(string(runes[:min(len(runes), most)]), joiners+" ")
}

// joiners hold emoji together, and shape the words of Persian and many Indian
// languages: ZWNJ and ZWJ.
const joiners = "\u200c\u200d"

// Storable reports whether a database can store a text. One that it can't store is
// nobody's name: PostgreSQL answers a search for it with an error.
func Storable(text string) bool { return utf8.ValidString(text) && !strings.ContainsRune(text, 0) }

// tidy is the one rule for free texts: one line, in one Unicode form, without terminal
// control characters or anything that reverses the surrounding text, and empty if
// nothing is visible. Joiners stay.
func tidy(text string) string {
	text = norm.NFC.String(strings.Join(strings.Fields(strings.Map(printable, text)), " "))
	if !strings.ContainsFunc(text, visible) {
		return ""
	}
	return text
}

func visible(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) && !unicode.Is(unicode.Variation_Selector, r)
}

func printable(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == utf8.RuneError:
		return -1
	}
	return r
}
