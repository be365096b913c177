package rules

import (
	"errors"
	"fmt"
	"slices"

	"portico/internal/money"
)

// ErrNothing says that a credit note would give nothing back.
var ErrNothing = errors.New("a credit note gives something back")

// A Creditable is what can be credited of an issued invoice: at first all that it comes
// to, and after each credit note what Less leaves.
type Creditable struct {
	Lines []Line
	Sum
}

// NewCreditable is what can be credited of an invoice with these lines.
func NewCreditable(lines []Line) (Creditable, error) {
	sum, err := Total(lines)
	return Creditable{lines, sum}, err
}

// A CreditNote is what is given back of an invoice, in positive amounts.
type CreditNote struct {
	// Lines are net amounts, one for each line of the invoice, in its order.
	Lines []money.Cents
	Sum
}

// CreditAmount is a credit note of a gross amount (M49). The amount is divided over what is
// left of each category's net and VAT, and the net over what is left of the category's
// lines, so that net and VAT add up to the amount to the cent.
func (c Creditable) CreditAmount(gross money.Cents) (CreditNote, error) {
	if gross <= 0 {
		return CreditNote{}, fmt.Errorf("credit %s: %w", gross.Decimal(), ErrNothing)
	}
	var parts []money.Cents
	for _, s := range c.Subtotals {
		parts = append(parts, s.Net, s.VAT)
	}
	shares, err := Split(gross, parts)
	if err != nil {
		return CreditNote{}, err
	}
	note := c.nothing()
	for n := range c.Subtotals {
		s := &note.Subtotals[n]
		s.Net, s.VAT = shares[2*n], shares[2*n+1]
		if err := c.spread(*s, note.Lines); err != nil {
			return CreditNote{}, err
		}
	}
	note.sumUp()
	return note, nil
}

// spread divides the net amount of a category over its lines.
func (c Creditable) spread(s Subtotal, lines []money.Cents) error {
	var places []int
	var parts []money.Cents
	for n, l := range c.Lines {
		if l.Tax.in(s) {
			places, parts = append(places, n), append(parts, l.Net)
		}
	}
	shares, err := Split(s.Net, parts)
	for n, share := range shares {
		lines[places[n]] = share
	}
	return err
}

// CreditLines is a credit note of net amounts, one for each line of the invoice, 0 for a
// line that stays (M49). The VAT of each category is in proportion to what is left of it,
// rounded once, half away from zero. Neither a line nor a category gives back more than is
// left of it, so a line is not credited in full without the discount on it.
func (c Creditable) CreditLines(nets []money.Cents) (CreditNote, error) {
	if len(nets) != len(c.Lines) {
		return CreditNote{}, fmt.Errorf("credit %d lines of %d: %w", len(nets), len(c.Lines), ErrAboveInvoice)
	}
	note := c.nothing()
	for n, l := range c.Lines {
		if !within(nets[n], l.Net) {
			return CreditNote{}, fmt.Errorf("credit %s of a line of %s: %w", nets[n].Decimal(), l.Net.Decimal(), ErrAboveInvoice)
		}
		note.Lines[n] = nets[n]
		note.subtotal(l.Tax).Net += nets[n]
	}
	for n, left := range c.Subtotals {
		s := &note.Subtotals[n]
		if s.Net < 0 || s.Net > left.Net {
			return CreditNote{}, fmt.Errorf("credit %s of %s at one rate: %w", s.Net.Decimal(), left.Net.Decimal(), ErrAboveInvoice)
		}
		s.VAT = proportion(left.VAT, s.Net, left.Net)
	}
	if note.sumUp(); note.Gross == 0 {
		return CreditNote{}, fmt.Errorf("credit %s: %w", note.Gross.Decimal(), ErrNothing)
	}
	return note, nil
}

// within reports whether an amount lies between zero and a limit, which may be below it.
func within(amount, limit money.Cents) bool {
	return min(0, limit) <= amount && amount <= max(0, limit)
}

// proportion is vat × part / whole, rounded half up. None is below zero or above Limit.
func proportion(vat, part, whole money.Cents) money.Cents {
	if whole == 0 {
		return 0
	}
	return (vat*part + whole/2) / whole
}

// nothing is a credit note of nothing, with the invoice's lines and categories.
func (c Creditable) nothing() CreditNote {
	note := CreditNote{Lines: make([]money.Cents, len(c.Lines))}
	for _, s := range c.Subtotals {
		note.Subtotals = append(note.Subtotals, Subtotal{Category: s.Category, Permille: s.Permille})
	}
	return note
}

// sumUp adds the categories up. They are parts of an invoice, so nothing overflows.
func (n *CreditNote) sumUp() {
	for _, s := range n.Subtotals {
		n.Net, n.VAT = n.Net+s.Net, n.VAT+s.VAT
	}
	n.Gross = n.Net + n.VAT
}

// Less is what is left of the invoice after a credit note of it.
func (c Creditable) Less(n CreditNote) Creditable {
	c.Lines, c.Subtotals = slices.Clone(c.Lines), slices.Clone(c.Subtotals)
	for k, net := range n.Lines {
		c.Lines[k].Net -= net
	}
	for k, s := range n.Subtotals {
		c.Subtotals[k].Net -= s.Net
		c.Subtotals[k].VAT -= s.VAT
	}
	c.Net, c.VAT, c.Gross = c.Net-n.Net, c.VAT-n.VAT, c.Gross-n.Gross
	return c
}
