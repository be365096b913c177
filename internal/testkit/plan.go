package testkit

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"portico/internal/store"
)

// CheckReads fails where a statement's cost grows with the size of a table: on
// SQLite, where its query plan scans one instead of searching an index; on
// PostgreSQL, which plans by statistics, where it reads more than limit rows.
func CheckReads(t testing.TB, db *store.DB, s Statement, limit int) {
	t.Helper()
	if db.Dialect() == "postgres" {
		if plan := analyze(t, db, s); plan.rows() > limit {
			t.Errorf("%d rows read, want at most %d:\n%s\n%s", plan.rows(), limit, s, plan.text("  "))
		}
		return
	}
	steps := QueryPlan(t, db, s)
	for _, step := range steps {
		if m := scans.FindStringSubmatch(step); m != nil && !slices.ContainsFunc(steps, func(s string) bool { return makes(s, m[1]) }) {
			t.Errorf("%s:\n%s\n  %s", step, s, strings.Join(steps, "\n  "))
		}
	}
}

// scans matches a step that reads a whole table, or a whole index, by its name.
var scans = regexp.MustCompile(`^SCAN (\w+)`)

// makes reports whether a step makes the rows of a subquery, which is no table,
// or says that there is none to read.
func makes(step, name string) bool {
	return step == "CO-ROUTINE "+name || step == "MATERIALIZE "+name || name == "CONSTANT"
}

// QueryPlan is how SQLite runs a statement, step by step.
func QueryPlan(t testing.TB, db *store.DB, s Statement) (steps []string) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+s.SQL, s.Args...)
	Must(t, rows, err)
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var detail string
		Must(t, 0, rows.Scan(&id, &parent, &unused, &detail))
		steps = append(steps, detail)
	}
	return Must(t, steps, rows.Err())
}

// A node is a step of PostgreSQL's plan, with what it did.
type node struct {
	Type      string  `json:"Node Type"`
	Relation  string  `json:"Relation Name"`
	Index     string  `json:"Index Name"`
	Condition string  `json:"Index Cond"`
	Filter    string  `json:"Filter"`
	Rows      float64 `json:"Actual Rows"`
	Filtered  float64 `json:"Rows Removed by Filter"`
	Rechecked float64 `json:"Rows Removed by Index Recheck"`
	Loops     float64 `json:"Actual Loops"`
	Plans     []node
}

// analyze runs a statement, undoes it, and tells what it did. A test's tables
// are so small that reading all of one is often cheapest: that is discouraged,
// so that the plan is the one for large tables.
func analyze(t testing.TB, db *store.DB, s Statement) node {
	t.Helper()
	tx, err := db.BeginTx(t.Context(), nil)
	Must(t, tx, err)
	defer func() { _ = tx.Rollback() }()
	_, err = tx.ExecContext(t.Context(), "SET LOCAL enable_seqscan = off")
	Must(t, 0, err)
	rows, err := tx.QueryContext(t.Context(), "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) "+s.SQL, s.Args...)
	Must(t, rows, err)
	defer rows.Close()
	var text []byte
	for rows.Next() {
		Must(t, 0, rows.Scan(&text))
	}
	var plans []struct{ Plan node }
	Must(t, 0, rows.Err())
	Must(t, 0, json.Unmarshal(text, &plans))
	return plans[0].Plan
}

// rows is how many rows of tables and indexes were read, wanted or not.
func (n node) rows() int {
	read := 0
	if strings.HasSuffix(n.Type, "Scan") && (n.Relation != "" || n.Index != "") {
		read = int((n.Rows + n.Filtered + n.Rechecked) * n.Loops)
	}
	for _, p := range n.Plans {
		read += p.rows()
	}
	return read
}

func (n node) text(indent string) string {
	s := fmt.Sprintf("%s%s %s %s %s %s: %v rows, %v filtered, %v times\n", indent, n.Type, n.Relation, n.Index, n.Condition, n.Filter, n.Rows, n.Filtered, n.Loops)
	for _, p := range n.Plans {
		s += p.text(indent + "  ")
	}
	return s
}
