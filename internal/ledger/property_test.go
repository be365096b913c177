package ledger_test

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"portico/ent"
	"portico/ent/ledgerentry"
	"portico/ent/posting"
	"portico/ent/predicate"
	"portico/internal/ledger"
	"portico/internal/money"
	"portico/internal/store"
	"portico/internal/testkit"
)

// L1: whatever is asked for, what is posted sums to zero, and all that does is posted.
func TestL1_EntriesOfAPostingSumToZero(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada := b.customer()
	rapid.Check(t, func(t *rapid.T) {
		p := b.posting(uuid.NewString(), ada)
		amounts := rapid.OneOf(rapid.Int64Range(-3, 3), rapid.Int64Range(-1e12, 1e12), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64, 1 << 62, -1 << 62}))
		sum, fits := new(big.Int), true
		for range rapid.IntRange(0, 4).Draw(t, "entries") {
			e := ledger.Entry{Account: rapid.SampledFrom(everyone).Draw(t, "account"), Amount: money.Cents(amounts.Draw(t, "amount"))}
			p.Entries = append(p.Entries, e)
		}
		if rapid.Bool().Draw(t, "balance it") {
			rest := money.Cents(0)
			for _, e := range p.Entries {
				rest -= e.Amount
			}
			p.Entries = append(p.Entries, ledger.Entry{Account: rapid.SampledFrom(house).Draw(t, "last"), Amount: rest})
		}
		seen := map[ledger.Account]bool{}
		for _, e := range p.Entries {
			sum.Add(sum, big.NewInt(int64(e.Amount)))
			fits = fits && e.Amount != 0 && e.Amount > -1<<53 && e.Amount < 1<<53 && !seen[e.Account]
			seen[e.Account] = true
		}
		before := b.DB.Posting.Query().CountX(b.system)
		_, err := b.post(p)
		after := b.DB.Posting.Query().Where(posting.Key(p.Key)).WithEntries().AllX(b.system)
		want := len(p.Entries) > 0 && fits && sum.Sign() == 0
		short := errors.As(err, new(*ledger.InsufficientCreditError)) || errors.Is(err, money.ErrTooLarge)
		switch stored := len(after) == 1; {
		case stored != (err == nil), stored && !want, !stored && want && !short, b.DB.Posting.Query().CountX(b.system) != before+len(after):
			t.Fatalf("%v: %v, of %d", p.Entries, err, len(after))
		}
		for _, row := range after {
			total := int64(0)
			for _, e := range row.Edges.Entries {
				total += e.Amount
			}
			if total != 0 || len(row.Edges.Entries) != len(p.Entries) {
				t.Fatalf("%v sums to %d", row.Edges.Entries, total)
			}
		}
	})
	b.sound()
}

// A plan is what is asked of the ledger, step by step, and what must come of it.
type plan struct {
	*book
	t         *rapid.T
	customers []uuid.UUID
	// has is what each customer has on each account, on the account's own side.
	has map[string]money.Cents
}

func (b *book) plan(t *rapid.T) *plan {
	return &plan{b, t, []uuid.UUID{b.customer(), b.customer()}, map[string]money.Cents{}}
}

func place(customer uuid.UUID, a ledger.Account) string { return fmt.Sprint(customer, " ", a) }

// draw makes a posting that moves a customer's accounts, against one of the house.
func (p *plan) draw(least int64) ledger.Posting {
	made := p.posting(uuid.NewString(), rapid.SampledFrom(p.customers).Draw(p.t, "customer"))
	rest := money.Cents(0)
	for _, a := range rapid.SliceOfNDistinct(rapid.SampledFrom(customers), 1, 3, rapid.ID[ledger.Account]).Draw(p.t, "accounts") {
		amount := money.Cents(rapid.Int64Range(least, 100).Filter(func(n int64) bool { return n != 0 }).Draw(p.t, "amount"))
		e := ledger.Credit(a, amount)
		if a == ledger.Receivable {
			e = ledger.Debit(a, amount)
		}
		made.Entries = append(made.Entries, e)
		rest -= e.Amount
	}
	if rest != 0 {
		made.Entries = append(made.Entries, ledger.Entry{Account: rapid.SampledFrom(house).Draw(p.t, "against"), Amount: rest})
	}
	return made
}

