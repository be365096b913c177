package worker_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/emailchange"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// A desk is a world with work that follows from a time in email changes.
type desk struct {
	*testkit.World
	worker.Due
	ctx     context.Context
	account uuid.UUID
	done    []uuid.UUID
	do      func(r *worker.Row, tx *ent.Tx) error
}

func newDesk(t *testing.T) *desk {
	w := testkit.New(t)
	d := &desk{World: w, ctx: viewer.AsSystem(t.Context()), account: viewer.ID(w.Account("ada"))}
	d.do = func(*worker.Row, *ent.Tx) error { return nil }
	d.Due = worker.Due{
		Name: "test", DB: w.DB, Now: w.Clock.Now, Table: emailchange.Table, Column: emailchange.FieldDueAt,
		Waiting:    emailchange.StateEQ(emailchange.StatePENDING),
		OwnerTable: account.Table, OwnerColumn: emailchange.FieldAccountID,
		Do: func(_ context.Context, r *worker.Row) error {
			return r.InTx(d.ctx, func(tx *ent.Tx) error {
				d.done = append(d.done, r.ID)
				if err := d.do(r, tx); err != nil {
					return err
				}
				return tx.EmailChange.UpdateOneID(r.ID).SetState(emailchange.StateAPPLIED).Exec(d.ctx)
			})
		},
	}
	return d
}

func (d *desk) write(fn func(*ent.Tx) error) {
	d.T.Helper()
	testkit.Must(d.T, 0, store.Do(d.ctx, d.World.DB, fn))
}

// add adds a row that is due in some time; negative: in the past.
func (d *desk) add(in time.Duration) (row uuid.UUID) {
	d.T.Helper()
	d.write(func(tx *ent.Tx) error {
		c, err := tx.EmailChange.Create().SetAccountID(d.account).SetOldEmail("a").SetNewEmail("b").SetNewKey("b").SetOldLost(true).
			SetCreatedAt(d.Now()).SetExpiresAt(d.Now()).SetDueAt(d.Now().Add(in)).Save(d.ctx)
		row = c.ID
		return err
	})
	return row
}

func (d *desk) move(row uuid.UUID, in time.Duration) {
	d.T.Helper()
	d.write(func(tx *ent.Tx) error { return tx.EmailChange.UpdateOneID(row).SetDueAt(d.Now().Add(in)).Exec(d.ctx) })
}

// run runs a job and returns the rows that it did.
func (d *desk) run(j worker.Job) []uuid.UUID {
	d.T.Helper()
	d.done = nil
	testkit.Must(d.T, 0, j.Run(d.ctx))
	return d.done
}

const never = time.Duration(-1)

// expectNext checks in what time a job is due next.
func (d *desk) expectNext(j worker.Job, want time.Duration) {
	d.T.Helper()
	next, err := j.Next(d.ctx)
	if testkit.Must(d.T, next, err); want == never && next.IsZero() {
		return
	}
	if got := next.Sub(d.Now()); got != want {
		d.T.Errorf("due in %v, want %v", got, want)
	}
}

// Rows are done in the order of their times, those of one time too, and not before.
func TestDueRowsAreDoneInOrder(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	j := d.Job()
	d.expectNext(j, never)
	timeless := d.add(0)
	d.write(func(tx *ent.Tx) error { return tx.EmailChange.UpdateOneID(timeless).ClearDueAt().Exec(d.ctx) })
	d.expectNext(j, never)
	second, first := d.add(2*time.Hour), d.add(time.Hour)
	d.Clock.Move(time.Hour - time.Microsecond)
	if d.expectNext(j, time.Microsecond); len(d.run(j)) != 0 {
		t.Errorf("done too early: %v", d.done)
	}
	d.Clock.Move(time.Microsecond)
	if d.expectNext(j, 0); !slices.Equal(d.run(j), []uuid.UUID{first}) {
		t.Errorf("done were %v", d.done)
	}
	d.expectNext(j, time.Hour)
	d.Clock.Move(2 * time.Hour)
	want := []uuid.UUID{second}
	for range 50 { // more than one batch
		want = append(want, d.add(-time.Minute))
	}
	if d.expectNext(j, -time.Hour); !slices.Equal(d.run(j), want) {
		t.Errorf("%d were done, want %d in order", len(d.done), len(want))
	}
	d.expectNext(j, never)
}

