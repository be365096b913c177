package i18n_test

import (
	"math"
	"testing"
	"time"

	"portico/internal/i18n"
)

// What an argument is in each language. The spaces that French has within an amount
// and between thousands do not break.
func TestValues(t *testing.T) {
	t.Parallel()
	evening := time.Date(2026, time.November, 30, 22, 54, 12, 0, time.UTC)
	morning := time.Date(2026, time.May, 1, 7, 5, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		value  i18n.Value
		zone   string
		en, fr string
	}{
		"text":                   {i18n.Text("100% %s"), "", "100% %s", "100% %s"},
		"number":                 {i18n.Msg("A page holds %d at most.", 1_234_567), "", "A page holds 1,234,567 at most.", "Une page contient au plus 1\u00a0234\u00a0567 éléments."},
		"message in a message":   {i18n.Msg("Session on %s ended", i18n.Msg("%s on %s", "Firefox", "Linux")), "", "Session on Firefox on Linux ended", "Session fermée\u00a0: Firefox sur Linux"},
		"none":                   {i18n.Plural(0, "%d second", "%d seconds"), "", "0 seconds", "0 seconde"},
		"one":                    {i18n.Plural(1, "%d second", "%d seconds"), "", "1 second", "1 seconde"},
		"two":                    {i18n.Plural(2, "%d second", "%d seconds"), "", "2 seconds", "2 secondes"},
		"many":                   {i18n.Plural(12_000, "%d second", "%d seconds"), "", "12,000 seconds", "12\u00a0000 secondes"},
		"plural of other things": {i18n.Plural(1, "%d push to %s denied", "%d pushes to %s denied", "shop"), "", "1 push to shop denied", "1 push vers shop refusé"},

		"instant":              {i18n.Instant(evening), "Europe/Paris", "November 30, 2026 at 11:54 PM CET", "30 novembre 2026 à 23:54 CET"},
		"instant of the next":  {i18n.Instant(evening), "Asia/Tokyo", "December 1, 2026 at 7:54 AM JST", "1 décembre 2026 à 07:54 JST"},
		"zone without a name":  {i18n.Instant(morning), "America/Sao_Paulo", "May 1, 2026 at 4:05 AM UTC-03", "1 mai 2026 à 04:05 UTC-03"},
		"no zone":              {i18n.Instant(morning), "", "May 1, 2026 at 7:05 AM UTC", "1 mai 2026 à 07:05 UTC"},
		"unknown zone":         {i18n.Instant(morning), "Mars/Olympus", "May 1, 2026 at 7:05 AM UTC", "1 mai 2026 à 07:05 UTC"},
		"date":                 {i18n.Date(evening), "", "November 30, 2026", "30 novembre 2026"},
		"date of the next day": {i18n.Date(evening), "Asia/Tokyo", "December 1, 2026", "1 décembre 2026"},

		"no time":            {i18n.Duration(0), "", "0 seconds", "0 seconde"},
		"less than a second": {i18n.Duration(time.Millisecond), "", "1 second", "1 seconde"},
		"seconds":            {i18n.Duration(90 * time.Second), "", "90 seconds", "90 secondes"},
		"a minute":           {i18n.Duration(time.Minute), "", "1 minute", "1 minute"},
		"minutes":            {i18n.Duration(30 * time.Minute), "", "30 minutes", "30 minutes"},
		"minutes, rounded":   {i18n.Duration(12*time.Minute + time.Second), "", "13 minutes", "13 minutes"},
		"an hour":            {i18n.Duration(time.Hour), "", "1 hour", "1 heure"},
		"a day":              {i18n.Duration(24 * time.Hour), "", "24 hours", "24 heures"},
		"more than a day":    {i18n.Duration(25*time.Hour - time.Minute), "", "25 hours", "25 heures"},
		"days":               {i18n.Duration(7 * 24 * time.Hour), "", "7 days", "7 jours"},
		"days, rounded":      {i18n.Duration(13*24*time.Hour + time.Hour), "", "14 days", "14 jours"},

		"euros":              {i18n.Cents(1234), "", "€12.34", "12,34\u00a0€"},
		"whole euros":        {i18n.Cents(500), "", "€5.00", "5,00\u00a0€"},
		"no money":           {i18n.Euros(0), "", "€0.00", "0,00\u00a0€"},
		"a cent":             {i18n.Cents(1), "", "€0.01", "0,01\u00a0€"},
		"a debt":             {i18n.Cents(-1), "", "-€0.01", "-0,01\u00a0€"},
		"a large debt":       {i18n.Cents(-123_456_789), "", "-€1,234,567.89", "-1\u00a0234\u00a0567,89\u00a0€"},
		"parts of a cent":    {i18n.Euros(4_200), "", "€0.0042", "0,0042\u00a0€"},
		"a millionth":        {i18n.Euros(1), "", "€0.000001", "0,000001\u00a0€"},
		"tenths":             {i18n.Euros(12_300_000), "", "€12.30", "12,30\u00a0€"},
		"the largest amount": {i18n.Euros(math.MaxInt64), "", "€9,223,372,036,854.775807", "9\u00a0223\u00a0372\u00a0036\u00a0854,775807\u00a0€"},
		"the largest debt":   {i18n.Euros(math.MinInt64), "", "-€9,223,372,036,854.775808", "-9\u00a0223\u00a0372\u00a0036\u00a0854,775808\u00a0€"},
	} {
		for lang, want := range map[string]string{"EN": c.en, "FR": c.fr} {
			if got := c.value.For(i18n.Reader{Language: lang, TimeZone: c.zone}); got != want {
				t.Errorf("%s in %s: %q, want %q", name, lang, got, want)
			}
		}
	}
}

// Every month has its name.
func TestMonths(t *testing.T) {
	t.Parallel()
	french := map[string]bool{}
	for month := time.January; month <= time.December; month++ {
		d := i18n.Date(time.Date(2026, month, 15, 0, 0, 0, 0, time.UTC))
		if got, want := d.For(i18n.Reader{Language: "EN"}), month.String()+" 15, 2026"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
		french[d.For(i18n.Reader{Language: "FR"})] = true
	}
	if len(french) != 12 || !french["15 août 2026"] || french["15 August 2026"] {
		t.Errorf("%v", french)
	}
}
