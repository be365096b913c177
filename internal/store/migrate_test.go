package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/pressly/goose/v3"

	"portico/ent"
	"portico/internal/clock"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func TestMigrateTwiceIsOnce(t *testing.T) {
	t.Parallel()
	url := testkit.URL(t) // migrated already
	for range 2 {
		if n, err := store.Migrate(t.Context(), url); n != 0 || err != nil {
			t.Errorf("%d migrations applied, %v", n, err)
		}
	}
	path := filepath.Join(t.TempDir(), "new.db")
	if n, err := store.Migrate(t.Context(), path); n == 0 || err != nil {
		t.Errorf("%d migrations applied, %v", n, err)
	}
	if n, err := store.Migrate(t.Context(), path); n != 0 || err != nil {
		t.Errorf("%d migrations applied again, %v", n, err)
	}
}

func TestChildrenSurviveTheRebuildOfTheirParent(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	n, err := store.Migrate(t.Context(), path)
	testkit.Must(t, n, err)
	ctx := viewer.AsSystem(t.Context())
	db, err := store.Open(ctx, store.Config{URL: path})
	testkit.Must(t, db, err)
	a, err := store.InTx(ctx, db, func(tx *ent.Tx) (*ent.Account, error) {
		a := newAccount(tx.Client(), "ada").SaveX(ctx)
		tx.SSHKey.Create().SetAccountID(a.ID).SetName("laptop").SetType("t").SetBlob([]byte("b")).SetDigest([]byte("d")).SetBits(1).SetCreatedAt(clock.Now()).ExecX(ctx)
		tx.App.Create().SetName("app").SetOwnerID(a.ID).SetCreatedAt(clock.Now()).ExecX(ctx)
		return a, nil
	})
	testkit.Must(t, a, err)
	ddl := schemaOf(t, db, "accounts")
	testkit.Must(t, 0, db.Close())

	text := fmt.Sprintf(rebuild, renamed.ReplaceAllString(ddl[0], "CREATE TABLE `new_accounts`")+";", strings.Join(ddl[1:], ";\n")+";")
	n, err = store.MigrateFile(ctx, path, withMigration(t, text))
	if n != 1 || err != nil {
		t.Fatalf("%d migrations, %v", n, err)
	}

	db, err = store.Open(ctx, store.Config{URL: path})
	testkit.Must(t, db, err)
	defer db.Close()
	keys, apps, accounts := db.SSHKey.Query().CountX(ctx), db.App.Query().CountX(ctx), db.Account.Query().CountX(ctx)
	if keys != 1 || apps != 1 || accounts != 1 {
		t.Errorf("left: %d keys, %d apps, %d accounts", keys, apps, accounts)
	}
}

// The triggers of a table that was rebuilt are gone; they are there again after the next
// run of migrations, even if this one has nothing to apply: a crash may have come between.
func TestL5_TriggersSurviveTheRebuildOfTheirTable(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	n, err := store.Migrate(t.Context(), path)
	testkit.Must(t, n, err)
	triggers := func() (names []string) {
		db, err := store.Open(t.Context(), store.Config{URL: path})
		testkit.Must(t, db, err)
		defer db.Close()
		rows, err := db.QueryContext(t.Context(), "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
		testkit.Must(t, rows, err)
		defer rows.Close()
		for rows.Next() {
			var name string
			testkit.Must(t, 0, rows.Scan(&name))
			names = append(names, name)
		}
		return names
	}
	want := []string{"ledger_entries_refuse_delete", "ledger_entries_refuse_update", "postings_refuse_delete", "postings_refuse_update"}
	if got := triggers(); !slices.Equal(got, want) {
		t.Fatalf("there are %v", got)
	}
	inFile(t, path, "CREATE TABLE new_postings AS SELECT * FROM postings; DROP TABLE postings; ALTER TABLE new_postings RENAME TO postings")
	if got := triggers(); !slices.Equal(got, want[:2]) {
		t.Errorf("a rebuild leaves %v", got)
	}
	if n, err := store.Migrate(t.Context(), path); n != 0 || err != nil {
		t.Errorf("%d migrations applied, %v", n, err)
	}
	if got := triggers(); !slices.Equal(got, want) {
		t.Errorf("there are %v", got)
	}
}

// withMigration applies one more migration than the program has.
func withMigration(t *testing.T, text string) func(context.Context, *sql.DB) (int, error) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "sqlite")
	testkit.Must(t, 0, os.CopyFS(folder, os.DirFS(filepath.Join(testkit.Root(t), "ent/migrate/versions/sqlite"))))
	testkit.Must(t, 0, os.WriteFile(filepath.Join(folder, "99991231235959_more.sql"), []byte(text), 0o600))
	return func(ctx context.Context, db *sql.DB) (int, error) {
		p, err := goose.NewProvider(goose.DialectSQLite3, db, os.DirFS(folder))
		if err != nil {
			return 0, err
		}
		done, err := p.Up(ctx)
		return len(done), err
	}
}

