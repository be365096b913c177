package gitrepo

import (
	"errors"
	"fmt"
	"os"
	"os/exec"

	"golang.org/x/sys/unix"
)

// Bound limits the memory and the processor time of a command and of whatever
// it starts from now on: git inflates what it receives before anybody can look
// at it. Memory that only goes to a file which is mapped counts too, hence the
// small windows in settings.
func (s *Store) Bound(cmd *exec.Cmd) error {
	pid, l := cmd.Process.Pid, s.Limits.OrDefaults()
	goesFirst(pid)
	err := errors.Join(
		lower(pid, unix.RLIMIT_AS, l.Memory),
		lower(pid, unix.RLIMIT_CPU, uint64(l.Processor.Seconds())),
	)
	if err == nil || errors.Is(err, unix.ESRCH) { // it has ended already
		return nil
	}
	return fmt.Errorf("limit git: %w", err)
}

// goesFirst has the kernel end a process, and whatever it starts, before any
// other where the machine runs out of memory: many commands may together want
// more than there is, and the server and its database must outlive them. Where
// that can't be set, the limits hold all the same.
func goesFirst(pid int) {
	_ = os.WriteFile(fmt.Sprintf("/proc/%d/oom_score_adj", pid), []byte("1000"), 0)
}

// lower keeps a limit that is lower already: an operator's own.
func lower(pid, resource int, limit uint64) error {
	var now unix.Rlimit
	if err := unix.Prlimit(pid, resource, nil, &now); err != nil {
		return err
	}
	limit = min(limit, now.Max)
	return unix.Prlimit(pid, resource, &unix.Rlimit{Cur: limit, Max: limit}, nil)
}
