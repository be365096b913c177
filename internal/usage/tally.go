package usage

import (
	"fmt"
	"time"

	"portico/internal/money"
)

// A Tally counts what one account pays in all between two instants, without the lines: it
// stays small, however many things were used.
type Tally struct {
	prices  Prices
	period  stretch
	minutes map[int64]int64 // by price
}

// NewTally counts as NewCounter does.
func NewTally(prices Prices, from, to time.Time) *Tally {
	return &Tally{prices: prices, period: stretch{from, to}, minutes: map[int64]int64{}}
}

// Add counts a piece.
func (t *Tally) Add(p Piece) {
	first, end := within(p.Lifespan, t.period.from, t.period.to)
	for price, s := range t.prices.split(p.Plan, first, end) {
		t.minutes[price.MicrosPerHour] += s.minutes() * int64(p.Quantity)
	}
}

// Total is the sum of the lines that a Counter makes of the same pieces.
func (t *Tally) Total() (sum money.Cents, err error) {
	var rest money.Share
	for micros, n := range t.minutes {
		cents, share, err := money.Exact(micros, n)
		if err != nil {
			return 0, fmt.Errorf("price %d minutes: %w", n, err)
		}
		sum, rest = sum+cents, rest+share
	}
	return sum + money.Rounded(rest), nil
}
