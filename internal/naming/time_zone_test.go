package naming_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/internal/naming"
	"portico/internal/problem"
)

func TestTimeZone(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"UTC", "Europe/Paris", "Asia/Calcutta", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST5EDT", "US/Eastern"} {
		if wrong := naming.TimeZone("timeZone", name); wrong != nil {
			t.Errorf("%s: %v", name, wrong)
		}
	}
	// A machine's database has most of these, and no browser knows them.
	for _, name := range []string{
		"posixrules", "posix/Europe/Paris", "right/UTC", "Factory", "localtime", "leapseconds", "tzdata.zi", "Local", "",
		"europe/paris", "Europe/", "../etc/passwd", "Mars/Olympus", "Europe/Paris ", "UTC\nGMT",
	} {
		if wrong := naming.TimeZone("timeZone", name); wrong == nil || wrong.Code != problem.Malformed || wrong.Field != "timeZone" {
			t.Errorf("%q: %v", name, wrong)
		}
	}
}

// Every zone that is taken can be reckoned with here. The front end's test of the
// same file holds that browsers know it.
func TestTimeZonesAreKnown(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("time_zones.txt")
	if err != nil {
		t.Fatal(err)
	}
	zones := strings.Fields(string(text))
	if len(zones) < 500 || !slices.IsSorted(zones) {
		t.Errorf("%d zones, sorted: %v", len(zones), slices.IsSorted(zones))
	}
	for _, name := range zones {
		if _, err := time.LoadLocation(name); err != nil || naming.TimeZone("", name) != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
