package worker

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
)

// A Waiting is a row that is to be done.
type Waiting struct {
	// Job is the name of the job that does it.
	Job        string
	Row, Owner uuid.UUID
	DueAt      time.Time
	// Tries is how often it was tried in vain.
	Tries int
	// Fault is why the last try failed; empty where it isn't known.
	Fault string
}

// Waiting lists what waits of these owners, in the order in which it is due: of each
// job at most so many rows.
func (w *Workers) Waiting(ctx context.Context, owners []uuid.UUID, limit int) (all []Waiting, err error) {
	for _, one := range w.list {
		for _, j := range one.Jobs {
			if j.Of == nil {
				continue
			}
			some, err := j.Of(ctx, owners, limit)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", j.Name, err)
			}
			all = append(all, some...)
		}
	}
	slices.SortStableFunc(all, func(a, b Waiting) int { return cmp.Or(a.DueAt.Compare(b.DueAt), cmp.Compare(a.Job, b.Job)) })
	return all[:min(len(all), limit)], nil
}

func (d *dueJob) of(ctx context.Context, owners []uuid.UUID, limit int) ([]Waiting, error) {
	s := d.selector().Limit(limit)
	s.Where(owned(s, d.OwnerColumn, owners))
	rows, err := d.read(ctx, d.DB.QueryContext, s.OrderBy(s.C(d.Column), s.C(columnID)))
	if err != nil {
		return nil, err
	}
	all := make([]Waiting, len(rows))
	for i, r := range rows {
		f := d.failure(r.ID)
		all[i] = Waiting{Job: d.Name, Row: r.ID, Owner: r.Owner, DueAt: r.dueAt.UTC(), Tries: f.tries}
		if f.cause != nil {
			all[i].Fault = f.cause.Error()
		}
	}
	return all, nil
}

func (q Queue) of(ctx context.Context, owners []uuid.UUID, limit int) ([]Waiting, error) {
	if q.OwnerColumn == "" {
		return nil, nil
	}
	b := entsql.Dialect(q.DB.Dialect())
	t := b.Table(q.Table)
	columns := []string{t.C(columnID), t.C(q.OwnerColumn), t.C(columnDueAt), t.C(columnTries)}
	if q.FaultColumn != "" {
		columns = append(columns, t.C(q.FaultColumn))
	}
	s := b.Select(columns...).From(t).Limit(limit)
	s.Where(owned(s, q.OwnerColumn, owners))
	if listed := q.Listed; listed != nil {
		listed(s)
	} else if q.Waiting != nil {
		q.Waiting(s)
	}
	query, args := s.OrderBy(s.C(columnDueAt), s.C(columnID)).Query()
	rows, err := q.DB.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("list rows of %s: %w", q.Table, err)
	}
	defer rows.Close()
	return q.listed(rows)
}

func (q Queue) listed(rows *sql.Rows) (all []Waiting, err error) {
	for rows.Next() {
		w := Waiting{Job: q.Name}
		to := []any{&w.Row, &w.Owner, &w.DueAt, &w.Tries}
		if q.FaultColumn != "" {
			to = append(to, &w.Fault)
		}
		if err := rows.Scan(to...); err != nil {
			return nil, fmt.Errorf("read row of %s: %w", q.Table, err)
		}
		w.DueAt = w.DueAt.UTC()
		all = append(all, w)
	}
	return all, rows.Err()
}

func owned(s *entsql.Selector, column string, owners []uuid.UUID) *entsql.Predicate {
	ids := make([]any, len(owners))
	for i, id := range owners {
		ids[i] = id
	}
	return entsql.In(s.C(column), ids...)
}
