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

func TestM49_Split(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		amount money.Cents
		parts  []money.Cents
		want   []money.Cents
	}{
		{0, nil, []money.Cents{}},
		{0, []money.Cents{5, 0}, []money.Cents{0, 0}},
		{100, []money.Cents{100, 0}, []money.Cents{100, 0}},
		{10, []money.Cents{10, 10, 10}, []money.Cents{4, 3, 3}}, // equal remainders: the first
		{10, []money.Cents{1000, 1600, 1600}, []money.Cents{2, 4, 4}},
		{1, []money.Cents{1, 2}, []money.Cents{0, 1}},
		{50, []money.Cents{120, -20}, []money.Cents{60, -10}}, // a discount is given back with the rest
		{5, []money.Cents{11, -1}, []money.Cents{6, -1}},      // 5.5 and -0.5
		{14, slices.Repeat([]money.Cents{1}, 28), slices.Concat(slices.Repeat([]money.Cents{1}, 14), make([]money.Cents, 14))},
		{0, []money.Cents{7, -7}, []money.Cents{0, 0}},
	} {
		if got, err := rules.Split(c.amount, c.parts); !slices.Equal(got, c.want) || err != nil {
			t.Errorf("%d over %v: %v, %v, want %v", c.amount, c.parts, got, err, c.want)
		}
	}
}

func TestWhatCantBeSplit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		amount money.Cents
		parts  []money.Cents
		want   error
	}{
		{1, nil, rules.ErrAboveInvoice},
		{11, []money.Cents{10}, rules.ErrAboveInvoice},
		{-1, []money.Cents{10}, rules.ErrAboveInvoice},
		{1, []money.Cents{-10}, rules.ErrAboveInvoice},
		{-1, []money.Cents{-10}, rules.ErrAboveInvoice},
		{0, []money.Cents{-10}, rules.ErrAboveInvoice},
		{1, []money.Cents{rules.Limit, 1}, money.ErrTooLarge},
		{1, []money.Cents{math.MaxInt64, math.MaxInt64}, money.ErrTooLarge},
		{1, []money.Cents{math.MinInt64}, money.ErrTooLarge},
	} {
		if got, err := rules.Split(c.amount, c.parts); !errors.Is(err, c.want) {
			t.Errorf("%d over %v: %v, %v", c.amount, c.parts, got, err)
		}
	}
}

// A share is its exact proportion, rounded down or up, of the part itself at most; the
// shares come to the amount; and where one was rounded up and another one down, the
// remainder of the first was not smaller.
func TestM49_SharesAreProportions(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		cents := rapid.OneOf(rapid.Int64Range(0, 30), rapid.Int64Range(0, 2_000_000_00))
		var parts []money.Cents
		for range rapid.IntRange(1, 8).Draw(t, "parts") {
			parts = append(parts, money.Cents(cents.Draw(t, "part")))
		}
		sum := sumOf(parts)
		if discount := rapid.Bool().Draw(t, "discount"); discount {
			parts = append(parts, -money.Cents(rapid.Int64Range(0, int64(sum)).Draw(t, "discount")))
			sum = sumOf(parts)
		}
		amount := money.Cents(rapid.Int64Range(0, int64(sum)).Draw(t, "amount"))
		shares, err := rules.Split(amount, parts)
		if err != nil || sumOf(shares) != amount {
			t.Fatalf("%d over %v: %v, %v", amount, parts, shares, err)
		}
		least, most := big.NewRat(1, 1), new(big.Rat) // remainders: of those rounded up, of those rounded down
		for i, part := range parts {
			if shares[i] < min(0, part) || shares[i] > max(0, part) {
				t.Fatalf("%d of %d", shares[i], part)
			}
			if sum == 0 {
				continue
			}
			exact := new(big.Rat).Mul(big.NewRat(int64(amount), 1), big.NewRat(int64(part), int64(sum)))
			off := new(big.Rat).Sub(exact, big.NewRat(int64(shares[i]), 1))
			switch rest := new(big.Rat).Add(off, big.NewRat(1, 1)); {
			case new(big.Rat).Abs(off).Cmp(big.NewRat(1, 1)) >= 0:
				t.Fatalf("%d over %v: %v, share %d is off by a cent", amount, parts, shares, i)
			case off.Sign() < 0 && rest.Cmp(least) < 0:
				least = rest
			case off.Sign() > 0 && off.Cmp(most) > 0:
				most = off
			}
		}
		if least.Cmp(most) < 0 {
			t.Fatalf("%d over %v: %v; %s was rounded up, %s down", amount, parts, shares, least, most)
		}
	})
}

func sumOf(all []money.Cents) (sum money.Cents) {
	for _, c := range all {
		sum += c
	}
	return sum
}
