// Package money counts in whole cents. It knows neither floats nor the form in
// which amounts are shown, and what doesn't fit is an error, never another amount.
package money

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
)

// Cents is an amount of money in euro cents; less than zero is owed to the customer.
type Cents int64

// Currency is the money that amounts are in, as ISO 4217 names it.
type Currency string

// EUR is the only currency.
const EUR Currency = "EUR"

// ErrTooLarge says that an amount doesn't fit where it should go.
var ErrTooLarge = errors.New("the amount of money is too large")

// microsPerCentHour is how many micro-euro per hour times minutes make a cent:
// 10,000 micro-euro, 60 minutes.
const microsPerCentHour = 10_000 * 60

// FromMicros is what a number of minutes costs at a price in micro-euro per hour,
// rounded once, half away from zero. Minutes of several things at the same price
// are summed up first: rounded one by one, small ones would be free.
func FromMicros(microsPerHour, minutes int64) (Cents, error) {
	hi, lo := bits.Mul64(magnitude(microsPerHour), magnitude(minutes))
	lo, carry := bits.Add64(lo, microsPerCentHour/2, 0)
	hi += carry // |micros × minutes| is 2¹²⁶ at most
	if hi >= microsPerCentHour {
		return 0, ErrTooLarge
	}
	cents, _ := bits.Div64(hi, lo, microsPerCentHour)
	if cents > math.MaxInt64 {
		return 0, ErrTooLarge
	}
	if (microsPerHour < 0) != (minutes < 0) {
		return -Cents(cents), nil
	}
	return Cents(cents), nil
}

// A Share is what is left of a cent: millionths of a euro per hour times minutes, less than
// [WholeCent].
type Share int64

// WholeCent is how many shares make a cent.
const WholeCent Share = microsPerCentHour

// Exact is what a number of minutes costs, in whole cents and the share of one that is left.
// Neither is less than zero.
func Exact(microsPerHour, minutes int64) (Cents, Share, error) {
	hi, lo := bits.Mul64(magnitude(microsPerHour), magnitude(minutes))
	if microsPerHour < 0 || minutes < 0 || hi >= microsPerCentHour {
		return 0, 0, ErrTooLarge
	}
	cents, rest := bits.Div64(hi, lo, microsPerCentHour)
	if cents > math.MaxInt64 {
		return 0, 0, ErrTooLarge
	}
	return Cents(cents), Share(rest), nil
}

// Rounded is how many cents shares make together, rounded half up.
func Rounded(shares Share) Cents { return Cents((shares + WholeCent/2) / WholeCent) }

// magnitude is |n|, also of the least integer, whose negative is no int64.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Amount is the number of cents in the 32 bits of the API.
func (c Cents) Amount() (int32, error) {
	if c < math.MinInt32 || c > math.MaxInt32 {
		return 0, ErrTooLarge
	}
	return int32(c), nil
}

// Decimal is the amount in euros, as programs read it: -12.05.
func (c Cents) Decimal() string {
	sign := ""
	if c < 0 {
		sign = "-"
	}
	n := magnitude(int64(c))
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

// Currency is that of the amount.
func (Cents) Currency() Currency { return EUR }
