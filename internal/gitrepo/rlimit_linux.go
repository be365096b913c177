package gitrepo

import (
	"errors"
	"fmt"
	"os"
	"os/exec"

	"golang.org/x/sys/unix"
)

// Bound limits the memory and processor time of a command and everything it starts from
// now on: git inflates what it receives before anybody can check it. Memory that is a
// mapped file counts too, hence the small windows in settings.
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

// goesFirst makes the kernel kill a process, and everything it starts, before any other
// if the machine runs out of memory: together, many commands may want more than there
// is, and the server and its database must survive them. If this can't be set, the
// limits still hold.
func goesFirst(pid int) {
	_ = os.WriteFile(fmt.Sprintf("/proc/%d/oom_score_adj", pid), []byte("1000"), 0)
}

// lower keeps a limit that is already lower: an operator's own.
func lower(pid, resource int, limit uint64) error {
	var now unix.Rlimit
	if err := unix.Prlimit(pid, resource, nil, &now); err != nil {
		return err
	}
	limit = min(limit, now.Max)
	return unix.Prlimit(pid, resource, &unix.Rlimit{Cur: limit, Max: limit}, nil)
}
