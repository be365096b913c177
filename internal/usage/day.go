package usage

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"portico/internal/money"
)

// A Day is what a day cost.
type Day struct {
	// Start is its first instant, UTC.
	Start  time.Time
	Amount money.Cents
}

// A Calendar counts what one account used on each day between two instants.
type Calendar struct {
	prices   Prices
	from, to time.Time
	days     map[time.Time]map[int64]int64 // by price
}

// NewCalendar counts as NewCounter does.
func NewCalendar(prices Prices, from, to time.Time) *Calendar {
	return &Calendar{prices: prices, from: from, to: to, days: map[time.Time]map[int64]int64{}}
}

// Add counts a piece.
func (c *Calendar) Add(p Piece) {
	first, end := within(p.Lifespan, c.from, c.to)
	for start := first.Truncate(day); start.Before(end); start = start.Add(day) {
		for price, minutes := range c.prices.split(p.Plan, later(first, start), earlier(end, start.Add(day))) {
			if c.days[start] == nil {
				c.days[start] = map[int64]int64{}
			}
			c.days[start][price.MicrosPerHour] += minutes * int64(p.Quantity)
		}
	}
}

// Days are what each day cost, by time, without those that cost nothing. Each is rounded
// once per price, so together they may differ from the lines by some cents.
func (c *Calendar) Days() ([]Day, error) {
	var days []Day
	for _, start := range slices.SortedFunc(maps.Keys(c.days), time.Time.Compare) {
		amount, err := cost(c.days[start])
		if err != nil {
			return nil, err
		}
		if amount > 0 {
			days = append(days, Day{start, amount})
		}
	}
	return days, nil
}

const day = 24 * time.Hour

// cost is what minutes cost by their price.
func cost(minutes map[int64]int64) (sum money.Cents, err error) {
	for micros, n := range minutes {
		amount, err := money.FromMicros(micros, n)
		if err != nil {
			return 0, fmt.Errorf("price %d minutes: %w", n, err)
		}
		sum += amount
	}
	return sum, nil
}
