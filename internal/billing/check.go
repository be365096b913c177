package billing

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"portico/ent"
	"portico/ent/billingprofile"
	"portico/internal/billing/rules"
	"portico/internal/naming"
	"portico/internal/problem"
	"portico/internal/vatnumber"
)

const (
	maxLine       = 100
	maxPostalCode = 20
	maxNote       = 300
	maxRecipients = 5
)

// applied is the profile with the change, normalized, or all that is wrong with it.
func (c Change) applied(old *ent.BillingProfile) (b ent.BillingProfile, err error) {
	if old != nil {
		b = *old
	}
	if c.Kind != nil {
		b.Kind = *c.Kind
	}
	if c.Country != nil {
		b.Country = strings.ToUpper(strings.TrimSpace(*c.Country))
	}
	wrong := []*problem.Input{
		unless(b.Kind != "", problem.In("kind", problem.Required, "Choose whether you pay as a private person or as a business.")),
	}
	for _, f := range []struct {
		field  string
		to     *string
		wanted *string
		most   int
		empty  *problem.Input
	}{
		{"legalName", &b.LegalName, c.LegalName, maxLine, problem.In("legalName", problem.Required, "Enter the name your invoices are made out to.")},
		{"addressLine1", &b.AddressLine1, c.AddressLine1, maxLine, problem.In("addressLine1", problem.Required, "Enter your street and number.")},
		{"addressLine2", &b.AddressLine2, c.AddressLine2, maxLine, nil},
		{"postalCode", &b.PostalCode, c.PostalCode, maxPostalCode, noPostalCode(b.Country)},
		{"city", &b.City, c.City, maxLine, problem.In("city", problem.Required, "Enter your city.")},
		{"state", &b.State, c.State, maxLine, nil},
		{"invoiceNote", &b.InvoiceNote, c.InvoiceNote, maxNote, nil},
	} {
		wrong = append(wrong, apply(f.field, f.to, f.wanted, f.most, f.empty))
	}
	wrong = append(wrong, checkCountry(b.Country), checkNumber(&b, c.VatNumber))
	if c.Recipients != nil {
		all, ps := recipients(c.Recipients)
		b.Recipients, wrong = all, append(wrong, ps...)
	}
	if b.Recipients == nil {
		b.Recipients = []string{}
	}
	return b, problem.Collect(wrong...)
}

// apply normalizes a text and puts it where it belongs, which may be left empty or not.
func apply(field string, to, wanted *string, most int, empty *problem.Input) *problem.Input {
	if wanted != nil {
		text, p := naming.Text(field, *wanted, most)
		if p != nil {
			return p
		}
		*to = text
	}
	return unless(*to != "", empty)
}

// unless is the problem, where something is not so.
func unless(so bool, p *problem.Input) *problem.Input {
	if so {
		return nil
	}
	return p
}

// noPostalCode is the problem in countries where every address has one: VAT depends on
// the address.
func noPostalCode(country string) *problem.Input {
	return unless(!rules.InEU(country), problem.In("postalCode", problem.Required, "Enter your postal code."))
}

func checkCountry(code string) *problem.Input {
	switch {
	case code == "":
		return problem.In("country", problem.Required, "Choose your country.")
	case !isCountry(code):
		return problem.In("country", problem.CountryNotSupported, "This country isn't supported. Choose one from the list.")
	}
	return nil
}

// isCountry reports whether a code is one of ISO 3166-1 alpha-2. The library also knows
// former codes, and those that Unicode has added.
func isCountry(code string) bool {
	r, err := language.ParseRegion(code)
	return err == nil && len(code) == 2 && r.String() == code && r.IsCountry() && r.Canonicalize() == r && !slices.Contains(noCountries, code)
}

// noCountries are codes that ISO 3166-1 has taken back, or has never given to a country.
var noCountries = strings.Fields("AC AN CP CQ CS DG EA EU EZ FQ IC NT PC QO SU TA UN XA XB XK YU ZZ")

// checkNumber puts a VAT number into its normal form. One that was stored has to fit a
// change of kind or country.
func checkNumber(b *ent.BillingProfile, wanted *string) *problem.Input {
	if wanted != nil {
		b.VatNumber = strings.TrimSpace(*wanted)
	}
	switch {
	case b.VatNumber == "" || !isCountry(b.Country) || b.Kind == "":
		return nil
	case b.Kind != billingprofile.KindBUSINESS:
		return problem.In("vatNumber", problem.VATNumberInvalid, "Only a business has a VAT number. Leave it empty.")
	case !rules.InEU(b.Country):
		return problem.In("vatNumber", problem.VATNumberInvalid, "Only VAT numbers of the European Union are needed. Leave it empty.")
	}
	n, ok := vatnumber.Parse(b.Country, b.VatNumber)
	if !ok {
		return problem.In("vatNumber", problem.VATNumberInvalid, "This isn't a VAT number of the country you chose. Check it for typos.")
	}
	b.VatNumber = string(n)
	return nil
}

// recipients normalizes email addresses, of which each is listed once.
func recipients(wanted []string) (all []string, wrong []*problem.Input) {
	if len(wanted) > maxRecipients {
		return nil, []*problem.Input{problem.In("recipients", problem.LimitReached, "Add up to %d email addresses.", maxRecipients)}
	}
	all = []string{}
	known := map[string]bool{}
	for i, text := range wanted {
		email, key, p := naming.Email("recipients."+strconv.Itoa(i), text)
		switch {
		case p != nil:
			wrong = append(wrong, p)
			continue
		case known[key]:
			wrong = append(wrong, problem.In("recipients."+strconv.Itoa(i), problem.Taken, "This address is on the list already."))
		}
		known[key], all = true, append(all, email)
	}
	return all, wrong
}