// Rows that fail are tried again, later each time, and stop no other, however many
// they are. After a restart they are tried at once.
func TestFailedDueRowIsRetriedLater(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	j := d.Job()
	bad := map[uuid.UUID]bool{}
	for range 25 { // more than one batch
		bad[d.add(-time.Hour)] = true
	}
	good := d.add(0)
	d.do = func(r *worker.Row, _ *ent.Tx) error {
		if bad[r.ID] {
			return errors.New("no")
		}
		return nil
	}
	if done := d.run(j); len(done) != 26 || done[25] != good {
		t.Errorf("%d were tried", len(done))
	}
	for i := range 12 {
		wait := time.Minute << min(i, 8)
		d.expectNext(j, wait)
		later := d.add(wait / 2)
		d.Clock.Move(wait / 2)
		if done := d.run(j); !slices.Equal(done, []uuid.UUID{later}) {
			t.Errorf("after %v: done were %v", wait/2, done)
		}
		d.Clock.Move(wait / 2)
		if done := d.run(j); len(done) != len(bad) {
			t.Errorf("after %v: %d were tried again", wait, len(done))
		}
	}
	if done := d.run(d.Job()); len(done) != len(bad) {
		t.Errorf("after a restart %d were tried", len(done))
	}
}

// A row that is due at another time has not failed there, and one that was done has
// not failed at all.
func TestFailureIsForgotten(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	j := d.Job()
	row := d.add(0)
	fail := errors.New("no")
	d.do = func(*worker.Row, *ent.Tx) error { return fail }
	d.run(j)
	d.Clock.Move(time.Minute)
	d.run(j)
	d.expectNext(j, 2*time.Minute)
	d.move(row, time.Hour)
	if d.expectNext(j, time.Hour); len(d.run(j)) != 0 {
		t.Errorf("done was %v", d.done)
	}
	d.Clock.Move(time.Hour)
	d.run(j)
	d.expectNext(j, time.Minute)
	d.Clock.Move(time.Minute)
	d.do = func(r *worker.Row, tx *ent.Tx) error { return nil }
	if len(d.run(j)) != 1 {
		t.Error("it was not tried again")
	}
	d.expectNext(j, never)
}

// Work that moves its row on is done as often as it is due.
func TestDueRowIsDoneUntilItIsNotDue(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	start := d.Now().Add(-3 * time.Hour)
	row, hours := d.add(-3*time.Hour), 0
	d.Do = func(_ context.Context, r *worker.Row) error {
		return r.InTx(d.ctx, func(tx *ent.Tx) error {
			hours++
			return tx.EmailChange.UpdateOneID(row).SetDueAt(start.Add(time.Duration(hours) * time.Hour)).Exec(d.ctx)
		})
	}
	j := d.Job()
	if d.run(j); hours != 4 {
		t.Errorf("done %d times", hours)
	}
	d.expectNext(j, time.Hour)
}

// What was found to be due may have been changed before its turn: nothing is done.
func TestDueRowIsLookedAtAgain(t *testing.T) {
	t.Parallel()
	for name, meanwhile := range map[string]func(d *desk, row uuid.UUID){
		"later": func(d *desk, row uuid.UUID) { d.move(row, time.Hour) },
		"done":  func(d *desk, _ uuid.UUID) { testkit.Must(d.T, 0, d.Due.Job().Run(d.ctx)) },
		"deleted": func(d *desk, row uuid.UUID) {
			d.write(func(tx *ent.Tx) error { return tx.EmailChange.DeleteOneID(row).Exec(d.ctx) })
		},
	} {
		d := newDesk(t)
		row := d.add(0)
		late := d.Due
		late.Do = func(ctx context.Context, r *worker.Row) error {
			meanwhile(d, row)
			d.done = nil
			err := d.Do(ctx, r)
			if !errors.Is(err, worker.ErrLost) {
				t.Errorf("%s: %v", name, err)
			}
			return err
		}
		j := late.Job()
		if done := d.run(j); len(done) != 0 {
			t.Errorf("%s: done was %v", name, done)
		}
		d.expectNext(j, map[string]time.Duration{"later": time.Hour, "done": never, "deleted": never}[name])
	}
}

// Of workers in several processes, one does each row.
func TestEachDueRowIsDoneOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for range 30 {
		d.add(0)
	}
	var done atomic.Int32
	d.Do = func(_ context.Context, r *worker.Row) error {
		return r.InTx(d.ctx, func(tx *ent.Tx) error {
			done.Add(1)
			return tx.EmailChange.UpdateOneID(r.ID).SetState(emailchange.StateAPPLIED).Exec(d.ctx)
		})
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if err := d.Job().Run(d.ctx); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	expectDone(t, &done, 30)
}

// Of a program that stops, nothing is noted.
func TestStoppingIsNoFailureOfADueRow(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.add(0)
	ctx, stop := context.WithCancel(d.ctx)
	d.do = func(*worker.Row, *ent.Tx) error {
		stop()
		return ctx.Err()
	}
	j := d.Job()
	if err := j.Run(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	d.expectNext(j, 0)
}
