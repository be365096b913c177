package rules_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"portico/internal/billing/rules"
)

func TestSlots(t *testing.T) {
	t.Parallel()
	since := date("2026-11-01T06:00:00Z")
	at := func(hours int) time.Time { return since.Add(time.Duration(hours) * time.Hour) }
	for _, c := range []struct {
		name     string
		last     int
		now      time.Time
		inFlight bool
		want     rules.SlotDue
	}{
		{"just failed", 0, since, false, rules.SlotDue{Next: at(24)}},
		{"a microsecond early", 0, at(24).Add(-time.Microsecond), false, rules.SlotDue{Next: at(24)}},
		{"the first", 0, at(24), false, rules.SlotDue{Slot: 1, Next: at(48)}},
		{"the first, late", 0, at(40), false, rules.SlotDue{Slot: 1, Next: at(48)}},
		{"the first is over", 1, at(24), false, rules.SlotDue{Next: at(48)}},
		{"the second is not shifted", 1, at(48), false, rules.SlotDue{Slot: 2, Next: at(72)}},
		{"in flight", 0, at(24), true, rules.SlotDue{Skipped: []int{1}, Next: at(48)}},
		{"M3: two were missed", 0, at(73), false, rules.SlotDue{Slot: 3, Skipped: []int{1, 2}, Next: at(96)}},
		{"M3: two were missed, and one is in flight", 0, at(73), true, rules.SlotDue{Skipped: []int{1, 2, 3}, Next: at(96)}},
		{"the fifth", 4, at(120), false, rules.SlotDue{Slot: 5}},
		{"a year later", 1, at(24 * 365), false, rules.SlotDue{Slot: 5, Skipped: []int{2, 3, 4}}},
		{"all are over", 5, at(500), false, rules.SlotDue{}},
	} {
		got := rules.Slots{UnpaidSince: since, Last: c.last}.Due(c.now, c.inFlight)
		if got.Slot != c.want.Slot || !slices.Equal(got.Skipped, c.want.Skipped) || !got.Next.Equal(c.want.Next) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
	if got := (rules.Slots{}).Due(since, false); got.Slot != 0 || !got.Next.IsZero() {
		t.Errorf("nothing is unpaid: %+v", got)
	}
}

// A life is what a worker does that comes at some instants.
type life struct {
	slots   rules.Slots
	tried   map[int]time.Time
	skipped map[int]bool
}

func (l *life) tick(t *rapid.T, now time.Time, inFlight bool) rules.SlotDue {
	due := l.slots.Due(now, inFlight)
	for _, k := range due.Skipped {
		l.over(t, k)
		l.skipped[k] = true
	}
	if due.Slot > 0 {
		l.over(t, due.Slot)
		l.tried[due.Slot] = now
	}
	return due
}

// over marks a slot, once and in order.
func (l *life) over(t *rapid.T, k int) {
	if k != l.slots.Last+1 || k > rules.Retries {
		t.Fatalf("slot %d comes after %d", k, l.slots.Last)
	}
	l.slots.Last = k
}

func newLife(t *rapid.T) *life {
	return &life{rules.Slots{UnpaidSince: instants().Draw(t, "since")}, map[int]time.Time{}, map[int]bool{}}
}

// Whenever a worker comes, in flight or not: at most five retries, none before its time,
// each slot once, and at the end all are over.
func TestD1_AtMostFiveRetriesNoneBeforeItsTime(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := newLife(t)
		now := l.slots.UnpaidSince
		for range rapid.IntRange(1, 30).Draw(t, "ticks") {
			now = now.Add(time.Duration(rapid.Int64Range(0, int64(40*time.Hour)).Draw(t, "later")))
			due := l.tick(t, now, rapid.Bool().Draw(t, "in flight"))
			if again := l.slots.Due(now, false); again.Slot != 0 || len(again.Skipped) != 0 || !again.Next.Equal(due.Next) {
				t.Fatalf("a second time at %s: %+v", now, again)
			}
			if !due.Next.IsZero() && !due.Next.After(now) {
				t.Fatalf("at %s, next at %s", now, due.Next)
			}
		}
		for k, at := range l.tried {
			if at.Before(l.slots.UnpaidSince.Add(time.Duration(k) * 24 * time.Hour)) {
				t.Fatalf("retry %d at %s", k, at)
			}
		}
		l.tick(t, l.slots.UnpaidSince.AddDate(1, 0, 0), false)
		if len(l.tried)+len(l.skipped) != rules.Retries {
			t.Fatalf("%v tried, %v skipped", l.tried, l.skipped)
		}
	})
}

