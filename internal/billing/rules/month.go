package rules

import (
	"fmt"
	"time"
)

// A Month is a billing month: from the first of a month, 00:00 UTC, until the first of
// the next one, which is not included.
type Month struct {
	Year  int
	Month time.Month
}

const monthForm = "2006-01"

// MonthOf is the month that an instant is in, in UTC, whatever the time zone of the value
// or of the machine (S3).
func MonthOf(t time.Time) Month {
	year, month, _ := t.UTC().Date()
	return Month{year, month}
}

// ParseMonth reads a month in the form 2026-10.
func ParseMonth(s string) (Month, error) {
	t, err := time.Parse(monthForm, s)
	if err != nil {
		return Month{}, fmt.Errorf("%q is not a month: write the year and the month, like 2026-10", s)
	}
	return MonthOf(t), nil
}

// From is the first instant of the month, in UTC.
func (m Month) From() time.Time { return time.Date(m.Year, m.Month, 1, 0, 0, 0, 0, time.UTC) }

// To is the end of the month and the first instant of the next one, in UTC.
func (m Month) To() time.Time { return m.Next().From() }

// Next is the month after it.
func (m Month) Next() Month {
	return MonthOf(time.Date(m.Year, m.Month+1, 1, 0, 0, 0, 0, time.UTC))
}

func (m Month) String() string { return m.From().Format(monthForm) }
