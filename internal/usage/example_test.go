package usage_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/internal/usage"
	"portico/internal/usage/reference"
)

func at(clock string) time.Time {
	t, err := time.Parse(time.TimeOnly, clock)
	if err != nil {
		panic(err)
	}
	return day.Add(t.Sub(t.Truncate(24 * time.Hour)))
}

func order(clock string, n int, why usage.EndReason) usage.Change {
	return usage.Change{At: at(clock), Key: "o" + clock, Source: usage.Order, Payer: ada, Plan: "S", Quantity: n, Reason: why}
}

func fact(clock string, n int) usage.Change {
	return usage.Change{At: at(clock), Key: "f" + clock, Source: usage.Fact, Plan: "S", Quantity: n, Reason: usage.Ended}
}

// unitMinutes is what a container with these changes is billed for until noon.
func unitMinutes(t *testing.T, changes ...usage.Change) (n int64) {
	h := history{{Kind: usage.Container, Name: "web", Changes: changes}}
	for _, l := range linesOf(t, h.pieces(ada), prices, day, at("12:00:00")) {
		n += l.UnitMinutes
	}
	return n
}

func TestMinutes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		changes []usage.Change
		want    int64
	}{
		{"nothing runs before it is reported", []usage.Change{order("10:00:00", 3, "")}, 0},
		{"it runs until now", []usage.Change{order("11:00:00", 3, ""), fact("11:00:02", 3)}, 180},
		{"a second is a minute", []usage.Change{order("10:00:00", 1, ""), fact("10:00:10", 1), fact("10:00:11", 0)}, 1},
		{"the end of a full minute begins no other", []usage.Change{order("10:00:00", 1, ""), fact("10:00:00", 1), fact("10:01:00", 0)}, 1},
		{"a restart within a minute is billed once", []usage.Change{
			order("10:00:00", 1, ""), fact("10:00:00", 1), fact("10:00:20", 0), fact("10:00:40", 1), fact("10:02:00", 0),
		}, 2},
		{"the minute of scaling down is billed as what is left", []usage.Change{
			order("10:00:00", 3, ""), fact("10:00:00", 3), order("10:05:30", 1, usage.Scaled), fact("10:05:32", 1), order("10:10:00", 0, usage.Stopped),
		}, 3*5 + 5},
		{"an order to stop ends it before the report", []usage.Change{
			order("10:00:00", 1, ""), fact("10:00:00", 1), order("10:05:00", 0, usage.Stopped), fact("10:30:00", 0),
		}, 5},
		{"a report after the order to stop counts for nothing", []usage.Change{
			order("10:00:00", 1, ""), fact("10:00:00", 1), order("10:05:00", 0, usage.Stopped), fact("10:06:00", 1),
		}, 5},
		{"of one instant, the order comes before the fact", []usage.Change{
			fact("11:00:00", 3), order("11:00:00", 1, ""), order("11:30:00", 3, ""),
		}, 30 + 3*30},
		{"no more is billed than was ordered", []usage.Change{order("11:00:00", 2, ""), fact("11:00:00", 5)}, 120},
		{"no more is billed than runs", []usage.Change{order("11:00:00", 5, ""), fact("11:00:00", 2)}, 120},
	} {
		if got := unitMinutes(t, c.changes...); got != c.want {
			t.Errorf("%s: %d unit minutes, want %d", c.name, got, c.want)
		}
	}
}

func TestPlansAreThoseOfTheirTime(t *testing.T) {
	t.Parallel()
	small, large, runs := order("10:00:00", 1, ""), order("11:00:00", 1, usage.PlanChanged), fact("10:30:00", 1)
	large.Plan, runs.Plan = "L", "XL"
	for clock, want := range map[string]string{"09:00:00": "S", "10:00:00": "S", "10:45:00": "S", "11:00:00": "L", "23:00:00": "L"} {
		if got := usage.PlanAt([]usage.Change{large, runs, small}, at(clock)); got != want {
			t.Errorf("at %s it is %q, want %s", clock, got, want)
		}
	}
	if got := usage.PlanAt(nil, at("10:00:00")); got != "" {
		t.Errorf("of nothing it is %q", got)
	}
}

func TestEndReasons(t *testing.T) {
	t.Parallel()
	transfer := order("10:10:00", 3, usage.Transferred)
	transfer.Payer = bob
	spans := usage.Lifespans([]usage.Change{
		order("10:00:00", 1, ""), fact("10:00:02", 1), order("10:05:00", 3, usage.Scaled),
		{At: at("10:05:02"), Source: usage.Fact, Plan: "S", Quantity: 3, Reason: usage.Scaled},
		transfer,
	})
	var got []usage.EndReason
	for _, s := range spans {
		got = append(got, s.Reason)
	}
	if want := []usage.EndReason{usage.Scaled, usage.Transferred, ""}; len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("reasons %q, want %q", got, want)
	}
}

// M7: apps that come and go, each with containers for less than half a cent, are not free.
func TestM7_ManyAppsOfMinutesAreNotFree(t *testing.T) {
	t.Parallel()
	var h history
	for i := range 100 {
		run := []usage.Change{order("10:00:00", 1, ""), fact("10:00:02", 1), order("10:20:00", 0, "")}
		h = append(h, reference.Resource{App: uuid.UUID{1, byte(i)}, Kind: usage.Container, Name: "web", Changes: run})
	}
	lines := linesOf(t, h.pieces(ada), prices, day, at("12:00:00"))
	if got := usage.Total(lines); len(lines) != 100 || got != 32 { // 2,000 minutes at 9,589 micro-euro an hour
		t.Errorf("%d lines cost %d cents", len(lines), got)
	}
}

// M7: rounded alone, ten minutes at 0.02 € an hour would be free forever.
func TestM7_AHundredOneOffsOfSecondsAreNotFree(t *testing.T) {
	t.Parallel()
	var h history
	for range 100 {
		run := []usage.Change{order("10:00:00", 1, ""), fact("10:00:02", 1), fact("10:00:07", 0)}
		h = append(h, reference.Resource{App: uuid.UUID{1}, Kind: usage.OneOff, Name: "rake", Changes: run})
	}
	lines := linesOf(t, h.pieces(ada), prices, day, at("12:00:00"))
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	if lines[0].Amount != 2 { // 100 minutes at 9,589 micro-euro an hour: 1.6 cents
		t.Errorf("they cost %d cents", lines[0].Amount)
	}
}
