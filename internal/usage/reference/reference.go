// Package reference is a second calculator of usage for tests to compare with, slow and
// of another kind: it has no state and no lifespans, asks for each minute what ran in it,
// and calculates in fractions.
package reference

import (
	"math/big"
	"time"

	"github.com/google/uuid"

	"portico/internal/catalog"
	"portico/internal/money"
	"portico/internal/usage"
)

// A Resource is one resource and all its changes.
type Resource struct {
	App     uuid.UUID
	Kind    usage.Kind
	Name    string
	Changes []usage.Change
}

// owed is who pays for what in a minute.
type owed struct {
	payer    uuid.UUID
	plan     string
	quantity int
}

// lastBefore is the change of a source that holds at an instant: the latest one, and
// of those of one instant the one with the highest key.
func (r Resource) lastBefore(at time.Time, s usage.Source) *usage.Change {
	var found *usage.Change
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Source != s || c.At.After(at) {
			continue
		}
		if found == nil || c.At.After(found.At) || c.At.Equal(found.At) && c.Key > found.Key {
			found = c
		}
	}
	return found
}

// at is what is paid for at an instant: what was reported last, but never more than
// is ordered then, or was ordered at any time since the report.
func (r Resource) at(t time.Time) owed {
	order, fact := r.lastBefore(t, usage.Order), r.lastBefore(t, usage.Fact)
	if order == nil || fact == nil {
		return owed{}
	}
	n := min(order.Quantity, fact.Quantity)
	for _, c := range r.Changes {
		if c.Source == usage.Order && c.At.After(fact.At) && !c.At.After(t) {
			n = min(n, c.Quantity)
		}
	}
	if n <= 0 {
		return owed{}
	}
	plan := fact.Plan
	if plan == "" {
		plan = order.Plan
	}
	return owed{order.Payer, plan, n}
}

// in is what is paid for in a minute: what ran last in it.
func (r Resource) in(minute time.Time) owed {
	last, found := minute, r.at(minute)
	for _, c := range r.Changes {
		if c.At.Before(minute) || !c.At.Before(minute.Add(time.Minute)) || c.At.Before(last) {
			continue
		}
		if o := r.at(c.At); o.quantity > 0 {
			last, found = c.At, o
		}
	}
	return found
}

func priceIn(prices []catalog.Price, minute time.Time) catalog.Price {
	found := prices[0]
	for _, p := range prices {
		if !p.From.After(minute) {
			found = p
		}
	}
	return found
}

// Lines are the unit minutes of an account in the minutes from one instant to another.
func Lines(payer uuid.UUID, all []Resource, prices usage.Prices, from, to time.Time) map[usage.Item]int64 {
	minutes := map[usage.Item]int64{}
	for m := from.Truncate(time.Minute); m.Before(to); m = m.Add(time.Minute) {
		for _, r := range all {
			o := r.in(m)
			if o.quantity == 0 || o.payer != payer {
				continue
			}
			p := priceIn(prices[o.plan], m)
			i := usage.Item{App: r.App, Kind: r.Kind, Resource: r.Name, Plan: o.plan, PriceFrom: p.From, MicrosPerHour: p.MicrosPerHour}
			if r.Kind == usage.OneOff {
				i.Resource = ""
			}
			minutes[i] += int64(o.quantity)
		}
	}
	return minutes
}

// Total is what minutes cost together in whole cents, rounded once, half up.
func Total(minutes map[usage.Item]int64) money.Cents {
	sum := big.NewRat(1, 2)
	for i, n := range minutes {
		sum.Add(sum, exact(n, i.MicrosPerHour))
	}
	return money.Cents(new(big.Int).Quo(sum.Num(), sum.Denom()).Int64())
}

// Near tells whether an amount is less than a cent away from what minutes cost exactly.
func Near(amount money.Cents, unitMinutes, microsPerHour int64) bool {
	off := new(big.Rat).Sub(big.NewRat(int64(amount), 1), exact(unitMinutes, microsPerHour))
	return off.Abs(off).Cmp(big.NewRat(1, 1)) < 0
}

// exact is a price in cents.
func exact(unitMinutes, microsPerHour int64) *big.Rat {
	return new(big.Rat).Mul(big.NewRat(unitMinutes, 60), big.NewRat(microsPerHour, 10_000))
}
