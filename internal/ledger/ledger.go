// Package ledger is the double-entry book of all money. It knows no invoices and no
// payments: what is posted for what is the business of billing.
//
// Amounts are signed from the side of the house: a debit is above zero, a credit below.
// So what a customer owes is above zero, and what a customer has with us, or we have
// earned, is below.
//
// The invariants: the entries of a posting sum to zero (L1); a cached balance is the sum
// of its entries (L2); no credit of a customer's goes below nothing (L3); a key is posted
// once (L4); what was posted never changes, which triggers of the database see to (L5).
package ledger

import (
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent/posting"
	"portico/internal/money"
	"portico/internal/store"
)

// A Ledger is the book.
type Ledger struct{ DB *store.DB }

// An Account is one of the accounts of the book. Each customer has the first three; the
// house has each of the others once.
type Account string

// The ledger accounts.
const (
	// Receivable is what a customer owes.
	Receivable Account = "RECEIVABLE"
	// Prepaid is credit that a customer bought, or was left with.
	Prepaid Account = "PREPAID"
	// Referral is credit that a customer earned, and can't be paid out.
	Referral Account = "REFERRAL"

	// Card, PayPal, and SEPA are money that a provider has, or is about to have.
	Card   Account = "CARD"
	PayPal Account = "PAYPAL"
	SEPA   Account = "SEPA"
	// Revenue is what was invoiced, without tax.
	Revenue Account = "REVENUE"
	// VAT is what is owed to the tax office.
	VAT Account = "VAT"
	// BadDebt is what was given up.
	BadDebt Account = "BAD_DEBT"
	// Promotion is what referrals cost.
	Promotion Account = "PROMOTION"
	// Refunds is what was paid back.
	Refunds Account = "REFUNDS"
)

var (
	ofCustomers = []Account{Receivable, Prepaid, Referral}
	ofHouse     = []Account{Card, PayPal, SEPA, Revenue, VAT, BadDebt, Promotion, Refunds}
)

// Credit reports whether an account is money that a customer has with us.
func (a Account) Credit() bool { return a == Prepaid || a == Referral }

// natural turns a signed amount into one on the account's own side: what a customer
// owes, or has as credit; what the house has, owes, earned, or spent.
func (a Account) natural(c money.Cents) money.Cents {
	switch a {
	case Prepaid, Referral, Revenue, VAT:
		return -c
	}
	return c
}

// A Kind is what a posting is for.
type Kind = posting.Kind

// The kinds.
const (
	Issue       Kind = posting.KindISSUE
	Payment     Kind = posting.KindPAYMENT
	Reversal    Kind = posting.KindREVERSAL
	DisputeWon  Kind = posting.KindDISPUTE_WON
	TopUp       Kind = posting.KindTOP_UP
	Overpayment Kind = posting.KindOVERPAYMENT
	CreditNote  Kind = posting.KindCREDIT_NOTE
	Refund      Kind = posting.KindREFUND
	WriteOff    Kind = posting.KindWRITE_OFF
	Forfeit     Kind = posting.KindFORFEIT
	Reward      Kind = posting.KindREWARD
)

// A Posting is one transaction of the ledger.
type Posting struct {
	// Key names the command that it is posted for: "issue:" and the invoice's ID.
	Key string
	// At is business time.
	At   time.Time
	Kind Kind
	// Customer is whose the entries on customers' accounts are. The caller has locked
	// the row of this account.
	Customer uuid.UUID
	// Currency is that of all entries; empty: EUR.
	Currency money.Currency
	// Entries have a ledger account each. Their order means nothing.
	Entries []Entry
}

// An Entry is an amount on a ledger account.
type Entry struct {
	Account Account
	// Amount is a debit above zero, and a credit below.
	Amount money.Cents
}

// Debit is an entry that raises what a customer owes, or what the house has or spent; it
// lowers a customer's credit.
func Debit(a Account, c money.Cents) Entry { return Entry{a, c} }

// Credit is an entry that raises a customer's credit, or what the house owes or earned;
// it lowers what a customer owes.
func Credit(a Account, c money.Cents) Entry { return Entry{a, -c} }

// What is wrong with a posting, beside [money.ErrTooLarge].
var (
	ErrUnbalanced = errors.New("the entries don't sum to zero")
	ErrEmpty      = errors.New("there are no entries")
	ErrZero       = errors.New("an entry is zero")
	ErrCurrency   = errors.New("the currency is not EUR")
	ErrAccount    = errors.New("there is no such ledger account, or it has two entries")
	ErrCustomer   = errors.New("there is no customer")
	ErrKey        = errors.New("key, kind, or time is missing")
	// ErrKeyReused says that something else was posted under the key.
	ErrKeyReused = errors.New("something else was posted under this key")
)

// An InsufficientCreditError says that a posting would take more of a customer's credit
// than there is.
type InsufficientCreditError struct {
	Key      string
	Customer uuid.UUID
	Account  Account
	// Missing is how much more it takes than there is.
	Missing money.Cents
}

func (e *InsufficientCreditError) Error() string {
	return fmt.Sprintf("post %s: %s EUR of %s credit are missing", e.Key, e.Missing.Decimal(), e.Account)
}
