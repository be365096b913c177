package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/pressly/goose/v3"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/clock"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func newAccount(tx *ent.Client, name string) *ent.AccountCreate {
	return tx.Account.Create().SetUsername(name).SetEmail(name).SetEmailKey(name).SetCreatedAt(clock.Now())
}

// On SQLite the client itself only reads: a write that was forgotten to be put
// into a transaction fails, whichever builder makes it, and does so in the
// first test that runs it.
func TestWritesOutsideOfInTxFailOnSQLite(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	n, err := store.Migrate(t.Context(), path)
	testkit.Must(t, n, err)
	db, err := store.Open(t.Context(), store.Config{URL: path})
	testkit.Must(t, db, err)
	defer db.Close()
	ctx := viewer.AsSystem(t.Context())
	a, err := store.InTx(ctx, db, func(tx *ent.Tx) (*ent.Account, error) { return newAccount(tx.Client(), "ada").Save(ctx) })
	testkit.Must(t, a, err)
	for name, write := range map[string]func() error{
		"create":     func() error { return newAccount(db.Client, "eve").Exec(ctx) },
		"bulk":       func() error { return db.Account.CreateBulk(newAccount(db.Client, "bob")).Exec(ctx) },
		"update one": func() error { return db.Account.UpdateOneID(a.ID).SetFullName("changed").Exec(ctx) },
		"update":     func() error { return db.Account.Update().SetFullName("changed").Exec(ctx) },
		"delete one": func() error { return db.Account.DeleteOneID(a.ID).Exec(ctx) },
		"delete":     func() error { _, err := db.Account.Delete().Exec(ctx); return err },
		"sql":        func() error { _, err := db.ExecContext(ctx, "DELETE FROM accounts"); return err },
		"returning": func() error {
			rows, err := db.QueryContext(ctx, "UPDATE accounts SET full_name = 'changed' RETURNING id")
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				continue
			}
			return rows.Err()
		},
		"of a finished transaction": func() error { return a.Unwrap().Update().SetFullName("changed").Exec(ctx) },
	} {
		if err := write(); err == nil || !strings.Contains(err.Error(), "readonly") {
			t.Errorf("%s went through: %v", name, err)
		}
	}
	if got := db.Account.Query().OnlyX(ctx); got.FullName != "" || got.Username != "ada" {
		t.Errorf("changed to %v", got)
	}
}

func TestInTx(t *testing.T) {
	t.Parallel()
	db, ctx := testkit.Open(t), viewer.AsSystem(t.Context())
	boom := errors.New("boom")
	err := store.Do(ctx, db, func(tx *ent.Tx) error {
		newAccount(tx.Client(), "ada").ExecX(ctx)
		return boom
	})
	if !errors.Is(err, boom) || db.Account.Query().ExistX(ctx) {
		t.Errorf("not rolled back: %v", err)
	}
	func() {
		defer func() { _ = recover() }()
		_ = store.Do(ctx, db, func(tx *ent.Tx) error {
			newAccount(tx.Client(), "ada").ExecX(ctx)
			panic(boom)
		})
	}()
	if db.Account.Query().ExistX(ctx) {
		t.Error("not rolled back after a panic")
	}
	n, err := store.InTx(ctx, db, func(tx *ent.Tx) (int, error) {
		newAccount(tx.Client(), "ada").ExecX(ctx)
		if db.Account.Query().ExistX(ctx) {
			t.Error("seen before the commit")
		}
		return 7, nil
	})
	if err != nil || n != 7 || !db.Account.Query().ExistX(ctx) {
		t.Errorf("not committed: %d, %v", n, err)
	}
	given, cancel := context.WithCancel(ctx)
	err = store.Do(given, db, func(tx *ent.Tx) error {
		newAccount(tx.Client(), "eve").ExecX(given)
		cancel()
		return nil
	})
	if err == nil || db.Account.Query().CountX(ctx) != 1 {
		t.Errorf("committed for a request that was given up: %v", err)
	}
}

// What is read after the lock is true until the commit.
func TestLockLetsOneTransactionGoOn(t *testing.T) {
	t.Parallel()
	db, ctx := testkit.Open(t), viewer.AsSystem(t.Context())
	a, err := store.InTx(ctx, db, func(tx *ent.Tx) (*ent.Account, error) { return newAccount(tx.Client(), "ada").Save(ctx) })
	testkit.Must(t, a, err)
	var wg sync.WaitGroup
	for range 30 {
		wg.Go(func() {
			err := store.Do(ctx, db, func(tx *ent.Tx) error {
				if err := db.Lock(ctx, tx, account.Table, a.ID); err != nil {
					return err
				}
				old, err := tx.Account.Get(ctx, a.ID)
				if err != nil {
					return err
				}
				return old.Update().SetCredentialVersion(old.CredentialVersion + 1).Exec(ctx)
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := db.Account.GetX(ctx, a.ID).CredentialVersion; got != 31 {
		t.Errorf("counted to %d", got)
	}
	given, cancel := context.WithCancel(ctx)
	cancel()
	if err := store.Do(ctx, db, func(tx *ent.Tx) error { return db.Lock(given, tx, account.Table, uuid.New()) }); (err == nil) != (db.Dialect() == "sqlite3") {
		t.Errorf("given up: %v", err)
	}
}

// Two programs on one file, each with its pools: they wait for each other.
func TestTwoProgramsWriteAtOnce(t *testing.T) {
	t.Parallel()
	url, ctx := testkit.URL(t), viewer.AsSystem(t.Context())
	const programs, writers, writes = 2, 8, 10
	var wg sync.WaitGroup
	for p := range programs {
		db, err := store.Open(t.Context(), store.Config{URL: url})
		testkit.Must(t, db, err)
		defer db.Close()
		for w := range writers {
			wg.Go(func() {
				for n := range writes {
					err := store.Do(ctx, db, func(tx *ent.Tx) error {
						if _, err := tx.Account.Query().Count(ctx); err != nil { // reads first, then writes
							return err
						}
						return newAccount(tx.Client(), fmt.Sprint(p, w, n)).Exec(ctx)
					})
					if err != nil {
						t.Error(err)
					}
					if _, err := db.Account.Query().Limit(3).All(ctx); err != nil {
						t.Error(err)
					}
				}
			})
		}
		if p == programs-1 {
			wg.Wait()
			if n := db.Account.Query().CountX(ctx); n != programs*writers*writes {
				t.Errorf("%d accounts, want %d", n, programs*writers*writes)
			}
		}
	}
}

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

func TestOpenTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, url := range []string{filepath.Join(t.TempDir(), "no", "such", "folder", "a.db"), "postgres://localhost:1/none?connect_timeout=1"} {
		if db, err := store.Open(t.Context(), store.Config{URL: url}); err == nil || !strings.HasPrefix(err.Error(), "open database: ") {
			t.Errorf("%s: %v, %v", url, db, err)
		}
	}
}

// rebuild is what a migration of SQLite does to change a column: the table is
// recreated and the old one dropped. Children point at it and must stay.
const rebuild = `-- +goose Up
%s
INSERT INTO new_accounts SELECT * FROM accounts;
DROP TABLE accounts;
ALTER TABLE new_accounts RENAME TO accounts;
%s`

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

// renamed is how a table begins: one that was rebuilt before is quoted otherwise.
var renamed = regexp.MustCompile("^CREATE TABLE [`\"]accounts[`\"]")

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

// orphan makes an app of an account that does not exist.
const orphan = "INSERT INTO apps (id, created_at, name, owner_id) VALUES ('%s', '2026-01-01', '%[1]s', '01930000-0000-7000-8000-000000000000');"

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
