// Package usage tells what a resource costs, from what its owner ordered and what
// the platform reported: changes become lifespans, lifespans become minutes, minutes
// become the lines of an invoice. It is rules alone, values in and values out; it
// reads no database and no clock.
//
// The invariants: the order in which changes arrive makes no difference, a minute of
// a resource is billed once and to one account, and what its owner has ordered to
// stop is not billed, whatever is reported later.
package usage

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

// A Change is an order or a fact about one resource, from an instant on.
type Change struct {
	At time.Time
	// Key puts changes of the same instant in one order, whenever they arrived.
	Key string
	// Source tells an order from a fact.
	Source Source
	// Payer is who owns the resource from then on; of orders alone.
	Payer uuid.UUID
	// Plan is what was ordered, or what runs. A fact without a plan means the ordered one.
	Plan string
	// Quantity is how many are ordered, or run; 0 is none.
	Quantity int
	// Reason is why a lifespan that this change ends has ended.
	Reason EndReason
}

// Source is who says something about a resource.
type Source int

// Orders come before facts of the same instant.
const (
	Order Source = iota // its owner, or whoever acts for them
	Fact                // the platform that runs it
)

// EndReason is why a lifespan has ended.
type EndReason string

// The reasons, as the API spells them.
const (
	Scaled      EndReason = "SCALED"
	Stopped     EndReason = "STOPPED"
	PlanChanged EndReason = "PLAN_CHANGED"
	Removed     EndReason = "REMOVED"
	Ended       EndReason = "ENDED"
	Transferred EndReason = "TRANSFERRED"
	Suspended   EndReason = "SUSPENDED"
	Deleted     EndReason = "DELETED"
)

// A Lifespan is a time in which a resource ran unchanged: with one payer, one plan,
// and one quantity above 0.
type Lifespan struct {
	Payer    uuid.UUID
	Plan     string
	Quantity int
	Start    time.Time
	// End is zero while the resource runs.
	End    time.Time
	Reason EndReason
	// From and To are the minutes that are billed, To not included. To is zero while
	// the resource runs. Where they are equal, a later lifespan took the only minute.
	From, To time.Time
}

// terms are what a lifespan keeps unchanged.
type terms struct {
	payer    uuid.UUID
	plan     string
	quantity int
}

// state is what is known of a resource at an instant.
type state struct {
	payer             uuid.UUID
	ordered, reported terms
}

// after is the state once a change has come. Ordering less takes effect at once;
// ordering more waits for the platform to report it.
func (s state) after(c Change) state {
	if c.Source == Fact {
		s.reported = terms{plan: c.Plan, quantity: c.Quantity}
		return s
	}
	s.payer, s.ordered = c.Payer, terms{plan: c.Plan, quantity: c.Quantity}
	s.reported.quantity = min(s.reported.quantity, c.Quantity)
	return s
}

// billed is what is paid for in this state.
func (s state) billed() terms {
	t := terms{payer: s.payer, plan: s.reported.plan, quantity: min(s.ordered.quantity, s.reported.quantity)}
	if t.plan == "" {
		t.plan = s.ordered.plan
	}
	if t.quantity <= 0 {
		return terms{}
	}
	return t
}

// Lifespans are those of one resource, in the order of time, from all its changes in
// any order.
func Lifespans(changes []Change) []Lifespan { return Continue(nil, nil, changes) }

// Continue makes the lifespans from an instant on, out of the changes since then. Before
// are the last order and the last fact before it, the fact with no more than was ordered
// at any time since. Last is the lifespan that began last before it, if there is one: it
// comes back as the first, since it may end at another time now.
func Continue(before []Change, last *Lifespan, changes []Change) (all []Lifespan) {
	var now state
	for _, c := range slices.SortedFunc(slices.Values(before), compare) {
		now = now.after(c)
	}
	if last != nil {
		all = append(all, *last)
		if now.billed().quantity > 0 { // it runs at that instant
			all[0].End, all[0].To, all[0].Reason = time.Time{}, time.Time{}, ""
		}
	}
	changes = slices.SortedFunc(slices.Values(changes), compare)
	for len(changes) > 0 {
		n := sameInstant(changes)
		before, cause := now.billed(), changes[0]
		for _, c := range changes[:n] {
			if now = now.after(c); now.billed() != before {
				before, cause = now.billed(), c
			}
		}
		all = next(all, now.billed(), cause)
		changes = changes[n:]
	}
	return onGrid(all)
}

// sameInstant is how many changes have the instant of the first: only what they come
// to together lasts.
func sameInstant(changes []Change) int {
	n := slices.IndexFunc(changes, func(c Change) bool { return !c.At.Equal(changes[0].At) })
	if n < 0 {
		return len(changes)
	}
	return n
}

// PlanAt is the plan that was ordered last at an instant; for one before all orders, the
// one that was ordered first.
func PlanAt(changes []Change, at time.Time) (plan string) {
	for _, c := range slices.SortedFunc(slices.Values(changes), compare) {
		if c.Source == Order && (plan == "" || !c.At.After(at)) {
			plan = c.Plan
		}
	}
	return plan
}

func compare(a, b Change) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Source, b.Source), strings.Compare(a.Key, b.Key))
}

// next ends the running lifespan and begins another where a change has changed what
// is paid for.
func next(all []Lifespan, t terms, c Change) []Lifespan {
	if n := len(all); n > 0 && all[n-1].End.IsZero() {
		running := &all[n-1]
		if running.terms() == t {
			return all
		}
		running.End, running.Reason = c.At, c.Reason
	}
	if t.quantity == 0 {
		return all
	}
	return append(all, Lifespan{Payer: t.payer, Plan: t.plan, Quantity: t.quantity, Start: c.At})
}

func (l Lifespan) terms() terms { return terms{payer: l.Payer, plan: l.Plan, quantity: l.Quantity} }

// onGrid gives each lifespan the minutes that it is billed for: the start rounded
// down, the end rounded up, and a minute that two share to the later one.
func onGrid(all []Lifespan) []Lifespan {
	for i := range all {
		l := &all[i]
		l.From = l.Start.Truncate(time.Minute)
		if !l.End.IsZero() {
			l.To = roundUp(l.End)
		}
		if i > 0 && all[i-1].To.After(l.From) {
			all[i-1].To = l.From
		}
	}
	return all
}

// roundUp is the first full minute that is not before an instant.
func roundUp(t time.Time) time.Time {
	return t.Add(time.Minute - 1).Truncate(time.Minute)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
