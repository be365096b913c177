// Package vatnumber checks the VAT numbers of the European Union: their form, and their
// check digits as each country computes them. Values in, values out: whether a number was
// given to a business, only VIES knows (internal/vies).
//
// The rules follow the descriptions that the member states have published with the
// Commission. No Go library that checks the digits of all of them could be had.
package vatnumber

import (
	"regexp"
	"strings"
)

// A Number is a valid VAT number in its normal form: the prefix of its country, and
// uppercase letters and digits.
type Number string

// Prefix is the country as VIES knows it: EL for Greece, otherwise as in ISO 3166-1.
func (n Number) Prefix() string { return string(n[:2]) }

// Body is what stands behind the prefix.
func (n Number) Body() string { return string(n[2:]) }

// maxTyped is how long a number may be as it is typed: with its prefix and separators.
const maxTyped = 40

// A rule is what the numbers of a country look like, and how their check digits are
// computed.
type rule struct {
	prefix string
	form   *regexp.Regexp
	check  func(string) bool
}

// rules are those of the member states, by ISO 3166-1 code. Only what matches the form is
// checked, so that a check can rely on length and digits.
var rules = map[string]rule{
	"AT": {"AT", form(`U\d{8}`), austria},
	"BE": {"BE", form(`[01]?\d{9}`), belgium},
	"BG": {"BG", form(`\d{9,10}`), bulgaria},
	"CY": {"CY", form(`\d{8}[A-Z]`), cyprus},
	"CZ": {"CZ", form(`\d{8,10}`), czechia},
	"DE": {"DE", form(`[1-9]\d{8}`), mod11x10},
	"DK": {"DK", form(`[1-9]\d{7}`), sums(11, 0, 2, 7, 6, 5, 4, 3, 2, 1)},
	"EE": {"EE", form(`10\d{7}`), sums(10, 0, 3, 7, 1, 3, 7, 1, 3, 7, 1)},
	"ES": {"ES", form(`[0-9A-Z]\d{7}[0-9A-Z]`), spain},
	"FI": {"FI", form(`\d{8}`), sums(11, 0, 7, 9, 10, 5, 8, 4, 2, 1)},
	"FR": {"FR", form(`[0-9A-HJ-NP-Z]{2}\d{9}`), france},
	"GR": {"EL", form(`\d{8,9}`), greece},
	"HR": {"HR", form(`\d{11}`), mod11x10},
	"HU": {"HU", form(`\d{8}`), sums(10, 0, 9, 7, 3, 1, 9, 7, 3, 1)},
	"IE": {"IE", form(`\d[0-9A-Z+*]\d{5}[A-W][A-I]?`), ireland},
	"IT": {"IT", form(`\d{11}`), italy},
	"LT": {"LT", form(`\d{7}1\d|\d{10}1\d`), lithuania},
	"LU": {"LU", form(`\d{8}`), luxembourg},
	"LV": {"LV", form(`\d{11}`), latvia},
	"MT": {"MT", form(`[1-9]\d{7}`), sums(37, 0, 3, 4, 6, 7, 8, 9, 10, 1)},
	"NL": {"NL", form(`\d{9}B\d{2}`), netherlands},
	"PL": {"PL", form(`\d{10}`), poland},
	"PT": {"PT", form(`[1-9]\d{8}`), portugal},
	"RO": {"RO", form(`[1-9]\d{1,9}`), romania},
	"SE": {"SE", form(`\d{10}(0[1-9]|[1-8]\d|9[0-4])`), sweden},
	"SI": {"SI", form(`[1-9]\d{7}`), slovenia},
	"SK": {"SK", form(`[1-9]\d[2-47-9]\d{7}`), slovakia},
}

func form(body string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + body + `)$`) }

// separators are what people write between the digits.
var separators = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ".", "", "-", "", "/", "", "_", "")

// Parse reads the VAT number of a member state as people write it, with or without its
// prefix.
func Parse(country, text string) (Number, bool) {
	r, member := rules[country]
	if !member || len(text) > maxTyped {
		return "", false
	}
	text = strings.ToUpper(separators.Replace(strings.TrimSpace(text)))
	for _, prefix := range []string{r.prefix, country, ""} {
		body, found := strings.CutPrefix(text, prefix)
		if found && r.form.MatchString(body) && r.check(body) {
			return Number(r.prefix + whole(country, body)), true
		}
	}
	return "", false
}

// whole adds the zero that older numbers are written without.
func whole(country, body string) string {
	if country == "BE" && len(body) == 9 || country == "GR" && len(body) == 8 {
		return "0" + body
	}
	return body
}
