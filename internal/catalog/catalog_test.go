package catalog_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"portico/internal/catalog"
	"portico/internal/testkit"
)

// at is an instant of 2027 in the form that people write.
func at(t testing.TB, text string) time.Time {
	t.Helper()
	instant, err := time.Parse(time.RFC3339, text)
	return testkit.Must(t, instant, err)
}

func TestTheDefaultCatalogIsWhole(t *testing.T) {
	t.Parallel()
	f, err := catalog.Parse(catalog.Default)
	testkit.Must(t, f, err)
	for _, name := range []string{
		"S", "M", "L", "XL", "2XL", "postgresql-s", "postgresql-m", "mysql-s", "mysql-m", "redis-s", "redis-m",
		"mongodb-s", "mongodb-m", "opensearch-s", "opensearch-m",
	} {
		p, ok := f.Plan(name)
		if !ok || len(p.Prices) != 1 || !p.Prices[0].From.Equal(at(t, "2000-01-01T00:00:00Z")) {
			t.Errorf("%s: %+v", name, p)
		}
	}
	m, _ := f.Plan("M")
	if month, err := m.Prices[0].Monthly(); month != 1460 || err != nil {
		t.Errorf("a month of M is %d cents, %v", month, err)
	}
	if changes, err := catalog.Compare(nil, f, at(t, "2026-11-30T02:00:00Z")); err != nil || len(changes) != 2*len(f.Catalog) {
		t.Errorf("%v, %v", changes, err)
	}
}

// R90: as many plans are sold as their list has a price for; retired ones don't count.
func TestR90_TheListOfPlansIsBounded(t *testing.T) {
	t.Parallel()
	file := func(sold int) string {
		var b strings.Builder
		b.WriteString("plans:\n")
		for i := range sold + 5 {
			fmt.Fprintf(&b, "  - {name: p%d, kind: ADDON, label: x, retired: %t, prices: [{validFrom: 2000-01-01T00:00Z, microsPerHour: 1}]}\n", i, i >= sold)
		}
		return b.String()
	}
	if _, err := catalog.Parse(file(catalog.MaxSold)); err != nil {
		t.Errorf("%d plans: %v", catalog.MaxSold, err)
	}
	if _, err := catalog.Parse(file(catalog.MaxSold + 1)); err == nil || err.Error() != "101 plans are sold; 100 are allowed" {
		t.Errorf("one more: %v", err)
	}
}

func TestPriceAt(t *testing.T) {
	t.Parallel()
	p := catalog.Plan{Name: "M", Prices: []catalog.Price{
		{From: at(t, "2026-01-01T00:00:00Z"), MicrosPerHour: 1}, {From: at(t, "2027-01-01T00:00:00Z"), MicrosPerHour: 2}, {From: at(t, "2027-02-01T00:00:00Z"), MicrosPerHour: 3},
	}}
	for _, c := range []struct {
		at         string
		price, nxt int64 // 0: none
	}{
		{"2025-12-31T23:59:59Z", 0, 1},
		{"2026-01-01T00:00:00Z", 1, 2},
		{"2026-12-31T23:59:59.999999Z", 1, 2},
		{"2027-01-01T00:00:00Z", 2, 3},
		{"2027-01-31T23:59:00Z", 2, 3},
		{"2027-02-01T00:00:00Z", 3, 0},
		{"2099-01-01T00:00:00Z", 3, 0},
	} {
		price, ok := p.PriceAt(at(t, c.at))
		next, more := p.Next(at(t, c.at))
		if price.MicrosPerHour != c.price || ok != (c.price > 0) || next.MicrosPerHour != c.nxt || more != (c.nxt > 0) {
			t.Errorf("%s: %v %v, next %v %v", c.at, price, ok, next, more)
		}
	}
}

// The price at an instant is the last one that started before, however many there are.
func TestPriceAtIsTheLastOneBefore(t *testing.T) {
	t.Parallel()
	start := at(t, "2026-01-01T00:00:00Z")
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.SliceOfNDistinct(rapid.IntRange(0, 50), 1, 10, rapid.ID[int]).Draw(t, "minutes")
		slices.Sort(minutes)
		p := catalog.Plan{}
		for _, m := range minutes {
			p.Prices = append(p.Prices, catalog.Price{From: start.Add(time.Duration(m) * time.Minute), MicrosPerHour: int64(m)})
		}
		second := rapid.IntRange(-60, 60*60).Draw(t, "second")
		want := int64(-1)
		for _, m := range minutes {
			if m*60 <= second {
				want = int64(m)
			}
		}
		got, ok := p.PriceAt(start.Add(time.Duration(second) * time.Second))
		if ok != (want >= 0) || ok && got.MicrosPerHour != want {
			t.Fatalf("%v, %v, want %d", got, ok, want)
		}
	})
}

func TestOffersAreWhatIsSold(t *testing.T) {
	t.Parallel()
	past, coming := at(t, "2026-01-01T00:00:00Z"), at(t, "2027-01-01T00:00:00Z")
	c := catalog.Catalog{
		{Name: "sold", Prices: []catalog.Price{{From: past, MicrosPerHour: 1}}},
		{Name: "dearer-soon", Prices: []catalog.Price{{From: past, MicrosPerHour: 1}, {From: coming, MicrosPerHour: 2}}},
		{Name: "not-yet", Prices: []catalog.Price{{From: coming, MicrosPerHour: 2}}},
		{Name: "retired", Retired: true, Prices: []catalog.Price{{From: past, MicrosPerHour: 1}}},
		{Name: "retired-and-dearer-soon", Retired: true, Prices: []catalog.Price{{From: past, MicrosPerHour: 1}, {From: coming, MicrosPerHour: 2}}},
	}
	offers := func(now time.Time) (text []string) {
		for _, o := range c.Offers(now) {
			next := int64(0)
			if o.Next != nil {
				next = o.Next.MicrosPerHour
			}
			text = append(text, fmt.Sprint(o.Name, " ", o.Price.MicrosPerHour, " ", next))
		}
		return text
	}
	if got, want := offers(coming.Add(-time.Microsecond)), []string{"sold 1 0", "dearer-soon 1 2", "retired-and-dearer-soon 1 2"}; !slices.Equal(got, want) {
		t.Errorf("before: %v", got)
	}
	if got, want := offers(coming), []string{"sold 1 0", "dearer-soon 2 0", "not-yet 2 0"}; !slices.Equal(got, want) {
		t.Errorf("after: %v", got)
	}
	if got := c.Offers(past.Add(-time.Minute)); got == nil || len(got) != 0 {
		t.Errorf("before all: %v, want an empty list", got)
	}
}

// What usage is counted with is sorted, and nobody's to change but one's own.
func TestPricesAreASortedCopy(t *testing.T) {
	t.Parallel()
	f, err := catalog.Parse("plans:\n  - name: M\n    kind: CONTAINER\n    label: x\n    prices:\n" +
		"      - {validFrom: 2027-01-01T00:00Z, microsPerHour: 2}\n      - {validFrom: 2026-01-01T00:00Z, microsPerHour: 1}\n")
	prices := testkit.Must(t, f, err).Prices()
	if got := prices["M"]; len(prices) != 1 || len(got) != 2 || got[0].MicrosPerHour != 1 || got[1].MicrosPerHour != 2 {
		t.Fatalf("%v", prices)
	}
	prices["M"][0].MicrosPerHour = 99
	if p, _ := f.Plan("M"); p.Prices[0].MicrosPerHour != 1 {
		t.Error("the catalog was changed through its copy")
	}
}
