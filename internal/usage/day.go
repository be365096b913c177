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

// addDays counts a piece by day.
func (c *Counter) addDays(p Piece, first, end time.Time) {
	for start := first.Truncate(day); start.Before(end); start = start.Add(day) {
		for _, s := range c.prices.split(p.Plan, later(first, start), earlier(end, start.Add(day))) {
			if c.days[start] == nil {
				c.days[start] = map[int64]int64{}
			}
			c.days[start][s.MicrosPerHour] += s.minutes * int64(p.Quantity)
		}
	}
}

// Days are what each day cost, by time, without those that cost nothing. Each is rounded
// once per price, so together they may differ from the lines by some cents.
func (c *Counter) Days() ([]Day, error) {
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
