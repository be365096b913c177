package rules_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"portico/internal/billing/rules"
)

// closingDays are the closing days on weekdays, as published for each year by central
// banks of the Eurosystem.
var closingDays = map[int][]string{
	2024: {"2024-01-01", "2024-03-29", "2024-04-01", "2024-05-01", "2024-12-25", "2024-12-26"},
	2025: {"2025-01-01", "2025-04-18", "2025-04-21", "2025-05-01", "2025-12-25", "2025-12-26"},
	2026: {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25"},
	2027: {"2027-01-01", "2027-03-26", "2027-03-29"},
	2028: {"2028-04-14", "2028-04-17", "2028-05-01", "2028-12-25", "2028-12-26"},
	2029: {"2029-01-01", "2029-03-30", "2029-04-02", "2029-05-01", "2029-12-25", "2029-12-26"},
	2030: {"2030-01-01", "2030-04-19", "2030-04-22", "2030-05-01", "2030-12-25", "2030-12-26"},
}

func TestBusinessDaysAreThoseOfThePublishedCalendars(t *testing.T) {
	t.Parallel()
	for year, want := range closingDays {
		var got []string
		for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
			weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
			if weekend && rules.IsBusinessDay(day) {
				t.Errorf("%s is a weekend", day)
			}
			if !weekend && !rules.IsBusinessDay(day) {
				got = append(got, day.Format(time.DateOnly))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("closed in %d: %v, want %v", year, got, want)
		}
	}
}

// gauss is Easter Sunday of a year from 1900 to 2099 by another formula, that of Gauss.
func gauss(year int) time.Time {
	a, b, c := year%19, year%4, year%7
	d := (19*a + 24) % 30
	e := (2*b + 4*c + 6*d + 5) % 7
	if d == 29 && e == 6 || d == 28 && e == 6 && a > 10 {
		d -= 7
	}
	return time.Date(year, time.March, 22+d+e, 0, 0, 0, 0, time.UTC)
}

func TestEasterIsThatOfGauss(t *testing.T) {
	t.Parallel()
	for year := 1900; year < 2100; year++ {
		sunday := gauss(year)
		friday, monday := sunday.AddDate(0, 0, -2), sunday.AddDate(0, 0, 1)
		if sunday.Weekday() != time.Sunday || rules.IsBusinessDay(friday) || rules.IsBusinessDay(monday) {
			t.Errorf("Easter of %d is %s", year, sunday)
		}
		thursday, tuesday := sunday.AddDate(0, 0, -3), sunday.AddDate(0, 0, 2)
		if !rules.IsBusinessDay(thursday) || !rules.IsBusinessDay(tuesday) {
			t.Errorf("in %d it is closed on the Thursday before or the Tuesday after Easter", year)
		}
	}
}

func TestAddBusinessDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-30", 0, "2026-11-30"},
		{"2026-11-28", 0, "2026-11-28"}, // a Saturday
		{"2026-11-28", 1, "2026-11-30"},
		{"2026-11-30T06:00:00Z", 2, "2026-12-02T06:00:00Z"},
		{"2026-12-24T09:00:00Z", 1, "2026-12-28T09:00:00Z"},
		{"2026-12-31", 1, "2027-01-04"},
		{"2027-03-25", 1, "2027-03-30"},                          // over Easter
		{"2026-04-30T23:30:00-03:00", 1, "2026-05-04T02:30:00Z"}, // it is 1 May in UTC
	} {
		if got := rules.AddBusinessDays(date(c.from), c.n); !got.Equal(date(c.want)) {
			t.Errorf("%d after %s is %s, want %s", c.n, c.from, got, c.want)
		}
	}
}

func TestM27_DatesOfADebit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ issued, submitted, settled string }{
		{"2026-11-01T06:00:00Z", "2026-11-03T06:00:00Z", "2026-11-06T06:00:00Z"}, // a Sunday
		{"2026-12-01T06:00:00Z", "2026-12-03T06:00:00Z", "2026-12-08T06:00:00Z"},
		{"2027-01-01T06:00:00Z", "2027-01-05T06:00:00Z", "2027-01-08T06:00:00Z"},
		{"2026-04-01T06:00:00Z", "2026-04-07T06:00:00Z", "2026-04-10T06:00:00Z"}, // before Easter
	} {
		submitted := rules.SubmitAt(date(c.issued))
		if settled := rules.SettleAt(submitted); !submitted.Equal(date(c.submitted)) || !settled.Equal(date(c.settled)) {
			t.Errorf("issued %s: submitted %s, settles %s", c.issued, submitted, settled)
		}
	}
}

func TestBusinessDaysAddUp(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		at := instants().Draw(t, "at")
		a, b := rapid.IntRange(0, 12).Draw(t, "a"), rapid.IntRange(0, 12).Draw(t, "b")
		whole := rules.AddBusinessDays(at, a+b)
		if parts := rules.AddBusinessDays(rules.AddBusinessDays(at, a), b); !parts.Equal(whole) {
			t.Fatalf("%d after %s is %s, in two steps %s", a+b, at, whole, parts)
		}
		open := 0
		for day := at.AddDate(0, 0, 1); !day.After(whole); day = day.AddDate(0, 0, 1) {
			if rules.IsBusinessDay(day) {
				open++
			}
		}
		if open != a+b || a+b > 0 && !rules.IsBusinessDay(whole) {
			t.Fatalf("from %s to %s there are %d business days, want %d", at, whole, open, a+b)
		}
	})
}

func TestS3_BusinessDaysAreTheSameInAnyTimeZone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		at := instants().Draw(t, "at")
		there := at.In(zones().Draw(t, "zone"))
		if rules.IsBusinessDay(there) != rules.IsBusinessDay(at) || !rules.SubmitAt(there).Equal(rules.SubmitAt(at)) {
			t.Fatalf("%s is another day than %s", there, at)
		}
	})
}
