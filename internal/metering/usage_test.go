package metering_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"portico/ent"
	"portico/internal/gid"
	"portico/internal/metering"
	"portico/internal/money"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/usage"
	"portico/internal/viewer"
)

// runs has containers of an app run from now on.
func (d *desk) runs(a *ent.App, n int32) uuid.UUID {
	d.T.Helper()
	id := uuid.Must(uuid.NewV7())
	testkit.Must(d.T, 0, store.Do(d.ada, d.DB, func(tx *ent.Tx) error {
		_, err := d.Meter.Order(d.ada, tx, metering.Resource{ID: id, App: a, Kind: usage.Container, Name: "web"}, metering.Order{Plan: "M", Quantity: n})
		return err
	}))
	testkit.Must(d.T, 0, d.report(metering.Fact{Resource: id, Key: uuid.NewString(), At: d.Clock.Now(), Plan: "M", Quantity: n}))
	return id
}

// used is what an account used in a period.
func (d *desk) used(as context.Context, p metering.Period) *metering.Usage {
	d.T.Helper()
	u, err := d.Meter.Usage(as, p, metering.Wanted{Rows: metering.ByResource})
	return testkit.Must(d.T, u, err)
}

var november = metering.Period{
	From: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC),
}

func of(p metering.Period, app gid.ID) metering.Period {
	p.App = &app
	return p
}

// The usage of an app is its part of the whole, and of an app that one never paid for it is
// nothing, whosever it is.
func TestUsageOfAnApp(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	other, bob := d.App(d.ada, "other"), d.Account("bob")
	d.runs(d.app, 1)
	d.runs(other, 2)
	d.Clock.Move(10 * time.Hour)
	whole, shop, rest := d.used(d.ada, november), d.used(d.ada, of(november, d.app.GlobalID())), d.used(d.ada, of(november, other.GlobalID()))
	if len(shop.Rows) != 1 || shop.Rows[0].App.Name != "shop" {
		t.Errorf("rows of the app are %+v", shop.Rows)
	}
	if shop.Total+rest.Total != whole.Total {
		t.Errorf("%d and %d are not %d", shop.Total, rest.Total, whole.Total)
	}
	if *shop.Forecast+*rest.Forecast != *whole.Forecast {
		t.Errorf("forecasts %d and %d are not %d", *shop.Forecast, *rest.Forecast, *whole.Forecast)
	}
	for name, id := range map[string]gid.ID{
		"never hers": d.App(bob, "bobs-app").GlobalID(), "nobody's": {Kind: gid.App, UUID: uuid.New()}, "no app's": {Kind: gid.Account, UUID: d.app.ID},
	} {
		if u := d.used(d.ada, of(november, id)); len(u.Rows) != 0 || u.Total != 0 || *u.Forecast != 0 {
			t.Errorf("an app that is %s: %+v", name, u)
		}
	}
	if u := d.used(bob, of(november, d.app.GlobalID())); len(u.Rows) != 0 {
		t.Errorf("a stranger sees %+v", u.Rows)
	}
}

// R69: the usage of an app reads only the lifespans of that app, however many others the
// account has.
func TestR69_UsageOfAnAppReadsNoOthers(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	other := d.App(d.ada, "other")
	d.runs(d.app, 1)
	for range 60 {
		d.runs(other, 1)
	}
	d.Clock.Move(time.Hour)
	ctx, ran := testkit.Counting(d.ada)
	d.used(ctx, of(november, d.app.GlobalID()))
	read := 0
	for _, s := range ran.All() {
		if strings.Contains(s.SQL, "lifespans") {
			testkit.CheckReads(t, d.DB, s, 5)
			read++
		}
	}
	if read != 1 {
		t.Errorf("lifespans are read by %d statements:\n%s", read, ran)
	}
}

// U6: what is forecast is what it comes to, if nothing changes until the period's end:
// whatever runs, has ended, or comes and goes in the current minute.
func TestU6_TheForecastIsTheTotalAtThePeriodsEnd(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	rapid.Check(t, func(t *rapid.T) {
		p := metering.Period{From: d.Clock.Now().Add(-time.Duration(rapid.IntRange(0, 7200).Draw(t, "before")) * time.Second)}
		var running []uuid.UUID
		for range rapid.IntRange(1, 4).Draw(t, "resources") {
			running = append(running, d.runs(d.app, rapid.Int32Range(1, 3).Draw(t, "amount")))
			d.Clock.Move(time.Duration(rapid.IntRange(0, 200).Draw(t, "seconds")) * time.Second)
		}
		for _, id := range running[:rapid.IntRange(0, len(running)).Draw(t, "ended")] {
			d.order(id, 0, usage.Stopped)
			d.Clock.Move(time.Duration(rapid.IntRange(0, 90).Draw(t, "seconds")) * time.Second)
		}
		p.To = d.Clock.Now().Add(time.Duration(rapid.IntRange(1, 100_000).Draw(t, "left")) * time.Second)
		forecast := *d.used(d.ada, p).Forecast
		d.Clock.Move(p.To.Sub(d.Clock.Now()))
		if u := d.used(d.ada, p); u.Forecast != nil || u.Total != forecast {
			t.Errorf("%d was forecast, it is %d", forecast, u.Total)
		}
		for _, id := range running {
			d.order(id, 0, usage.Stopped)
		}
	})
}

