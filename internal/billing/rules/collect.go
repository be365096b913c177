package rules

import (
	"time"

	"portico/internal/money"
)

// Smallest is the least that is collected by itself, gross, in cents (M15).
const Smallest money.Cents = 50

// A Decision is what becomes of the time that isn't billed yet.
type Decision string

// The decisions.
const (
	// Issue makes an invoice and bills the time. An invoice of 0.00 is paid at once.
	Issue Decision = "ISSUE"
	// Leave makes no invoice. The time stays unbilled, and comes with the next one.
	Leave Decision = "LEAVE"
	// WriteOff makes an invoice that isn't collected, and bills the time.
	WriteOff Decision = "WRITE_OFF"
)

// A Bill is what an account would be invoiced.
type Bill struct {
	// Lines is how many lines would be printed: lines of 0.00 are not (M58).
	Lines int
	// Gross is what it comes to, in cents.
	Gross money.Cents
	Funds Funds
	// Month is the last one of the bill.
	Month Month
	// Closing is for the final invoice of an account.
	Closing bool
}

// Decide is whether a bill is issued (M15, M58). What is too small to collect, and not
// paid by credit, waits for the next bill; it is written off with the year and with the
// account, so that nothing waits forever. Where there is no line, there is no invoice.
func (b Bill) Decide() Decision {
	switch {
	case b.Lines == 0:
		return Leave
	case b.Gross == 0, b.Gross >= Smallest, b.Funds.Cover(b.Gross):
		return Issue
	case b.Closing, b.Month.Month == time.December:
		return WriteOff
	}
	return Leave
}
