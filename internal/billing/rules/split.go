package rules

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"portico/internal/money"
)

// ErrAboveInvoice says that more would be credited than is left of an invoice.
var ErrAboveInvoice = errors.New("more than is left of the invoice")

// Split divides an amount in proportion to parts, to the cent, by the method of the
// largest remainder (M49): each share is rounded down, and the cents that are left go to
// the largest remainders, the first of those that are equal. The amount is between zero
// and the sum of the parts, so no share exceeds its part, and the whole sum gives back the
// parts themselves. A part can be negative, as a discount is. Neither a part nor the sum
// exceeds Limit.
func Split(amount money.Cents, parts []money.Cents) ([]money.Cents, error) {
	sum, err := sumOf(parts)
	if err != nil {
		return nil, err
	}
	if amount < 0 || amount > sum {
		return nil, fmt.Errorf("%s of %s: %w", amount.Decimal(), sum.Decimal(), ErrAboveInvoice)
	}
	shares := make([]money.Cents, len(parts))
	if amount == 0 {
		return shares, nil
	}
	rests, missing := make([]money.Cents, len(parts)), amount
	for i, p := range parts {
		shares[i], rests[i] = divide(amount*p, sum)
		missing -= shares[i]
	}
	for _, i := range byLargest(rests)[:missing] {
		shares[i]++
	}
	return shares, nil
}

// sumOf is the sum of amounts, all of them so small that two can be multiplied.
func sumOf(parts []money.Cents) (sum money.Cents, err error) {
	for _, p := range parts {
		if beyondLimit(p) {
			return 0, fmt.Errorf("split %s: %w", p.Decimal(), money.ErrTooLarge)
		}
		sum += p
	}
	if beyondLimit(sum) {
		return 0, fmt.Errorf("split %s: %w", sum.Decimal(), money.ErrTooLarge)
	}
	return sum, nil
}

// divide is a / b, rounded down, and what is left; b is above zero.
func divide(a, b money.Cents) (quotient, rest money.Cents) {
	quotient, rest = a/b, a%b
	if rest < 0 {
		quotient, rest = quotient-1, rest+b
	}
	return quotient, rest
}

// byLargest are the places of the amounts, the largest amount first.
func byLargest(amounts []money.Cents) []int {
	places := make([]int, len(amounts))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(i, j int) int { return cmp.Compare(amounts[j], amounts[i]) })
	return places
}
