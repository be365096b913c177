package metering

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"entgo.io/ent/dialect"
	"github.com/google/uuid"

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
	rows, err := b.db.QueryContext(ctx, lifespansIn[b.db.Dialect()], p.after, p.upTo, b.from.Truncate(time.Minute), b.to)
	if err != nil {
		p.err = err
		return p
	}
	defer rows.Close()
	r, counter := row{words: map[string]string{}}, usage.NewCounter(b.prices, b.from, b.to)
	columns, of := r.columns(), uuid.Nil
	for p.err == nil && rows.Next() {
		if p.err = rows.Scan(columns...); p.err != nil {
			return p
		}
		if r.account != of {
			p.end(of, counter)
			of = r.account
		}
		counter.Add(r.piece())
	}
	if p.err == nil {
		p.err = rows.Err()
	}
	if p.err == nil {
		p.end(of, counter)
	}
	return p
}

// end makes lines of what was counted of an account.
func (p *portion) end(of uuid.UUID, c *usage.Counter) {
	var lines []usage.Line
	if lines, p.err = c.Lines(); len(lines) > 0 {
		p.used = append(p.used, AccountUsage{of, lines})
	}
}

// A row is a lifespan as it is stored.
type row struct {
	account, app         uuid.UUID
	kind, resource, plan sql.RawBytes
	quantity             int32
	from                 time.Time
	to                   sql.NullTime
	// words are names and plans that were read before: each is in memory once.
	words map[string]string
}

func (r *row) columns() []any {
	return []any{&r.account, &r.app, &r.kind, &r.resource, &r.plan, &r.quantity, &r.from, &r.to}
}

func (r *row) piece() usage.Piece {
	p := usage.Piece{App: r.app, Kind: usage.Kind(r.word(r.kind)), Resource: r.word(r.resource)}
	p.Plan, p.Quantity, p.From, p.To = r.word(r.plan), int(r.quantity), r.from.UTC(), r.to.Time.UTC()
	return p
}

func (r *row) word(raw []byte) string {
	w, ok := r.words[string(raw)] // a look-up that copies nothing
	if !ok {
		w = string(raw)
		r.words[w] = w
	}
	return w
}
