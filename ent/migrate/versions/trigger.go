package versions

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"regexp"
)

// triggerStatements are those of the migrations of SQLite that make and remove triggers.
var triggerStatements = regexp.MustCompile("(?ms)^(?:(CREATE TRIGGER `(\\w+)`.*?END;)|DROP TRIGGER `(\\w+)`;)$")

// triggers are the statements that make the triggers of the migrations of SQLite, by
// their names.
func triggers() (map[string]string, error) {
	names, err := fs.Glob(files, "sqlite/*.sql")
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	for _, name := range names { // in the order of their versions
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for _, m := range triggerStatements.FindAllStringSubmatch(string(text), -1) {
			if created, dropped := m[2], m[3]; created != "" {
				all[created] = m[1]
			} else {
				delete(all, dropped)
			}
		}
	}
	return all, nil
}

// restoreTriggers makes the triggers that are missing. SQLite changes a table by copying
// it and dropping the old one, and its triggers go with that one. A migration that
// drops a table for good drops its triggers by name.
func restoreTriggers(ctx context.Context, db *sql.DB) error {
	all, err := triggers()
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	for name, statement := range all {
		var there bool
		err := db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = ?)", name).Scan(&there)
		if err == nil && !there {
			_, err = db.ExecContext(ctx, statement)
		}
		if err != nil {
			return fmt.Errorf("restore trigger %s: %w", name, err)
		}
	}
	return nil
}
