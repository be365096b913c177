package request

import (
	"strings"

	"portico/internal/i18n"
)

// UnknownDevice is the name of a browser that doesn't identify itself.
const UnknownDevice = "unknown device"

// A Device is a browser and its system as stored: Firefox on Linux. It is a value, for
// messages.
type Device string

// For names the device for a reader.
func (d Device) For(r i18n.Reader) string {
	if d == UnknownDevice {
		return i18n.Msg("unknown device").For(r)
	}
	if name, system, ok := strings.Cut(string(d), " on "); ok {
		return i18n.Msg("%s on %s", name, system).For(r)
	}
	return string(d)
}
