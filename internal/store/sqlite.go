package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"runtime"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
	"github.com/pressly/goose/v3"

	"portico/ent/migrate/versions"
)

// split sends the transactions of InTx to the one connection that writes and everything
// else to the pool that reads: SQLite allows one writer at a time, and readers never
// wait for it (WAL). A write outside of InTx fails there, even if ent starts a
// transaction by itself, as for an update (Tx).
type split struct {
	writer *entsql.Driver
	reader *entsql.Driver
}

var _ dialect.Driver = split{}

func openSQLite(ctx context.Context, path string) (dialect.Driver, error) {
	// Immediate: otherwise a transaction that reads and then writes would fail with
	// BUSY if another one wrote in between.
	// Recursive triggers: otherwise INSERT OR REPLACE would delete rows past the triggers
	// that refuse it.
	writer, err := openFile(ctx, path, url.Values{"_txlock": {"immediate"}, "_foreign_keys": {"1"}, "_recursive_triggers": {"1"}}, 1)
	if err != nil {
		return nil, err
	}
	reader, err := openFile(ctx, path, url.Values{"mode": {"ro"}, "_txlock": {"deferred"}, "_query_only": {"1"}}, max(4, runtime.NumCPU()))
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	return split{entsql.OpenDB(dialect.SQLite, writer), entsql.OpenDB(dialect.SQLite, reader)}, nil
}

func openFile(ctx context.Context, path string, params url.Values, conns int) (*sql.DB, error) {
	params.Set("_busy_timeout", "10000")
	params.Set("_journal_mode", "WAL")
	params.Set("_synchronous", "FULL")
	if params.Get("mode") == "ro" {
		params.Del("_journal_mode") // the writer has set it, in the file
	}
	db, err := sql.Open("sqlite3", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+params.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), db.Close())
	}
	return db, nil
}

func migrateSQLite(ctx context.Context, path string) (int, error) {
	return migrateFile(ctx, path, func(ctx context.Context, db *sql.DB) (int, error) { return versions.Up(ctx, "sqlite", db) })
}

func existsSQLite(ctx context.Context, path string) (there bool, err error) {
	f, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && f.Size() == 0 {
		return false, nil
	} else if err != nil {
		return false, err
	}
	db, err := openFile(ctx, path, url.Values{"mode": {"rw"}}, 1)
	if err != nil {
		return false, fmt.Errorf("open database: %w", err)
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = ?)", goose.DefaultTablename).Scan(&there)
	return there, err
}

// migrateFile runs up on a connection that doesn't enforce foreign keys, and then
// checks them.
func migrateFile(ctx context.Context, path string, up func(context.Context, *sql.DB) (int, error)) (int, error) {
	db, err := openFile(ctx, path, url.Values{"_foreign_keys": {"0"}, "_txlock": {"immediate"}}, 1)
	if err != nil {
		return 0, fmt.Errorf("open database: %w", err)
	}
	defer db.Close()
	n, err := up(ctx, db)
	if err != nil {
		return n, err
	}
	if err := checkForeignKeys(ctx, db); err != nil {
		return n, fmt.Errorf("check foreign keys: %w", err)
	}
	return n, nil
}

// checkForeignKeys checks that every foreign key points to a row. It reads the whole
// database, so it runs only if a migration was applied since its last success: the
// file's user_version is how many there were then. A check that failed, or that a crash
// prevented, is repeated at the next start.
func checkForeignKeys(ctx context.Context, db *sql.DB) error {
	var applied, checked int
	err := db.QueryRowContext(ctx, "SELECT count(*), (SELECT user_version FROM pragma_user_version) FROM "+goose.DefaultTablename).Scan(&applied, &checked)
	if err != nil || applied == checked {
		return err
	}
	var table string
	err = db.QueryRowContext(ctx, `SELECT "table" FROM pragma_foreign_key_check LIMIT 1`).Scan(&table)
	switch {
	case err == nil:
		return fmt.Errorf("a migration left rows in %s that point nowhere", table)
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	_, err = db.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", applied))
	return err
}

func (s split) Exec(ctx context.Context, query string, args, v any) error {
	return s.reader.Exec(ctx, query, args, v)
}

func (s split) Query(ctx context.Context, query string, args, v any) error {
	return s.reader.Query(ctx, query, args, v)
}

func (s split) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return s.reader.QueryContext(ctx, query, args...)
}

func (s split) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return s.reader.ExecContext(ctx, query, args...)
}

func (s split) Tx(ctx context.Context) (dialect.Tx, error) { return s.reader.Tx(ctx) }

// BeginTx begins the transactions of InTx.
func (s split) BeginTx(ctx context.Context, o *sql.TxOptions) (dialect.Tx, error) {
	return s.writer.BeginTx(ctx, o)
}

func (s split) Close() error { return errors.Join(s.reader.Close(), s.writer.Close()) }

func (s split) Dialect() string { return dialect.SQLite }
