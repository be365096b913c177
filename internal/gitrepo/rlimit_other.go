//go:build !linux

package gitrepo

import "os/exec"

// Bound does nothing: only Linux sets the limits of another process. What git
// may keep is checked everywhere.
func (s *Store) Bound(*exec.Cmd) error { return nil }
