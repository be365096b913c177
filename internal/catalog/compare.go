package catalog

import (
	"fmt"
	"slices"
	"time"
)

// Compare tells what a file would change in a catalog, in sentences for the operator,
// or all that it may not change. Where there is no catalog yet, a file may say
// anything; afterwards, nothing about what has come into force by now.
func Compare(old Catalog, f File, now time.Time) (changes []string, err error) {
	c := comparison{File: f, now: now, free: len(old) == 0}
	for _, p := range f.Catalog {
		if was, known := old.Plan(p.Name); known {
			c.plan(was, p)
		} else {
			c.added(p)
		}
	}
	for _, p := range old {
		if _, kept := f.Plan(p.Name); !kept {
			c.removed(p)
		}
	}
	if !slices.Equal(names(old, f.Catalog), names(f.Catalog, old)) {
		c.changes = append(c.changes, "the plans are listed in another order")
	}
	return c.changes, c.faults.orNil()
}

// names are those of the plans of one catalog that another one has too.
func names(of, in Catalog) (all []string) {
	for _, p := range of {
		if _, both := in.Plan(p.Name); both {
			all = append(all, p.Name)
		}
	}
	return all
}

type comparison struct {
	File
	now     time.Time
	free    bool // there is nothing in force that could be changed
	changes []string
	faults  Faults
}

func (c *comparison) change(p Plan, format string, args ...any) {
	c.changes = append(c.changes, fmt.Sprintf("plan %s: ", p.Name)+fmt.Sprintf(format, args...))
}

func (c *comparison) fault(line int, p Plan, format string, args ...any) {
	c.faults = append(c.faults, Fault{line, p.Name, fmt.Sprintf(format, args...)})
}

// passed tells whether a price has come into force.
func (c *comparison) passed(p Price) bool { return !c.free && !p.From.After(c.now) }

func (c *comparison) plan(was, p Plan) {
	if p.Kind != was.Kind {
		c.fault(c.lines[place(p.Name)], p, "its kind is %s and can't become %s; add a plan with another name", was.Kind, p.Kind)
	}
	if p.Label != was.Label {
		c.change(p, "the label is %q instead of %q", p.Label, was.Label)
	}
	if p.Retired && !was.Retired {
		c.change(p, "is no longer sold")
	}
	if !p.Retired && was.Retired {
		c.change(p, "is sold again")
	}
	for _, price := range was.Prices {
		c.kept(p, price)
	}
	for _, price := range p.Prices {
		if _, known := was.priceFrom(price.From); !known {
			c.newPrice(p, price)
		}
	}
}

// priceFrom is the price that starts at an instant, if there is one.
func (p Plan) priceFrom(t time.Time) (Price, bool) {
	i := slices.IndexFunc(p.Prices, func(price Price) bool { return price.From.Equal(t) })
	if i < 0 {
		return Price{}, false
	}
	return p.Prices[i], true
}

// kept looks what became of a price.
func (c *comparison) kept(p Plan, was Price) {
	is, there := p.priceFrom(was.From)
	switch {
	case there && is.MicrosPerHour == was.MicrosPerHour:
	case !there && c.passed(was):
		c.fault(c.lines[place(p.Name)], p, "the price from %s has come into force and can't be removed; put it back: {validFrom: %[1]s, microsPerHour: %d}", minute(was.From), was.MicrosPerHour)
	case !there:
		c.change(p, "no longer costs %s from %s", was.words(), minute(was.From))
	case c.passed(was):
		c.fault(c.lines[placeOf(p.Name, is.From)], p, "the price from %s has come into force and can't change from %d to %d; add a price that starts later", minute(is.From), was.MicrosPerHour, is.MicrosPerHour)
	default:
		c.change(p, "costs %s instead of %s from %s", is.words(), was.words(), minute(is.From))
	}
}

// newPrice looks at a price that was not there.
func (c *comparison) newPrice(p Plan, price Price) {
	if c.passed(price) {
		c.fault(c.lines[placeOf(p.Name, price.From)], p, "a price from %s would change the past; give a minute after %s", minute(price.From), minute(c.now))
		return
	}
	c.change(p, "costs %s from %s", price.words(), minute(price.From))
}

func (c *comparison) added(p Plan) {
	sold := ""
	if p.Retired {
		sold = ", not sold"
	}
	c.change(p, "is new: %s, %q%s", p.Kind, p.Label, sold)
	for _, price := range p.Prices {
		c.newPrice(p, price)
	}
}

func (c *comparison) removed(p Plan) {
	if _, inForce := p.PriceAt(c.now); inForce {
		c.fault(0, p, "it is missing, and has a price in force: keep it, and mark it with \"retired: true\"")
		return
	}
	c.change(p, "is removed before its first price came into force")
}

// words are a price for the operator.
func (p Price) words() string {
	month, err := p.Monthly()
	if err != nil {
		return fmt.Sprintf("%d micro-euro an hour", p.MicrosPerHour)
	}
	return fmt.Sprintf("%d micro-euro an hour (%d.%02d € a month)", p.MicrosPerHour, month/100, month%100)
}
