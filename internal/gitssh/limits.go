package gitssh

import (
	"cmp"
	"time"
)

// Limits are what one client may take. Zero means the default.
type Limits struct {
	// Connections are open at once, in all (512), from one address (64) and, once
	// signed in, of one account (32); an address is one of IPv4 or a /64 of IPv6.
	// Where there are more, the oldest that has not signed in is closed, or else
	// the one that has run no command for longest.
	Connections, PerAddress, ConnectionsPerAccount int
	// Handshake is how long signing in may take: 10 s.
	Handshake time.Duration
	// Idle is how long a connection stays open without a command: 5 min.
	Idle time.Duration
	// Sessions are open at once on one connection: 10.
	Sessions int
	// Commands run at once, in all (64), for one account (8) and from one address
	// (16). Where there are more, one that has moved no byte for Quiet (10 s) is
	// stopped, or else one of the account that runs the most.
	Commands, PerAccount, CommandsPerAddress int
	Quiet                                    time.Duration
	// Silence is how long a command may go on without moving a byte: 1 min. Git
	// itself sends something every 5 s while it computes an answer.
	Silence time.Duration
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
	// Branches are made or moved by one push at most (1,000), and BranchesPerHour
	// by all pushes of one account (2,000). Each is a deployment.
	Branches, BranchesPerHour int
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
		Connections:           cmp.Or(l.Connections, 512),
		PerAddress:            cmp.Or(l.PerAddress, 64),
		ConnectionsPerAccount: cmp.Or(l.ConnectionsPerAccount, 32),
		Handshake:             cmp.Or(l.Handshake, 10*time.Second),
		Idle:                  cmp.Or(l.Idle, 5*time.Minute),
		Sessions:              cmp.Or(l.Sessions, 10),
		Commands:              cmp.Or(l.Commands, 64),
		PerAccount:            cmp.Or(l.PerAccount, 8),
		CommandsPerAddress:    cmp.Or(l.CommandsPerAddress, 16),
		Quiet:                 cmp.Or(l.Quiet, 10*time.Second),
		Silence:               cmp.Or(l.Silence, time.Minute),
		Time:                  cmp.Or(l.Time, time.Hour),
		Input:                 cmp.Or(l.Input, 1<<30),
		Memory:                cmp.Or(l.Memory, 1<<30),
		Processor:             cmp.Or(l.Processor, 10*time.Minute),
		Message:               cmp.Or(l.Message, 1<<20),
		Tree:                  cmp.Or(l.Tree, 16<<20),
		Branches:              cmp.Or(l.Branches, 1000),
		BranchesPerHour:       cmp.Or(l.BranchesPerHour, 2000),
		Maintenance:           cmp.Or(l.Maintenance, 6*time.Hour),
		Packs:                 cmp.Or(l.Packs, 50),
		Unreachable:           cmp.Or(l.Unreachable, time.Hour),
		Output:                cmp.Or(l.Output, 8<<30),
		Retry:                 cmp.Or(l.Retry, time.Minute),
		Tries:                 cmp.Or(l.Tries, 20),
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
