// Package store opens the database and runs transactions. It knows the differences
// between SQLite and PostgreSQL, so that nobody else has to.
package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib" // also the driver "pgx"
	"github.com/pressly/goose/v3"

	"portico/ent"
	"portico/ent/migrate/versions"
	_ "portico/ent/runtime" // policies and defaults
	"portico/internal/problem"
)

// DB is an open database. Reads go straight to its client; writes go through
// InTx, and on SQLite nowhere else: there the client's own connections only read.
type DB struct {
	*ent.Client
	url  string
	drv  dialect.Driver
	pool *sql.DB
}

// Config says where the database is.
type Config struct {
	// URL is postgres://… or the path of a SQLite file.
	URL string
	// Wrap, if set, wraps the driver: tests count statements with it.
	Wrap func(dialect.Driver) dialect.Driver
}

// Open connects and checks that the database answers. It does not migrate.
func Open(ctx context.Context, c Config) (*DB, error) {
	drv, err := driver(ctx, c.URL)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	db := &DB{url: c.URL, drv: drv}
	if of, ok := drv.(*entsql.Driver); ok {
		db.pool = of.DB()
	}
	if c.Wrap != nil {
		db.drv = c.Wrap(drv)
	}
	db.Client = ent.NewClient(ent.Driver(db.drv))
	return db, nil
}

// IsPostgres tells whether a URL names a PostgreSQL database.
func IsPostgres(url string) bool {
	return strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://")
}

// Dialect is "postgres" or "sqlite3", as ent's SQL builder names them.
func (db *DB) Dialect() string { return db.drv.Dialect() }

// Ping checks that the database responds.
func (db *DB) Ping(ctx context.Context) error {
	rows, err := db.QueryContext(ctx, "SELECT 1")
	if err != nil {
		return fmt.Errorf("ping database: %w", err)
	}
	return rows.Close()
}

// Migrate applies the migrations that have not been applied yet and returns how many
// there were.
func Migrate(ctx context.Context, url string) (int, error) {
	if IsPostgres(url) {
		db, err := sql.Open("pgx", url)
		if err != nil {
			return 0, fmt.Errorf("open database: %w", err)
		}
		defer db.Close()
		return versions.Up(ctx, "postgres", db)
	}
	return migrateSQLite(ctx, url)
}

// Exists reports whether there is a database in which migrations were applied. It
// creates nothing.
func Exists(ctx context.Context, url string) (bool, error) {
	if !IsPostgres(url) {
		return existsSQLite(ctx, url)
	}
	db, err := sql.Open("pgx", url)
	if err != nil {
		return false, fmt.Errorf("open database: %w", err)
	}
	defer db.Close()
	var there bool
	err = db.QueryRowContext(ctx, "SELECT to_regclass($1) IS NOT NULL", goose.DefaultTablename).Scan(&there)
	if err != nil {
		return false, fmt.Errorf("look for tables: %w", err)
	}
	return there, nil
}

// InTx runs fn in a transaction: it commits if fn returns nil, and rolls back
// otherwise. Never nest it or use the network inside. Read what fn returns again, or
// unwrap it, before asking for its edges.
func InTx[T any](ctx context.Context, db *DB, fn func(*ent.Tx) (T, error)) (T, error) {
	var zero T
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return zero, fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // does nothing after a commit
	v, err := fn(tx)
	if err != nil {
		return zero, err
	}
	if err := tx.Commit(); err != nil {
		return zero, fmt.Errorf("commit: %w", err)
	}
	return v, nil
}

// Do is InTx for functions that return only an error.
func Do(ctx context.Context, db *DB, fn func(*ent.Tx) error) error {
	_, err := InTx(ctx, db, func(tx *ent.Tx) (struct{}, error) { return struct{}{}, fn(tx) })
	return err
}

// After runs fn once tx has committed, and never otherwise: for hints and wake-ups,
// which must be neither early nor forgotten. fn must not block.
func After(tx *ent.Tx, fn func()) {
	tx.OnCommit(func(next ent.Committer) ent.Committer {
		return ent.CommitFunc(func(ctx context.Context, tx *ent.Tx) error {
			err := next.Commit(ctx, tx)
			if err == nil {
				fn()
			}
			return err
		})
	})
}

// Lock lets one transaction at a time continue with a row, until it ends: what it reads
// of the row afterwards stays true. Lock rows before recording in the log, and before
// changing them. On SQLite a transaction is alone anyway; a row that doesn't exist
// locks nothing.
func (db *DB) Lock(ctx context.Context, tx *ent.Tx, table string, id uuid.UUID) error {
	_, err := db.lock(ctx, tx, `SELECT 1 FROM "`+table+`" WHERE id = $1 FOR NO KEY UPDATE`, id)
	return problem.Wrap("lock "+table, err)
}

// LockID is Lock for a row that may be deleted. Then its ID is locked: whoever locks it in
// this way, too, waits.
func (db *DB) LockID(ctx context.Context, tx *ent.Tx, table string, id uuid.UUID) error {
	there, err := db.lock(ctx, tx, `SELECT 1 FROM "`+table+`" WHERE id = $1 FOR NO KEY UPDATE`, id)
	if err == nil && !there {
		_, err = db.lock(ctx, tx, "SELECT pg_advisory_xact_lock($1)", int64(binary.BigEndian.Uint64(id[8:])))
	}
	return problem.Wrap("lock "+table, err)
}

// lock waits for a lock, and tells whether there was something to lock.
func (db *DB) lock(ctx context.Context, tx *ent.Tx, statement string, of any) (there bool, err error) {
	if db.Dialect() != dialect.Postgres {
		return false, nil
	}
	rows, err := tx.QueryContext(ctx, statement, of)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for rows.Next() {
		there = true
	}
	return there, rows.Err() // an error while waiting comes with the rows
}

// Postgres runs fn with a connection of pgx, past ent and database/sql, for reads of
// millions of rows. On SQLite it must not be called.
func (db *DB) Postgres(ctx context.Context, fn func(*pgx.Conn) error) error {
	conn, err := db.pool.Conn(ctx)
	if err != nil {
		return fmt.Errorf("take a connection: %w", err)
	}
	defer conn.Close()
	return conn.Raw(func(c any) error { return fn(c.(*stdlib.Conn).Conn()) })
}

func driver(ctx context.Context, url string) (dialect.Driver, error) {
	if IsPostgres(url) {
		return openPostgres(ctx, url)
	}
	return openSQLite(ctx, url)
}

// maxConns bounds the pool. All of them may stay open: closing and reopening them under
// load doubles PostgreSQL's work.
const maxConns = 16

func openPostgres(ctx context.Context, url string) (dialect.Driver, error) {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(maxConns)
	db.SetMaxIdleConns(maxConns)
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, err
	}
	return entsql.OpenDB(dialect.Postgres, db), nil
}
