package gitssh

import (
	"context"
	"log/slog"
	"net"
	"net/netip"
	"sync"
	"time"

	"github.com/google/uuid"
	"golang.org/x/crypto/ssh"
)

// conn is one connection. What follows number is guarded by the server's mu.
type conn struct {
	server *Server
	id     uuid.UUID
	wire   net.Conn
	from   netip.Addr
	base   context.Context // the server's
	ctx    context.Context // the connection's
	cancel context.CancelFunc

	number   uint64 // in the order of arrival
	identity *Identity
	commands int
	idle     *time.Timer
	closing  sync.Once
}

// admit makes room for a connection, or returns nil where there is none.
func (s *Server) admit(ctx context.Context, nc net.Conn) *conn {
	c := &conn{server: s, id: uuid.Must(uuid.NewV7()), wire: nc, from: address(nc), base: ctx}
	c.ctx, c.cancel = context.WithCancel(ctx)
	limits := s.Limits.orDefaults()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.draining || !s.room(limits.PerAddress, func(o *conn) bool { return block(o.from) == block(c.from) }) ||
		!s.room(limits.Connections, func(*conn) bool { return true }) {
		c.cancel()
		return nil
	}
	s.arrivals++
	c.number = s.arrivals
	s.conns[c] = struct{}{}
	return c
}

// room tells whether one more fits among those that count, and where it would
// not closes the oldest of them that has not signed in: a crowd that says
// nothing keeps nobody out.
func (s *Server) room(limit int, counts func(*conn) bool) bool {
	n := 0
	var oldest *conn
	for c := range s.conns {
		if !counts(c) {
			continue
		}
		n++
		if c.identity == nil && (oldest == nil || c.number < oldest.number) {
			oldest = c
		}
	}
	if n < limit {
		return true
	}
	if oldest == nil {
		return false
	}
	delete(s.conns, oldest)
	oldest.close()
	return true
}

func (s *Server) release(c *conn) {
	c.close()
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, c)
}

// address is the peer's, never what a header or the client says.
func address(nc net.Conn) netip.Addr {
	if tcp, ok := nc.RemoteAddr().(*net.TCPAddr); ok {
		return tcp.AddrPort().Addr().Unmap()
	}
	return netip.Addr{}
}

// block is what counts as one address: whoever has one of IPv6 has 2⁶⁴.
func block(a netip.Addr) netip.Prefix {
	length := 32
	if a.Is6() {
		length = 64
	}
	p, _ := a.Prefix(length)
	return p
}

// close ends the connection and kills what it runs. It waits for nothing.
func (c *conn) close() {
	c.closing.Do(func() {
		c.cancel()
		_ = c.wire.Close()
	})
}

func (c *conn) log() *slog.Logger {
	log := c.server.Log.With(slog.String("connection", c.id.String()), slog.String("from", c.from.String()))
	if c.identity != nil {
		log = log.With(slog.String("account", c.identity.AccountID.String()), slog.String("key", c.identity.KeyID.String()))
	}
	return log
}

// serve carries a connection from its first byte to its last.
func (c *conn) serve() {
	defer c.server.release(c)
	defer context.AfterFunc(c.ctx, c.close)()
	limits := c.server.Limits.orDefaults()
	deadline := time.AfterFunc(limits.Handshake, c.close)
	shell, channels, requests, err := ssh.NewServerConn(c.wire, c.config())
	if !deadline.Stop() || err != nil {
		c.log().DebugContext(c.ctx, "ssh sign-in failed", slog.Any("error", err))
		return
	}
	c.server.spawn(func() { ssh.DiscardRequests(requests) })
	if who, ok := shell.Permissions.ExtraData[identityKey{}].(Identity); ok && c.enter(who) {
		// The key may have gone between its look-up and the line above, too
		// early for Recheck to find the connection.
		c.recheck(limits.Handshake)
	} else {
		c.close()
	}
	c.channels(channels)
	c.close()
	_ = shell.Wait()
}

// enter makes the connection one of the account's.
func (c *conn) enter(who Identity) bool {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	if c.server.draining || c.ctx.Err() != nil {
		return false
	}
	c.identity = &who
	c.idle = time.AfterFunc(c.server.Limits.orDefaults().Idle, c.close)
	return true
}

// recheck closes the connection unless its identity is known to be good by
// then.
func (c *conn) recheck(within time.Duration) {
	ctx, cancel := context.WithTimeout(c.ctx, within)
	defer cancel()
	if err := c.server.Check(ctx, *c.identity); err != nil {
		c.log().InfoContext(c.ctx, "ssh connection closed", slog.Any("reason", err))
		c.close()
	}
}

// begin counts a command, or tells why it cannot run now.
func (c *conn) begin() *Denial {
	s, limits := c.server, c.server.Limits.orDefaults()
	s.mu.Lock()
	defer s.mu.Unlock()
	switch account := c.identity.AccountID; {
	case s.draining:
		return &Denial{Text: "Portico is about to restart. Try again in a moment."}
	case s.running[account] >= limits.PerAccount:
		return &Denial{Text: "Your account already runs as many git commands at once as it may. Wait until one has ended."}
	case s.commands >= limits.Commands:
		return &Denial{Text: "Portico is busy. Try again in a moment."}
	default:
		s.running[account]++
	}
	s.commands++
	c.commands++
	c.idle.Stop()
	return nil
}

func (c *conn) end() {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	s.commands--
	c.commands--
	account := c.identity.AccountID
	if s.running[account]--; s.running[account] == 0 {
		delete(s.running, account)
	}
	switch {
	case c.commands > 0:
	case s.draining:
		c.idle.Reset(grace) // for the client to read how the last one ended
	default:
		c.idle.Reset(s.Limits.orDefaults().Idle)
	}
}
