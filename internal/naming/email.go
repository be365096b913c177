package naming

import (
	"net/mail"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"

	"portico/internal/problem"
)

const (
	// maxEmail is the maximum length of an email address (RFC 5321, erratum 1690).
	maxEmail = 254
	// maxTyped is how long one may be as it is typed, before it is normalized: a
	// character of ASCII also has forms of several bytes. To bring a longer domain
	// into ASCII would take time that grows with the square of its length, and some
	// characters have a compatibility form of eighteen.
	maxTyped = 4 * maxEmail
)

// domains is the lookup profile of IDNA (UTS #46), with the length limits of DNS.
var domains = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.VerifyDNSLength(true))

// Email checks an email address and returns it with its key: the form in which no two
// accounts have the same one.
func Email(field, address string) (email, key string, p *problem.Input) {
	address = strings.TrimSpace(address)
	switch {
	case address == "":
		return "", "", problem.In(field, problem.Required, "Enter your email address.")
	case len(address) > maxEmail:
		return "", "", tooLongEmail(field)
	case strings.ContainsFunc(address, invisible):
		return "", "", problem.In(field, problem.Malformed, "This email address contains an invisible character. Type it again instead of pasting it.")
	case !wellFormedEmail(address):
		return "", "", malformedEmail(field)
	}
	key, ok := emailKey(address)
	switch {
	case !ok || !strings.ContainsFunc(key[strings.LastIndex(key, ".")+1:], unicode.IsLetter):
		return "", "", malformedEmail(field)
	case len(key) > maxEmail:
		return "", "", tooLongEmail(field)
	}
	return address, key, nil
}

func tooLongEmail(field string) *problem.Input {
	return problem.In(field, problem.TooLong, "An email address has at most 254 characters.")
}

func malformedEmail(field string) *problem.Input {
	return problem.In(field, problem.Malformed, "Enter a valid email, like jane@example.com.")
}

// wellFormedEmail reports whether a text is one address, without quotes and comments,
// at a domain of several labels.
func wellFormedEmail(text string) bool {
	parsed, err := mail.ParseAddress(text)
	return err == nil && parsed.Address == text && !strings.ContainsAny(text, `"',;<>()[]\ `) &&
		strings.Map(printable, text) == text && strings.Contains(text[strings.LastIndex(text, "@"):], ".")
}

// invisible reports whether a character shows nothing: format characters and the
// default ignorable code points of Unicode.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// EmailKey normalizes an email address for lookups. Its domain is in ASCII, so that
// bücher.example and xn--bcher-kva.example are the same.
func EmailKey(address string) string {
	address = strings.TrimSpace(address)
	if len(address) > maxTyped {
		return strings.ToLower(address)
	}
	key, ok := emailKey(address)
	if !ok { // nobody has it
		return strings.ToLower(norm.NFKC.String(address))
	}
	return key
}

func emailKey(address string) (key string, ok bool) {
	local, domain, ok := splitEmail(address)
	return strings.ToLower(norm.NFKC.String(local)) + "@" + domain, ok
}

// Mailbox is an email address for mail servers, with its domain in A-labels (RFC 5891),
// and whether the rest is beyond ASCII, which requires SMTPUTF8 (RFC 6531). It is not
// ok if the domain can't exist.
func Mailbox(address string) (mailbox string, international, ok bool) {
	local, domain, ok := splitEmail(address)
	return local + "@" + domain, strings.ContainsFunc(local, func(r rune) bool { return r > unicode.MaxASCII }), ok
}

// splitEmail splits an email address into its local part and its domain in A-labels.
func splitEmail(address string) (local, domain string, ok bool) {
	at := strings.LastIndex(address, "@")
	if at < 0 || len(address) > maxTyped {
		return "", "", false
	}
	domain, err := domains.ToASCII(address[at+1:])
	return address[:at], domain, err == nil
}