// A worker that sleeps until Next misses nothing, and one that comes at any instants that
// are less than a day apart attempts the same slots.
func TestD1_TheSameRetriesForTicksOfUpToADay(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		exact := newLife(t)
		late := &life{exact.slots, map[int]time.Time{}, map[int]bool{}}
		for next := exact.slots.UnpaidSince; !next.IsZero(); {
			next = exact.tick(t, next, false).Next
		}
		now := late.slots.UnpaidSince
		for range 200 {
			now = now.Add(time.Duration(rapid.Int64Range(int64(time.Hour), int64(24*time.Hour)).Draw(t, "later")))
			late.tick(t, now, false)
		}
		if len(exact.tried) != rules.Retries || len(late.tried) != rules.Retries {
			t.Fatalf("tried %v, by ticks %v", exact.tried, late.tried)
		}
		for k, at := range exact.tried {
			if off := late.tried[k].Sub(at); off < 0 || off >= 24*time.Hour {
				t.Fatalf("retry %d is due at %s, tried at %s", k, at, late.tried[k])
			}
		}
	})
}

func TestM3_MissedRetriesBecomeOne(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := newLife(t)
		l.slots.Last = rapid.IntRange(0, rules.Retries-1).Draw(t, "last")
		reached := rapid.IntRange(l.slots.Last+1, rules.Retries).Draw(t, "reached")
		due := l.slots.Due(l.slots.At(reached), false)
		if due.Slot != reached || len(due.Skipped) != reached-l.slots.Last-1 {
			t.Fatalf("after %d, at slot %d: %+v", l.slots.Last, reached, due)
		}
	})
}

func TestM25_WhenAnAuthenticationEnds(t *testing.T) {
	t.Parallel()
	since := date("2026-11-01T06:00:00Z")
	for _, c := range []struct {
		name        string
		slots       rules.Slots
		asked, want string
	}{
		{"of the first attempt", rules.Slots{}, "2026-11-01T06:00:00Z", "2026-11-02T06:00:00Z"},
		{"of a retry", rules.Slots{UnpaidSince: since, Last: 1}, "2026-11-02T06:00:00Z", "2026-11-03T06:00:00Z"},
		{"of a retry that was late", rules.Slots{UnpaidSince: since, Last: 1}, "2026-11-02T09:00:00Z", "2026-11-03T06:00:00Z"},
		{"paid by hand between two retries", rules.Slots{UnpaidSince: since, Last: 2}, "2026-11-03T18:00:00Z", "2026-11-04T06:00:00Z"},
		{"after the last retry", rules.Slots{UnpaidSince: since, Last: 5}, "2026-11-06T10:00:00Z", "2026-11-07T10:00:00Z"},
	} {
		if got := c.slots.ActionEnds(date(c.asked)); !got.Equal(date(c.want)) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestS3_SlotsAreTheSameInAnyTimeZone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		since := instants().Draw(t, "since")
		now := since.Add(time.Duration(rapid.Int64Range(0, int64(200*time.Hour)).Draw(t, "later")))
		here := rules.Slots{UnpaidSince: since}.Due(now, false)
		there := rules.Slots{UnpaidSince: since.In(zones().Draw(t, "zone"))}.Due(now.In(zones().Draw(t, "zone")), false)
		if here.Slot != there.Slot || !here.Next.Equal(there.Next) {
			t.Fatalf("%+v and %+v", here, there)
		}
	})
}
