package worker

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"sync"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/store"
)

// retryDue is the wait after a row of a Due has failed once, which doubles each time.
const retryDue = time.Minute

// A Due is work that follows from rows which are something else besides: each is done
// once the time in one of its columns has come, and Do changes the row so that this
// time counts no more. Rows aren't leased: of several workers, the transaction of one
// still finds the row due. One that fails is never given up. When it is tried again is
// kept in memory: after a restart, perhaps with the fix, that is at once.
type Due struct {
	Name  string
	DB    *store.DB
	Now   func() time.Time
	Table string
	// Column has the time when a row is due; null: never.
	Column string
	// Waiting is an ent predicate for the rows whose time counts; nil: all.
	Waiting func(*entsql.Selector)
	// OwnerTable and OwnerColumn tell the row that is locked before a row of Table: the
	// one of OwnerTable whose id is in OwnerColumn.
	OwnerTable, OwnerColumn string
	// Slow says that a row may take long.
	Slow bool
	// Business says that the times are of business time.
	Business bool
	// Do does the work of one row. Another process may be at it too: what must happen
	// once, happens in InTx.
	Do func(context.Context, *Row) error
}

// A Row is one that was found to be due.
type Row struct {
	ID, Owner uuid.UUID

	due   *dueJob
	dueAt time.Time
}

// Job does the rows that are due, the earliest first.
func (d Due) Job() Job {
	j := &dueJob{Due: d, failed: map[uuid.UUID]failure{}}
	return Job{Name: d.Name, Run: j.run, Next: j.next, Of: j.of, Slow: d.Slow, Business: d.Business}
}

// InTx runs fn in a transaction in which the owner is locked and the row is still due.
// Otherwise it returns ErrLost: another worker was faster, or the row was changed.
func (r *Row) InTx(ctx context.Context, fn func(*ent.Tx) error) error {
	d := r.due
	return store.Do(ctx, d.DB, func(tx *ent.Tx) error {
		if err := d.DB.Lock(ctx, tx, d.OwnerTable, r.Owner); err != nil {
			return err
		}
		s := d.selector()
		s.Where(entsql.And(entsql.EQ(s.C(columnID), r.ID), entsql.LTE(s.C(d.Column), d.Now())))
		if still, err := d.read(ctx, tx.QueryContext, s); err != nil || len(still) == 0 {
			return errors.Join(err, ErrLost)
		}
		return fn(tx)
	})
}

// A dueJob is a Due with what it remembers of failures.
type dueJob struct {
	Due
	mu     sync.Mutex
	failed map[uuid.UUID]failure
}

// A failure of a row holds the row back for a while.
type failure struct {
	tries int
	until time.Time
	cause error
}

// run does all rows that are due, also those that become due again by being done. One
// that fails is retried later, and stops no other.
func (d *dueJob) run(ctx context.Context) error {
	due := map[uuid.UUID]bool{}
	for r, err := range d.rows(ctx) {
		if err != nil {
			return err
		}
		now := d.Now()
		if r.dueAt.After(now) {
			break
		}
		due[r.ID] = true
		if d.failure(r.ID).until.After(now) {
			continue
		}
		if err := d.do(ctx, r); err != nil {
			return err
		}
	}
	d.forget(due)
	return nil
}

// next is when the first row is due, or tried again. Rows come in the order of their
// due times: behind one that has not failed, none is earlier.
func (d *dueJob) next(ctx context.Context) (first time.Time, err error) {
	for r, err := range d.rows(ctx) {
		if err != nil {
			return time.Time{}, err
		}
		f := d.failure(r.ID)
		if f.until.After(r.dueAt) {
			first = earlier(first, f.until)
			continue
		}
		return earlier(first, r.dueAt), nil
	}
	return first, nil
}

// do does one row. Of a program that stops, nothing is noted.
func (d *dueJob) do(ctx context.Context, r *Row) error {
	err := d.Do(ctx, r)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err == nil || errors.Is(err, ErrLost):
		d.succeed(r.ID)
	default:
		tries := d.fail(r.ID, err)
		slog.WarnContext(ctx, "job failed, retried later", "job", d.Name, "row", r.ID, "tries", tries, "err", err)
	}
	return nil
}

func (d *dueJob) failure(row uuid.UUID) failure {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.failed[row]
}

func (d *dueJob) succeed(row uuid.UUID) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.failed, row)
}

func (d *dueJob) fail(row uuid.UUID, cause error) (tries int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	tries = d.failed[row].tries + 1
	d.failed[row] = failure{tries: tries, until: d.Now().Add(backoff(retryDue, tries)), cause: cause}
	return tries
}

// forget forgets the failures of rows that are not due any more.
func (d *dueJob) forget(due map[uuid.UUID]bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for row := range d.failed {
		if !due[row] {
			delete(d.failed, row)
		}
	}
}

// rows are those that have a due time, the earliest first, in batches: what is done
// with one may change it.
func (d *dueJob) rows(ctx context.Context) iter.Seq2[*Row, error] {
	return func(yield func(*Row, error) bool) {
		var last *Row
		for {
			some, err := d.after(ctx, last)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, last = range some {
				if !yield(last, nil) {
					return
				}
			}
			if len(some) == 0 {
				return
			}
		}
	}
}

// after are the first rows behind one, in the order of their due times and ids.
func (d *dueJob) after(ctx context.Context, last *Row) ([]*Row, error) {
	s := d.selector().Limit(batch)
	at, id := s.C(d.Column), s.C(columnID)
	s.OrderBy(at, id)
	if last != nil {
		s.Where(entsql.Or(entsql.GT(at, last.dueAt), entsql.And(entsql.EQ(at, last.dueAt), entsql.GT(id, last.ID))))
	}
	return d.read(ctx, d.DB.QueryContext, s)
}

func (d *dueJob) selector() *entsql.Selector {
	b := entsql.Dialect(d.DB.Dialect())
	t := b.Table(d.Table)
	s := b.Select(t.C(columnID), t.C(d.Column), t.C(d.OwnerColumn)).From(t)
	s.Where(entsql.NotNull(s.C(d.Column)))
	if d.Waiting != nil {
		d.Waiting(s)
	}
	return s
}

// A queryContext is the one of a database or of a transaction.
type queryContext func(ctx context.Context, query string, args ...any) (*sql.Rows, error)

func (d *dueJob) read(ctx context.Context, query queryContext, s *entsql.Selector) ([]*Row, error) {
	text, args := s.Query()
	rows, err := query(ctx, text, args...)
	if err != nil {
		return nil, fmt.Errorf("find rows of %s: %w", d.Table, err)
	}
	defer rows.Close()
	var all []*Row
	for rows.Next() {
		r := &Row{due: d}
		if err := rows.Scan(&r.ID, &r.dueAt, &r.Owner); err != nil {
			return nil, fmt.Errorf("read row of %s: %w", d.Table, err)
		}
		all = append(all, r)
	}
	return all, rows.Err()
}
