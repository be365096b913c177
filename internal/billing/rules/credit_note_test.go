package rules_test

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"portico/internal/billing/rules"
	"portico/internal/money"
)

func creditable(t rapid.TB, lines []rules.Line) rules.Creditable {
	c, err := rules.NewCreditable(lines)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestM49_CreditAnAmount(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		lines []rules.Line
		gross money.Cents
		nets  []money.Cents
		vat   money.Cents
	}{
		{"all of it", taxed(190, 1000, 500), 1785, []money.Cents{1000, 500}, 285},
		{"a third", taxed(190, 1000, 500), 595, []money.Cents{333, 167}, 95},
		{"a cent", taxed(190, 1000, 500), 1, []money.Cents{1, 0}, 0},
		{"with a discount", taxed(200, 1000, -200), 480, []money.Cents{500, -100}, 80},
		{"reverse charge", []rules.Line{{Net: 1000, Tax: rules.Tax{Category: "AE"}}}, 333, []money.Cents{333}, 0},
		{"two rates", slices.Concat(taxed(200, 1000), taxed(100, 1000)), 1150, []money.Cents{500, 500}, 150},
	} {
		got, err := creditable(t, c.lines).CreditAmount(c.gross)
		if err != nil || !slices.Equal(got.Lines, c.nets) || got.VAT != c.vat || got.Gross != c.gross || got.Net+got.VAT != got.Gross {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestM49_CreditLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		lines []rules.Line
		nets  []money.Cents
		vat   money.Cents
	}{
		{"a line", taxed(190, 1000, 500), []money.Cents{0, 500}, 95},
		{"a part of a line", taxed(190, 1000, 500), []money.Cents{50, 0}, 10}, // 9.5
		{"all lines", taxed(190, 33, 33, 33), []money.Cents{33, 33, 33}, 19},  // 18.81
		{"a line with its discount", taxed(200, 1000, 300, -100), []money.Cents{1000, 0, -100}, 180},
		{"one of two rates", slices.Concat(taxed(200, 1000), taxed(100, 1000)), []money.Cents{0, 1000}, 100},
	} {
		got, err := creditable(t, c.lines).CreditLines(c.nets)
		if err != nil || !slices.Equal(got.Lines, c.nets) || got.VAT != c.vat || got.Net != sumOf(c.nets) || got.Gross != got.Net+c.vat {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestWhatCantBeCredited(t *testing.T) {
	t.Parallel()
	invoice := creditable(t, taxed(200, 1000, 300, -100))
	for gross, want := range map[money.Cents]error{0: rules.ErrNothing, -1: rules.ErrNothing, 1441: rules.ErrAboveInvoice} {
		if got, err := invoice.CreditAmount(gross); !errors.Is(err, want) {
			t.Errorf("credit %d: %+v, %v", gross, got, err)
		}
	}
	for _, c := range []struct {
		name string
		nets []money.Cents
		want error
	}{
		{"nothing", []money.Cents{0, 0, 0}, rules.ErrNothing},
		{"a discount alone", []money.Cents{0, 0, -100}, rules.ErrAboveInvoice},
		{"a line twice", []money.Cents{0, 600, 0}, rules.ErrAboveInvoice},
		{"a line below zero", []money.Cents{-1, 300, 0}, rules.ErrAboveInvoice},
		{"more of a discount than there was", []money.Cents{1000, 0, -101}, rules.ErrAboveInvoice},
		{"the lines without their discount", []money.Cents{1000, 300, 0}, rules.ErrAboveInvoice},
		{"too few lines", []money.Cents{1000}, rules.ErrAboveInvoice},
	} {
		if got, err := invoice.CreditLines(c.nets); !errors.Is(err, c.want) {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

// However an invoice is credited, in how many notes, and in which way: no line, no
// category, and no sum gives back more than it was; and crediting what is left then
// gives back exactly the invoice.
func TestI5_CreditNotesNeverComeToMoreThanTheInvoice(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := discounted(t)
		invoice := creditable(t, all)
		left, sum := invoice, tally{lines: make([]money.Cents, len(all))}
		for range rapid.IntRange(0, 6).Draw(t, "notes") {
			if note, ok := anyNote(t, left); ok {
				left = left.Less(note)
				sum.add(t, note, invoice)
			}
		}
		if left.Gross == 0 {
			return
		}
		note, err := left.CreditAmount(left.Gross)
		if err != nil {
			t.Fatal(err)
		}
		sum.add(t, note, invoice)
		if sum.net != invoice.Net || sum.vat != invoice.VAT || sum.gross != invoice.Gross {
			t.Fatalf("credited %+v of %+v", sum, invoice)
		}
		if rest := left.Less(note); rest.Net != 0 || rest.VAT != 0 || rest.Gross != 0 {
			t.Fatalf("of %+v there is left %+v", invoice, rest)
		}
	})
}

// discounted are the lines of an invoice, at one or more rates, with some discounts.
func discounted(t *rapid.T) (all []rules.Line) {
	cents := rapid.OneOf(rapid.Int64Range(0, 30), rapid.Int64Range(0, 2_000_000_00))
	for _, permille := range []int{190, 0, 255}[:rapid.IntRange(1, 3).Draw(t, "rates")] {
		var net int64
		for range rapid.IntRange(1, 4).Draw(t, "lines") {
			line := cents.Draw(t, "net")
			net += line
			all = append(all, taxed(permille, money.Cents(line))...)
		}
		if rapid.Bool().Draw(t, "discount") {
			all = append(all, taxed(permille, -money.Cents(rapid.Int64Range(0, net).Draw(t, "less")))...)
		}
	}
	return all
}

// anyNote is some credit note of what is left, if there is one.
func anyNote(t *rapid.T, left rules.Creditable) (rules.CreditNote, bool) {
	if left.Gross == 0 {
		return rules.CreditNote{}, false
	}
	if rapid.Bool().Draw(t, "by amount") {
		note, err := left.CreditAmount(money.Cents(rapid.Int64Range(1, int64(left.Gross)).Draw(t, "gross")))
		if err != nil {
			t.Fatal(err)
		}
		return note, true
	}
	nets := make([]money.Cents, len(left.Lines))
	for i, l := range left.Lines {
		nets[i] = money.Cents(rapid.Int64Range(min(0, int64(l.Net)), max(0, int64(l.Net))).Draw(t, "net"))
	}
	note, err := left.CreditLines(nets)
	return note, err == nil // a discount may be taken without its lines
}

// A tally is what credit notes come to.
type tally struct {
	lines           []money.Cents
	net, vat, gross money.Cents
}

func (s *tally) add(t *rapid.T, n rules.CreditNote, invoice rules.Creditable) {
	if n.Gross <= 0 || n.Gross != n.Net+n.VAT || n.Net != sumOf(n.Lines) {
		t.Fatalf("%+v", n)
	}
	s.net, s.vat, s.gross = s.net+n.Net, s.vat+n.VAT, s.gross+n.Gross
	if n.Net < 0 || n.VAT < 0 || s.net > invoice.Net || s.vat > invoice.VAT || s.gross > invoice.Gross {
		t.Fatalf("credited %+v of %+v", s, invoice)
	}
	for i, sub := range n.Subtotals {
		if was := invoice.Subtotals[i]; sub.Net < 0 || sub.VAT < 0 || sub.Net > was.Net || sub.VAT > was.VAT {
			t.Fatalf("%+v of %+v", sub, was)
		}
	}
	for i, net := range n.Lines {
		s.lines[i] += net
		if was := invoice.Lines[i].Net; s.lines[i] < min(0, was) || s.lines[i] > max(0, was) {
			t.Fatalf("credited %d of a line of %d", s.lines[i], was)
		}
	}
}

// The VAT of one rate is that of the net amount, to a cent.
func TestM49_VATIsInProportion(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		permille := rapid.SampledFrom([]int{0, 170, 190, 255, 270}).Draw(t, "permille")
		var all []rules.Line
		for range rapid.IntRange(1, 5).Draw(t, "lines") {
			all = append(all, taxed(permille, money.Cents(rapid.Int64Range(1, 1_000_000_00).Draw(t, "net")))...)
		}
		invoice := creditable(t, all)
		note, ok := anyNote(t, invoice)
		if !ok {
			return
		}
		exact := new(big.Rat).SetFrac64(int64(invoice.VAT)*int64(note.Net), int64(invoice.Net))
		off := exact.Sub(exact, big.NewRat(int64(note.VAT), 1))
		if off.Abs(off).Cmp(big.NewRat(1, 1)) > 0 {
			t.Fatalf("of %s: %s VAT on %s", describe(invoice.Sum), note.VAT.Decimal(), note.Net.Decimal())
		}
	})
}

func describe(s rules.Sum) string {
	return fmt.Sprintf("%s + %s = %s", s.Net.Decimal(), s.VAT.Decimal(), s.Gross.Decimal())
}
