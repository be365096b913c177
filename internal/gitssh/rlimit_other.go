//go:build !linux

package gitssh

// bound does nothing: only Linux sets the limits of another process. What git
// may keep is checked everywhere.
func bound(int, Limits) error { return nil }
