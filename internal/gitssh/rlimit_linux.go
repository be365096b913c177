package gitssh

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

// bound limits the memory and the processor time of a process and of whatever
// it starts from now on: git inflates what it receives before anybody can look
// at it. Memory that only goes to a file which is mapped counts too, hence the
// small windows in settings.
func bound(pid int, l Limits) error {
	err := errors.Join(
		unix.Prlimit(pid, unix.RLIMIT_AS, &unix.Rlimit{Cur: l.Memory, Max: l.Memory}, nil),
		unix.Prlimit(pid, unix.RLIMIT_CPU, &unix.Rlimit{Cur: uint64(l.Processor.Seconds()), Max: uint64(l.Processor.Seconds())}, nil),
	)
	if err == nil || errors.Is(err, unix.ESRCH) { // it has ended already
		return nil
	}
	return fmt.Errorf("limit git: %w", err)
}
