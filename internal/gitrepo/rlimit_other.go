//go:build !linux

package gitrepo

import "os/exec"

// Bound does nothing: only Linux can limit another process. What git may keep is
// checked everywhere.
func (s *Store) Bound(*exec.Cmd) error { return nil }
