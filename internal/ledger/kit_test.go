package ledger_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/ledgerentry"
	"portico/ent/posting"
	"portico/ent/predicate"
	"portico/internal/clock"
	"portico/internal/ledger"
	"portico/internal/money"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A book is a world of which the ledger is tested.
type book struct {
	*testkit.World
	system context.Context
}

func newBook(t *testing.T) *book {
	return &book{testkit.New(t), viewer.AsSystem(t.Context())}
}

var (
	customers = []ledger.Account{ledger.Receivable, ledger.Prepaid, ledger.Referral}
	house     = []ledger.Account{ledger.Card, ledger.PayPal, ledger.SEPA, ledger.Revenue, ledger.VAT, ledger.BadDebt, ledger.Promotion, ledger.Refunds}
	everyone  = slices.Concat(customers, house)
)

// customer makes an account with nothing on it.
func (b *book) customer() uuid.UUID {
	b.T.Helper()
	id := uuid.Must(uuid.NewV7())
	testkit.Must(b.T, 0, store.Do(b.system, b.DB, func(tx *ent.Tx) error {
		return tx.Account.Create().SetID(id).SetUsername(id.String()).SetEmail(id.String()).SetEmailKey(id.String()).SetCreatedAt(clock.Now()).Exec(b.system)
	}))
	return id
}

// posting is one of an account's, made of debits and credits.
func (b *book) posting(key string, customer uuid.UUID, entries ...ledger.Entry) ledger.Posting {
	return ledger.Posting{Key: key, At: b.Business.Now(), Kind: ledger.Issue, Customer: customer, Entries: entries}
}

// issued is the posting of an invoice.
func (b *book) issued(customer uuid.UUID, net, vat money.Cents) ledger.Posting {
	return b.posting("issue:"+uuid.NewString(), customer,
		ledger.Debit(ledger.Receivable, net+vat), ledger.Credit(ledger.Revenue, net), ledger.Credit(ledger.VAT, vat))
}

// moved is a posting that gives a customer credit, or takes it.
func (b *book) moved(a ledger.Account, customer uuid.UUID, credit money.Cents) ledger.Posting {
	return b.posting("topup:"+uuid.NewString(), customer, ledger.Credit(a, credit), ledger.Debit(ledger.PayPal, credit))
}

// post posts in a transaction, as the ledger asks for it.
func (b *book) post(all ...ledger.Posting) (repeated []string, err error) {
	return store.InTx(b.system, b.DB, func(tx *ent.Tx) ([]string, error) {
		var ids []uuid.UUID
		for _, p := range all {
			ids = append(ids, p.Customer)
		}
		slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
		for _, id := range slices.Compact(ids) {
			if err := b.DB.Lock(b.system, tx, account.Table, id); err != nil {
				return nil, err
			}
		}
		if len(all) == 1 {
			again, err := b.Ledger.Post(b.system, tx, all[0])
			if again {
				repeated = []string{all[0].Key}
			}
			return repeated, err
		}
		return b.Ledger.PostAll(b.system, tx, all)
	})
}

func (b *book) mustPost(all ...ledger.Posting) {
	b.T.Helper()
	repeated, err := b.post(all...)
	if testkit.Must(b.T, repeated, err); len(repeated) > 0 {
		b.T.Fatalf("%v were there before", repeated)
	}
}

// dump is all that is in the book, or what postings with such entries have in it, beside
// balances.
func (b *book) dump(of ...predicate.LedgerEntry) (text string) {
	if len(of) > 0 {
		for _, p := range b.DB.Posting.Query().Where(posting.HasEntriesWith(of...)).WithEntries().Order(ent.Asc(posting.FieldID)).AllX(b.system) {
			text += fmt.Sprintln(p, p.Edges.Entries)
		}
		return text
	}
	for _, p := range b.DB.Posting.Query().Order(ent.Asc(posting.FieldID)).AllX(b.system) {
		text += fmt.Sprintln(p.ID, p.Key, p.Kind, p.Currency, p.OccurredAt.UTC())
	}
	for _, e := range b.DB.LedgerEntry.Query().Order(ent.Asc(ledgerentry.FieldID)).AllX(b.system) {
		text += e.String() + "\n"
	}
	for _, l := range b.DB.LedgerBalance.Query().AllX(b.system) {
		text += l.String() + "\n"
	}
	return text
}

func (b *book) balance(customer uuid.UUID, a ledger.Account) money.Cents {
	b.T.Helper()
	c, err := b.Ledger.Balance(b.system, customer, a)
	return testkit.Must(b.T, c, err)
}

// sound fails where the audit finds something.
func (b *book) sound() {
	b.T.Helper()
	faults, err := b.Ledger.Audit(b.system)
	if testkit.Must(b.T, faults, err); len(faults) > 0 {
		b.T.Fatalf("%v", faults)
	}
}
