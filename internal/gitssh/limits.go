package gitssh

import (
	"cmp"
	"time"

	"portico/internal/gitrepo"
)

// Limits are what one client may use, besides the limits on git itself: see
// gitrepo.Limits. Zero means the default.
type Limits struct {
	// Connections are open at once, in all (512), from one address (64) and, once
	// signed in, of one account (32); an address is one of IPv4 or a /64 of IPv6,
	// whose /48 counts as four.
	// Where there are more, the oldest that has not signed in is closed, or else
	// the one that has run no command for longest.
	Connections, PerAddress, ConnectionsPerAccount int
	// Handshake is how long signing in may take: 10 s.
	Handshake time.Duration
	// Idle is how long a connection stays open without a command: 5 min.
	Idle time.Duration
	// Sessions are open at once on one connection (10), and of one account (32).
	// What a client sends to a session waits in memory, up to 2 MiB, until its
	// command reads it.
	Sessions, SessionsPerAccount int
	// Commands run at once, in all (64), for one account (8) and from one address
	// (16). Where there are more, one that has moved no byte for Quiet (10 s) is
	// stopped, or else one of the account that runs the most.
	Commands, PerAccount, CommandsPerAddress int
	Quiet                                    time.Duration
	// Silence is how long a command may run without moving a byte: 1 min. Git itself
	// sends something every 5 s while it computes an answer.
	Silence time.Duration
	// Branches are made or moved by one push at most (1,000), and BranchesPerHour
	// by all pushes of one account (2,000). Each is a deployment. RefsPerHour is how
	// many branches and tags one account makes, moves, or deletes (5,000), and as many
	// one push.
	Branches, BranchesPerHour, RefsPerHour int
	// Output is the most that one command may answer, in bytes: 8 GiB.
	Output int64
	// Retry is how long until a push whose recording failed is retried: 1 min, twice as
	// long after each failure, up to an hour.
	Retry time.Duration
	// Tries is how often recording is tried before the push is given up: 20, which
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
		SessionsPerAccount:    cmp.Or(l.SessionsPerAccount, 32),
		Commands:              cmp.Or(l.Commands, 64),
		PerAccount:            cmp.Or(l.PerAccount, 8),
		CommandsPerAddress:    cmp.Or(l.CommandsPerAddress, 16),
		Quiet:                 cmp.Or(l.Quiet, 10*time.Second),
		Silence:               cmp.Or(l.Silence, time.Minute),
		Branches:              cmp.Or(l.Branches, 1000),
		BranchesPerHour:       cmp.Or(l.BranchesPerHour, 2000),
		RefsPerHour:           cmp.Or(l.RefsPerHour, 5000),
		Output:                cmp.Or(l.Output, 8<<30),
		Retry:                 cmp.Or(l.Retry, time.Minute),
		Tries:                 cmp.Or(l.Tries, 20),
	}
}

const (
	// tries to sign in; each key of an agent is one.
	tries = 6
	// grace is how long a client may take to read the last message.
	grace = gitrepo.Grace
	// recheck is how long a check of an open connection may take: with grace, it is
	// less than the second within which a revoked key must be out.
	recheck = 400 * time.Millisecond
	// recording is how long recording one push may take.
	recording = 30 * time.Second
	// slack is what a push may send besides its pack.
	slack = 16 << 20
	// commandList is the maximum size of the list of refs to change, in bytes.
	commandList = 4 << 20
)
