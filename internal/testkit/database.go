// Package testkit is what tests stand on: an empty database of either dialect
// for each test, a small world of accounts on it, and a count of statements.
package testkit

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"portico/internal/store"
)

// Cluster is the environment variable that names a PostgreSQL cluster. Where it
// is set, every test runs on a database there; else on SQLite.
const Cluster = "PORTICO_TEST_POSTGRES"

// URL makes an empty, migrated database that ends with the test.
func URL(t testing.TB) string {
	t.Helper()
	if cluster := os.Getenv(Cluster); cluster != "" {
		return postgres(t, cluster)
	}
	file, err := template()
	if err != nil {
		t.Fatalf("make template database: %v", err)
	}
	path := filepath.Join(t.TempDir(), "portico.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// EachRow reads a table past ent: all that is stored, as it is stored.
func (w *World) EachRow(table string, do func(columns []string, cells []any)) {
	w.T.Helper()
	rows, err := w.DB.QueryContext(w.T.Context(), `SELECT * FROM "`+table+`"`)
	Must(w.T, rows, err)
	defer rows.Close()
	columns, err := rows.Columns()
	Must(w.T, columns, err)
	for rows.Next() {
		cells, to := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			to[i] = &cells[i]
		}
		Must(w.T, 0, rows.Scan(to...))
		do(columns, cells)
	}
	Must(w.T, 0, rows.Err())
}

// Open opens a new database for the test. Its statements are counted.
func Open(t testing.TB) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{URL: URL(t), Wrap: Counted})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// template is a migrated SQLite file, made once.
var template = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "portico-template")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "template.db")
	if _, err := store.Migrate(context.Background(), path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

var (
	migrated = sync.OnceValues(migrateTemplate)
	numbered atomic.Int64
)

// postgres copies a database from a template that is migrated once.
func postgres(t testing.TB, cluster string) string {
	t.Helper()
	tpl, err := migrated()
	if err != nil {
		t.Fatalf("make template database: %v", err)
	}
	name := fmt.Sprintf("t%d_%d", os.Getpid(), numbered.Add(1))
	if err := admin(cluster, fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy", name, tpl)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := admin(cluster, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return database(cluster, name)
}

func migrateTemplate() (string, error) {
	cluster := os.Getenv(Cluster)
	name := fmt.Sprintf("tpl%d", os.Getpid())
	if err := admin(cluster, "CREATE DATABASE "+name); err != nil {
		return "", err
	}
	_, err := store.Migrate(context.Background(), database(cluster, name))
	return name, err
}

// making lets one database be made at a time: a template must not be in use.
var making sync.Mutex

func admin(cluster, statement string) error {
	making.Lock()
	defer making.Unlock()
	db, err := sql.Open("pgx", cluster)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		return fmt.Errorf("%s: %w", statement, err)
	}
	return nil
}

// database is the URL of one database of a cluster.
func database(cluster, name string) string {
	u, err := url.Parse(cluster)
	if err != nil {
		panic(err) // it has served already
	}
	u.Path = "/" + name
	return u.String()
}
