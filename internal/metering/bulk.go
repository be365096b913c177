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
// It is how a month is billed. It reads past ent, so it is for the platform alone.
func (m Meter) EachAccount(ctx context.Context, from, to time.Time, fn func(AccountUsage) error) error {
	if v, _ := viewer.From(ctx); !v.System {
		return privacy.Denyf("read what every account used")
	}
	plans, err := m.Catalog.Read(ctx)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	read := make(chan portion)
	defer func() { // nothing is read any longer once this has returned
		stop()
		for range read {
			continue
		}
	}()
	b := &bulk{db: m.DB, from: from.UTC(), to: to.UTC(), counter: usage.NewCounter(plans.Prices(), from, to), words: map[string]string{}}
	go b.read(ctx, read)
	for p := range read {
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

// A portion is what the accounts of one statement used.
type portion struct {
	used []AccountUsage
	last bool
	err  error
}

// A bulk reads accounts, portion by portion.
type bulk struct {
	db       *store.DB
	from, to time.Time
	counter  *usage.Counter
	// after is the account that was read last.
	after uuid.UUID
	// words are names and plans that were read before: each is in memory once.
	words map[string]string
}

func (b *bulk) read(ctx context.Context, to chan<- portion) {
	defer close(to)
	for {
		p := b.next(ctx)
		select {
		case to <- p:
		case <-ctx.Done():
			return
		}
		if p.last || p.err != nil {
			return
		}
	}
}

// lifespansIn selects, in each dialect, a row for each lifespan of the accounts that come
// next, and one for each account without any: they count, too. SQLite looks at the history
// in its index, and numbers placeholders in the order in which they stand. PostgreSQL must
// be kept from reading all lifespans for each portion, and searches its index twice.
var lifespansIn = map[string]string{
	dialect.SQLite: `
		SELECT a.id, app_id, kind, resource, plan, quantity, billed_from, billed_to
		FROM (SELECT id FROM accounts WHERE id > $1 ORDER BY id LIMIT $2) a
		LEFT JOIN lifespans ON account_id = a.id AND (billed_to > $3 OR billed_to IS NULL) AND billed_from < $4
		ORDER BY a.id`,
	dialect.Postgres: `
		SELECT a.id, app_id, kind, resource, plan, quantity, billed_from, billed_to
		FROM (SELECT id FROM accounts WHERE id > $1 ORDER BY id LIMIT $2) a
		LEFT JOIN LATERAL (
			SELECT * FROM lifespans WHERE account_id = a.id AND billed_to > $3 AND billed_from < $4
			UNION ALL
			SELECT * FROM lifespans WHERE account_id = a.id AND billed_to IS NULL AND billed_from < $4
			OFFSET 0
		) l ON true
		ORDER BY a.id`,
}

// next reads the accounts that come next.
func (b *bulk) next(ctx context.Context) (p portion) {
	rows, err := b.db.QueryContext(ctx, lifespansIn[b.db.Dialect()], b.after, accountsAtOnce, b.from.Truncate(time.Minute), b.to)
	if err != nil {
		return portion{err: err}
	}
	defer rows.Close()
	accounts, r := 0, row{}
	columns := r.columns()
	for p.err == nil && rows.Next() {
		if p.err = rows.Scan(columns...); p.err != nil {
			return p
		}
		if r.account != b.after {
			p.err = b.end(&p)
			b.after = r.account
			accounts++
		}
		if r.app.Valid {
			b.counter.Add(b.piece(&r))
		}
	}
	if p.err == nil {
		p.err = rows.Err()
	}
	if p.err == nil {
		p.err = b.end(&p)
	}
	p.last = accounts < accountsAtOnce
	return p
}

// end makes lines of what was counted of the account that was read last.
func (b *bulk) end(p *portion) error {
	lines, err := b.counter.Lines()
	if err == nil && len(lines) > 0 {
		p.used = append(p.used, AccountUsage{b.after, lines})
	}
	return err
}

// A row is a lifespan as it is stored. For an account without any, all else is null.
type row struct {
	account              uuid.UUID
	app                  uuid.NullUUID
	kind, resource, plan sql.RawBytes
	quantity             sql.NullInt32
	from, to             sql.NullTime
}

func (r *row) columns() []any {
	return []any{&r.account, &r.app, &r.kind, &r.resource, &r.plan, &r.quantity, &r.from, &r.to}
}

func (b *bulk) piece(r *row) usage.Piece {
	p := usage.Piece{App: r.app.UUID, Kind: usage.Kind(b.word(r.kind)), Resource: b.word(r.resource)}
	p.Plan, p.Quantity, p.From, p.To = b.word(r.plan), int(r.quantity.Int32), r.from.Time.UTC(), r.to.Time.UTC()
	return p
}

func (b *bulk) word(raw []byte) string {
	w, ok := b.words[string(raw)] // a look-up that copies nothing
	if !ok {
		w = string(raw)
		b.words[w] = w
	}
	return w
}
