package naming

import (
	_ "embed"
	"slices"
	"strings"
	_ "time/tzdata" // the rules of the zones, even if the machine has none

	"portico/internal/problem"
)

// ianaZones are the names of the IANA database that ICU knows too, and with it every
// browser: among the files of a machine's database are others, such as posixrules.
//
//go:embed time_zones.txt
var ianaZones string

var timeZones = strings.Fields(ianaZones)

// TimeZone checks the name of a time zone.
func TimeZone(field, name string) *problem.Input {
	if _, known := slices.BinarySearch(timeZones, name); !known {
		return problem.In(field, problem.Malformed, "This is not a time zone, such as Europe/Paris.")
	}
	return nil
}
