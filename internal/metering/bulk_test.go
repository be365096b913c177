package metering_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/internal/metering"
	"portico/internal/testkit"
	"portico/internal/usage"
	"portico/internal/viewer"
)

// More accounts than are read at once: what each has is what it is shown, and together
// it is what one statement calculates.
func TestWhatEachAccountUsedIsWhatItIsShown(t *testing.T) {
	t.Parallel()
	f := newFleet(t, 4100)
	if got, want := f.ours(), f.oneStatement(); got != want {
		t.Errorf("%v, and in one statement %v", got, want)
	}
	before, shown := uuid.Nil, 0
	testkit.Must(t, 0, f.Meter.EachAccount(f.system, f.from, f.to, func(u metering.AccountUsage) error {
		if u.Account.String() <= before.String() {
			t.Errorf("%s comes after %s", u.Account, before)
		}
		before = u.Account
		if u.Account[15]%16 == 0 {
			shown++
			f.expectShown(u)
		}
		return nil
	}))
	if shown < 200 {
		t.Errorf("%d were compared", shown)
	}
}

// expectShown compares lines with what their account is shown by resource.
func (f *fleet) expectShown(of metering.AccountUsage) {
	f.T.Helper()
	ctx := viewer.With(f.T.Context(), viewer.Viewer{AccountID: of.Account})
	u, err := f.Meter.Usage(ctx, metering.Period{From: f.from, To: f.to}, metering.Wanted{Rows: metering.ByResource})
	var shown []string
	for _, r := range testkit.Must(f.T, u, err).Rows {
		shown = append(shown, fmt.Sprint(r.App.ID.UUID, *r.Kind, *r.Resource, *r.Plan, *r.MicrosPerHour, *r.UnitMinutes, r.Amount))
	}
	if got := described(of.Lines); !slices.Equal(got, shown) {
		f.T.Errorf("%s has %q, and is shown %q", of.Account, got, shown)
	}
}

func described(lines []usage.Line) (all []string) {
	for _, l := range lines {
		all = append(all, fmt.Sprint(l.App, l.Kind, l.Resource, l.Plan, l.MicrosPerHour, l.UnitMinutes, l.Amount))
	}
	return all
}

// What goes wrong while an account is billed ends the reading.
func TestEachAccountEndsAtAnError(t *testing.T) {
	t.Parallel()
	f := newFleet(t, 10)
	full := errors.New("the disk is full")
	calls := 0
	err := f.Meter.EachAccount(f.system, f.from, f.to, func(metering.AccountUsage) error {
		calls++
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("it ended with %v", err)
	}
	if calls != 1 {
		t.Errorf("%d accounts were billed", calls)
	}
}

func TestEachAccountEndsWithItsContext(t *testing.T) {
	t.Parallel()
	f := newFleet(t, 10)
	ctx, cancel := context.WithCancel(f.system)
	cancel()
	err := f.Meter.EachAccount(ctx, f.from, f.to, func(metering.AccountUsage) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
}

// It reads past the rules of ownership, so only the platform may call it.
func TestAnAccountDoesNotReadWhatEachUsed(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	err := d.Meter.EachAccount(d.ada, start, start.AddDate(0, 1, 0), func(u metering.AccountUsage) error {
		t.Errorf("it sees %v", u)
		return nil
	})
	if err == nil {
		t.Error("it isn't refused")
	}
}

// What was used before costs next to nothing: SQLite skips it in its index, PostgreSQL
// doesn't see it.
func TestEachAccountReadsItsPeriod(t *testing.T) {
	t.Parallel()
	f := newFleet(t, 10)
	ctx, statements := testkit.Counting(f.system)
	testkit.Must(t, 0, f.Meter.EachAccount(ctx, f.to.AddDate(0, 1, 0), f.to.AddDate(0, 2, 0), func(metering.AccountUsage) error { return nil }))
	for _, s := range statements.All() {
		if strings.Contains(s.SQL, "lifespans") {
			testkit.CheckReads(t, f.DB, s, 50) // 10 accounts; 20 lifespans that still run, in the index and in the table
		}
	}
}
