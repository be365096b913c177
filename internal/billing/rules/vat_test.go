package rules_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"portico/internal/billing/rules"
)

// taxPoint is the end of October 2026.
var taxPoint = rules.Period{To: date("2026-11-01")}.TaxPoint()

func confirmed(age time.Duration) *time.Time {
	t := taxPoint.Add(-age)
	return &t
}

func TestM18_Tax(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	german, oss := rules.Seller{Country: "DE"}, rules.Seller{Country: "DE", OSS: true}
	home := rules.Tax{Treatment: rules.Domestic, Category: "S", Permille: 190, Country: "DE"}
	french := rules.Tax{Treatment: rules.OSS, Category: "S", Permille: 200, Country: "FR"}
	reverse := rules.Tax{Treatment: rules.ReverseCharge, Category: "AE", Country: "FR"}
	for _, c := range []struct {
		name   string
		seller rules.Seller
		buyer  rules.Buyer
		want   rules.Tax
	}{
		{"no profile", german, rules.Buyer{}, home},
		{"no profile, OSS", oss, rules.Buyer{}, home},
		{"private, at home", oss, rules.Buyer{Kind: rules.Private, Country: "DE"}, home},
		{"business, at home", oss, rules.Buyer{Kind: rules.Business, Country: "DE", VATConfirmedAt: confirmed(0)}, home},
		{"private, in the EU, OSS", oss, rules.Buyer{Kind: rules.Private, Country: "FR"}, french},
		{"private, in the EU, no OSS", german, rules.Buyer{Kind: rules.Private, Country: "FR"}, home},
		{"private, with a VAT number of earlier", oss, rules.Buyer{Kind: rules.Private, Country: "FR", VATConfirmedAt: confirmed(0)}, french},
		{"business, never confirmed, OSS", oss, rules.Buyer{Kind: rules.Business, Country: "FR"}, french},
		{"business, never confirmed, no OSS", german, rules.Buyer{Kind: rules.Business, Country: "FR"}, home},
		{"business, confirmed now", german, rules.Buyer{Kind: rules.Business, Country: "FR", VATConfirmedAt: confirmed(0)}, reverse},
		{"business, confirmed 90 days before", oss, rules.Buyer{Kind: rules.Business, Country: "FR", VATConfirmedAt: confirmed(90 * day)}, reverse},
		{"business, confirmed a microsecond earlier", oss, rules.Buyer{Kind: rules.Business, Country: "FR", VATConfirmedAt: confirmed(90*day + time.Microsecond)}, french},
		{"business, confirmed at issue", oss, rules.Buyer{Kind: rules.Business, Country: "FR", VATConfirmedAt: confirmed(-6 * time.Hour)}, reverse},
		{"Greece", oss, rules.Buyer{Kind: rules.Private, Country: "GR"}, rules.Tax{Treatment: rules.OSS, Category: "S", Permille: 240, Country: "GR"}},
		{"a rate with half a percent", oss, rules.Buyer{Kind: rules.Private, Country: "FI"}, rules.Tax{Treatment: rules.OSS, Category: "S", Permille: 255, Country: "FI"}},
		{"outside the EU", oss, rules.Buyer{Kind: rules.Private, Country: "CH"}, rules.Tax{Treatment: rules.OutOfScope, Category: "O", Country: "CH"}},
		{"a business outside the EU", german, rules.Buyer{Kind: rules.Business, Country: "US", VATConfirmedAt: confirmed(0)}, rules.Tax{Treatment: rules.OutOfScope, Category: "O", Country: "US"}},
		{"Northern Ireland", oss, rules.Buyer{Kind: rules.Business, Country: "GB"}, rules.Tax{Treatment: rules.OutOfScope, Category: "O", Country: "GB"}},
	} {
		if got, err := rules.TaxOf(taxPoint, c.seller, c.buyer); got != c.want || err != nil {
			t.Errorf("%s: %+v, %v, want %+v", c.name, got, err, c.want)
		}
	}
}

