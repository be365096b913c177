package metering_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"portico/ent"
	"portico/ent/lifespan"
	"portico/ent/usagechange"
	"portico/internal/catalog"
	"portico/internal/metering"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/usage"
	"portico/internal/usage/reference"
	"portico/internal/viewer"
)

// A history is what happens to an app in some hours, made up: orders, stops, changes of
// plan, transfers, and facts, which come late, repeatedly, and in another order.
type history struct {
	t *rapid.T
	*desk
	app    *ent.App
	payers [2]uuid.UUID
	all    []metering.Resource
	late   []metering.Fact
	told   []metering.Fact
}

var sold = map[usage.Kind][]string{
	usage.Container: {"S", "M", "L"}, usage.OneOff: {"S", "M"}, usage.Database: {"postgresql-s", "postgresql-m"},
}

// moved has the prices of some plans change within the hours of a history.
var moved = strings.NewReplacer(
	"microsPerHour: 10000}", "microsPerHour: 10000}\n      - {validFrom: 2026-11-20T12:01Z, microsPerHour: 7}\n      - {validFrom: 2026-11-20T13:07Z, microsPerHour: 123456789}",
	"microsPerHour: 20000}", "microsPerHour: 20000}\n      - {validFrom: 2026-11-20T13:00Z, microsPerHour: 20001}",
	"microsPerHour: 12000}", "microsPerHour: 12000}\n      - {validFrom: 2026-11-20T12:30Z, microsPerHour: 0}",
)

// happen lets everything happen in one transaction, which is faster than many.
func (h *history) happen() {
	kinds := slices.Sorted(maps.Keys(sold))
	for i := range rapid.IntRange(1, 3).Draw(h.t, "resources") {
		h.all = append(h.all, metering.Resource{
			ID: uuid.Must(uuid.NewV7()), App: h.app, Kind: rapid.SampledFrom(kinds).Draw(h.t, "kind"), Name: fmt.Sprint("r", i),
		})
	}
	testkit.Must(h.T, 0, store.Do(h.system, h.DB, func(tx *ent.Tx) error {
		for _, r := range h.all {
			if err := h.order(tx, r); err != nil {
				return err
			}
		}
		for range rapid.IntRange(1, 16).Draw(h.t, "steps") {
			if err := h.step(tx); err != nil {
				return err
			}
		}
		// A fact that was told is told again, among those that come late.
		rest := append(h.late, h.told...)
		for _, f := range rapid.Permutation(rest).Draw(h.t, "arrive") {
			if err := h.tell(tx, f); err != nil {
				return err
			}
		}
		return nil
	}))
}

func (h *history) step(tx *ent.Tx) error {
	h.Clock.Move(rapid.SampledFrom([]time.Duration{0, time.Microsecond, 2 * time.Second, 20 * time.Second, time.Minute, 17 * time.Minute, time.Hour}).Draw(h.t, "later"))
	r := rapid.SampledFrom(h.all).Draw(h.t, "of")
	switch rapid.SampledFrom([]string{"order", "order", "fact", "fact", "fact", "fact", "transfer"}).Draw(h.t, "step") {
	case "order":
		return h.order(tx, r)
	case "transfer":
		h.app.OwnerID = rapid.SampledFrom(h.payers[:]).Draw(h.t, "to")
		return h.Meter.Transfer(h.system, tx, h.app.ID, h.app.OwnerID)
	}
	f := metering.Fact{
		Resource: r.ID, Key: uuid.NewString(), Quantity: h.quantity(r), Reason: usage.Ended,
		At: h.Clock.Now().Add(-rapid.SampledFrom([]time.Duration{0, 0, time.Microsecond, 2 * time.Second, time.Minute, 40 * time.Minute}).Draw(h.t, "ago")),
	}
	if r.Kind != usage.Database { // of a database, what was ordered
		f.Plan = rapid.SampledFrom(sold[r.Kind]).Draw(h.t, "runs")
	}
	if rapid.Bool().Draw(h.t, "late") {
		h.late = append(h.late, f)
		return nil
	}
	return h.tell(tx, f)
}

func (h *history) quantity(r metering.Resource) int32 {
	if r.Kind == usage.Container {
		return rapid.Int32Range(0, 3).Draw(h.t, "quantity")
	}
	return rapid.Int32Range(0, 1).Draw(h.t, "quantity")
}

func (h *history) order(tx *ent.Tx, r metering.Resource) error {
	_, err := h.Meter.Order(h.system, tx, r, metering.Order{Plan: rapid.SampledFrom(sold[r.Kind]).Draw(h.t, "plan"), Quantity: h.quantity(r), Reason: usage.Scaled})
	return err
}

func (h *history) tell(tx *ent.Tx, f metering.Fact) error {
	h.told = append(h.told, f)
	_, err := h.Meter.Report(h.system, tx, f)
	return err
}

