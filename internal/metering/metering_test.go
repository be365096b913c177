package metering_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"portico/ent"
	"portico/ent/lifespan"
	"portico/ent/resource"
	"portico/internal/metering"
	"portico/internal/page"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/usage"
	"portico/internal/viewer"
)

var start = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// A desk meters one resource after another, of an app of Ada's.
type desk struct {
	*testkit.World
	ada    context.Context
	system context.Context
	app    *ent.App
}

func newDesk(t testing.TB) *desk {
	w, ada := testkit.WithAccount(t, "ada")
	w.Clock.Move(start.Sub(w.Clock.Now()))
	return &desk{World: w, ada: ada, system: viewer.AsSystem(t.Context()), app: w.App(ada, "shop")}
}

// web are the web containers of the app.
func (d *desk) web(id uuid.UUID) metering.Resource {
	return metering.Resource{ID: id, App: d.app, Kind: usage.Container, Name: "web"}
}

func (d *desk) order(id uuid.UUID, n int32, why usage.EndReason) {
	d.T.Helper()
	testkit.Must(d.T, 0, store.Do(d.ada, d.DB, func(tx *ent.Tx) error {
		_, err := d.Meter.Order(d.ada, tx, d.web(id), metering.Order{Plan: "M", Quantity: n, Reason: why})
		return err
	}))
}

func (d *desk) report(f metering.Fact) error {
	return store.Do(d.system, d.DB, func(tx *ent.Tx) error {
		_, err := d.Meter.Report(d.system, tx, f)
		return err
	})
}

// spans are the lifespans of a resource, without their ids.
func (d *desk) spans(id uuid.UUID) (all []ent.Lifespan) {
	for _, l := range d.DB.Lifespan.Query().Where(lifespan.ResourceID(id)).Order(ent.Asc(lifespan.FieldStartedAt, lifespan.FieldBilledFrom)).AllX(d.system) {
		one := ent.Lifespan{AccountID: l.AccountID, Plan: l.Plan, Quantity: l.Quantity, StartedAt: l.StartedAt.UTC(), BilledFrom: l.BilledFrom.UTC()}
		if l.EndedAt != nil {
			one.EndedAt, one.BilledTo, one.EndReason = new(l.EndedAt.UTC()), new(l.BilledTo.UTC()), l.EndReason
		}
		all = append(all, one)
	}
	return all
}

func same(a, b []ent.Lifespan) bool {
	return slices.EqualFunc(a, b, func(a, b ent.Lifespan) bool {
		ended := a.EndedAt == nil && b.EndedAt == nil ||
			a.EndedAt != nil && b.EndedAt != nil && a.EndedAt.Equal(*b.EndedAt) && a.BilledTo.Equal(*b.BilledTo) && *a.EndReason == *b.EndReason
		return ended && a.AccountID == b.AccountID && a.Plan == b.Plan && a.Quantity == b.Quantity && a.StartedAt.Equal(b.StartedAt) && a.BilledFrom.Equal(b.BilledFrom)
	})
}

// U4: the order in which facts arrive, and how often, changes nothing, in the database
// either.
func TestU4_FactsArriveInAnyOrder(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	rapid.Check(t, func(t *rapid.T) {
		sorted, shuffled := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
		for range rapid.IntRange(1, 4).Draw(t, "orders") {
			n := rapid.Int32Range(0, 4).Draw(t, "ordered")
			d.order(sorted, n, usage.Scaled)
			d.order(shuffled, n, usage.Scaled)
			d.Clock.Move(time.Duration(rapid.IntRange(1, 300).Draw(t, "seconds")) * time.Second)
		}
		var facts []metering.Fact
		for range rapid.IntRange(1, 8).Draw(t, "facts") {
			at := d.Clock.Now().Add(-time.Duration(rapid.IntRange(0, 900).Draw(t, "ago")) * time.Second)
			facts = append(facts, metering.Fact{Key: uuid.NewString(), At: at, Plan: "M", Quantity: rapid.Int32Range(0, 4).Draw(t, "runs"), Reason: usage.Ended})
		}
		for _, f := range facts {
			f.Resource = sorted
			testkit.Must(d.T, 0, d.report(f))
		}
		for _, f := range append(rapid.Permutation(facts).Draw(t, "shuffled"), facts...) {
			f.Resource, f.Key = shuffled, "b"+f.Key
			testkit.Must(d.T, 0, d.report(f))
		}
		// Of two facts of one instant the key decides, and the keys differ by one letter.
		if a, b := d.spans(sorted), d.spans(shuffled); !same(a, b) {
			t.Errorf("in order %v\nshuffled %v", a, b)
		}
	})
}

