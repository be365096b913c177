package ledger

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/ledgerbalance"
	"portico/ent/ledgerentry"
	"portico/ent/posting"
	"portico/internal/clock"
	"portico/internal/money"
	"portico/internal/viewer"
)

// Post writes a posting and moves the balances of its customer, whose account the caller
// has locked. Nothing is written where the same was posted under its key before; something
// else under it is [ErrKeyReused]. Where a credit doesn't suffice, the error is an
// [InsufficientCreditError]. After an error, the transaction must be rolled back, or the
// savepoint.
//
// It writes past ent, in three statements.
func (l Ledger) Post(ctx context.Context, tx *ent.Tx, p Posting) (repeated bool, err error) {
	again, err := l.PostAll(ctx, tx, []Posting{p})
	return len(again) > 0, err
}

// PostAll posts many in the statements of one, and returns the keys of those that were
// posted before. They are posted in their order: a credit can be used after it was
// bought. The caller has locked the accounts of all customers.
func (l Ledger) PostAll(ctx context.Context, tx *ent.Tx, all []Posting) (repeated []string, err error) {
	all, repeated, err = distinct(all)
	if err != nil {
		return nil, err
	}
	for some := range slices.Chunk(all, postedAtATime) {
		again, err := l.post(ctx, tx, some)
		if err != nil {
			return nil, err
		}
		repeated = append(repeated, again...)
	}
	return repeated, nil
}

// A statement takes 32,766 variables on SQLite and 65,535 on PostgreSQL; a row has up to
// six.
const (
	postedAtATime   = 1000
	insertedAtATime = 5000
)

// distinct checks postings, and leaves out those that are there twice.
func distinct(all []Posting) (once []Posting, repeated []string, err error) {
	known := make(map[string]Posting, len(all))
	for _, p := range all {
		if err := p.check(); err != nil {
			return nil, nil, fmt.Errorf("post %s: %w", p.Key, err)
		}
		if first, there := known[p.Key]; !there {
			known[p.Key], once = p, append(once, p)
		} else if first.fingerprint() != p.fingerprint() {
			return nil, nil, fmt.Errorf("post %s: %w", p.Key, ErrKeyReused)
		} else {
			repeated = append(repeated, p.Key)
		}
	}
	return once, repeated, nil
}

// post posts as many as fit into a statement.
func (l Ledger) post(ctx context.Context, tx *ent.Tx, all []Posting) (repeated []string, err error) {
	ids, err := l.insertPostings(ctx, tx, all)
	if err != nil {
		return nil, err
	}
	added := slices.DeleteFunc(slices.Clone(all), func(p Posting) bool { return ids[p.Key] == uuid.Nil })
	if len(added) < len(all) {
		known := slices.DeleteFunc(slices.Clone(all), func(p Posting) bool { return ids[p.Key] != uuid.Nil })
		if repeated, err = compare(ctx, tx, known); err != nil {
			return nil, err
		}
	}
	balances, err := l.moveBalances(ctx, tx, added)
	if err != nil {
		return nil, err
	}
	rows, err := rowsOf(added, ids, balances)
	if err != nil {
		return nil, err
	}
	return repeated, l.insertEntries(ctx, tx, rows)
}

// insertPostings inserts those whose keys are new, and returns their IDs by key. Whoever
// posts the same key at the same time waits here for the commit of the first.
func (l Ledger) insertPostings(ctx context.Context, tx *ent.Tx, all []Posting) (map[string]uuid.UUID, error) {
	made := make(map[string]uuid.UUID, len(all))
	b := entsql.Dialect(l.DB.Dialect()).Insert(posting.Table).
		Columns(posting.FieldID, posting.FieldKey, posting.FieldKind, posting.FieldCurrency, posting.FieldOccurredAt).
		OnConflict(entsql.ConflictColumns(posting.FieldKey), entsql.DoNothing()).Returning(posting.FieldKey)
	for _, p := range all {
		made[p.Key] = uuid.Must(uuid.NewV7())
		b.Values(made[p.Key], p.Key, string(p.Kind), string(money.EUR), clock.Stored(p.At))
	}
	ids := make(map[string]uuid.UUID, len(all))
	var key string
	err := each(ctx, tx, b, func() { ids[key] = made[key] }, &key)
	if err != nil {
		return nil, fmt.Errorf("insert postings: %w", err)
	}
	return ids, nil
}

// compare returns the keys of postings that were posted before, unless something else was
// posted under one of them (L4).
func compare(ctx context.Context, tx *ent.Tx, all []Posting) ([]string, error) {
	keys := make([]string, len(all))
	for i, p := range all {
		keys[i] = p.Key
	}
	rows, err := tx.Posting.Query().Where(posting.KeyIn(keys...)).WithEntries().All(viewer.AsSystem(ctx))
	if err != nil {
		return nil, fmt.Errorf("find postings: %w", err)
	}
	stored := make(map[string]string, len(rows))
	for _, r := range rows {
		stored[r.Key] = fingerprintOf(r)
	}
	for _, p := range all {
		if stored[p.Key] != p.fingerprint() {
			return nil, fmt.Errorf("post %s: %w", p.Key, ErrKeyReused)
		}
	}
	return keys, nil
}

