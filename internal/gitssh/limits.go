package gitssh

import (
	"cmp"
	"time"
)

// Limits are what one client may take. Zero means the default.
type Limits struct {
	// Connections are open at once, in all (512) and from one address (64); an
	// address is one of IPv4 or a /64 of IPv6. Where there are more, the
	// oldest that has not signed in has to go.
	Connections, PerAddress int
	// Handshake is how long signing in may take: 10 s.
	Handshake time.Duration
	// Idle is how long a connection stays open without a command: 5 min.
	Idle time.Duration
	// Sessions are open at once on one connection: 10.
	Sessions int
	// Commands run at once, in all (64) and for one account (8).
	Commands, PerAccount int
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
	// Branches are made or moved by one push at most: 1,000. Each is a
	// deployment.
	Branches int
	// Maintenance is how long a repository that was pushed to waits to be
	// repacked: 6 h, or until it has so many Packs, 50.
	Maintenance time.Duration
	Packs       int
	// Unreachable is how long what no branch and no tag holds is kept: 1 h. A
	// push on its way must not lose what it builds on.
	Unreachable time.Duration
	// Output is the most that one command may answer, in bytes: 8 GiB.
	Output int64
	// Retry is how long it takes until a push whose recording failed is
	// recorded again: 1 min, twice as long after each failure, up to an hour.
	Retry time.Duration
	// Tries are how often it is tried before the push is set aside: 20, which
	// takes most of a day.
	Tries int
}

func (l Limits) orDefaults() Limits {
	return Limits{
		Connections: cmp.Or(l.Connections, 512),
		PerAddress:  cmp.Or(l.PerAddress, 64),
		Handshake:   cmp.Or(l.Handshake, 10*time.Second),
		Idle:        cmp.Or(l.Idle, 5*time.Minute),
		Sessions:    cmp.Or(l.Sessions, 10),
		Commands:    cmp.Or(l.Commands, 64),
		PerAccount:  cmp.Or(l.PerAccount, 8),
		Time:        cmp.Or(l.Time, time.Hour),
		Input:       cmp.Or(l.Input, 1<<30),
		Memory:      cmp.Or(l.Memory, 1<<30),
		Processor:   cmp.Or(l.Processor, 10*time.Minute),
		Message:     cmp.Or(l.Message, 1<<20),
		Tree:        cmp.Or(l.Tree, 16<<20),
		Branches:    cmp.Or(l.Branches, 1000),
		Maintenance: cmp.Or(l.Maintenance, 6*time.Hour),
		Packs:       cmp.Or(l.Packs, 50),
		Unreachable: cmp.Or(l.Unreachable, time.Hour),
		Output:      cmp.Or(l.Output, 8<<30),
		Retry:       cmp.Or(l.Retry, time.Minute),
		Tries:       cmp.Or(l.Tries, 20),
	}
}

const (
	// tries to sign in; each key of an agent is one.
	tries = 6
	// grace is how long git may take to clean up before it is killed, and a
	// client to take what it is told at the end.
	grace = 500 * time.Millisecond
	// recheck is how long a check of an open connection may take: with grace,
	// less than the second in which a revoked key has to be out.
	recheck = 400 * time.Millisecond
	// recording is how long recording one push may take.
	recording = 30 * time.Second
	// slack is what a push may send beside its pack.
	slack = 16 << 20
	// commandList is the longest list of refs to change, in bytes.
	commandList = 4 << 20
)
