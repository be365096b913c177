package rules

import "time"

// The calendar of retries (D1).
const (
	// Retries is how many there are.
	Retries = 5
	// between is the time from one to the next, and to the first.
	between = day24
)

// Slots are the retries of an unpaid invoice, by the calendar.
type Slots struct {
	// UnpaidSince is when the invoice became unpaid. The zero time: it is not unpaid, and
	// has no slots.
	UnpaidSince time.Time
	// Last is the last slot that is over: attempted, skipped, or answered with a reminder
	// because there was no method. 0: none.
	Last int
}

// At is when the k-th retry is due, from 1: k times 24 hours after the invoice became
// unpaid, whenever the others took place (D1).
func (s Slots) At(k int) time.Time { return s.UnpaidSince.Add(time.Duration(k) * between) }

// A SlotDue is what the calendar says at an instant.
type SlotDue struct {
	// Slot is the retry to attempt now, from 1; 0: none.
	Slot int
	// Skipped are the retries to mark as skipped, in order.
	Skipped []int
	// Next is when another retry is due; the zero time: never.
	Next time.Time
}

// Due is what the calendar says now. Retries that were missed become one attempt, the
// last of them, and the others are skipped (M3). While a payment is in flight, a retry that
// is due is skipped, not shifted.
func (s Slots) Due(now time.Time, inFlight bool) SlotDue {
	if s.UnpaidSince.IsZero() {
		return SlotDue{}
	}
	var due SlotDue
	k := max(s.Last, 0) + 1
	for ; k <= Retries && !now.Before(s.At(k)); k++ {
		due.Skipped = append(due.Skipped, k)
	}
	if k <= Retries {
		due.Next = s.At(k)
	}
	if n := len(due.Skipped); n > 0 && !inFlight {
		due.Slot, due.Skipped = due.Skipped[n-1], due.Skipped[:n-1]
	}
	return due
}

// ActionEnds is when an authentication that the customer was asked for has failed: after
// 24 hours, or at the next retry of the calendar if that comes first (M25).
func (s Slots) ActionEnds(asked time.Time) time.Time {
	end := asked.Add(between)
	for k := 1; k <= Retries && !s.UnpaidSince.IsZero(); k++ {
		if at := s.At(k); at.After(asked) && at.Before(end) {
			end = at
		}
	}
	return end
}
