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

// Days are what each day of a period cost, by time, without those that cost nothing.
// Each is rounded once per price, so together they may differ from the lines by some
// cents.
func Days(pieces []Piece, prices Prices, from, to time.Time) ([]Day, error) {
	minutes := map[time.Time]map[int64]int64{} // by day and price
	for _, p := range pieces {
		first, end := within(p.Lifespan, from, to)
		for start := first.Truncate(day); start.Before(end); start = start.Add(day) {
			for _, s := range prices.split(p.Plan, later(first, start), earlier(end, start.Add(day))) {
				if minutes[start] == nil {
					minutes[start] = map[int64]int64{}
				}
				minutes[start][s.MicrosPerHour] += s.minutes * int64(p.Quantity)
			}
		}
	}
	var days []Day
	for _, start := range slices.SortedFunc(maps.Keys(minutes), time.Time.Compare) {
		amount, err := cost(minutes[start])
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
