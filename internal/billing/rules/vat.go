package rules

import (
	"errors"
	"fmt"
	"time"
)

// A Seller is who issues invoices, as far as tax depends on it (M17).
type Seller struct {
	// Country is where the seller is established, as ISO 3166-1 alpha-2. It is in the EU.
	Country string
	// OSS says that the seller is in the One-Stop Shop, and charges private customers in
	// the EU the VAT of their own country.
	OSS bool
}

// BuyerKind is who buys, as the API names it.
type BuyerKind string

// The kinds.
const (
	Private  BuyerKind = "PRIVATE"
	Business BuyerKind = "BUSINESS"
)

// A Buyer is who an invoice is for, as far as tax depends on it. The zero Buyer is an
// account without a billing profile.
type Buyer struct {
	Kind BuyerKind
	// Country is that of the address, as ISO 3166-1 alpha-2. Greece is GR.
	Country string
	// VATConfirmedAt is when VIES last confirmed a VAT number of this country; nil where
	// it never did, or refused the number since. That VIES is away changes nothing.
	VATConfirmedAt *time.Time
}

// Treatment is how a sale is taxed, as the API names it.
type Treatment string

// The treatments.
const (
	Domestic      Treatment = "DOMESTIC"       // the rate of the seller's country
	OSS           Treatment = "OSS"            // the rate of the buyer's country
	ReverseCharge Treatment = "REVERSE_CHARGE" // the buyer owes the VAT
	OutOfScope    Treatment = "OUT_OF_SCOPE"   // no VAT of the EU
)

// Category is how an e-invoice names a treatment: a code of UNCL 5305, as EN 16931 uses it.
type Category string

// The categories.
const (
	StandardRate    Category = "S"
	ReverseCharged  Category = "AE"
	NotSubjectToVAT Category = "O"
)

// confirmationGood is how long VIES's confirmation of a VAT number counts (M18).
const confirmationGood = 90 * day24

// A Tax is what is added to a net amount, and why.
type Tax struct {
	Treatment Treatment
	Category  Category
	// Permille is the rate in tenths of a percent: 190 is 19 %.
	Permille int
	// Country is where the VAT is owed; for OutOfScope, where the buyer is.
	Country string
}

// ErrCountry says that a country can't be the one of a buyer or seller.
var ErrCountry = errors.New("not a country that can be invoiced")

// TaxOf is the VAT on what a seller sells to a buyer, with the tax point at an instant
// (M18). The first of these that applies decides:
//
//   - A buyer without a profile counts as a private customer in the seller's country.
//   - In the seller's country, its rate.
//   - Outside the EU, none: out of scope.
//   - A business in another member state, whose VAT number VIES confirmed within the 90
//     days before the tax point or since then, owes the VAT itself: reverse charge.
//   - For anyone else in another member state, the rate of that state if the seller is in
//     the One-Stop Shop, and otherwise the rate of the seller's.
//
// Special territories are not covered: only the country code of the address counts. An
// address in Madeira, the Azores, the Canary Islands, Ceuta, Melilla, Livigno, Campione
// d'Italia, Heligoland, Büsingen, Jungholz, Mittelberg, or on Mount Athos is taxed like the
// rest of its country. Territories with a code of their own count as outside the EU, which
// is right for Åland and the French overseas departments and wrong for Monaco (the VAT
// territory of France). Northern Ireland is GB, and outside the EU for services.
func TaxOf(at time.Time, seller Seller, buyer Buyer) (Tax, error) {
	home, err := RateAt(seller.Country, at)
	if err != nil {
		return Tax{}, fmt.Errorf("the seller: %w", err)
	}
	domestic := Tax{Domestic, StandardRate, home, seller.Country}
	if buyer == (Buyer{}) || buyer.Country == seller.Country {
		return domestic, nil
	}
	if err := checkCountry(buyer.Country); err != nil {
		return Tax{}, fmt.Errorf("the buyer: %w", err)
	}
	switch {
	case !InEU(buyer.Country):
		return Tax{OutOfScope, NotSubjectToVAT, 0, buyer.Country}, nil
	case buyer.confirmed(at):
		return Tax{ReverseCharge, ReverseCharged, 0, buyer.Country}, nil
	case !seller.OSS:
		return domestic, nil
	}
	rate, err := RateAt(buyer.Country, at)
	return Tax{OSS, StandardRate, rate, buyer.Country}, err
}

// confirmed reports whether a buyer is a business with a VAT number that counts. It can be
// confirmed after the tax point, because the invoice is issued later.
func (b Buyer) confirmed(at time.Time) bool {
	return b.Kind == Business && b.VATConfirmedAt != nil && at.Sub(*b.VATConfirmedAt) <= confirmationGood
}

// checkCountry refuses what is not a country code, and what is easily mistaken for one, such
// as the prefixes of VAT numbers: as a country outside the EU, it would be free of VAT.
func checkCountry(code string) error {
	letters := len(code) == 2
	for _, r := range code {
		letters = letters && 'A' <= r && r <= 'Z'
	}
	if !letters || code == "EL" || code == "XI" || code == "EU" || code == "UK" {
		return fmt.Errorf("%q: %w", code, ErrCountry)
	}
	return nil
}