func TestFactsOutsideOfTheirTime(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	id := uuid.Must(uuid.NewV7())
	d.order(id, 1, "")
	for want, at := range map[string]time.Duration{"at TOO_OLD": -62*24*time.Hour - time.Second, "at OUT_OF_RANGE": 5*time.Minute + time.Second} {
		if err := d.report(metering.Fact{Resource: id, Key: want, At: start.Add(at), Plan: "M", Quantity: 1}); testkit.InputErrors(err) != want {
			t.Errorf("%v: %v, want %s", at, err, want)
		}
	}
}

func TestAKeyIsOfOneFact(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	id := uuid.Must(uuid.NewV7())
	d.order(id, 2, "")
	f := metering.Fact{Resource: id, Key: "k", At: start, Plan: "M", Quantity: 1}
	testkit.Must(t, 0, d.report(f))
	testkit.Must(t, 0, d.report(f))
	f.Quantity = 2
	if err := d.report(f); testkit.InputErrors(err) != "key IDEMPOTENCY_CONFLICT" {
		t.Errorf("another fact of this key: %v", err)
	}
	if l := d.spans(id); len(l) != 1 || l[0].Quantity != 1 {
		t.Errorf("lifespans %v", l)
	}
}

// What is shown is what the rules count, by app and by resource, and until now.
func TestUsageOfAMonth(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for range 2 {
		id := uuid.Must(uuid.NewV7())
		d.order(id, 1, "")
		testkit.Must(t, 0, d.report(metering.Fact{Resource: id, Key: uuid.NewString(), At: start, Plan: "M", Quantity: 1}))
	}
	d.Clock.Move(36 * time.Hour)
	from, to := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	u, err := d.Meter.Usage(d.ada, metering.Period{From: from, To: to}, metering.Wanted{Days: true, Rows: metering.ByResource})
	testkit.Must(t, u, err)
	if len(u.Rows) != 1 || *u.Rows[0].UnitMinutes != 2*36*60 || u.Rows[0].App.Name != "shop" || u.Rows[0].Amount != u.Total {
		t.Errorf("rows %+v", u.Rows)
	}
	if len(u.Days) != 2 || u.Days[0].Amount+u.Days[1].Amount != u.Total || u.Total == 0 {
		t.Errorf("total %v, days %v", u.Total, u.Days)
	}
	if u, err := d.Meter.Usage(d.Account("bob"), metering.Period{From: from, To: to}, metering.Wanted{Rows: metering.ByApp}); err != nil || len(u.Rows) != 0 {
		t.Errorf("a stranger sees %+v, %v", u, err)
	}
	for name, period := range map[string][2]time.Time{"backward": {to, from}, "14 months": {from, from.AddDate(0, 14, 0)}} {
		if _, err := d.Meter.Usage(d.ada, metering.Period{From: period[0], To: period[1]}, metering.Wanted{Rows: metering.ByApp}); testkit.InputErrors(err) != "BAD_USER_INPUT" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A renamed app is shown under its name of today, and a deleted one as it was called.
func TestNamesOfAppsInUsage(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	id := uuid.Must(uuid.NewV7())
	d.order(id, 1, "")
	testkit.Must(t, 0, d.report(metering.Fact{Resource: id, Key: "k", At: start, Plan: "M", Quantity: 1}))
	d.Clock.Move(time.Hour)
	name := func() string {
		u, err := d.Meter.Usage(d.ada, metering.Period{From: start, To: start.AddDate(0, 0, 1)}, metering.Wanted{Rows: metering.ByApp})
		return testkit.Must(t, u, err).Rows[0].App.Name
	}
	_, err := d.Apps.Rename(d.ada, d.app.ID, "store")
	testkit.Must(t, 0, err)
	if got := name(); got != "store" {
		t.Errorf("renamed: %s", got)
	}
	testkit.Must(t, 0, d.Apps.Delete(d.ada, d.app.ID, "store"))
	if got := name(); got != "shop" {
		t.Errorf("deleted: %s", got)
	}
}

func TestLifespansAreListedByAppAndTime(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	id := uuid.Must(uuid.NewV7())
	d.order(id, 2, "")
	testkit.Must(t, 0, d.report(metering.Fact{Resource: id, Key: "k", At: start, Plan: "M", Quantity: 2}))
	d.Clock.Move(time.Hour)
	d.order(id, 1, usage.Scaled)
	count := func(f metering.Filter) int {
		c, err := d.Meter.Lifespans(d.ada, page.Args{}, f)
		return len(testkit.Must(t, c, err).Edges)
	}
	app, other := d.app.GlobalID(), d.App(d.ada, "other").GlobalID()
	early, late := start.Add(30*time.Minute), start.Add(90*time.Minute)
	for name, c := range map[string]struct {
		f    metering.Filter
		want int
	}{"all": {metering.Filter{}, 2}, "of the app": {metering.Filter{App: &app}, 2}, "of another": {metering.Filter{App: &other}, 0}, "later": {metering.Filter{From: &late}, 1}, "earlier": {metering.Filter{To: &early}, 1}} {
		if got := count(c.f); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	if n := d.DB.Resource.Query().Where(resource.ID(id)).CountX(d.system); n != 1 {
		t.Errorf("%d resources", n)
	}
}

// R94: a fact that arrives late reads what was ordered since, so there are some orders a
// day. To end what runs is always possible.
func TestR94_OrdersOfAResourceAreLimited(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	id := uuid.Must(uuid.NewV7())
	order := func(n int32) error {
		return store.Do(d.ada, d.DB, func(tx *ent.Tx) error {
			_, err := d.Meter.Order(d.ada, tx, d.web(id), metering.Order{Plan: "M", Quantity: n, Reason: usage.Scaled})
			return err
		})
	}
	for range 300 {
		testkit.Must(t, 0, order(1))
	}
	if err := order(2); testkit.InputErrors(err) != " LIMIT_REACHED" {
		t.Errorf("one more: %v", err)
	}
	testkit.Must(t, 0, order(0))
	d.Clock.Move(24 * time.Hour)
	testkit.Must(t, 0, order(1))
}

// What happened before costs an order nothing, however much it was.
func TestAnOrderReadsNoHistory(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	id := uuid.Must(uuid.NewV7())
	testkit.Must(t, 0, store.Do(d.system, d.DB, func(tx *ent.Tx) error {
		for i := range 100 {
			d.Clock.Move(time.Minute)
			if _, err := d.Meter.Order(d.system, tx, d.web(id), metering.Order{Plan: "M", Quantity: 1 + int32(i%2), Reason: usage.Scaled}); err != nil {
				return err
			}
			d.Clock.Move(time.Second)
			if _, err := d.Meter.Report(d.system, tx, metering.Fact{Resource: id, Key: fmt.Sprint(i), At: d.Clock.Now(), Plan: "M", Quantity: 1 + int32(i%2)}); err != nil {
				return err
			}
		}
		return nil
	}))
	d.Clock.Move(time.Minute)
	ctx, statements := testkit.Counting(d.system)
	testkit.Must(t, 0, store.Do(ctx, d.DB, func(tx *ent.Tx) error {
		_, err := d.Meter.Order(ctx, tx, d.web(id), metering.Order{Plan: "M", Quantity: 3, Reason: usage.Scaled})
		return err
	}))
	read := 0
	for _, s := range statements.All() {
		if strings.HasPrefix(s.SQL, "SELECT") && (strings.Contains(s.SQL, "usage_changes") || strings.Contains(s.SQL, "lifespans")) {
			testkit.CheckReads(t, d.DB, s, 6)
			read++
		}
	}
	if read < 5 {
		t.Errorf("%d statements: %v", read, statements)
	}
}

// R70: a fact may arrive after thousands of orders, each of which makes a lifespan.
func TestR70_AFactAfterThousandsOfOrders(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	bob, id, began := viewer.ID(d.Account("bob")), uuid.Must(uuid.NewV7()), d.Clock.Now()
	d.order(id, 1, usage.Scaled)
	const orders = 5000
	testkit.Must(t, 0, store.Do(d.system, d.DB, func(tx *ent.Tx) error {
		rows := make([]*ent.UsageChangeCreate, orders)
		for i := range rows {
			at := began.Add(time.Duration(i+2) * time.Minute)
			payer := []uuid.UUID{bob, viewer.ID(d.ada)}[i%2]
			rows[i] = tx.UsageChange.Create().SetKey(uuid.NewString()).SetCreatedAt(at).SetResourceID(id).SetSource("ORDER").SetAt(at).
				SetPayerID(payer).SetPlan("M").SetQuantity(1).SetReason("TRANSFERRED")
		}
		for some := range slices.Chunk(rows, 1000) {
			if err := tx.UsageChange.CreateBulk(some...).Exec(d.system); err != nil {
				return err
			}
		}
		return nil
	}))
	d.Clock.Move((orders + 2) * time.Minute)
	report := func(key string, at time.Time, quantity int32) {
		testkit.Must(t, 0, d.report(metering.Fact{Resource: id, Key: key, At: at, Plan: "M", Quantity: quantity, Reason: usage.Scaled}))
	}
	report("runs", began.Add(time.Minute), 1)
	if n := d.DB.Lifespan.Query().Where(lifespan.ResourceID(id)).CountX(d.system); n != orders+1 {
		t.Errorf("%d lifespans", n)
	}
	report("ran for a minute", began.Add(2*time.Minute), 0)
	if n := d.DB.Lifespan.Query().Where(lifespan.ResourceID(id)).CountX(d.system); n != 1 {
		t.Errorf("%d lifespans are left", n)
	}
}

// What an app is called since somebody else owns it, is theirs to know: a fact that
// arrives late makes lifespans of the former owner again, and they have the name of then.
func TestALateFactTellsTheFormerOwnerNoNewName(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	id, bob := uuid.Must(uuid.NewV7()), viewer.ID(d.Account("bob"))
	d.order(id, 1, usage.Scaled)
	testkit.Must(t, 0, d.report(metering.Fact{Resource: id, Key: "a", At: d.Clock.Now(), Plan: "M", Quantity: 1}))
	d.Clock.Move(time.Hour)
	theirs := *d.app
	theirs.Name, theirs.OwnerID = "secret", bob
	testkit.Must(t, 0, store.Do(d.system, d.DB, func(tx *ent.Tx) error {
		if err := d.Meter.Transfer(d.system, tx, d.app.ID, bob); err != nil {
			return err
		}
		_, err := d.Meter.Order(d.system, tx, metering.Resource{ID: id, App: &theirs, Kind: usage.Container, Name: "web"}, metering.Order{Plan: "M", Quantity: 1})
		return err
	}))
	d.Clock.Move(time.Hour)
	testkit.Must(t, 0, d.report(metering.Fact{Resource: id, Key: "b", At: start.Add(time.Minute), Plan: "L", Quantity: 1}))
	names := map[uuid.UUID]string{}
	for _, l := range d.DB.Lifespan.Query().AllX(d.system) {
		if names[l.AccountID] += l.AppName + " "; l.Plan != "L" && l.AccountID == bob {
			t.Errorf("lifespan %v", l)
		}
	}
	if names[viewer.ID(d.ada)] != "shop shop " || names[bob] != "secret " {
		t.Errorf("the app is called %v", names)
	}
}
