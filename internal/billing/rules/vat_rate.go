package rules

import (
	"errors"
	"fmt"
	"time"
)

// A rate is a standard rate of VAT in permille, from the start of a day in UTC on.
type rate struct {
	from     string
	permille int
}

// rates are the standard rates of the member states of the EU since 2024, by ISO 3166-1
// alpha-2. The European Commission publishes those in force as Taxes in Europe Database:
// https://ec.europa.eu/taxation_customs/tedb/. These have changed since 2024:
//
//   - EE from July 2025: https://github.com/ibericode/vat-rates
//   - FI from September 2024: https://vero.fi/en/businesses-and-corporations/taxes-and-charges/vat/rates-of-vat/new-vat-rate-from-1-september-2024--instructions-for-vat-reporting
//   - RO from August 2025, Law 141/2025: https://regfollower.com/romania-increases-standard-and-reduced-vat-rates-effective-starting-tomorrow
//   - SK from January 2025: https://taxnews.ey.com/news/2024-1947
//
// In 2026 only reduced rates have changed so far:
// https://www.easytax.co/en/tax-mag/info/eu-new-vat-rates-from-2026-what-business-need-to-know
//
// A new rate is added behind the old one, which stays: invoices were made by it.
var rates = map[string][]rate{
	"AT": {{"2024-01-01", 200}},
	"BE": {{"2024-01-01", 210}},
	"BG": {{"2024-01-01", 200}},
	"CY": {{"2024-01-01", 190}},
	"CZ": {{"2024-01-01", 210}},
	"DE": {{"2024-01-01", 190}},
	"DK": {{"2024-01-01", 250}},
	"EE": {{"2024-01-01", 220}, {"2025-07-01", 240}},
	"ES": {{"2024-01-01", 210}},
	"FI": {{"2024-01-01", 240}, {"2024-09-01", 255}},
	"FR": {{"2024-01-01", 200}},
	"GR": {{"2024-01-01", 240}},
	"HR": {{"2024-01-01", 250}},
	"HU": {{"2024-01-01", 270}},
	"IE": {{"2024-01-01", 230}},
	"IT": {{"2024-01-01", 220}},
	"LT": {{"2024-01-01", 210}},
	"LU": {{"2024-01-01", 170}},
	"LV": {{"2024-01-01", 210}},
	"MT": {{"2024-01-01", 180}},
	"NL": {{"2024-01-01", 210}},
	"PL": {{"2024-01-01", 230}},
	"PT": {{"2024-01-01", 230}},
	"RO": {{"2024-01-01", 190}, {"2025-08-01", 210}},
	"SE": {{"2024-01-01", 250}},
	"SI": {{"2024-01-01", 220}},
	"SK": {{"2024-01-01", 200}, {"2025-01-01", 230}},
}

// ErrNoRate says that no rate of VAT is known for a country at an instant: it is not in
// the EU, or the instant is before 2024.
var ErrNoRate = errors.New("no rate of VAT is known")

// InEU reports whether a country, as ISO 3166-1 alpha-2, is a member state of the EU.
func InEU(country string) bool {
	_, member := rates[country]
	return member
}

// RateAt is the standard rate of VAT of a member state at an instant, in permille: 190 is
// 19 %. A rate holds from the start of its first day in UTC (M18).
func RateAt(country string, at time.Time) (int, error) {
	day, permille := at.UTC().Format(time.DateOnly), 0
	for _, r := range rates[country] {
		if r.from <= day {
			permille = r.permille
		}
	}
	if permille == 0 {
		return 0, fmt.Errorf("%q on %s: %w", country, day, ErrNoRate)
	}
	return permille, nil
}

// VATPrefix is what VAT numbers of a member state begin with: its country code, but EL
// for Greece. Other countries have none.
func VATPrefix(country string) string {
	switch {
	case !InEU(country):
		return ""
	case country == "GR":
		return "EL"
	}
	return country
}