// A migration that loses a parent is found out, whatever it did, and at every
// start until somebody puts it right.
func TestMigrationThatLeavesOrphansFails(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	n, err := store.Migrate(t.Context(), path)
	testkit.Must(t, n, err)
	up := withMigration(t, "-- +goose Up\n"+fmt.Sprintf(orphan, uuid.New()))
	for _, want := range []int{1, 0} {
		if n, err := store.MigrateFile(t.Context(), path, up); n != want || err == nil || !strings.Contains(err.Error(), "rows in apps that point nowhere") {
			t.Errorf("%d migrations, %v", n, err)
		}
	}
	inFile(t, path, "DELETE FROM apps")
	if n, err := store.MigrateFile(t.Context(), path, up); n != 0 || err != nil {
		t.Errorf("put right: %d migrations, %v", n, err)
	}
}

// Checking the foreign keys takes as long as the database is large: a start
// that applies no migration goes without, unless a crash prevented the last one.
func TestAStartWithoutMigrationsDoesNotReadTheDatabase(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	n, err := store.Migrate(t.Context(), path)
	testkit.Must(t, n, err)
	inFile(t, path, fmt.Sprintf(orphan, uuid.New()))
	if n, err := store.Migrate(t.Context(), path); n != 0 || err != nil {
		t.Errorf("%d migrations, %v: the foreign keys were checked", n, err)
	}
	inFile(t, path, "PRAGMA user_version = 1") // as before the last migrations
	if _, err := store.Migrate(t.Context(), path); err == nil {
		t.Error("after a crash between migration and check, the foreign keys are not checked")
	}
}

// inFile runs a statement on a SQLite file without foreign keys.
func inFile(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	testkit.Must(t, db, err)
	defer db.Close()
	_, err = db.ExecContext(t.Context(), statement)
	testkit.Must(t, 0, err)
}

// schemaOf is how a table and its indexes were made.
func schemaOf(t *testing.T, db *store.DB, table string) (ddl []string) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC", table)
	testkit.Must(t, rows, err)
	defer rows.Close()
	for rows.Next() {
		var s string
		testkit.Must(t, 0, rows.Scan(&s))
		ddl = append(ddl, s)
	}
	return ddl
}

// A database is there once migrations were applied, and looking for it creates nothing.
func TestExists(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	expect := func(what, url string, want bool) {
		t.Helper()
		if there, err := store.Exists(t.Context(), url); err != nil || there != want {
			t.Errorf("%s: %v, %v", what, there, err)
		}
	}
	expect("no file", path, false)
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("it was created: %v", err)
	}
	testkit.Must(t, 0, os.WriteFile(path, nil, 0o600))
	expect("an empty file", path, false)
	n, err := store.Migrate(t.Context(), path)
	testkit.Must(t, n, err)
	expect("a migrated file", path, true)
	testkit.Must(t, 0, os.WriteFile(path, []byte("a letter, and no database at all"), 0o600))
	if there, err := store.Exists(t.Context(), path); err == nil {
		t.Errorf("another file: %v", there)
	}
	url := testkit.URL(t)
	expect("the database of the tests", url, true)
	if store.IsPostgres(url) {
		between := "?"
		if strings.Contains(url, "?") {
			between = "&"
		}
		expect("a database without tables", url+between+"search_path=nothing", false)
	}
}
