// Package versions holds the migrations of both dialects, written by
// `make migration name=…`, and applies them. A version has the same number in
// both. A row of a child table survives the rebuild of its parent.
package versions

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed sqlite/*.sql postgres/*.sql
var files embed.FS

var dialects = map[string]goose.Dialect{"sqlite": goose.DialectSQLite3, "postgres": goose.DialectPostgres}

// Up applies what is not applied yet and tells how many that were. The dialect
// is "sqlite" or "postgres". On SQLite, db must have foreign keys switched off:
// a table is rebuilt by dropping it, and a drop would cascade.
func Up(ctx context.Context, dialect string, db *sql.DB) (int, error) {
	p, err := provider(dialect, db)
	if err != nil {
		return 0, err
	}
	done, err := p.Up(ctx)
	if err != nil {
		return len(done), fmt.Errorf("apply migrations: %w", err)
	}
	if dialect == "sqlite" {
		return len(done), restoreTriggers(ctx, db)
	}
	return len(done), nil
}

// Pending tells whether something is not applied yet.
func Pending(ctx context.Context, dialect string, db *sql.DB) (bool, error) {
	p, err := provider(dialect, db)
	if err != nil {
		return false, err
	}
	return p.HasPending(ctx)
}

func provider(dialect string, db *sql.DB) (*goose.Provider, error) {
	dir, err := fs.Sub(files, dialect)
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	p, err := goose.NewProvider(dialects[dialect], db, dir)
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	return p, nil
}
