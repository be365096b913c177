package auth_test

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"github.com/google/uuid"

	"portico/internal/testkit"
)

// search looks for the canaries in every column of every table, and for rows of
// the account in every table that has an owner; it tells where something is.
func search(t *testing.T, w *testkit.World, me uuid.UUID) map[string]string {
	t.Helper()
	found := map[string]string{}
	all := tables(t, w)
	if len(all) < 20 {
		t.Fatalf("only %v are tables", all)
	}
	for _, table := range all {
		w.EachRow(table, func(columns []string, cells []any) {
			for i, c := range cells {
				text := strings.ToLower(textOf(c))
				for _, canary := range canaries {
					if strings.Contains(text, canary) {
						found[canary] += table + "." + columns[i] + " "
					}
				}
				if slices.Contains([]string{"account_id", "from_id", "to_id"}, columns[i]) && isID(c, me) && stays[table] == "" {
					found["a row of hers"] += table + " "
				}
			}
		})
	}
	return found
}

// stays are the tables whose rows of an account outlive it, each with the reason.
var stays = map[string]string{
	"events":          "what happened did, and is told under the pseudonym",
	"streams":         "events are in it",
	"ledger_entries":  "the law asks for the book: invoices and what was paid for them stay, and carry no name",
	"ledger_balances": "sums of the entries",
}

func textOf(cell any) string {
	if b, ok := cell.([]byte); ok {
		return string(b)
	}
	return fmt.Sprint(cell)
}

func isID(cell any, id uuid.UUID) bool {
	var got uuid.UUID
	return got.Scan(cell) == nil && got == id
}

func tables(t *testing.T, w *testkit.World) (names []string) {
	t.Helper()
	query := `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
	if w.DB.Dialect() == dialect.Postgres {
		query = `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`
	}
	rows, err := w.DB.QueryContext(t.Context(), query)
	testkit.Must(t, rows, err)
	defer rows.Close()
	for rows.Next() {
		var name sql.NullString
		testkit.Must(t, 0, rows.Scan(&name))
		names = append(names, name.String)
	}
	return names
}
