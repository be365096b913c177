package rules

import "time"

// Business days of SEPA debits (M27).
const (
	// noticeDays are between the invoice, which announces the debit, and the debit.
	noticeDays = 2
	// settlementDays are between the submission of a debit and its settlement.
	settlementDays = 3
)

// SubmitAt is when the debit of an invoice is submitted to the bank: two TARGET business
// days after the invoice was issued, at the same time of day (M27).
func SubmitAt(issued time.Time) time.Time { return AddBusinessDays(issued, noticeDays) }

// SettleAt is when a submitted debit settles: three TARGET business days later.
func SettleAt(submitted time.Time) time.Time { return AddBusinessDays(submitted, settlementDays) }

// IsBusinessDay reports whether TARGET, the payment system of the euro, is open on the
// day that an instant is on in UTC. It is closed on weekends, 1 January, Good Friday,
// Easter Monday, 1 May, and 25 and 26 December, by the European Central Bank's decision
// of 14 December 2000, until further notice:
// https://www.ecb.europa.eu/press/pr/date/2000/html/pr001214_4.en.html
func IsBusinessDay(t time.Time) bool {
	day := t.UTC().Truncate(day24)
	if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		return false
	}
	switch day.Format("01-02") {
	case "01-01", "05-01", "12-25", "12-26":
		return false
	}
	switch day.Sub(easter(day.Year())) {
	case -2 * day24, day24: // Good Friday, Easter Monday
		return false
	}
	return true
}

// AddBusinessDays is the n-th TARGET business day after an instant, at the same time of
// day in UTC. A closed day counts for none: one day after a Saturday is Monday. No days
// are the instant itself.
func AddBusinessDays(t time.Time, n int) time.Time {
	t = t.UTC()
	for n > 0 {
		t = t.AddDate(0, 0, 1)
		if IsBusinessDay(t) {
			n--
		}
	}
	return t
}

// day24 is a day in UTC, which has no summer time.
const day24 = 24 * time.Hour

// easter is Easter Sunday of a year, 00:00 UTC, by the Gregorian calendar. The names are
// those of the algorithm of Meeus, Jones, and Butcher, as far as it has names.
func easter(year int) time.Time {
	golden := year % 19 // the place in the cycle of 19 years after which the moon repeats
	century, yearOf := year/100, year%100
	correction := (century - (century+8)/25 + 1) / 3 // the moon is early by this many days
	epact := (19*golden + century - century/4 - correction + 15) % 30
	weekday := (32 + 2*(century%4) + 2*(yearOf/4) - epact - yearOf%4) % 7
	late := (golden + 11*epact + 22*weekday) / 451 // in these years, a week earlier
	days := epact + weekday - 7*late + 114
	return time.Date(year, time.Month(days/31), days%31+1, 0, 0, 0, 0, time.UTC)
}
