package versions_test

import (
	"database/sql"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/migrate/versions"
	"portico/internal/clock"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R61: accounts from before keep their mailbox, in either spelling of its domain.
func TestR61_StoredEmailKeysAreNormalized(t *testing.T) {
	t.Parallel()
	url := testkit.URL(t)
	db, err := store.Open(t.Context(), store.Config{URL: url})
	testkit.Must(t, db, err)
	defer db.Close()
	ctx := viewer.AsSystem(t.Context())
	want := map[string]string{
		"ada": "ada@example.com", "ben": "ben@xn--bcher-kva.example", "eve": "ben@bücher.example", "gone": "deleted-1", "odd": "odd@bad_.example",
		"zoe": "zoé@bücher.example",
	}
	testkit.Must(t, 0, store.Do(ctx, db, func(tx *ent.Tx) error {
		for name, key := range want {
			tx.Account.Create().SetUsername(name).SetEmail(key).SetEmailKey(key).SetCreatedAt(clock.Now()).SaveX(ctx)
		}
		return nil
	}))
	want["zoe"] = "zoé@xn--bcher-kva.example"
	driver := "sqlite3"
	if store.IsPostgres(url) {
		driver = "pgx"
	}
	raw, err := sql.Open(driver, url)
	testkit.Must(t, raw, err)
	defer raw.Close()
	for range 2 { // it is the same when it is done twice
		tx, err := raw.BeginTx(t.Context(), nil)
		testkit.Must(t, tx, err)
		testkit.Must(t, 0, versions.NormalizeEmailKeys(t.Context(), tx))
		testkit.Must(t, 0, tx.Commit())
		for name, key := range want {
			if a := db.Account.Query().Where(account.Username(name)).OnlyX(ctx); a.EmailKey != key {
				t.Errorf("%s has %q, want %q", name, a.EmailKey, key)
			}
		}
	}
}
