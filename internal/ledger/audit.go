package ledger

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"

	"portico/ent/privacy"
	"portico/internal/viewer"
)

// A Fault is something in the book that must not be.
type Fault struct {
	// Name is what is wrong, beginning with the invariant that is broken.
	Name string
	// Subject is the posting's key, the entry's ID, or the customer's account.
	Subject string
	// Detail is what was found.
	Detail string
}

func (f Fault) String() string { return f.Name + ": " + f.Subject + ": " + f.Detail }

// The names of faults.
const (
	FaultUnbalanced  = "L1 entries don't sum to zero"
	FaultEmpty       = "L1 posting without entries"
	FaultStray       = "L1 entry without a posting"
	FaultBalance     = "L2 balance is not the sum of the entries"
	FaultAfter       = "L2 balance after an entry is not the sum so far"
	FaultNegative    = "L3 credit below zero"
	FaultKey         = "L4 key posted twice, or empty"
	FaultUnprotected = "L5 trigger is missing"
	FaultHolder      = "entry of nobody, or of somebody on an account of the house"
)

// An examination finds the faults of one name: a statement with a subject and a detail in
// each row.
type examination struct{ name, statement string }

// The statements are the same for both databases. Each reads the whole book once.
var examinations = []examination{
	{FaultUnbalanced, `
		SELECT p.key, 'the sum is ' || CAST(SUM(e.amount) AS TEXT)
		FROM postings p JOIN ledger_entries e ON e.posting_id = p.id
		GROUP BY p.id, p.key HAVING SUM(e.amount) <> 0 ORDER BY p.key`},
	{FaultEmpty, `
		SELECT p.key, 'posted at ' || CAST(p.occurred_at AS TEXT)
		FROM postings p WHERE NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.posting_id = p.id) ORDER BY p.key`},
	{FaultStray, `
		SELECT CAST(e.id AS TEXT), 'posting ' || CAST(e.posting_id AS TEXT)
		FROM ledger_entries e WHERE NOT EXISTS (SELECT 1 FROM postings p WHERE p.id = e.posting_id) ORDER BY e.id`},
	{FaultBalance, `
		SELECT CAST(account_id AS TEXT) || ' ' || ledger_account, 'kept ' || CAST(SUM(kept) AS TEXT) || ', entries ' || CAST(SUM(entered) AS TEXT)
		FROM (
			SELECT account_id, ledger_account, amount AS entered, 0 AS kept FROM ledger_entries WHERE account_id IS NOT NULL
			UNION ALL
			SELECT account_id, ledger_account, 0, amount FROM ledger_balances
		) b
		GROUP BY account_id, ledger_account HAVING SUM(entered) <> SUM(kept) ORDER BY 1`},
	{FaultAfter, `
		SELECT CAST(id AS TEXT), 'noted ' || COALESCE(CAST(balance AS TEXT), 'nothing') || ', entries ' || CAST(so_far AS TEXT)
		FROM (
			SELECT id, balance, SUM(amount) OVER (PARTITION BY account_id, ledger_account ORDER BY id) AS so_far
			FROM ledger_entries WHERE account_id IS NOT NULL
		) e
		WHERE so_far <> balance OR balance IS NULL ORDER BY id`},
	{FaultNegative, `
		SELECT CAST(account_id AS TEXT) || ' ' || ledger_account, 'now, by ' || CAST(amount AS TEXT)
		FROM ledger_balances WHERE ledger_account <> 'RECEIVABLE' AND amount > 0
		UNION ALL
		SELECT CAST(account_id AS TEXT) || ' ' || ledger_account, 'after entry ' || CAST(id AS TEXT) || ', by ' || CAST(so_far AS TEXT)
		FROM (
			SELECT id, account_id, ledger_account, SUM(amount) OVER (PARTITION BY account_id, ledger_account ORDER BY id) AS so_far
			FROM ledger_entries WHERE ledger_account IN ('PREPAID', 'REFERRAL')
		) e
		WHERE so_far > 0 ORDER BY 1`},
	{FaultKey, `
		SELECT CASE key WHEN '' THEN 'no key' ELSE key END, CAST(COUNT(*) AS TEXT) || ' postings' FROM postings GROUP BY key HAVING COUNT(*) > 1 OR key = '' ORDER BY key`},
	{FaultHolder, `
		SELECT CAST(id AS TEXT), ledger_account FROM ledger_entries
		WHERE (account_id IS NULL) = (ledger_account IN ('RECEIVABLE', 'PREPAID', 'REFERRAL')) ORDER BY id`},
}

// Audit computes everything again from the entries and returns what is wrong: nothing,
// hopefully. Each statement sees the book as of one instant, so nobody has to wait
// meanwhile. It reads past ent, so only the platform may call it.
func (l Ledger) Audit(ctx context.Context) ([]Fault, error) {
	if v, _ := viewer.From(ctx); !v.System {
		return nil, privacy.Denyf("audit the ledger")
	}
	var all []Fault
	for _, x := range examinations {
		err := l.rows(ctx, x.statement, func(subject, detail string) { all = append(all, Fault{x.name, subject, detail}) })
		if err != nil {
			return nil, fmt.Errorf("audit %q: %w", x.name, err)
		}
	}
	unprotected, err := l.unprotected(ctx)
	if err != nil {
		return nil, fmt.Errorf("audit %q: %w", FaultUnprotected, err)
	}
	return append(all, unprotected...), nil
}

// Triggers that refuse to change what was posted, by their names in both databases (L5).
var protected = []string{
	"postings.postings_refuse_update", "postings.postings_refuse_delete",
	"ledger_entries.ledger_entries_refuse_update", "ledger_entries.ledger_entries_refuse_delete",
}

var triggers = map[string]string{
	dialect.SQLite: `SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'`,
	dialect.Postgres: `
		SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
		WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')`,
}

func (l Ledger) unprotected(ctx context.Context) (all []Fault, err error) {
	var there []string
	err = l.rows(ctx, triggers[l.DB.Dialect()], func(table, name string) { there = append(there, table+"."+name) })
	for _, t := range protected {
		if err == nil && !slices.Contains(there, t) {
			all = append(all, Fault{FaultUnprotected, t, "what was posted can be changed"})
		}
	}
	return all, err
}

// rows reads rows of two texts.
func (l Ledger) rows(ctx context.Context, statement string, do func(a, b string)) error {
	rows, err := l.DB.QueryContext(ctx, statement)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var a, b string
		if err := rows.Scan(&a, &b); err != nil {
			return err
		}
		do(a, b)
	}
	return rows.Err()
}