// In the last minute of a period, what is to come is counted already.
func TestForecastInTheLastMinute(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.runs(d.app, 2)
	d.Clock.Move(november.To.Add(-30 * time.Second).Sub(d.Clock.Now()))
	if u := d.used(d.ada, november); *u.Forecast != u.Total {
		t.Errorf("%d is forecast, it is %d so far", *u.Forecast, u.Total)
	}
}

// What has been stopped adds nothing; what runs adds its price until the end.
func TestForecastIsMadeOfWhatRuns(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	id := d.runs(d.app, 1)
	d.Clock.Move(time.Hour)
	running := *d.used(d.ada, november).Forecast
	d.order(id, 0, usage.Stopped)
	u := d.used(d.ada, november)
	if *u.Forecast != u.Total || running <= u.Total {
		t.Errorf("stopped: %d is forecast, it is %d; while it ran, it was %d", *u.Forecast, u.Total, running)
	}
	var hours money.Cents = 252 // from November 20, 12:00
	if price := u.Total; running < hours*price-hours || running > hours*price+hours {
		t.Errorf("of %d cents an hour, %d are forecast for %d hours", price, running, hours)
	}
}

// R36: rows are made of 20,000 lines at most. What has no rows is counted all the same.
func TestR36_RowsOfUsageAreBounded(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	other := d.App(d.ada, "other")
	d.runs(other, 1)
	d.lines(20_000)
	d.Clock.Move(time.Hour)
	_, err := d.Meter.Usage(d.ada, november, metering.Wanted{Rows: metering.ByApp})
	if testkit.InputErrors(err) != "BAD_USER_INPUT" || !strings.Contains(err.Error(), "20,000 lines") {
		t.Errorf("of more: %v", err)
	}
	read := 0
	u, err := d.Meter.Usage(d.ada, of(november, d.app.GlobalID()), metering.Wanted{Rows: metering.ByApp, Read: func() error { read++; return nil }})
	if testkit.Must(t, u, err); len(u.Rows) != 1 || u.Rows[0].Amount != u.Total || read != 199 {
		t.Errorf("of as many, %d hundreds beyond the first: %+v", read, u)
	}
	all, err := d.Meter.Usage(d.ada, november, metering.Wanted{Sums: true, Days: true, Read: func() error { return errors.New("much is read") }})
	if testkit.Must(t, all, err); all.Total <= u.Total || *all.Forecast <= *u.Forecast || len(all.Days) != 1 || all.Rows != nil {
		t.Errorf("without rows: %+v, and of the app %+v", all, u)
	}
	_, err = d.Meter.Usage(d.ada, of(november, d.app.GlobalID()), metering.Wanted{Rows: metering.ByApp, Read: func() error { return problem.Missing() }})
	if testkit.InputErrors(err) != "NOT_FOUND" {
		t.Errorf("a customer who may read no more: %v", err)
	}
}

// lines gives the app so many containers, each of a type of its own, that run from now on.
func (d *desk) lines(n int) {
	d.T.Helper()
	each := fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ", n)
	id := "printf('00000000-0000-7000-8000-%012x', i)"
	if d.DB.Dialect() == dialect.Postgres {
		id = "CAST('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0') AS uuid)"
	}
	testkit.Must(d.T, 0, store.Do(d.system, d.DB, func(tx *ent.Tx) error {
		_, err := tx.ExecContext(d.system, each+"INSERT INTO lifespans (id, account_id, app_id, app_name, kind, resource, resource_id, plan, quantity, "+
			"started_at, billed_from) SELECT "+id+", $1, $2, 'shop', 'CONTAINER', 'type-' || i, "+id+", 'S', 1, $3, $3 FROM n",
			viewer.ID(d.ada), d.app.ID, d.Clock.Now().Truncate(time.Minute))
		return err
	}))
}

// R90: sums, too, are charged for the lifespans that the database reads for them, and not
// for the groups that it makes of them: of many that began and ended in the same minutes, it
// passes on one.
func TestR90_SumsAreChargedForTheLifespansThatTheyRead(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.lines(1000)
	d.Clock.Move(time.Hour)
	summed := 0
	want := metering.Wanted{Sums: true, Sum: func() error { summed++; return nil }}
	u, err := d.Meter.Usage(d.ada, november, want)
	if testkit.Must(t, u, err); u.Total == 0 || summed != 9 {
		t.Errorf("%d cents; of 1000 lifespans, %d hundreds beyond the first are charged", u.Total, summed)
	}
	d.order(d.runs(d.app, 1), 0, usage.Stopped) // another group
	want.Sum = func() error { return problem.Missing() }
	if _, err := d.Meter.Usage(d.ada, november, want); testkit.InputErrors(err) != "NOT_FOUND" {
		t.Errorf("a customer who may have no more summed up: %v", err)
	}
}
