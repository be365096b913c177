package ledger

import (
	"slices"

	"github.com/google/uuid"

	"portico/ent/posting"
	"portico/internal/money"
)

// largest is the most that an entry and a balance can be, in cents. It is so far below
// what 64 bits hold that no sum within a statement is too large for them: SQLite would
// turn it into a float.
const largest money.Cents = 1 << 52

// check tells what is wrong with a posting by itself (L1).
func (p Posting) check() error {
	switch {
	case p.Key == "" || p.At.IsZero() || posting.KindValidator(p.Kind) != nil:
		return ErrKey
	case p.Currency != "" && p.Currency != money.EUR:
		return ErrCurrency
	case len(p.Entries) == 0:
		return ErrEmpty
	}
	var sum money.Cents
	for i, e := range p.Entries {
		if err := p.checkEntry(i, e); err != nil {
			return err
		}
		sum += e.Amount // a few amounts of 52 bits each: there are no more entries than accounts
	}
	if sum != 0 {
		return ErrUnbalanced
	}
	return nil
}

func (p Posting) checkEntry(i int, e Entry) error {
	twice := slices.ContainsFunc(p.Entries[:i], func(other Entry) bool { return other.Account == e.Account })
	switch {
	case twice || !e.Account.customers() && !slices.Contains(ofHouse, e.Account):
		return ErrAccount
	case e.Account.customers() && p.Customer == uuid.Nil:
		return ErrCustomer
	case e.Amount == 0:
		return ErrZero
	case e.Amount > largest || e.Amount < -largest:
		return money.ErrTooLarge
	}
	return nil
}

// customers reports whether each customer has an account of this name.
func (a Account) customers() bool { return slices.Contains(ofCustomers, a) }
