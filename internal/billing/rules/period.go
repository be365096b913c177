package rules

import "time"

// A Period is the time that an invoice is for. From is included, To is not.
type Period struct{ From, To time.Time }

// Unbilled is what a run for a month invoices of an account: from where it was billed
// last until the end of the month (M14). What an earlier run left is in it, and what a
// final invoice took is not. It reports false where nothing is left to bill.
func Unbilled(billedUntil time.Time, m Month) (Period, bool) {
	p := Period{billedUntil.UTC(), m.To()}
	return p, p.From.Before(p.To)
}

// TaxPoint is the last instant of the period (M18). The database keeps microseconds, so
// that is the last one.
func (p Period) TaxPoint() time.Time { return p.To.Add(-time.Microsecond) }