// changes are all orders and facts of a resource, as they are stored.
func (h *history) changes(r metering.Resource) (all []usage.Change) {
	for _, c := range h.DB.UsageChange.Query().Where(usagechange.ResourceID(r.ID)).AllX(h.system) {
		one := usage.Change{At: c.At.UTC(), Key: c.Key, Source: usage.Fact, Plan: c.Plan, Quantity: int(c.Quantity), Reason: usage.EndReason(c.Reason)}
		if c.PayerID != nil {
			one.Source, one.Payer = usage.Order, *c.PayerID
		}
		all = append(all, one)
	}
	return all
}

// stored are the lifespans of a resource.
func (h *history) stored(r metering.Resource) (all []usage.Lifespan) {
	for _, l := range h.DB.Lifespan.Query().Where(lifespan.ResourceID(r.ID)).Order(ent.Asc(lifespan.FieldStartedAt)).AllX(h.system) {
		s := usage.Lifespan{Payer: l.AccountID, Plan: l.Plan, Quantity: int(l.Quantity), Start: l.StartedAt.UTC(), From: l.BilledFrom.UTC()}
		if l.EndedAt != nil {
			s.End, s.To, s.Reason = l.EndedAt.UTC(), l.BilledTo.UTC(), usage.EndReason(*l.EndReason)
		}
		all = append(all, s)
	}
	return all
}

// minutes are what an account is shown of the app, as the calculator for tests has it.
func (h *history) minutes(payer uuid.UUID, from, to time.Time) map[usage.Item]int64 {
	prices, err := h.Catalog.Read(h.system)
	testkit.Must(h.T, prices, err)
	u, err := h.Meter.Usage(viewer.With(h.system, viewer.Viewer{AccountID: payer}), metering.Period{From: from, To: to}, metering.Wanted{Rows: metering.ByResource})
	all := map[usage.Item]int64{}
	for _, r := range testkit.Must(h.T, u, err).Rows {
		if r.App.ID.UUID != h.app.ID {
			continue
		}
		i := usage.Item{App: h.app.ID, Kind: usage.Kind(*r.Kind), Resource: *r.Resource, Plan: *r.Plan, MicrosPerHour: int64(*r.MicrosPerHour)}
		if !reference.Near(r.Amount, int64(*r.UnitMinutes), i.MicrosPerHour) {
			h.t.Errorf("%v costs %d", i, r.Amount)
		}
		all[i] += int64(*r.UnitMinutes)
	}
	return all
}

// U1 to U5 and U7 in the database: what is stored and shown of a history is what the slow
// calculator makes of the same orders and facts, whatever came in which order.
func TestU1_U2_U3_U4_U5_U7_HistoriesInTheDatabase(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	_, err := d.Catalog.Apply(t.Context(), moved.Replace(catalog.Default))
	testkit.Must(t, 0, err)
	payers := [2]uuid.UUID{viewer.ID(d.ada), viewer.ID(d.Account("bob"))}
	rapid.Check(t, func(t *rapid.T) {
		d.Clock.Move(start.Sub(d.Clock.Now()))
		h := &history{t: t, desk: d, payers: payers, app: &ent.App{ID: uuid.Must(uuid.NewV7()), Name: "shop", OwnerID: payers[0]}}
		h.happen()
		var all []reference.Resource
		for _, r := range h.all {
			changes := h.changes(r)
			if got, want := h.stored(r), usage.Lifespans(changes); !slices.Equal(got, want) {
				t.Fatalf("U4: stored %v\nfrom all %v", got, want)
			}
			all = append(all, reference.Resource{App: r.App.ID, Kind: r.Kind, Name: r.Name, Changes: changes})
		}
		h.expectMinutes(all)
	})
}

// expectMinutes compares what both payers are shown with the slow calculator, as a whole
// and cut in two.
func (h *history) expectMinutes(all []reference.Resource) {
	plans, err := h.Catalog.Read(h.system)
	testkit.Must(h.T, plans, err)
	from, to := start.Add(-time.Hour), h.Clock.Now()
	cut := from.Add(time.Duration(rapid.IntRange(1, int(to.Sub(from)/time.Minute)).Draw(h.t, "cut")) * time.Minute)
	for _, payer := range h.payers {
		got := h.minutes(payer, from, to)
		if want := byPrice(reference.Lines(payer, all, plans.Prices(), from, to)); !maps.Equal(got, want) {
			h.t.Fatalf("U1: shown %v\nslow %v", got, want)
		}
		parts := h.minutes(payer, from, cut)
		for i, n := range h.minutes(payer, cut, to.Add(time.Microsecond)) {
			parts[i] += n
		}
		if !maps.Equal(got, parts) {
			h.t.Fatalf("U3: whole %v\nparts %v", got, parts)
		}
	}
}

// byPrice are lines without the time of their price, which isn't shown.
func byPrice(lines map[usage.Item]int64) map[usage.Item]int64 {
	all := map[usage.Item]int64{}
	for i, n := range lines {
		i.PriceFrom = time.Time{}
		all[i] += n
	}
	return all
}
