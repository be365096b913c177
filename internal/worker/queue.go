package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/store"
)

const (
	batch = 20
	// maxDoublings bounds the backoff at 256 times the first retry.
	maxDoublings = 8
)

// The columns of every table whose rows are work.
const (
	columnID    = "id"
	columnDueAt = "due_at"
	columnTries = "tries"
)

// A Queue is the rows of a table as work: each is done once its column due_at has
// come. A worker leases a row by moving due_at ahead, so that no other one takes it,
// and one whose worker has died becomes due again. A crash may have a row done
// twice.
type Queue struct {
	Name  string
	DB    *store.DB
	Now   func() time.Time
	Table string
	// Waiting is an ent predicate for the rows that wait, due or not; nil: all. Do and
	// Failed take the row out of it when it is done, or given up.
	Waiting func(*entsql.Selector)
	// OwnerColumn has whose work a row is; "": nobody's.
	OwnerColumn string
	// FaultColumn has why the last try failed; "": it isn't kept.
	FaultColumn string
	// Listed is an ent predicate for the rows that are listed of an owner, those that were
	// given up among them; nil: as Waiting.
	Listed func(*entsql.Selector)
	// Lease is how long a row is one worker's.
	Lease time.Duration
	// Retry is the wait after the first failure, which doubles each time.
	Retry time.Duration
	// MaxTries is after how many tries a row is given up.
	MaxTries int
	// Slow says that a row may take long.
	Slow bool
	// Do does the work of one row.
	Do func(context.Context, *Lease) error
	// Failed notes that a try has failed, or the row was given up, in the transaction
	// that has set the new due time. It may delete the row, and locks no other.
	Failed func(ctx context.Context, tx *ent.Tx, row uuid.UUID, cause error, givenUp bool) error
}

// Job does the rows that are due.
func (q Queue) Job() Job {
	return Job{Name: q.Name, Run: q.run, Next: q.next, Of: q.of, Slow: q.Slow}
}

// backoff is the wait after some tries.
func backoff(first time.Duration, tries int) time.Duration {
	return first << min(tries-1, maxDoublings)
}

// ErrLost says that a row is not this worker's any more: its lease has ended and
// another one took it, or it was deleted.
var ErrLost = errors.New("the lease was lost")

// errCrashed is the cause where no worker has lived to tell one.
var errCrashed = errors.New("every try ended without a result")

// Permanent marks an error that another try would not change.
func Permanent(err error) error { return permanentError{err} }

type permanentError struct{ error }

func (p permanentError) Unwrap() error { return p.error }

// A Lease is a row that this worker holds.
type Lease struct {
	Row   uuid.UUID
	Tries int // with this one

	queue *Queue
	dueAt time.Time
}

// InTx runs fn in a transaction that commits only if the row is still this
// worker's, and renews the lease. fn locks what has to be locked before the row.
func (l *Lease) InTx(ctx context.Context, fn func(*ent.Tx) error) error {
	dueAt := l.queue.Now().Add(l.queue.Lease)
	err := store.Do(ctx, l.queue.DB, func(tx *ent.Tx) error {
		if err := fn(tx); err != nil {
			return err
		}
		return l.move(ctx, tx, dueAt, l.Tries)
	})
	if err == nil {
		l.dueAt = dueAt
	}
	return err
}

// move changes the due time of a row that nobody else has moved.
func (l *Lease) move(ctx context.Context, tx *ent.Tx, dueAt time.Time, tries int, which ...func(*entsql.Selector)) error {
	q := l.queue
	s := q.selector()
	for _, w := range which {
		if w != nil {
			w(s)
		}
	}
	s.Where(entsql.And(entsql.EQ(s.C(columnID), l.Row), entsql.EQ(s.C(columnDueAt), l.dueAt)))
	u := entsql.Dialect(q.DB.Dialect()).Update(q.Table).Set(columnDueAt, dueAt).Set(columnTries, tries)
	query, args := u.FromSelect(s).Query()
	changed, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("lease row of %s: %w", q.Table, err)
	}
	if n, err := changed.RowsAffected(); err != nil || n == 0 {
		return errors.Join(ErrLost, err)
	}
	return nil
}

func (q *Queue) selector() *entsql.Selector {
	b := entsql.Dialect(q.DB.Dialect())
	return b.Select(columnID, columnDueAt, columnTries).From(b.Table(q.Table))
}

// waiting are the first rows that wait, those due first in front.
func (q *Queue) waiting(ctx context.Context, limit int) ([]Lease, error) {
	s := q.selector().OrderBy(columnDueAt).Limit(limit)
	if q.Waiting != nil {
		q.Waiting(s)
	}
	query, args := s.Query()
	rows, err := q.DB.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("find rows of %s: %w", q.Table, err)
	}
	defer rows.Close()
	var all []Lease
	for rows.Next() {
		l := Lease{queue: q}
		if err := rows.Scan(&l.Row, &l.dueAt, &l.Tries); err != nil {
			return nil, fmt.Errorf("read row of %s: %w", q.Table, err)
		}
		all = append(all, l)
	}
	return all, rows.Err()
}

func (q Queue) next(ctx context.Context) (time.Time, error) {
	first, err := q.waiting(ctx, 1)
	if err != nil || len(first) == 0 {
		return time.Time{}, err
	}
	return first[0].dueAt, nil
}

// run does all rows that are due. One that fails is retried later, and stops no
// other.
func (q Queue) run(ctx context.Context) error {
	for {
		rows, err := q.waiting(ctx, batch)
		if err != nil {
			return err
		}
		done := 0
		for i := range rows {
			l := &rows[i]
			if l.dueAt.After(q.Now()) {
				return nil
			}
			if err := q.take(ctx, l); errors.Is(err, ErrLost) {
				continue // another worker was faster
			} else if err != nil {
				return err
			}
			if err := q.do(ctx, l); err != nil {
				return err
			}
			done++
		}
		if done == 0 {
			return nil
		}
	}
}

// take leases a row that still waits.
func (q *Queue) take(ctx context.Context, l *Lease) error {
	dueAt := q.Now().Add(q.Lease)
	err := store.Do(ctx, q.DB, func(tx *ent.Tx) error { return l.move(ctx, tx, dueAt, l.Tries+1, q.Waiting) })
	if err == nil {
		l.dueAt, l.Tries = dueAt, l.Tries+1
	}
	return err
}

// do does one row, and notes it if that fails.
func (q *Queue) do(ctx context.Context, l *Lease) error {
	cause := errCrashed
	if l.Tries <= q.MaxTries {
		cause = q.Do(ctx, l)
	}
	if cause == nil || errors.Is(cause, ErrLost) || ctx.Err() != nil {
		return ctx.Err() // of a program that stops, the lease ends by itself
	}
	givenUp := l.Tries >= q.MaxTries || errors.As(cause, new(permanentError))
	if givenUp {
		slog.ErrorContext(ctx, "job given up", "job", q.Name, "row", l.Row, "tries", l.Tries, "err", cause)
	} else {
		slog.WarnContext(ctx, "job failed, retried later", "job", q.Name, "row", l.Row, "tries", l.Tries, "err", cause)
	}
	err := store.Do(ctx, q.DB, func(tx *ent.Tx) error {
		if err := l.move(ctx, tx, q.Now().Add(backoff(q.Retry, l.Tries)), l.Tries); err != nil {
			return err
		}
		return q.Failed(ctx, tx, l.Row, cause, givenUp)
	})
	if errors.Is(err, ErrLost) {
		return nil
	}
	return err
}
