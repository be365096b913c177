package gitssh

import (
	"context"
	"crypto/sha256"
	"log/slog"
	"net"
	"net/netip"
	"sync"
	"time"

	"github.com/google/uuid"
	"golang.org/x/crypto/ssh"
)

// conn is one connection. The fields after number are guarded by the server's mu.
type conn struct {
	server *Server
	id     uuid.UUID
	wire   net.Conn
	from   netip.Addr
	base   context.Context // the server's
	ctx    context.Context // the connection's
	cancel context.CancelFunc

	unknown [][sha256.Size]byte // keys that were offered and refused
	advised bool                // the client was told what to do about that

	number   uint64 // in order of arrival, or of becoming idle
	identity *Identity
	commands int
	sessions int
	idle     *time.Timer
	closing  sync.Once
}

// admit makes room for a connection, or returns nil if there is none.
func (s *Server) admit(ctx context.Context, nc net.Conn) *conn {
	c := &conn{server: s, id: uuid.Must(uuid.NewV7()), wire: nc, from: address(nc), base: ctx}
	c.ctx, c.cancel = context.WithCancel(ctx)
	limits := s.Limits.orDefaults()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.draining || !s.room(limits.PerAddress, func(o *conn) bool { return block(o.from) == block(c.from) }) ||
		!s.room(siteBlocks*limits.PerAddress, func(o *conn) bool { return site(o.from) == site(c.from) }) ||
		!s.room(limits.Connections, func(*conn) bool { return true }) {
		c.cancel()
		return nil
	}
	s.arrivals++
	c.number = s.arrivals
	s.conns[c] = struct{}{}
	return c
}

// room reports whether one more connection fits among those that count. If not, it
// closes the oldest that hasn't signed in, or else the one that has been idle for
// longest: neither a silent crowd nor idle connections keep anyone out.
func (s *Server) room(limit int, counts func(*conn) bool) bool {
	n := 0
	var out *conn
	for c := range s.conns {
		if !counts(c) {
			continue
		}
		n++
		if c.commands == 0 && (out == nil || c.goesBefore(out)) {
			out = c
		}
	}
	if n < limit {
		return true
	}
	if out == nil {
		return false
	}
	delete(s.conns, out)
	out.close()
	return true
}

// goesBefore reports whether c is closed before o when there is no room.
func (c *conn) goesBefore(o *conn) bool {
	if guest := c.identity == nil; guest != (o.identity == nil) {
		return guest
	}
	return c.number < o.number
}

func (s *Server) release(c *conn) {
	c.close()
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, c)
}

// address is the peer's, never what a header or the client claims.
func address(nc net.Conn) netip.Addr {
	if tcp, ok := nc.RemoteAddr().(*net.TCPAddr); ok {
		return tcp.AddrPort().Addr().Unmap()
	}
	return netip.Addr{}
}

// block is what counts as one address: anyone with one IPv6 address has 2⁶⁴.
func block(a netip.Addr) netip.Prefix {
	return prefix(a, 64)
}

// siteBlocks is as how many addresses a site counts.
const siteBlocks = 4

// site is what one customer may have all of, a /48: who moves from one block to the
// next is still there.
func site(a netip.Addr) netip.Prefix { return prefix(a, 48) }

// prefix is an address of IPv4, or as much of one of IPv6.
func prefix(a netip.Addr, length int) netip.Prefix {
	if !a.Is6() {
		length = 32
	}
	p, _ := a.Prefix(length)
	return p
}

// close ends the connection and kills what it runs, without waiting.
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
		// The key may have been removed between its lookup and the line above, too
		// early for Recheck to find the connection.
		c.recheck(limits.Handshake)
	} else {
		c.close()
	}
	c.channels(channels)
	c.close()
	_ = shell.Wait()
}

// enter adds the connection to the account's, whose number is limited.
func (c *conn) enter(who Identity) bool {
	s, limits := c.server, c.server.Limits.orDefaults()
	s.mu.Lock()
	defer s.mu.Unlock()
	ofAccount := func(o *conn) bool { return o.identity != nil && o.identity.AccountID == who.AccountID }
	if s.draining || c.ctx.Err() != nil || !s.room(limits.ConnectionsPerAccount, ofAccount) {
		return false
	}
	c.identity = &who
	c.idle = time.AfterFunc(limits.Idle, c.close)
	return true
}

// recheck closes the connection unless its identity is confirmed in time, and stops
// those of its commands whose right is gone.
func (c *conn) recheck(within time.Duration) {
	ctx, cancel := context.WithTimeout(c.ctx, within)
	defer cancel()
	if err := c.server.Check(ctx, *c.identity); err != nil {
		c.log().InfoContext(c.ctx, "ssh connection closed", slog.Any("reason", err))
		c.close()
		return
	}
	for _, running := range c.calls() {
		running.recheck(ctx)
	}
}

// calls are the connection's commands that use a repository.
func (c *conn) calls() (all []*call) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	for o := range c.server.running {
		if o.conn == c && o.use != nil {
			all = append(all, o)
		}
	}
	return all
}
