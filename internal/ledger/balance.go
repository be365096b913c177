package ledger

import (
	"context"
	"fmt"
	"strconv"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/ledgerbalance"
	"portico/ent/ledgerentry"
	"portico/internal/money"
	"portico/internal/page"
)

// Balance is what a customer owes, or has as credit, on one of the customers' accounts;
// a credit is never below zero.
func (l Ledger) Balance(ctx context.Context, customer uuid.UUID, a Account) (money.Cents, error) {
	return balance(ctx, l.DB.LedgerBalance, customer, a)
}

// BalanceIn is the same within a transaction that has locked the account, with what was
// posted in it.
func (l Ledger) BalanceIn(ctx context.Context, tx *ent.Tx, customer uuid.UUID, a Account) (money.Cents, error) {
	return balance(ctx, tx.LedgerBalance, customer, a)
}

func balance(ctx context.Context, c *ent.LedgerBalanceClient, customer uuid.UUID, a Account) (money.Cents, error) {
	row, err := c.Query().Where(ledgerbalance.AccountID(customer), ledgerbalance.LedgerAccountEQ(ledgerbalance.LedgerAccount(a))).Only(ctx)
	if ent.IsNotFound(err) {
		return 0, nil
	} else if err != nil {
		return 0, fmt.Errorf("read balance: %w", err)
	}
	return a.natural(money.Cents(row.Amount)), nil
}

// House is what the house has, owes, earned, or spent on one of its accounts. It sums up
// all entries, and nobody but the platform sees them.
func (l Ledger) House(ctx context.Context, a Account) (money.Cents, error) {
	var sums []struct {
		Sum *int64 `json:"sum"`
	}
	err := l.DB.LedgerEntry.Query().Where(ledgerentry.AccountIDIsNil(), ledgerentry.LedgerAccountEQ(ledgerentry.LedgerAccount(a))).
		Aggregate(ent.As(ent.Sum(ledgerentry.FieldAmount), "sum")).Scan(ctx, &sums)
	if err != nil {
		return 0, fmt.Errorf("sum up entries: %w", err)
	}
	if len(sums) == 0 || sums[0].Sum == nil {
		return 0, nil
	}
	return a.natural(money.Cents(*sums[0].Sum)), nil
}

// Entries is a page of a customer's entries on one ledger account, newest first, each
// with its posting.
func (l Ledger) Entries(ctx context.Context, customer uuid.UUID, a Account, args page.Args) (*page.Connection[*ent.LedgerEntry], error) {
	q := l.DB.LedgerEntry.Query().WithPosting().
		Where(ledgerentry.AccountID(customer), ledgerentry.LedgerAccountEQ(ledgerentry.LedgerAccount(a)))
	return page.List(ctx, q, newest, args)
}

// newest sorts entries by ID: those of a customer get theirs while the account is locked.
var newest = page.Order[*ent.LedgerEntry]{
	Key:   page.Key{List: "ledger", Column: ledgerentry.FieldID, Desc: true},
	Parse: func(text string) (any, error) { return strconv.ParseInt(text, 10, 64) },
	Value: func(e *ent.LedgerEntry) string { return strconv.FormatInt(e.ID, 10) },
}

// Change is what an entry adds to its account, on the account's own side: below zero, it
// takes.
func Change(e *ent.LedgerEntry) money.Cents {
	return Account(e.LedgerAccount).natural(money.Cents(e.Amount))
}

// After is the balance of the customer's account after an entry, on its own side.
func After(e *ent.LedgerEntry) money.Cents {
	if e.Balance == nil {
		return 0
	}
	return Account(e.LedgerAccount).natural(money.Cents(*e.Balance))
}
