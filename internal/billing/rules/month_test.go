package rules_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"portico/internal/billing/rules"
)

// instants are any between 1990 and 2100, to the microsecond.
func instants() *rapid.Generator[time.Time] {
	from, to := time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
	return rapid.Map(rapid.Int64Range(from.UnixMicro(), to.UnixMicro()), func(n int64) time.Time { return time.UnixMicro(n).UTC() })
}

func date(s string) time.Time {
	for _, form := range []string{time.DateOnly, time.RFC3339Nano} {
		if t, err := time.Parse(form, s); err == nil {
			return t
		}
	}
	panic("not a date: " + s)
}

func TestMonths(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ at, month, from, to string }{
		{"2026-10-01", "2026-10", "2026-10-01", "2026-11-01"},
		{"2026-10-31T23:59:59.999999Z", "2026-10", "2026-10-01", "2026-11-01"},
		{"2026-12-31T23:59:59.999999Z", "2026-12", "2026-12-01", "2027-01-01"},
		{"2027-01-01", "2027-01", "2027-01-01", "2027-02-01"},
		{"2028-02-29T12:00:00Z", "2028-02", "2028-02-01", "2028-03-01"},
		// It is November there, and still October in UTC; and the other way round.
		{"2026-11-01T00:30:00+01:00", "2026-10", "2026-10-01", "2026-11-01"},
		{"2026-10-31T22:30:00-03:00", "2026-11", "2026-11-01", "2026-12-01"},
	} {
		m := rules.MonthOf(date(c.at))
		if m.String() != c.month || !m.From().Equal(date(c.from)) || !m.To().Equal(date(c.to)) {
			t.Errorf("%s is in %s, from %s to %s", c.at, m, m.From(), m.To())
		}
	}
}

func TestParseMonth(t *testing.T) {
	t.Parallel()
	if m, err := rules.ParseMonth("2026-10"); err != nil || m != (rules.Month{Year: 2026, Month: time.October}) {
		t.Errorf("%v, %v", m, err)
	}
	for _, s := range []string{"", "2026", "2026-1", "2026-13", "2026-00", "26-10", "2026-10-01", " 2026-10", "2026/10", "October"} {
		if m, err := rules.ParseMonth(s); err == nil || !strings.Contains(err.Error(), "like 2026-10") {
			t.Errorf("%q is %v, %v", s, m, err)
		}
	}
}

// Each instant is in exactly one month, and the months follow each other without a gap.
func TestEachInstantIsInOneMonth(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		at := instants().Draw(t, "at")
		m := rules.MonthOf(at)
		if at.Before(m.From()) || !at.Before(m.To()) || !m.Next().From().Equal(m.To()) {
			t.Fatalf("%s is in %s, from %s to %s", at, m, m.From(), m.To())
		}
		if again, err := rules.ParseMonth(m.String()); again != m || err != nil {
			t.Fatalf("%s is read as %s, %v", m, again, err)
		}
	})
}

func TestS3_MonthsAreTheSameInAnyTimeZone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		at := instants().Draw(t, "at")
		there := at.In(zones().Draw(t, "zone"))
		if rules.MonthOf(there) != rules.MonthOf(at) {
			t.Fatalf("%s is in %s", there, rules.MonthOf(there))
		}
	})
}

// zones are some time zones, which need no files of the machine.
func zones() *rapid.Generator[*time.Location] {
	return rapid.Map(rapid.IntRange(-12*4, 14*4), func(quarters int) *time.Location { return time.FixedZone("", quarters*15*60) })
}
