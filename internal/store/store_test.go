package store_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

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

// renamed is how a table begins: one that was rebuilt before is quoted otherwise.
var renamed = regexp.MustCompile("^CREATE TABLE [`\"]accounts[`\"]")

// orphan makes an app of an account that does not exist.
const orphan = "INSERT INTO apps (id, created_at, name, owner_id) VALUES ('%s', '2026-01-01', '%[1]s', '01930000-0000-7000-8000-000000000000');"
