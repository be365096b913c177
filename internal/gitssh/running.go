package gitssh

import (
	"fmt"
	"slices"

	"github.com/google/uuid"
)

// errRoom stops a command to make room for another.
var errRoom = &Denial{Text: "Portico is busy and stopped this command to make room. Try again in a moment."}

// begin adds the call to the running commands, or returns why it can't run now.
func (c *call) begin() *Denial {
	s, limits := c.server, c.server.Limits.orDefaults()
	account, from := c.identity.AccountID, block(c.from)
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.draining:
		return &Denial{Text: "Portico is about to restart. Try again in a moment."}
	case !s.fits(c, limits.PerAccount, func(o *call) bool { return o.identity.AccountID == account }):
		return &Denial{Text: fmt.Sprintf("Your account is already running %d Git commands, the limit. Wait for one to finish.", limits.PerAccount)}
	case !s.fits(c, limits.CommandsPerAddress, func(o *call) bool { return block(o.from) == from }):
		return &Denial{Text: fmt.Sprintf("Your network is already running %d Git commands, the limit. Wait for one to finish.", limits.CommandsPerAddress)}
	case !s.fits(c, limits.Commands, func(*call) bool { return true }):
		return &Denial{Text: "Portico is busy. Try again in a moment."}
	}
	s.running[c] = struct{}{}
	c.commands++
	c.idle.Stop()
	return nil
}

// end removes the call from the running commands. Its connection is idle again, as the
// newest of the idle ones.
func (c *call) end() {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.running, c)
	c.commands--
	s.arrivals++
	c.number = s.arrivals
	switch {
	case c.commands > 0:
	case s.draining:
		c.idle.Reset(grace) // for the client to read how the last one ended
	default:
		c.idle.Reset(s.Limits.orDefaults().Idle)
	}
}

// fits reports whether one more command fits among those that count. If not, a command
// that may be evicted makes room.
func (s *Server) fits(c *call, limit int, counts func(*call) bool) bool {
	var all []*call
	for o := range s.running {
		if counts(o) {
			all = append(all, o)
		}
	}
	if len(all) < limit {
		return true
	}
	out := s.evictable(c.identity.AccountID, all)
	if out == nil {
		return false
	}
	delete(s.running, out)
	out.stop(errRoom)
	return true
}

// evictable returns the command that has moved nothing for longest, if that is long
// enough to call it idle. Otherwise accounts have equal shares: it returns the idlest
// command of the account that runs the most, if that is at least two more than the
// requesting account runs.
func (s *Server) evictable(account uuid.UUID, all []*call) *call {
	idlest := idlestOf(all)
	if idlest == nil || idlest.channel.idleFor() >= s.Limits.orDefaults().Quiet {
		return idlest
	}
	shares := map[uuid.UUID][]*call{}
	var most []*call
	for _, o := range all {
		of := append(shares[o.identity.AccountID], o)
		shares[o.identity.AccountID] = of
		if len(of) > len(most) {
			most = of
		}
	}
	if len(most) < len(shares[account])+2 {
		return nil
	}
	return idlestOf(most)
}

func idlestOf(all []*call) *call {
	if len(all) == 0 {
		return nil
	}
	return slices.MinFunc(all, func(a, b *call) int { return a.channel.lastMoved().Compare(b.channel.lastMoved()) })
}
