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
	minutes  map[int64]*daily // by price
}

// A daily is the minutes at one price, on each day of a period. A time of many days is
// counted where it begins and where it ends, and not on each of its days: an account may
// have thousands of resources that run for a year.
type daily struct {
	parts []int64 // on days in which a time begins or ends
	steps []int64 // by how much each day has more, of whole days, than the one before
}

// NewCalendar counts as NewCounter does.
func NewCalendar(prices Prices, from, to time.Time) *Calendar {
	return &Calendar{prices: prices, from: from, to: to, minutes: map[int64]*daily{}}
}

// Add counts a piece.
func (c *Calendar) Add(p Piece) {
	first, end := within(p.Lifespan, c.from, c.to)
	for price, s := range c.prices.split(p.Plan, first, end) {
		d := c.minutes[price.MicrosPerHour]
		if d == nil {
			n := c.index(c.to) + 2
			d = &daily{make([]int64, n), make([]int64, n)}
			c.minutes[price.MicrosPerHour] = d
		}
		c.count(d, s, int64(p.Quantity))
	}
}

// count adds a stretch in which some of a resource ran.
func (c *Calendar) count(d *daily, s stretch, quantity int64) {
	first, last := c.index(s.from), c.index(s.to.Add(-time.Minute))
	if first == last {
		d.parts[first] += quantity * s.minutes()
		return
	}
	d.parts[first] += quantity * stretch{s.from, c.start(first + 1)}.minutes()
	d.parts[last] += quantity * stretch{c.start(last), s.to}.minutes()
	whole := quantity * int64(day/time.Minute)
	d.steps[first+1] += whole
	d.steps[last] -= whole
}

// index is which day of the period an instant is on.
func (c *Calendar) index(t time.Time) int { return int(t.Sub(c.start(0)) / day) }

// start is when a day of the period begins.
func (c *Calendar) start(index int) time.Time {
	return c.from.Truncate(day).Add(time.Duration(index) * day)
}

// Days are what each day cost, by time, without those that cost nothing. Each is rounded
// once per price, so together they may differ from the lines by some cents.
func (c *Calendar) Days() ([]Day, error) {
	amounts := map[int]money.Cents{}
	for micros, d := range c.minutes {
		var whole int64
		for i := range d.parts {
			whole += d.steps[i]
			amount, err := money.FromMicros(micros, whole+d.parts[i])
			if err != nil {
				return nil, fmt.Errorf("price %d minutes: %w", whole+d.parts[i], err)
			}
			amounts[i] += amount
		}
	}
	var days []Day
	for _, i := range slices.Sorted(maps.Keys(amounts)) {
		if amounts[i] > 0 {
			days = append(days, Day{c.start(i), amounts[i]})
		}
	}
	return days, nil
}

const day = 24 * time.Hour
