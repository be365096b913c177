package worker_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/mail"
	"portico/internal/notify"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// A bench is a world with a queue on the table of emails.
type bench struct {
	*testkit.World
	worker.Queue
	ctx      context.Context
	attempts map[uuid.UUID]int
	do       func(row uuid.UUID, l *worker.Lease) error
}

func newBench(t *testing.T) *bench {
	w := testkit.New(t)
	b := &bench{World: w, ctx: viewer.AsSystem(t.Context()), attempts: map[uuid.UUID]int{}}
	b.do = func(uuid.UUID, *worker.Lease) error { return nil }
	b.Queue = worker.Queue{
		Name: "test", DB: w.DB, Now: w.Clock.Now, Table: mail.Table, Waiting: mail.And(mail.SentAtIsNil(), mail.FailedAtIsNil()),
		Lease: time.Minute, Retry: time.Minute, MaxTries: 3,
		Do: func(_ context.Context, l *worker.Lease) error {
			b.attempts[l.Row]++
			if err := b.do(l.Row, l); err != nil {
				return err
			}
			return b.write(func(tx *ent.Tx) error { return tx.Mail.UpdateOneID(l.Row).SetSentAt(b.Now()).Exec(b.ctx) })
		},
		Failed: func(_ context.Context, tx *ent.Tx, row uuid.UUID, cause error, givenUp bool) error {
			u := tx.Mail.Update().Where(mail.ID(row)).SetLastError(cause.Error())
			if givenUp {
				u.SetFailedAt(b.Now())
			}
			return u.Exec(b.ctx)
		},
	}
	return b
}

func (b *bench) write(fn func(*ent.Tx) error) error { return store.Do(b.ctx, b.World.DB, fn) }

// add adds rows that are due in some time.
func (b *bench) add(n int, due time.Duration) (rows []uuid.UUID) {
	b.T.Helper()
	for range n {
		testkit.Must(b.T, 0, b.write(func(tx *ent.Tx) error {
			if err := b.Outbox.Post(b.ctx, tx, uuid.Nil, notify.Written{Kind: "test", To: "ada@example.com"}); err != nil {
				return err
			}
			row, err := tx.Mail.Query().Order(ent.Desc(mail.FieldID)).FirstID(b.ctx)
			rows = append(rows, row)
			return errors.Join(err, tx.Mail.UpdateOneID(row).SetDueAt(b.Now().Add(due)).Exec(b.ctx))
		}))
	}
	return rows
}

func (b *bench) run() {
	b.T.Helper()
	testkit.Must(b.T, 0, b.Job().Run(b.ctx))
}

func (b *bench) row(id uuid.UUID) *ent.Mail { return b.World.DB.Mail.GetX(b.ctx, id) }

// in is when the next row is due, from now.
func (b *bench) in() time.Duration {
	b.T.Helper()
	next, err := b.Job().Next(b.ctx)
	return testkit.Must(b.T, next, err).Sub(b.Now())
}

func TestRowsAreDoneWhenDue(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if next, err := b.Job().Next(b.ctx); err != nil || !next.IsZero() {
		t.Errorf("next of nothing: %v, %v", next, err)
	}
	later := b.add(1, time.Hour)[0]
	b.add(50, 0) // more than one batch
	if d := b.in(); d != 0 {
		t.Errorf("next in %v", d)
	}
	b.run()
	if n := len(b.attempts); n != 50 || b.row(later).SentAt != nil {
		t.Errorf("%d were done", n)
	}
	if d := b.in(); d != time.Hour {
		t.Errorf("next in %v", d)
	}
	b.Clock.Move(time.Hour)
	if b.run(); b.row(later).SentAt == nil || b.row(later).Tries != 1 {
		t.Errorf("%v", b.row(later))
	}
}

// A row that fails is retried with growing waits, given up at last, and stops no
// other row.
func TestFailedRowIsRetriedLater(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	bad := b.add(1, -time.Second)[0]
	good := b.add(1, 0)[0]
	b.do = func(row uuid.UUID, _ *worker.Lease) error {
		if row == bad {
			return errors.New("no")
		}
		return nil
	}
	if b.run(); b.row(good).SentAt == nil || b.row(bad).LastError != "no" {
		t.Errorf("%v, %v", b.row(good), b.row(bad))
	}
	for _, wait := range []time.Duration{time.Minute, 2 * time.Minute} {
		if d := b.in(); d != wait {
			t.Errorf("retried in %v, want %v", d, wait)
		}
		b.Clock.Move(wait)
		b.run()
	}
	if got := b.row(bad); got.FailedAt == nil || got.Tries != 3 {
		t.Errorf("%v", got)
	}
	b.Clock.Move(24 * time.Hour)
	if b.run(); b.attempts[bad] != 3 {
		t.Errorf("tried %d times", b.attempts[bad])
	}
}

