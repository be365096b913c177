package rules

import "portico/internal/money"

// Funds are the prepaid credit of an account, as far as an invoice can be paid with it.
type Funds struct {
	// Credit is the balance in cents.
	Credit money.Cents
	// OlderUnpaid says that an older invoice of the account is unpaid.
	OlderUnpaid bool
}

// Cover reports whether credit pays an amount: all of it or nothing, and nothing while an
// older invoice is unpaid (M21).
func (f Funds) Cover(due money.Cents) bool { return !f.OlderUnpaid && f.Credit >= due }