// fingerprint is what two postings of a key have in common. The time is not: a command
// is repeated later.
func (p Posting) fingerprint() string {
	all := make([]string, len(p.Entries))
	for i, e := range p.Entries {
		holder := uuid.Nil
		if e.Account.customers() {
			holder = p.Customer
		}
		all[i] = fmt.Sprint(e.Account, holder, int64(e.Amount))
	}
	slices.Sort(all)
	return fmt.Sprint(p.Kind, all)
}

func fingerprintOf(row *ent.Posting) string {
	all := make([]string, len(row.Edges.Entries))
	for i, e := range row.Edges.Entries {
		holder := uuid.Nil
		if e.AccountID != nil {
			holder = *e.AccountID
		}
		all[i] = fmt.Sprint(e.LedgerAccount, holder, e.Amount)
	}
	slices.Sort(all)
	return fmt.Sprint(row.Kind, all)
}

// A holder is a customer's ledger account.
type holder struct {
	customer uuid.UUID
	account  Account
}

// moveBalances moves the cached balances, and returns what they were before (L2). The
// rows stay locked until the commit, in the same order everywhere.
func (l Ledger) moveBalances(ctx context.Context, tx *ent.Tx, all []Posting) (map[holder]money.Cents, error) {
	moved := map[holder]money.Cents{}
	for _, p := range all {
		for _, e := range p.Entries {
			if e.Account.customers() {
				moved[holder{p.Customer, e.Account}] += e.Amount // 1,000 times 52 bits at most
			}
		}
	}
	inOrder := slices.SortedFunc(maps.Keys(moved), func(a, b holder) int {
		return cmp.Or(bytes.Compare(a.customer[:], b.customer[:]), cmp.Compare(a.account, b.account))
	})
	before := make(map[holder]money.Cents, len(moved))
	for some := range slices.Chunk(inOrder, insertedAtATime) {
		b := entsql.Dialect(l.DB.Dialect()).Insert(ledgerbalance.Table).
			Columns(ledgerbalance.FieldAccountID, ledgerbalance.FieldLedgerAccount, ledgerbalance.FieldCurrency, ledgerbalance.FieldAmount).
			OnConflict(entsql.ConflictColumns(ledgerbalance.FieldAccountID, ledgerbalance.FieldLedgerAccount), entsql.ResolveWith(func(u *entsql.UpdateSet) {
				u.Set(ledgerbalance.FieldAmount, entsql.Expr("ledger_balances.amount + excluded.amount"))
			})).Returning(ledgerbalance.FieldAccountID, ledgerbalance.FieldLedgerAccount, ledgerbalance.FieldAmount)
		for _, h := range some {
			b.Values(h.customer, string(h.account), string(money.EUR), int64(moved[h]))
		}
		var h holder
		var amount int64
		err := each(ctx, tx, b, func() { before[h] = money.Cents(amount) - moved[h] }, &h.customer, &h.account, &amount)
		if err != nil {
			return nil, fmt.Errorf("move balances: %w", err)
		}
	}
	return before, nil
}

// rowsOf are the rows of the entries of new postings, each with the balance after it, of
// which no credit is below nothing (L3).
func rowsOf(all []Posting, ids map[string]uuid.UUID, balances map[holder]money.Cents) (rows [][]any, err error) {
	for _, p := range all {
		for _, e := range p.Entries {
			if !e.Account.customers() {
				rows = append(rows, []any{ids[p.Key], string(e.Account), nil, int64(e.Amount), nil})
				continue
			}
			h := holder{p.Customer, e.Account}
			balances[h] += e.Amount
			switch after := balances[h]; {
			case e.Account.Credit() && after > 0:
				return nil, &InsufficientCreditError{Key: p.Key, Customer: p.Customer, Account: e.Account, Missing: after}
			case after > largest || after < -largest:
				return nil, fmt.Errorf("post %s: %w", p.Key, money.ErrTooLarge)
			}
			rows = append(rows, []any{ids[p.Key], string(e.Account), p.Customer, int64(e.Amount), int64(balances[h])})
		}
	}
	return rows, nil
}

func (l Ledger) insertEntries(ctx context.Context, tx *ent.Tx, rows [][]any) error {
	for some := range slices.Chunk(rows, insertedAtATime) {
		b := entsql.Dialect(l.DB.Dialect()).Insert(ledgerentry.Table).
			Columns(ledgerentry.FieldPostingID, ledgerentry.FieldLedgerAccount, ledgerentry.FieldAccountID, ledgerentry.FieldAmount, ledgerentry.FieldBalance)
		for _, r := range some {
			b.Values(r...)
		}
		query, args := b.Query()
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("insert entries: %w", err)
		}
	}
	return nil
}

// each runs a statement and scans every row that it returns into the same places.
func each(ctx context.Context, tx *ent.Tx, b entsql.Querier, do func(), to ...any) error {
	query, args := b.Query()
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(to...); err != nil {
			return err
		}
		do()
	}
	return rows.Err()
}
