package versions_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"testing"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"

	"portico/ent/migrate/versions"
	"portico/internal/testkit"
)

func names(t *testing.T, dialect string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dialect)
	for _, e := range testkit.Must(t, entries, err) {
		if filepath.Ext(e.Name()) == ".sql" {
			names = append(names, e.Name())
		}
	}
	return names
}

// A version is one change to the data, whatever the database.
func TestBothDialectsHaveTheSameVersions(t *testing.T) {
	t.Parallel()
	if sqlite, postgres := names(t, "sqlite"), names(t, "postgres"); !slices.Equal(sqlite, postgres) || len(sqlite) == 0 {
		t.Errorf("sqlite has %v, postgres %v: write migrations with `make migration name=…`", sqlite, postgres)
	}
}

func TestUpAppliesWhatIsPending(t *testing.T) {
	t.Parallel()
	db, err := sql.Open("sqlite3", filepath.Join(t.TempDir(), "a.db"))
	testkit.Must(t, db, err)
	defer db.Close()
	for _, want := range []bool{true, false} {
		if pending, err := versions.Pending(t.Context(), "sqlite", db); pending != want || err != nil {
			t.Errorf("pending: %v, %v", pending, err)
		}
		n, err := versions.Up(t.Context(), "sqlite", db)
		if (n == len(names(t, "sqlite"))) != want || err != nil {
			t.Errorf("%d applied, %v", n, err)
		}
	}
	if _, err := versions.Up(t.Context(), "mysql", db); err == nil {
		t.Error("there is a third dialect")
	}
}