// apply tells what the customers have after some postings, and by how much the first
// credit that doesn't suffice falls short.
func (p *plan) apply(all []ledger.Posting) (has map[string]money.Cents, missing money.Cents) {
	has = maps.Clone(p.has)
	for _, made := range all {
		for _, e := range made.Entries {
			switch at := place(made.Customer, e.Account); {
			case e.Account == ledger.Receivable:
				has[at] += e.Amount
			case slices.Contains(customers, e.Account):
				if has[at] -= e.Amount; has[at] < 0 {
					return p.has, -has[at]
				}
			}
		}
	}
	return has, 0
}

// step posts, and checks what came of it.
func (p *plan) step(all []ledger.Posting) {
	has, missing := p.apply(all)
	_, err := p.post(all...)
	short := &ledger.InsufficientCreditError{}
	if errors.As(err, &short) != (missing > 0) || short.Missing != missing || err != nil && missing == 0 {
		p.t.Fatalf("%v: %v, missing %d", all, err, missing)
	}
	p.has = has
	for _, c := range p.customers {
		for _, a := range customers {
			if got := p.balance(c, a); got != has[place(c, a)] {
				p.t.Fatalf("%s of %s: %d, want %d", a, c, got, has[place(c, a)])
			}
		}
	}
}

func (p *plan) several(least int64) (all []ledger.Posting) {
	for range rapid.IntRange(1, 4).Draw(p.t, "postings") {
		all = append(all, p.draw(least))
	}
	return all
}

// L2: after each step, a balance is the sum of its entries, and so is what each entry
// notes about it.
func TestL2_BalancesAreTheSumsOfTheirEntries(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	rapid.Check(t, func(t *rapid.T) {
		p := b.plan(t)
		for range rapid.IntRange(1, 5).Draw(t, "steps") {
			p.step(p.several(-20))
			for _, c := range p.customers {
				sums := map[ledger.Account]money.Cents{}
				for _, e := range b.DB.LedgerEntry.Query().Where(ledgerentry.AccountID(c)).Order(ent.Asc(ledgerentry.FieldID)).AllX(b.system) {
					a := ledger.Account(e.LedgerAccount)
					if sums[a] += ledger.Change(e); ledger.After(e) != sums[a] {
						t.Fatalf("%v: the sum is %d", e, sums[a])
					}
				}
				for _, a := range customers {
					if got := b.balance(c, a); got != sums[a] {
						t.Fatalf("%s: %d, entries %d", a, got, sums[a])
					}
				}
			}
		}
	})
	b.sound()
}

// L3: no credit goes below zero, not even between two postings of one statement; the
// error says by how much, and nothing has changed.
func TestL3_NoCreditIsNegative(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	refused := 0
	rapid.Check(t, func(t *rapid.T) {
		p := b.plan(t)
		for range rapid.IntRange(1, 5).Draw(t, "steps") {
			all := p.several(-100)
			if _, missing := p.apply(all); missing > 0 {
				refused++
			}
			p.step(all)
		}
	})
	if refused == 0 {
		t.Error("there was credit for everything")
	}
	b.sound()
}

