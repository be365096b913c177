package i18n

import (
	"fmt"
	"strings"
	"time"
)

// Text is a value that is the same for every reader: a name, an address.
type Text string

// For is the text.
func (t Text) For(Reader) string { return string(t) }

// An Instant is a point in time, in the reader's time zone: November 20, 2026 at 11:54
// PM CET.
type Instant time.Time

// For writes the instant. The translation of a layout is a layout of package time.
func (i Instant) For(r Reader) string {
	return in(r, time.Time(i), Msg("January 2, 2006 at 3:04 PM MST"))
}

// A Date is the day on which a point in time falls in the reader's time zone:
// November 20, 2026.
type Date time.Time

// For writes the date.
func (d Date) For(r Reader) string { return in(r, time.Time(d), Msg("January 2, 2006")) }

var months = []Message{
	Msg("January"), Msg("February"), Msg("March"), Msg("April"), Msg("May"), Msg("June"),
	Msg("July"), Msg("August"), Msg("September"), Msg("October"), Msg("November"), Msg("December"),
}

// in formats a point in time. Package time knows only the English months.
func in(r Reader, at time.Time, layout Message) string {
	at = at.In(zone(r.TimeZone))
	if name, offset := at.Zone(); strings.HasPrefix(name, "+") || strings.HasPrefix(name, "-") {
		at = at.In(time.FixedZone("UTC"+name, offset)) // a zone without an abbreviation
	}
	return strings.Replace(at.Format(layout.For(r)), at.Month().String(), months[at.Month()-1].For(r), 1)
}

func zone(name string) *time.Location {
	z, err := time.LoadLocation(name)
	if err != nil {
		return time.UTC
	}
	return z
}

// A Duration is how long something lasts, in words: 30 minutes, 24 hours, 7 days. It is
// written in one unit, rounded up, so that waiting that long is enough.
type Duration time.Duration

// For writes the duration.
func (d Duration) For(r Reader) string {
	switch of := time.Duration(d); {
	case of != day && fits(of, day):
		return Plural(up(of, day), "%d day", "%d days").For(r)
	case fits(of, time.Hour):
		return Plural(up(of, time.Hour), "%d hour", "%d hours").For(r)
	case fits(of, time.Minute):
		return Plural(up(of, time.Minute), "%d minute", "%d minutes").For(r)
	default:
		return Plural(up(of, time.Second), "%d second", "%d seconds").For(r)
	}
}

const day = 24 * time.Hour

// fits reports whether a unit expresses a duration well: exactly, or with little
// rounding.
func fits(d, unit time.Duration) bool { return d >= 10*unit || d >= unit && d%unit == 0 }

func up(d, unit time.Duration) int { return int((d + unit - 1) / unit) }

// Euros are an amount of money in millionths of a euro: €12.34. Digits after the cents
// are written if they aren't zero.
type Euros int64

const (
	euro = 1_000_000
	cent = euro / 100
)

// Cents are an amount of money in hundredths of a euro.
func Cents(n int64) Euros { return Euros(n * cent) }

// For writes the amount.
func (e Euros) For(r Reader) string {
	whole, rest := int64(e)/euro, int64(e)%euro
	digits := strings.TrimRight(fmt.Sprintf("%06d", max(rest, -rest)), "0")
	digits += strings.Repeat("0", max(0, 2-len(digits)))
	if e < 0 {
		return Msg("-€%d.%s", -whole, digits).For(r)
	}
	return Msg("€%d.%s", whole, digits).For(r)
}
