// Package clock tells the time in the form that is stored: UTC, microseconds.
// Nothing else in the program asks the machine for it.
package clock

import "time"

// Now is the real time.
func Now() time.Time { return Stored(time.Now()) }

// Real is the machine's clock, for measuring time and for the deadlines of the
// network. Its instants are not stored.
func Real() time.Time { return time.Now() }

// Stored brings an instant into the form in which both databases keep it.
func Stored(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }
