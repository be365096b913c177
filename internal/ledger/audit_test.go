package ledger_test

import (
	"database/sql"
	"slices"
	"testing"

	"entgo.io/ent/dialect"

	"portico/ent"
	"portico/internal/ledger"
	"portico/internal/store"
	"portico/internal/testkit"
)

// tamper runs statements past everything that refuses them: triggers, foreign keys,
// checks, and the index of keys.
func (b *book) tamper(statements ...string) {
	b.T.Helper()
	if b.DB.Dialect() == dialect.Postgres {
		testkit.Must(b.T, 0, store.Do(b.system, b.DB, func(tx *ent.Tx) error {
			for _, s := range append([]string{
				"SET LOCAL session_replication_role = replica",
				"ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entry_holder, DROP CONSTRAINT ledger_entry_credit, DROP CONSTRAINT ledger_entry_balance",
				"ALTER TABLE postings DROP CONSTRAINT posting_key",
				"DROP INDEX postings_key_key",
			}, statements...) {
				_, err := tx.ExecContext(b.system, s)
				testkit.Must(b.T, 0, err)
			}
			return nil
		}))
		return
	}
	rows, err := b.DB.QueryContext(b.system, "SELECT file FROM pragma_database_list WHERE name = 'main'")
	testkit.Must(b.T, rows, err)
	var file string
	for rows.Next() {
		testkit.Must(b.T, 0, rows.Scan(&file))
	}
	testkit.Must(b.T, 0, rows.Close())
	db, err := sql.Open("sqlite3", file+"?_foreign_keys=0&_ignore_check_constraints=1")
	testkit.Must(b.T, db, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range append([]string{
		"DROP TRIGGER postings_refuse_update", "DROP TRIGGER postings_refuse_delete",
		"DROP TRIGGER ledger_entries_refuse_update", "DROP TRIGGER ledger_entries_refuse_delete",
		"DROP INDEX postings_key_key", "PRAGMA ignore_check_constraints = 1",
	}, statements...) {
		_, err := db.ExecContext(b.system, s)
		testkit.Must(b.T, 0, err)
	}
}

// found are the names of the faults, each once. That triggers are missing on SQLite is
// how a fault came in.
func (b *book) found() (names []string) {
	b.T.Helper()
	faults, err := b.Ledger.Audit(b.system)
	for _, f := range testkit.Must(b.T, faults, err) {
		if f.Subject == "" || f.Detail == "" {
			b.T.Errorf("%s", f)
		}
		if f.Name != ledger.FaultUnprotected && !slices.Contains(names, f.Name) {
			names = append(names, f.Name)
		}
	}
	return names
}

// Each fault is found, by its name, and no other is.
func TestAuditNamesFaults(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		statement string
		want      []string
	}{
		"a receivable with a cent more": {
			"UPDATE ledger_entries SET amount = amount + 1, balance = balance + 1 WHERE ledger_account = 'RECEIVABLE'",
			[]string{ledger.FaultUnbalanced, ledger.FaultBalance},
		},
		"revenue with a cent more": {"UPDATE ledger_entries SET amount = amount + 1 WHERE ledger_account = 'REVENUE'", []string{ledger.FaultUnbalanced}},
		"no entries of a posting": {
			"DELETE FROM ledger_entries WHERE posting_id IN (SELECT id FROM postings WHERE key = 'refund')", []string{ledger.FaultEmpty},
		},
		"entries without their posting": {"DELETE FROM postings WHERE key = 'refund'", []string{ledger.FaultStray}},
		"a balance that was changed":    {"UPDATE ledger_balances SET amount = amount + 1 WHERE ledger_account = 'RECEIVABLE'", []string{ledger.FaultBalance}},
		"a balance that is missing":     {"DELETE FROM ledger_balances WHERE ledger_account = 'RECEIVABLE'", []string{ledger.FaultBalance}},
		"a balance of nothing": {
			"UPDATE ledger_balances SET ledger_account = 'REFERRAL' WHERE ledger_account = 'RECEIVABLE'",
			[]string{ledger.FaultBalance, ledger.FaultNegative},
		},
		"what an entry notes":    {"UPDATE ledger_entries SET balance = balance - 1 WHERE amount = -500", []string{ledger.FaultAfter}},
		"an entry notes nothing": {"UPDATE ledger_entries SET balance = NULL WHERE amount = -500", []string{ledger.FaultAfter}},
		"more credit taken than there was": {
			"UPDATE ledger_entries SET amount = amount + CASE WHEN amount > 0 THEN 481 ELSE -481 END, balance = CASE WHEN account_id IS NULL THEN NULL ELSE balance + 481 END WHERE posting_id IN (SELECT id FROM postings WHERE key = 'taken')",
			[]string{ledger.FaultBalance, ledger.FaultNegative},
		},
		"a key twice": {"UPDATE postings SET key = 'taken' WHERE key = 'bought'", []string{ledger.FaultKey}},
		"no key":      {"UPDATE postings SET key = '' WHERE key = 'bought'", []string{ledger.FaultKey}},
		"revenue of a customer's": {
			"UPDATE ledger_entries SET account_id = (SELECT id FROM accounts), balance = amount WHERE ledger_account = 'REVENUE'",
			[]string{ledger.FaultBalance, ledger.FaultHolder},
		},
		"nothing": {"SELECT 1", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newBook(t)
			ada := b.customer()
			bought, taken := b.moved(ledger.Prepaid, ada, 500), b.moved(ledger.Prepaid, ada, -20)
			bought.Key, taken.Key = "bought", "taken"
			b.mustPost(b.issued(ada, 1000, 190), bought, taken, b.posting("refund", ada, ledger.Debit(ledger.Refunds, 5), ledger.Credit(ledger.Card, 5)))
			b.sound()
			b.tamper(c.statement)
			if got := b.found(); !slices.Equal(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

// A trigger that is missing is a fault by itself: what is in the book could be anything.
func TestL5_AuditFindsMissingTriggers(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	b.sound()
	all := map[string][]string{
		dialect.SQLite:   {"DROP TRIGGER postings_refuse_delete", "DROP TRIGGER ledger_entries_refuse_update"},
		dialect.Postgres: {"DROP TRIGGER postings_refuse_delete ON postings", "ALTER TABLE ledger_entries DISABLE TRIGGER ledger_entries_refuse_update"},
	}[b.DB.Dialect()]
	testkit.Must(t, 0, store.Do(b.system, b.DB, func(tx *ent.Tx) error {
		for _, s := range all {
			_, err := tx.ExecContext(b.system, s)
			testkit.Must(t, 0, err)
		}
		return nil
	}))
	faults, err := b.Ledger.Audit(b.system)
	if testkit.Must(t, faults, err); len(faults) != 2 || faults[0].Name != ledger.FaultUnprotected || faults[1].Subject != "ledger_entries.ledger_entries_refuse_update" {
		t.Errorf("%v", faults)
	}
}
