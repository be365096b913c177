package metering

import (
	"database/sql"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"

	"portico/internal/usage"
)

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

// columns are those that [lifespansIn] and [usedIn] select.
func (r *row) columns() []any {
	return []any{&r.account, &r.app, &r.kind, &r.resource, &r.plan, &r.quantity, &r.from, &r.to}
}

// columnsOfPostgres are the same for pgx, which then copies no bytes that stay the same.
func (r *row) columnsOfPostgres() []any {
	return []any{
		(*[16]byte)(&r.account), (*[16]byte)(&r.app), (*pgtype.DriverBytes)(&r.kind), (*pgtype.DriverBytes)(&r.resource),
		(*pgtype.DriverBytes)(&r.plan), &r.quantity, &r.from, (*endOfPostgres)(&r.to),
	}
}

// An endOfPostgres is a time or null, as pgx scans one.
type endOfPostgres sql.NullTime

// ScanTimestamptz implements [pgtype.TimestamptzScanner].
func (e *endOfPostgres) ScanTimestamptz(t pgtype.Timestamptz) error {
	*e = endOfPostgres{Time: t.Time, Valid: t.Valid}
	return nil
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
