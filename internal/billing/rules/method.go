package rules

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"github.com/google/uuid"

	"portico/internal/money"
)

// A MethodState is whether a payment method can be charged, as the API names it.
type MethodState string

// The states of a method.
const (
	MethodUsable MethodState = "USABLE"
	// MethodFailed means that it failed hard: it isn't charged until it is replaced (P7).
	MethodFailed  MethodState = "FAILED"
	MethodExpired MethodState = "EXPIRED"
)

// A Method is a payment method, as far as the choice depends on it.
type Method struct {
	ID        uuid.UUID
	State     MethodState
	Preferred bool
	AddedAt   time.Time
}

// A Trigger is why a payment is attempted, as the API names it.
type Trigger string

// The triggers.
const (
	TriggerIssue     Trigger = "ISSUE"      // the invoice was issued
	TriggerSchedule  Trigger = "SCHEDULE"   // a retry of the calendar is due
	TriggerNewMethod Trigger = "NEW_METHOD" // a method was added or replaced
	TriggerCredit    Trigger = "CREDIT"     // credit was added
	TriggerManual    Trigger = "MANUAL"     // the customer pays now
)

// A Payment is one that is about to be attempted.
type Payment struct {
	Trigger Trigger
	// Named is the method that is new, or that the customer chose; none is uuid.Nil.
	Named uuid.UUID
	// Methods are all of the account, in any order.
	Methods []Method
	Funds   Funds
	// Due is what is left to pay of the invoice, in cents.
	Due money.Cents
}

// A Choice is what pays: credit, a method, or nothing, and then why.
type Choice struct {
	Credit  bool
	Method  uuid.UUID
	Failure FailureReason
}

// Choose is what pays an invoice, chosen when the attempt is created (M24: one attempt has
// one method).
//
//   - With a new method, that method pays and nothing else (M20).
//   - With new credit, credit pays and nothing else (M21).
//   - A method that the customer named pays and nothing else.
//   - Otherwise credit, if it covers the whole invoice; then the preferred method; then
//     the newest other one. A method that isn't usable is never chosen.
func (p Payment) Choose() Choice {
	switch {
	case p.carriesMethod():
		return p.only(func(m Method) bool { return m.ID == p.Named })
	case p.Funds.Cover(p.Due):
		return Choice{Credit: true}
	case p.Trigger == TriggerCredit:
		return Choice{Failure: InsufficientCredit}
	}
	return p.only(func(Method) bool { return true })
}

// carriesMethod reports whether the payment is that of one method, and credit is not asked.
func (p Payment) carriesMethod() bool {
	return p.Trigger == TriggerNewMethod || p.Trigger == TriggerManual && p.Named != uuid.Nil
}

// only chooses from some of the methods.
func (p Payment) only(some func(Method) bool) Choice {
	var usable []Method
	for _, m := range p.Methods {
		if m.State == MethodUsable && some(m) {
			usable = append(usable, m)
		}
	}
	if len(usable) > 0 {
		return Choice{Method: slices.MinFunc(usable, compareMethods).ID}
	}
	return Choice{Failure: p.failure()}
}

// failure is why nothing can pay.
func (p Payment) failure() FailureReason {
	if p.Funds.Credit > 0 && !p.carriesMethod() {
		return InsufficientCredit
	}
	return NoMethod
}

// compareMethods puts the preferred method first, then the newest. Ids decide between
// methods of one instant, so that the choice never depends on the order of the rows.
func compareMethods(a, b Method) int {
	if a.Preferred != b.Preferred {
		if a.Preferred {
			return -1
		}
		return 1
	}
	return cmp.Or(b.AddedAt.Compare(a.AddedAt), bytes.Compare(b.ID[:], a.ID[:]))
}
