// Package catalog knows what customers can rent and what it costs at each minute:
// container sizes, databases and other add-ons, from a file that the operator edits.
// It reads and checks the file, keeps it in the database, and answers from memory. It
// doesn't know who rents what.
//
// The invariant: what has come into force stays as it was. The price of a plan at a
// minute that has passed never changes.
package catalog

import (
	"slices"
	"time"

	"portico/internal/money"
)

// Kind is what a plan is for, as the API names it.
type Kind string

// The kinds.
const (
	Container Kind = "CONTAINER"
	Database  Kind = "DATABASE"
	Addon     Kind = "ADDON"
)

var kinds = []Kind{Container, Database, Addon}

// A Catalog is all plans, in the order of the file.
type Catalog []Plan

// A Plan is something that can be rented.
type Plan struct {
	Name    string // what inputs and lifespans call it
	Kind    Kind
	Label   string
	Retired bool    // no longer sold; what runs keeps its price
	Prices  []Price // by time, at least one
}

// A Price holds from a full minute until the plan's next price.
type Price struct {
	From          time.Time
	MicrosPerHour int64 // micro-euro
}

// monthMinutes is the month that prices are shown for: 730 hours.
const monthMinutes = 730 * 60

// Monthly is what 730 hours cost.
func (p Price) Monthly() (money.Cents, error) { return money.FromMicros(p.MicrosPerHour, monthMinutes) }

// Plan finds a plan by its name, also a retired one.
func (c Catalog) Plan(name string) (Plan, bool) {
	i := slices.IndexFunc(c, func(p Plan) bool { return p.Name == name })
	if i < 0 {
		return Plan{}, false
	}
	return c[i], true
}

// Sells tells whether a customer can order a plan of this kind at an instant.
func (c Catalog) Sells(name string, kind Kind, t time.Time) bool {
	p, ok := c.Plan(name)
	_, priced := p.PriceAt(t)
	return ok && priced && !p.Retired && p.Kind == kind
}

// Instead is the plan that a customer gets who orders what others already have: the same,
// or where that is no longer sold, the cheapest of its kind that costs at least as much.
func (c Catalog) Instead(name string, kind Kind, t time.Time) (instead string, ok bool) {
	if c.Sells(name, kind, t) {
		return name, true
	}
	for _, p := range c {
		if c.Sells(p.Name, kind, t) && !c.Cheaper(p.Name, name, t) && (!ok || c.Cheaper(p.Name, instead, t)) {
			instead, ok = p.Name, true
		}
	}
	return instead, ok
}

// Cheaper tells whether a plan costs less than another one at an instant.
func (c Catalog) Cheaper(name, than string, t time.Time) bool {
	a, _ := c.Plan(name)
	b, _ := c.Plan(than)
	price, ok := a.PriceAt(t)
	other, known := b.PriceAt(t)
	return ok && known && price.MicrosPerHour < other.MicrosPerHour
}

// sold counts the plans that are not retired.
func (c Catalog) sold() (n int) {
	for _, p := range c {
		if !p.Retired {
			n++
		}
	}
	return n
}

// Prices are those of each plan by its name, by time: what usage is counted with.
func (c Catalog) Prices() map[string][]Price {
	all := make(map[string][]Price, len(c))
	for _, p := range c {
		all[p.Name] = slices.Clone(p.Prices)
	}
	return all
}

// PriceAt is the price in force at an instant, if there was one already.
func (p Plan) PriceAt(t time.Time) (Price, bool) {
	next := p.after(t)
	if next == 0 {
		return Price{}, false
	}
	return p.Prices[next-1], true
}

// Next is the first price that is still to come, if there is one.
func (p Plan) Next(t time.Time) (Price, bool) {
	next := p.after(t)
	if next == len(p.Prices) {
		return Price{}, false
	}
	return p.Prices[next], true
}

// after counts the prices that have come into force.
func (p Plan) after(t time.Time) int {
	n, _ := slices.BinarySearchFunc(p.Prices, t, func(price Price, t time.Time) int {
		if price.From.After(t) {
			return 1
		}
		return -1
	})
	return n
}

// An Offer is a plan as customers see it at an instant.
type Offer struct {
	Name  string
	Kind  Kind
	Label string
	Price Price
	Next  *Price
}

// Offer is the plan at an instant; there is none before its first price.
func (p Plan) Offer(t time.Time) (Offer, bool) {
	price, ok := p.PriceAt(t)
	o := Offer{Name: p.Name, Kind: p.Kind, Label: p.Label, Price: price}
	if next, ok := p.Next(t); ok {
		o.Next = &next
	}
	return o, ok
}

// Offers are the plans that have a price. Retired ones are among them only while
// another price of theirs is to come, which concerns whoever still has one.
func (c Catalog) Offers(t time.Time) []*Offer {
	offers := []*Offer{}
	for _, p := range c {
		if o, ok := p.Offer(t); ok && (!p.Retired || o.Next != nil) {
			offers = append(offers, &o)
		}
	}
	return offers
}
