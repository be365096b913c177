package usage

import (
	"cmp"
	"fmt"
	"iter"
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
	// Amount is less than a cent away from what the minutes cost exactly.
	Amount money.Cents
}

// An Item is what a line stands for. All one-offs of an app and plan are one item.
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
}

// NewCounter counts what is used between two instants. What still runs is counted until
// the end of the minute of the second.
func NewCounter(prices Prices, from, to time.Time) *Counter {
	return &Counter{prices: prices, from: from, to: to, minutes: map[Item]int64{}}
}

// Add counts a piece.
func (c *Counter) Add(p Piece) {
	i := Item{App: p.App, Kind: p.Kind, Resource: p.Resource, Plan: p.Plan}
	if p.Kind == OneOff {
		i.Resource = ""
	}
	first, end := within(p.Lifespan, c.from, c.to)
	for price, s := range c.prices.split(p.Plan, first, end) {
		i.PriceFrom, i.MicrosPerHour = price.From, price.MicrosPerHour
		c.minutes[i] += s.minutes() * int64(p.Quantity)
	}
}

// Len is how many lines there are so far.
func (c *Counter) Len() int { return len(c.minutes) }

// Lines are what the pieces cost, sorted by app and resource. The counter then begins
// with another account.
func (c *Counter) Lines() ([]Line, error) {
	defer clear(c.minutes)
	lines := make([]Line, 0, len(c.minutes))
	for i, n := range c.minutes {
		lines = append(lines, Line{Item: i, UnitMinutes: n})
	}
	slices.SortFunc(lines, func(a, b Line) int { return a.compare(b.Item) })
	return lines, price(lines)
}

// price gives the lines their amounts. Together they are what all of it costs, rounded once:
// rounded one by one, any number of things that each cost less than half a cent would be
// free. The cents that are left go to the lines that are nearest to their next one.
func price(lines []Line) error {
	rests := make([]money.Share, len(lines))
	var rest money.Share
	for i := range lines {
		l := &lines[i]
		var err error
		if l.Amount, rests[i], err = money.Exact(l.MicrosPerHour, l.UnitMinutes); err != nil {
			return fmt.Errorf("price %d minutes of plan %s: %w", l.UnitMinutes, l.Plan, err)
		}
		rest += rests[i]
	}
	left := money.Rounded(rest)
	if left == 0 {
		return nil
	}
	nearest := make([]int, len(lines))
	for i := range nearest {
		nearest[i] = i
	}
	slices.SortStableFunc(nearest, func(a, b int) int { return cmp.Compare(rests[b], rests[a]) })
	for _, i := range nearest[:left] {
		lines[i].Amount++
	}
	return nil
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

// A stretch is a time between two full minutes.
type stretch struct{ from, to time.Time }

func (s stretch) minutes() int64 { return int64(s.to.Sub(s.from) / time.Minute) }

// split cuts a time where the price of a plan changes, and yields the stretches at each
// price.
func (p Prices) split(plan string, first, end time.Time) iter.Seq2[catalog.Price, stretch] {
	return func(yield func(catalog.Price, stretch) bool) {
		versions := p[plan]
		for i, v := range versions {
			s := stretch{first, end}
			if i > 0 {
				s.from = later(s.from, v.From)
			}
			if i+1 < len(versions) {
				s.to = earlier(s.to, versions[i+1].From)
			}
			if s.minutes() > 0 && !yield(v, s) {
				return
			}
		}
	}
}
