// Command diff writes the migrations that bring both dialects to ent's schema.
// Usage: go run ./ent/migrate/diff NAME   (or -check: write nothing, fail when one is missing).
// It replays the PostgreSQL ones in the empty database of PORTICO_DEV_POSTGRES.
package main

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"text/template"
	"time"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	_ "github.com/jackc/pgx/v5/stdlib"
	_ "github.com/mattn/go-sqlite3"

	entmigrate "portico/ent/migrate"
)

const layout = `{{ $rev := rev .Changes }}-- +goose Up
{{ range .Changes }}{{ with .Comment }}-- {{ println . }}{{ end }}{{ printf "%s;\n" .Cmd }}{{ end }}`

func main() {
	check := flag.Bool("check", false, "fail when a migration is missing")
	flag.Parse()
	ctx := context.Background()
	version := time.Now().UTC().Format("20060102150405")
	tmp, err := os.MkdirTemp("", "diff")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(tmp)
	missing := false
	for _, d := range []struct{ dialect, driver, dsn, dir string }{
		{dialect.SQLite, "sqlite3", "file:diff?mode=memory&cache=shared&_fk=1", "ent/migrate/versions/sqlite"},
		{dialect.Postgres, "pgx", os.Getenv("PORTICO_DEV_POSTGRES"), "ent/migrate/versions/postgres"},
	} {
		dir := d.dir
		if *check {
			dir = filepath.Join(tmp, d.dialect)
			if err := os.CopyFS(dir, os.DirFS(d.dir)); err != nil {
				log.Fatal(err)
			}
		}
		before := count(dir)
		if err := diff(ctx, d.dialect, d.driver, d.dsn, dir, version, flag.Arg(0)); err != nil {
			log.Fatalf("%s: %v", d.dialect, err)
		}
		if n := count(dir); n != before {
			missing = true
			if *check {
				fmt.Printf("%s: schema and migrations differ; run `make migration name=…`\n", d.dialect)
				show(dir, version)
			}
		}
	}
	if *check && missing {
		_ = os.RemoveAll(tmp)
		os.Exit(1)
	}
}

func diff(ctx context.Context, dia, driver, dsn, path, version, name string) error {
	dir, err := sqltool.NewGooseDir(path)
	if err != nil {
		return err
	}
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	if err := migrate.WriteSumFile(dir, sum); err != nil { // hand-written files are welcome
		return err
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	format, err := migrate.NewTemplateFormatter(
		template.Must(template.New("").Parse(version+"_{{ .Name }}.sql")),
		template.Must(template.New("").Funcs(template.FuncMap{"rev": func(c []*migrate.Change) []*migrate.Change { return c }}).Parse(layout)),
	)
	if err != nil {
		return err
	}
	m, err := schema.NewMigrate(entsql.OpenDB(dia, db), schema.WithDir(dir), schema.WithFormatter(format),
		schema.WithMigrationMode(schema.ModeReplay), schema.WithDialect(dia),
		schema.WithDropColumn(true), schema.WithDropIndex(true))
	if err != nil {
		return err
	}
	return m.NamedDiff(ctx, name, entmigrate.Tables...)
}

func count(dir string) int {
	m, _ := filepath.Glob(filepath.Join(dir, "*.sql"))
	return len(m)
}

func show(dir, version string) {
	_ = fs.WalkDir(os.DirFS(dir), ".", func(p string, e fs.DirEntry, err error) error {
		if ok, _ := filepath.Match(version+"_*.sql", p); ok {
			b, _ := os.ReadFile(filepath.Join(dir, p))
			fmt.Println(string(b))
		}
		return nil
	})
}