func TestPermanentErrorIsNotRetried(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	row := b.add(1, 0)[0]
	b.do = func(uuid.UUID, *worker.Lease) error {
		return fmt.Errorf("send: %w", worker.Permanent(errors.New("no such mailbox")))
	}
	if b.run(); b.row(row).FailedAt == nil || b.row(row).LastError != "send: no such mailbox" {
		t.Errorf("%v", b.row(row))
	}
}

// A worker that dies keeps its row for the lease, and a row that kills every worker
// is given up.
func TestCrashFreesTheRowAfterTheLease(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	row := b.add(1, 0)[0]
	b.do = func(uuid.UUID, *worker.Lease) error { panic("power cut") }
	for range 3 {
		func() {
			defer func() { _ = recover() }()
			b.run()
		}()
		if d := b.in(); d != time.Minute {
			t.Errorf("due in %v", d)
		}
		b.run()
		b.Clock.Move(time.Minute)
	}
	if b.run(); b.attempts[row] != 3 || b.row(row).FailedAt == nil {
		t.Errorf("tried %d times: %v", b.attempts[row], b.row(row))
	}
}

// A lease is renewed by its worker's transactions. Once another worker has the row,
// they change nothing.
func TestLostLeaseChangesNothing(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	row := b.add(1, 0)[0]
	note := func(l *worker.Lease, what string) error {
		return l.InTx(b.ctx, func(tx *ent.Tx) error { return tx.Mail.UpdateOneID(row).SetLastError(what).Exec(b.ctx) })
	}
	b.do = func(_ uuid.UUID, l *worker.Lease) error {
		b.Clock.Move(50 * time.Second)
		testkit.Must(t, 0, note(l, "mine"))
		if d := b.in(); d != time.Minute {
			t.Errorf("due in %v", d)
		}
		broken := errors.New("rolled back")
		if err := l.InTx(b.ctx, func(*ent.Tx) error { return broken }); !errors.Is(err, broken) {
			t.Errorf("%v", err)
		}
		testkit.Must(t, 0, note(l, "still mine"))
		b.Clock.Move(time.Minute)
		b.do = func(uuid.UUID, *worker.Lease) error { return nil }
		b.run() // the other worker
		err := note(l, "not mine")
		if !errors.Is(err, worker.ErrLost) {
			t.Errorf("%v", err)
		}
		return err
	}
	if b.run(); b.row(row).LastError != "still mine" || b.row(row).SentAt == nil || b.row(row).Tries != 2 {
		t.Errorf("%v", b.row(row))
	}
}

func TestDeletedRowIsNobodys(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	row := b.add(1, 0)[0]
	b.do = func(uuid.UUID, *worker.Lease) error {
		testkit.Must(t, 0, b.write(func(tx *ent.Tx) error { return tx.Mail.DeleteOneID(row).Exec(b.ctx) }))
		return errors.New("it was deleted")
	}
	b.run()
}

func expectDone(t *testing.T, done *atomic.Int32, rows int32) {
	t.Helper()
	if n := done.Load(); n != rows {
		t.Errorf("%d rows were done %d times", rows, n)
	}
}

// Of workers side by side, one does each row.
func TestEachRowIsLeasedOnce(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	var done atomic.Int32
	b.add(30, 0)
	b.Do = func(_ context.Context, l *worker.Lease) error {
		done.Add(1)
		return b.write(func(tx *ent.Tx) error { return tx.Mail.UpdateOneID(l.Row).SetSentAt(b.Now()).Exec(b.ctx) })
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(b.run)
	}
	wg.Wait()
	expectDone(t, &done, 30)
}

// Of a program that stops, nothing is noted: the lease ends by itself.
func TestStoppingIsNoFailure(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	row := b.add(1, 0)[0]
	ctx, stop := context.WithCancel(b.ctx)
	b.do = func(uuid.UUID, *worker.Lease) error {
		stop()
		return ctx.Err()
	}
	if err := b.Job().Run(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if got := b.row(row); got.LastError != "" || got.FailedAt != nil {
		t.Errorf("%v", got)
	}
}
