package gitrepo

import (
	"cmp"
	"time"
)

// Limits are what git may use, and how long it keeps things. Zero means the default.
type Limits struct {
	// Time is how long one command may take: 1 h.
	Time time.Duration
	// Input is the largest pack that a push may bring, in bytes: 1 GiB.
	Input int64
	// Memory and Processor are what each process of git may use: 1 GiB of
	// address space, 10 min. A push whose objects need more is refused.
	Memory    uint64
	Processor time.Duration
	// Message is the largest commit or tag, and Tree the largest tree, that a
	// push may bring, in bytes when inflated: 1 MiB and 16 MiB.
	Message, Tree int64
	// Maintenance is how long a repository that was pushed to waits to be repacked: 6
	// h, or until it has this many Packs, 50.
	Maintenance time.Duration
	Packs       int
	// Unreachable is how long objects that no branch or tag holds are kept: 1 h. A push
	// in flight must not lose what it builds on.
	Unreachable time.Duration
}

// OrDefaults returns the limits with their defaults.
func (l Limits) OrDefaults() Limits {
	return Limits{
		Time:        cmp.Or(l.Time, time.Hour),
		Input:       cmp.Or(l.Input, 1<<30),
		Memory:      cmp.Or(l.Memory, 1<<30),
		Processor:   cmp.Or(l.Processor, 10*time.Minute),
		Message:     cmp.Or(l.Message, 1<<20),
		Tree:        cmp.Or(l.Tree, 16<<20),
		Maintenance: cmp.Or(l.Maintenance, 6*time.Hour),
		Packs:       cmp.Or(l.Packs, 50),
		Unreachable: cmp.Or(l.Unreachable, time.Hour),
	}
}

// Grace is how long git may take to clean up before it is killed.
const Grace = 500 * time.Millisecond