// L4: a key is posted once. Repeating it with the same entries, in whatever order and
// company, changes nothing; with others, it is refused.
func TestL4_AKeyIsPostedOnce(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	rapid.Check(t, func(t *rapid.T) {
		ada, run := b.customer(), uuid.NewString()
		known, of := map[string]int64{}, []predicate.LedgerEntry{ledgerentry.AccountID(ada)}
		for range rapid.IntRange(2, 6).Draw(t, "steps") {
			var all []ledger.Posting
			now, repeats, conflict := maps.Clone(known), 0, false
			for range rapid.IntRange(1, 3).Draw(t, "postings") {
				key, net := run+rapid.SampledFrom([]string{":a", ":b", ":c", ":d"}).Draw(t, "key"), rapid.Int64Range(1, 2).Draw(t, "net")
				entries := rapid.Permutation([]ledger.Entry{
					ledger.Debit(ledger.Receivable, money.Cents(net+1)), ledger.Credit(ledger.Revenue, money.Cents(net)), ledger.Credit(ledger.VAT, 1),
				}).Draw(t, "entries")
				all = append(all, b.posting(key, ada, entries...))
				switch was := now[key]; was {
				case 0:
					now[key] = net
				case net:
					repeats++
				default:
					conflict = true
				}
			}
			before := b.dump(of...)
			repeated, err := b.post(all...)
			switch {
			case conflict != errors.Is(err, ledger.ErrKeyReused), !conflict && (err != nil || len(repeated) != repeats):
				t.Fatalf("%v: %v repeated, %v; want %d, conflict %v", all, repeated, err, repeats, conflict)
			case (conflict || len(now) == len(known)) && b.dump(of...) != before:
				t.Fatalf("it changed\n%sto\n%s", before, b.dump(of...))
			}
			if !conflict {
				known = now
			}
			var owed money.Cents
			for _, net := range known {
				owed += money.Cents(net + 1)
			}
			if got := b.balance(ada, ledger.Receivable); got != owed {
				t.Fatalf("%d is owed, want %d", got, owed)
			}
		}
	})
	b.sound()
}

// L5: nothing changes or removes what was posted.
func TestL5_WhatWasPostedNeverChanges(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada := b.customer()
	b.mustPost(b.issued(ada, 1000, 190), b.moved(ledger.Prepaid, ada, 500), b.moved(ledger.Prepaid, ada, -20))
	columns := map[string][]string{
		"postings":       {"id", "key", "kind", "currency", "occurred_at"},
		"ledger_entries": {"id", "posting_id", "ledger_account", "account_id", "amount", "balance"},
	}
	ways := []string{"UPDATE %[1]s SET %[2]s = %[2]s", "UPDATE %[1]s SET %[2]s = %[2]s WHERE %[2]s IS NOT NULL", "DELETE FROM %[1]s", "DELETE FROM %[1]s WHERE %[2]s IS NOT NULL"}
	switch b.DB.Dialect() {
	case dialect.Postgres:
		ways = append(ways, "TRUNCATE %[1]s CASCADE", "INSERT INTO %[1]s SELECT * FROM %[1]s ON CONFLICT (id) DO UPDATE SET %[2]s = EXCLUDED.%[2]s")
	default:
		ways = append(ways, "INSERT OR REPLACE INTO %[1]s SELECT * FROM %[1]s", "UPDATE OR REPLACE %[1]s SET %[2]s = %[2]s",
			"INSERT INTO %[1]s SELECT * FROM %[1]s WHERE true ON CONFLICT (id) DO UPDATE SET %[2]s = excluded.%[2]s")
	}
	before := b.dump()
	rapid.Check(t, func(t *rapid.T) {
		table := rapid.SampledFrom(slices.Sorted(maps.Keys(columns))).Draw(t, "table")
		statement := fmt.Sprintf(rapid.SampledFrom(ways).Draw(t, "way"), table, rapid.SampledFrom(columns[table]).Draw(t, "column"))
		err := store.Do(b.system, b.DB, func(tx *ent.Tx) error { _, err := tx.ExecContext(b.system, statement); return err })
		if err == nil || !strings.Contains(err.Error(), "what was posted never changes") {
			t.Fatalf("%s: %v", statement, err)
		}
		if after := b.dump(); after != before {
			t.Fatalf("%s changed\n%sto\n%s", statement, before, after)
		}
	})
	testkit.Must(t, 0, store.Do(b.system, b.DB, func(tx *ent.Tx) error { // and the balances do
		return tx.LedgerBalance.Update().AddAmount(0).Exec(b.system)
	}))
	b.sound()
}
