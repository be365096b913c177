package rules_test

import (
	"errors"
	"math"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"portico/internal/billing/rules"
	"portico/internal/money"
)

func taxed(permille int, nets ...money.Cents) (lines []rules.Line) {
	for _, net := range nets {
		lines = append(lines, rules.Line{Net: net, Tax: rules.Tax{Category: rules.StandardRate, Permille: permille}})
	}
	return lines
}

func TestTotals(t *testing.T) {
	t.Parallel()
	exempt := rules.Line{Net: 1000, Tax: rules.Tax{Category: rules.ReverseCharged}}
	for _, c := range []struct {
		name            string
		lines           []rules.Line
		net, vat, gross money.Cents
	}{
		{"nothing", nil, 0, 0, 0},
		{"19 %", taxed(190, 1000), 1000, 190, 1190},
		{"half a cent is rounded up", taxed(190, 50), 50, 10, 60}, // 9.5
		{"just under it is rounded down", taxed(190, 49), 49, 9, 58},
		{"25.5 %", taxed(255, 100), 100, 26, 126},
		{"once, not for each line", taxed(190, 1, 1, 1), 3, 1, 4}, // 0.19 each, 0.57 together
		{"a discount comes before VAT", taxed(200, 1000, -250), 750, 150, 900},
		{"a discount takes all", taxed(200, 1000, -1000), 0, 0, 0},
		{"reverse charge", []rules.Line{exempt}, 1000, 0, 1000},
		{"two rates are rounded each", slices.Concat(taxed(190, 50), taxed(210, 50)), 100, 21, 121}, // 9.5, 10.5
		{"the most", taxed(0, rules.Limit), rules.Limit, 0, rules.Limit},
	} {
		got, err := rules.Total(c.lines)
		if err != nil || got.Net != c.net || got.VAT != c.vat || got.Gross != c.gross {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestSubtotalsAreInTheOrderOfTheLines(t *testing.T) {
	t.Parallel()
	got, err := rules.Total(slices.Concat(taxed(210, 100), taxed(190, 200), taxed(210, 300)))
	want := []rules.Subtotal{{Category: "S", Permille: 210, Net: 400, VAT: 84}, {Category: "S", Permille: 190, Net: 200, VAT: 38}}
	if err != nil || !slices.Equal(got.Subtotals, want) {
		t.Errorf("%+v, %v", got.Subtotals, err)
	}
}

func TestM55_WhatCantBeInvoiced(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		lines []rules.Line
		want  error
	}{
		{"a cent above the limit", taxed(0, rules.Limit, 1), rules.ErrAboveLimit},
		{"above it with VAT", taxed(190, rules.Limit), rules.ErrAboveLimit},
		{"a line above it", taxed(0, rules.Limit+1, -1), rules.ErrAboveLimit},
		{"a discount above it", taxed(0, rules.Limit, rules.Limit, -rules.Limit-1), rules.ErrAboveLimit},
		{"below zero", taxed(190, 100, -101), rules.ErrBelowZero},
		{"a rate below zero", slices.Concat(taxed(190, 1000), taxed(210, -1)), rules.ErrBelowZero},
		{"no number has it", taxed(0, math.MaxInt64, 1), money.ErrTooLarge},
		{"no number has it below zero", taxed(0, math.MinInt64, -1), money.ErrTooLarge},
		{"no number has it with VAT", taxed(190, math.MaxInt64), money.ErrTooLarge},
		{"a negative rate", taxed(-1, 100), rules.ErrRate},
		{"more than all", taxed(1001, 100), rules.ErrRate},
	} {
		if got, err := rules.Total(c.lines); !errors.Is(err, c.want) || got.Gross != 0 {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

// lines are any, with one or more rates. Some come to less than zero, or to too much.
func lines(t *rapid.T) (all []rules.Line) {
	cents := rapid.OneOf(rapid.Int64Range(-500, 2000), rapid.Int64Range(0, 5_000_000_00))
	for range rapid.IntRange(1, 8).Draw(t, "lines") {
		permille := rapid.SampledFrom([]int{190, 190, 190, 255, 0}).Draw(t, "permille")
		all = append(all, taxed(permille, money.Cents(cents.Draw(t, "net")))...)
	}
	return all
}

// I1, by a calculation in fractions.
func TestI1_TotalsAreThoseOfTheSlowCalculator(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := lines(t)
		net, nets := new(big.Int), map[int]*big.Int{}
		for _, l := range all {
			if nets[l.Tax.Permille] == nil {
				nets[l.Tax.Permille] = new(big.Int)
			}
			net.Add(net, big.NewInt(int64(l.Net)))
			nets[l.Tax.Permille].Add(nets[l.Tax.Permille], big.NewInt(int64(l.Net)))
		}
		tax, refused := new(big.Int), false
		for permille, n := range nets {
			refused = refused || n.Sign() < 0
			tax.Add(tax, rounded(new(big.Rat).Mul(new(big.Rat).SetInt(n), big.NewRat(int64(permille), 1000))))
		}
		gross := new(big.Int).Add(net, tax)
		refused = refused || gross.Cmp(big.NewInt(int64(rules.Limit))) > 0
		got, err := rules.Total(all)
		if refused != (err != nil) {
			t.Fatalf("%v: %+v, %v; %s net, %s VAT", all, got, err, net, tax)
		}
		if err == nil && (net.Int64() != int64(got.Net) || tax.Int64() != int64(got.VAT) || got.Gross != got.Net+got.VAT) {
			t.Fatalf("%v: %+v, want %s net, %s VAT", all, got, net, tax)
		}
	})
}

// rounded is the nearest whole number, and of two that are as near the one farther from zero.
func rounded(r *big.Rat) *big.Int {
	sign := int64(r.Sign())
	r = new(big.Rat).Abs(r)
	r.Add(r, big.NewRat(1, 2))
	n := new(big.Int).Quo(r.Num(), r.Denom())
	return n.Mul(n, big.NewInt(sign))
}

func TestTotalsOfAnyAmountsAreExactOrRefused(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		net := rapid.OneOf(rapid.Int64(), rapid.SampledFrom([]int64{math.MaxInt64, math.MinInt64, 0, int64(rules.Limit)})).Draw(t, "net")
		permille := rapid.IntRange(0, 1000).Draw(t, "permille")
		want := rounded(new(big.Rat).Mul(big.NewRat(net, 1), big.NewRat(int64(permille), 1000)))
		if got, err := rules.Total(taxed(permille, money.Cents(net))); err == nil && want.Cmp(big.NewInt(int64(got.VAT))) != 0 {
			t.Fatalf("%d at %d: %+v, want %s", net, permille, got, want)
		} else if fits := net >= 0 && want.Int64()+net >= 0 && want.Int64()+net <= int64(rules.Limit); fits != (err == nil) {
			t.Fatalf("%d at %d: %v", net, permille, err)
		}
	})
}
