package usage

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"portico/internal/catalog"
	"portico/internal/money"
)

// Kind is what sort of resource is paid for.
type Kind string

// The kinds, as the API spells them.
const (
	Container Kind = "CONTAINER"
	OneOff    Kind = "ONE_OFF"
	Database  Kind = "DATABASE"
	Addon     Kind = "ADDON"
)

// A Piece is a lifespan with what it is a lifespan of.
type Piece struct {
	App  uuid.UUID
	Kind Kind
	// Resource is a container's type or an add-on's name; one-offs have none.
	Resource string
	Lifespan
}

// Prices are those of each plan, in the order of time. The first one reaches back to
// the beginning.
type Prices map[string][]catalog.Price

// A Line is a line of an invoice: what one account pays for one thing at one price.
type Line struct {
	Item
	// UnitMinutes is the sum of quantity × minutes.
	UnitMinutes int64
	// Amount is rounded once.
	Amount money.Cents
}

// An Item is what a line stands for. All one-offs of an app and plan are one item:
// rounded alone, each would be free.
type Item struct {
	App           uuid.UUID
	Kind          Kind
	Resource      string
	Plan          string
	PriceFrom     time.Time
	MicrosPerHour int64
}

// A Counter counts what one account used between two instants, piece by piece: an
// account may have any number of them.
type Counter struct {
	prices   Prices
	from, to time.Time
	minutes  map[Item]int64
	days     map[time.Time]map[int64]int64 // by price; nil: they are not counted
}

// NewCounter counts what is used between two instants. What still runs is counted until
// the end of the minute of the second.
func NewCounter(prices Prices, from, to time.Time) *Counter {
	return &Counter{prices: prices, from: from, to: to, minutes: map[Item]int64{}, days: map[time.Time]map[int64]int64{}}
}

// NewForecast counts what a period costs if all that runs keeps running until its end. It
// counts no days.
func NewForecast(prices Prices, from, to time.Time) *Counter {
	c := NewCounter(prices, from, to)
	c.days = nil
	return c
}

// Add counts a piece.
func (c *Counter) Add(p Piece) {
	first, end := within(p.Lifespan, c.from, c.to)
	for _, s := range c.prices.split(p.Plan, first, end) {
		i := Item{App: p.App, Kind: p.Kind, Resource: p.Resource, Plan: p.Plan, PriceFrom: s.From, MicrosPerHour: s.MicrosPerHour}
		if p.Kind == OneOff {
			i.Resource = ""
		}
		c.minutes[i] += s.minutes * int64(p.Quantity)
	}
	if c.days != nil {
		c.addDays(p, first, end)
	}
}

// Lines are what the pieces cost, sorted by app and resource.
func (c *Counter) Lines() ([]Line, error) {
	lines := make([]Line, 0, len(c.minutes))
	for i, n := range c.minutes {
		amount, err := money.FromMicros(i.MicrosPerHour, n)
		if err != nil {
			return nil, fmt.Errorf("price %d minutes of plan %s: %w", n, i.Plan, err)
		}
		lines = append(lines, Line{Item: i, UnitMinutes: n, Amount: amount})
	}
	slices.SortFunc(lines, func(a, b Line) int { return a.compare(b.Item) })
	return lines, nil
}

// Total is what lines cost together.
func Total(lines []Line) (sum money.Cents) {
	for _, l := range lines {
		sum += l.Amount
	}
	return sum
}

func (i Item) compare(o Item) int {
	return cmp.Or(
		slices.Compare(i.App[:], o.App[:]), cmp.Compare(i.Kind, o.Kind), cmp.Compare(i.Resource, o.Resource),
		cmp.Compare(i.Plan, o.Plan), i.PriceFrom.Compare(o.PriceFrom),
	)
}

// within is what of a lifespan's minutes lies in a period.
func within(l Lifespan, from, to time.Time) (first, end time.Time) {
	first, end = later(l.From, from.Truncate(time.Minute)), roundUp(to)
	if !l.To.IsZero() {
		end = earlier(l.To, end)
	}
	return first, end
}

// A stretch is a number of minutes at one price.
type stretch struct {
	catalog.Price
	minutes int64
}

// split cuts a time where the price of a plan changes.
func (p Prices) split(plan string, first, end time.Time) (all []stretch) {
	versions := p[plan]
	for i, v := range versions {
		from, to := first, end
		if i > 0 {
			from = later(from, v.From)
		}
		if i+1 < len(versions) {
			to = earlier(to, versions[i+1].From)
		}
		if n := int64(to.Sub(from) / time.Minute); n > 0 {
			all = append(all, stretch{v, n})
		}
	}
	return all
}
