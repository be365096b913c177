package rules

import (
	"errors"
	"fmt"
	"slices"

	"portico/internal/money"
)

// Limit is the most that an invoice can come to, and a line of it, in cents: what the API
// can carry, rounded down (M55).
const Limit money.Cents = 21_000_000_00

// What can be wrong with an invoice. An amount that doesn't fit into 64 bits is a
// money.ErrTooLarge.
var (
	ErrAboveLimit = errors.New("an invoice can't be above 21,000,000.00 €")
	ErrBelowZero  = errors.New("the net amount of a category of VAT can't be negative")
	ErrRate       = errors.New("a VAT rate is 0 to 1000 permille")
)

// A Line is a line of an invoice.
type Line struct {
	// Net is its amount before VAT, in cents. A discount is negative.
	Net money.Cents
	Tax Tax
}

// A Sum is what lines come to together, in cents. Gross is Net and VAT.
type Sum struct {
	Net, VAT, Gross money.Cents
	// Subtotals has one for each category and rate, in the order of the lines.
	Subtotals []Subtotal
}

// A Subtotal is what the lines of one category and rate come to.
type Subtotal struct {
	Category Category
	Permille int
	Net, VAT money.Cents
}

// Total adds up lines. VAT is rounded once per category and rate, half away from zero, as
// EN 16931 requires: rounded line by line, it can add up to another amount. No category
// may be negative: a discount belongs to the category of the lines it applies to.
func Total(lines []Line) (Sum, error) {
	sum, err := add(lines)
	if err != nil {
		return Sum{}, err
	}
	for i := range sum.Subtotals {
		s := &sum.Subtotals[i]
		if s.VAT, err = vat(s.Net, s.Permille); err != nil {
			return Sum{}, err
		}
		sum.VAT += s.VAT // at most the net amount, which fits
	}
	if sum.Gross, err = plus(sum.Net, sum.VAT); err != nil {
		return Sum{}, err
	}
	if err := sum.check(lines); err != nil {
		return Sum{}, err
	}
	return sum, nil
}

// add is the sum of lines without VAT.
func add(lines []Line) (sum Sum, err error) {
	for _, l := range lines {
		if sum.Net, err = plus(sum.Net, l.Net); err != nil {
			return Sum{}, err
		}
		s := sum.subtotal(l.Tax)
		if s.Net, err = plus(s.Net, l.Net); err != nil {
			return Sum{}, err
		}
	}
	return sum, nil
}

// subtotal is the one that a tax belongs to, a new one where there is none yet.
func (s *Sum) subtotal(t Tax) *Subtotal {
	i := slices.IndexFunc(s.Subtotals, t.in)
	if i < 0 {
		i, s.Subtotals = len(s.Subtotals), append(s.Subtotals, Subtotal{Category: t.Category, Permille: t.Permille})
	}
	return &s.Subtotals[i]
}

func (t Tax) in(s Subtotal) bool { return t.Category == s.Category && t.Permille == s.Permille }

// check refuses amounts above the limit. A line can exceed it in an invoice that doesn't.
func (s Sum) check(lines []Line) error {
	if beyondLimit(s.Gross) {
		return fmt.Errorf("%s: %w", s.Gross.Decimal(), ErrAboveLimit)
	}
	for _, l := range lines {
		if beyondLimit(l.Net) {
			return fmt.Errorf("a line of %s: %w", l.Net.Decimal(), ErrAboveLimit)
		}
	}
	return nil
}

func beyondLimit(c money.Cents) bool { return c > Limit || c < -Limit }

// vat is the VAT on a net amount that is not below zero, rounded half up. The whole
// thousands are taken apart, so that nothing overflows.
func vat(net money.Cents, permille int) (money.Cents, error) {
	if net < 0 {
		return 0, fmt.Errorf("%s at one rate: %w", net.Decimal(), ErrBelowZero)
	}
	if permille < 0 || permille > 1000 {
		return 0, fmt.Errorf("%d: %w", permille, ErrRate)
	}
	rate := money.Cents(permille)
	return net/1000*rate + (net%1000*rate+500)/1000, nil
}

// plus is a + b, or an error where that doesn't fit.
func plus(a, b money.Cents) (money.Cents, error) {
	sum := a + b
	if (sum > a) != (b > 0) {
		return 0, money.ErrTooLarge
	}
	return sum, nil
}
