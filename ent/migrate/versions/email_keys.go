package versions

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/pressly/goose/v3"

	"portico/internal/naming"
)

// emailKeys normalizes the stored keys of email addresses whose domain is beyond
// ASCII, as package naming does now. Where two accounts have the same mailbox, one
// in either spelling, the second keeps its key and signs in by its username.
var emailKeys = goose.NewGoMigration(20261129110000, &goose.GoFunc{RunTx: normalizeEmailKeys}, nil)

func normalizeEmailKeys(ctx context.Context, tx *sql.Tx) error {
	changed, err := outdatedEmailKeys(ctx, tx)
	if err != nil {
		return fmt.Errorf("read email keys: %w", err)
	}
	for old, key := range changed {
		_, err := tx.ExecContext(ctx, `UPDATE accounts SET email_key = $1 WHERE email_key = $2
			AND NOT EXISTS (SELECT 1 FROM accounts WHERE email_key = $3)`, key, old, key)
		if err != nil {
			return fmt.Errorf("write email key: %w", err)
		}
	}
	return nil
}

// outdatedEmailKeys are the keys that are others now, and what they are.
func outdatedEmailKeys(ctx context.Context, tx *sql.Tx) (map[string]string, error) {
	rows, err := tx.QueryContext(ctx, "SELECT email_key FROM accounts")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	changed := map[string]string{}
	for rows.Next() {
		var old string
		if err := rows.Scan(&old); err != nil {
			return nil, err
		}
		if key := naming.EmailKey(old); key != old {
			changed[old] = key
		}
	}
	return changed, rows.Err()
}
