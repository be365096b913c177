package rules_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"portico/internal/billing/rules"
)

func TestM14_UnbilledTime(t *testing.T) {
	t.Parallel()
	october := rules.Month{Year: 2026, Month: time.October}
	for _, c := range []struct {
		name, until, from string
		ok                bool
	}{
		{"the month before is billed", "2026-10-01", "2026-10-01", true},
		{"a small month was left", "2026-09-01", "2026-09-01", true},
		{"a final invoice took half of the month, and the account stayed", "2026-10-12T10:03:00Z", "2026-10-12T10:03:00Z", true},
		{"the month is billed", "2026-11-01", "2026-11-01", false},
		{"it was billed into the next one", "2026-11-05", "2026-11-05", false},
	} {
		p, ok := rules.Unbilled(date(c.until), october)
		if ok != c.ok || !p.From.Equal(date(c.from)) || !p.To.Equal(date("2026-11-01")) {
			t.Errorf("%s: %v, %v", c.name, p, ok)
		}
	}
}

// An account that is billed month by month, or only now and then, is billed for all the
// time from its first instant on, and for none of it twice.
func TestM14_PeriodsFollowEachOther(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		first := instants().Draw(t, "first")
		until, month, billed := first, rules.MonthOf(first), time.Duration(0)
		for range rapid.IntRange(1, 20).Draw(t, "runs") {
			if p, ok := rules.Unbilled(until, month); ok && rapid.Bool().Draw(t, "issued") {
				until, billed = p.To, billed+p.To.Sub(p.From)
			}
			if rapid.Bool().Draw(t, "over") { // else the run is started again
				month = month.Next()
			}
		}
		if until.Sub(first) != billed {
			t.Fatalf("from %s to %s %s are billed", first, until, billed)
		}
	})
}

func TestM18_TheTaxPointIsTheLastInstantOfThePeriod(t *testing.T) {
	t.Parallel()
	p := rules.Period{From: date("2025-07-01"), To: date("2025-08-01")}
	if got := p.TaxPoint(); !got.Equal(date("2025-07-31T23:59:59.999999Z")) {
		t.Errorf("it is %s", got)
	}
}
