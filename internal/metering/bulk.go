package metering

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"portico/ent/privacy"
	"portico/internal/store"
	"portico/internal/usage"
	"portico/internal/viewer"
)

// accountsAtOnce is how many accounts are read in one statement.
const accountsAtOnce = 2000

// An AccountUsage is what one account used.
type AccountUsage struct {
	Account uuid.UUID
	// Lines are those that Usage has for this account.
	Lines []usage.Line
}

// EachAccount tells what every account used between two instants, in the order of their
// IDs; accounts that used nothing are left out. The accounts that come next are read
// while fn runs.
//
// It is how a month is billed. It reads past ent, so only the platform may call it.
func (m Meter) EachAccount(ctx context.Context, from, to time.Time, fn func(AccountUsage) error) error {
	if v, _ := viewer.From(ctx); !v.System {
		return privacy.Denyf("read what every account used")
	}
	plans, err := m.Catalog.Read(ctx)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	portions := make(chan chan portion, 1) // two are read at a time
	defer func() {                         // nothing is read any longer once this has returned
		stop()
		for p := range portions {
			<-p
		}
	}()
	b := bulk{db: m.DB, from: from.UTC(), to: to.UTC(), prices: plans.Prices()}
	go b.read(ctx, portions)
	for next := range portions {
		p := <-next
		if p.err != nil {
			return fmt.Errorf("read lifespans of accounts: %w", p.err)
		}
		for _, u := range p.used {
			if err := fn(u); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// A bulk reads accounts, portion by portion.
type bulk struct {
	db       *store.DB
	from, to time.Time
	prices   usage.Prices
}

// A portion is what the accounts after one, up to another, used.
type portion struct {
	after, upTo uuid.UUID
	used        []AccountUsage
	err         error
}

// read passes on the portions in their order, each with its own channel.
func (b bulk) read(ctx context.Context, to chan<- chan portion) {
	defer close(to)
	for p := (portion{}); p.upTo != uuid.Max && p.err == nil; {
		p = b.following(ctx, p.upTo)
		done := make(chan portion, 1)
		select {
		case to <- done:
		case <-ctx.Done():
			return
		}
		go func() { done <- b.used(ctx, p) }()
	}
}

// following is the portion after an account. The last one has no end.
func (b bulk) following(ctx context.Context, after uuid.UUID) portion {
	p := portion{after: after, upTo: uuid.Max}
	rows, err := b.db.QueryContext(ctx, "SELECT id FROM accounts WHERE id > $1 ORDER BY id LIMIT 1 OFFSET $2", after, accountsAtOnce-1)
	if err != nil {
		p.err = err
		return p
	}
	defer rows.Close()
	if rows.Next() {
		p.err = rows.Scan(&p.upTo)
	}
	if p.err == nil {
		p.err = rows.Err()
	}
	return p
}

// lifespansIn selects the lifespans of a portion. SQLite skips the history in its index,
// and numbers placeholders in the order in which they stand. PostgreSQL must be kept from
// reading all lifespans for each portion, and searches its index twice.
var lifespansIn = map[string]string{
	dialect.SQLite: `
		SELECT account_id, app_id, kind, resource, plan, quantity, billed_from, billed_to
		FROM lifespans INDEXED BY lifespan_account_id_billed_to
		WHERE account_id > $1 AND account_id <= $2 AND (billed_to > $3 OR billed_to IS NULL) AND billed_from < $4
		ORDER BY account_id`,
	dialect.Postgres: `
		SELECT a.id, app_id, kind, resource, plan, quantity, billed_from, billed_to
		FROM (SELECT id FROM accounts WHERE id > $1 AND id <= $2 ORDER BY id) a
		CROSS JOIN LATERAL (
			SELECT * FROM lifespans WHERE account_id = a.id AND billed_to > $3 AND billed_from < $4
			UNION ALL
			SELECT * FROM lifespans WHERE account_id = a.id AND billed_to IS NULL AND billed_from < $4
			OFFSET 0
		) l
		ORDER BY a.id`,
}

// used reads what the accounts of a portion used.
func (b bulk) used(ctx context.Context, p portion) portion {
	if p.err != nil {
		return p
	}
	counter, of := usage.NewCounter(b.prices, b.from, b.to), uuid.Nil
	p.err = b.each(ctx, p, func(r *row) (err error) {
		if r.account != of {
			err = p.end(of, counter)
			of = r.account
		}
		counter.Add(r.piece())
		return err
	})
	if p.err == nil {
		p.err = p.end(of, counter)
	}
	return p
}

// each reads the lifespans of a portion, each into the same row.
func (b bulk) each(ctx context.Context, p portion, fn func(*row) error) error {
	statement, args := lifespansIn[b.db.Dialect()], []any{p.after, p.upTo, b.from.Truncate(time.Minute), b.to}
	r := &row{words: map[string]string{}}
	if b.db.Dialect() != dialect.Postgres {
		rows, err := b.db.QueryContext(ctx, statement, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		return scanned(rows, r, r.columns(), fn)
	}
	// Past database/sql, which makes a text of every id and copies every value once more.
	return b.db.Postgres(ctx, func(conn *pgx.Conn) error {
		rows, err := conn.Query(ctx, statement, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		return scanned(rows, r, r.columnsOfPostgres(), fn)
	})
}

// rows are those of database/sql or of pgx.
type rows interface {
	Next() bool
	Scan(...any) error
	Err() error
}

func scanned(all rows, r *row, columns []any, fn func(*row) error) error {
	for all.Next() {
		if err := all.Scan(columns...); err != nil {
			return err
		}
		if err := fn(r); err != nil {
			return err
		}
	}
	return all.Err()
}

// end makes lines of what was counted of an account.
func (p *portion) end(of uuid.UUID, c *usage.Counter) error {
	lines, err := c.Lines()
	if len(lines) > 0 {
		p.used = append(p.used, AccountUsage{of, lines})
	}
	return err
}