func TestM18_WhatIsNoCountryIsAnError(t *testing.T) {
	t.Parallel()
	for _, country := range []string{"", "E", "DEU", "de", "D1", "EL", "XI", "UK", "EU", "ÄÖ", "\x00\xff"} {
		buyer := rules.Buyer{Kind: rules.Private, Country: country}
		if tax, err := rules.TaxOf(taxPoint, rules.Seller{Country: "DE"}, buyer); !errors.Is(err, rules.ErrCountry) {
			t.Errorf("buyer in %q: %+v, %v", country, tax, err)
		}
	}
	for _, country := range []string{"", "US", "GB", "EL", "de"} {
		if tax, err := rules.TaxOf(taxPoint, rules.Seller{Country: country}, rules.Buyer{}); !errors.Is(err, rules.ErrNoRate) {
			t.Errorf("seller in %q: %+v, %v", country, tax, err)
		}
	}
}

func TestM18_RatesChangeWithTheirDay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		country, at string
		want        int
	}{
		{"EE", "2024-01-01", 220},
		{"EE", "2025-06-30T23:59:59.999999Z", 220},
		{"EE", "2025-07-01", 240},
		{"FI", "2024-08-31T23:59:59.999999Z", 240},
		{"FI", "2024-09-01", 255},
		{"RO", "2025-07-31T23:59:59.999999Z", 190},
		{"RO", "2025-08-01", 210},
		{"SK", "2024-12-31T23:59:59.999999Z", 200},
		{"SK", "2025-01-01", 230},
		{"DE", "2031-07-01", 190},
	} {
		if got, err := rules.RateAt(c.country, date(c.at)); got != c.want || err != nil {
			t.Errorf("%s at %s: %d, %v, want %d", c.country, c.at, got, err, c.want)
		}
	}
	if got, err := rules.RateAt("DE", date("2023-12-31")); !errors.Is(err, rules.ErrNoRate) {
		t.Errorf("before the table begins: %d, %v", got, err)
	}
}

// rates2026 are the standard rates of November 2026 in permille, written down once more.
var rates2026 = map[string]int{
	"AT": 200, "BE": 210, "BG": 200, "CY": 190, "CZ": 210, "DE": 190, "DK": 250, "EE": 240, "ES": 210,
	"FI": 255, "FR": 200, "GR": 240, "HR": 250, "HU": 270, "IE": 230, "IT": 220, "LT": 210, "LU": 170,
	"LV": 210, "MT": 180, "NL": 210, "PL": 230, "PT": 230, "RO": 210, "SE": 250, "SI": 220, "SK": 230,
}

// Any two letters are a country with a rate, one outside the EU, or an error.
func TestM18_EveryCountryCode(t *testing.T) {
	t.Parallel()
	members := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			country := string([]rune{a, b})
			tax, err := rules.TaxOf(taxPoint, rules.Seller{Country: "DE", OSS: true}, rules.Buyer{Kind: rules.Private, Country: country})
			if want, member := rates2026[country]; member {
				members++
				if tax.Permille != want || tax.Country != country || err != nil || !rules.InEU(country) {
					t.Errorf("%s: %+v, %v", country, tax, err)
				}
			} else if err == nil && tax.Treatment != rules.OutOfScope || rules.InEU(country) {
				t.Errorf("%s: %+v, %v", country, tax, err)
			}
		}
	}
	if members != 27 {
		t.Errorf("the EU has %d members", members)
	}
}

func TestVATPrefixes(t *testing.T) {
	t.Parallel()
	for country, want := range map[string]string{"DE": "DE", "GR": "EL", "EL": "", "GB": "", "": ""} {
		if got := rules.VATPrefix(country); got != want {
			t.Errorf("VAT numbers of %q begin with %q, want %q", country, got, want)
		}
	}
}

func TestS3_TaxIsTheSameInAnyTimeZone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		changes := map[string]string{"EE": "2025-07-01", "FI": "2024-09-01", "RO": "2025-08-01", "SK": "2025-01-01"}
		seller := rules.Seller{Country: rapid.SampledFrom([]string{"EE", "FI", "RO", "SK"}).Draw(t, "seller")}
		at := date(changes[seller.Country]).Add(time.Duration(rapid.IntRange(-60, 60).Draw(t, "minutes")) * time.Minute)
		here, err := rules.TaxOf(at, seller, rules.Buyer{})
		there, err2 := rules.TaxOf(at.In(zones().Draw(t, "zone")), seller, rules.Buyer{})
		if err = errors.Join(err, err2); err != nil || here != there {
			t.Fatalf("%+v and %+v, %v", here, there, err)
		}
	})
}
