package gitssh

import (
	"context"
	"regexp"
	"sync"

	"golang.org/x/crypto/ssh"
)

// channels opens sessions, and no other channels, until the connection ends, and
// returns when the sessions have ended too.
func (c *conn) channels(offered <-chan ssh.NewChannel) {
	var open sync.WaitGroup
	defer open.Wait()
	defer c.cancel()
	for offer := range offered {
		if offer.ChannelType() != "session" || c.ctx.Err() != nil {
			_ = offer.Reject(ssh.Prohibited, "Portico serves git only.")
			continue
		}
		if !c.openSession() {
			_ = offer.Reject(ssh.ResourceShortage, "There are too many sessions on this connection or of this account.")
			continue
		}
		open.Go(func() {
			defer c.closeSession()
			c.session(offer)
		})
	}
}

// openSession takes one of the limited sessions of the connection and its account.
func (c *conn) openSession() bool {
	s, limits := c.server, c.server.Limits.orDefaults()
	s.mu.Lock()
	defer s.mu.Unlock()
	account := c.identity.AccountID
	if c.sessions >= limits.Sessions || s.sessions[account] >= limits.SessionsPerAccount {
		return false
	}
	c.sessions++
	s.sessions[account]++
	return true
}

func (c *conn) closeSession() {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	account := c.identity.AccountID
	c.sessions--
	if s.sessions[account]--; s.sessions[account] == 0 {
		delete(s.sessions, account)
	}
}

// session is one channel. It carries out one command.
type session struct {
	*conn
	channel  *meter
	stderr   *gate
	protocol string // of git, or ""
	terminal bool
	started  bool
}

func (c *conn) session(offer ssh.NewChannel) {
	channel, requests, err := offer.Accept()
	if err != nil {
		return
	}
	ctx, gone := context.WithCancel(c.ctx)
	defer gone()
	m := newMeter(channel)
	s := &session{conn: c, channel: m, stderr: &gate{to: meteredErrors{m, channel.Stderr()}}}
	var running sync.WaitGroup
	for request := range requests {
		if work := s.answer(request); work != nil {
			running.Go(func() { s.carryOut(ctx, work) })
		}
	}
	gone()
	running.Wait()
	_ = channel.Close()
}

// answer replies to a request, and returns the command to run, if any.
func (s *session) answer(request *ssh.Request) work {
	var asked work
	ok := false
	if !s.started {
		switch request.Type {
		case "env":
			ok = s.env(request.Payload)
		case "pty-req":
			// There is none: this only keeps ssh from complaining before the greeting.
			s.terminal, ok = true, true
		case "shell":
			asked, ok = (*call).greet, true
		case "exec":
			asked, ok = exec(request.Payload)
		}
	}
	s.started = s.started || asked != nil
	if request.WantReply {
		_ = request.Reply(ok, nil)
	}
	return asked
}

// protocols are the values of GIT_PROTOCOL that are passed on. Version 2 serves every
// object whose ID is known, even if no branch holds it anymore; its clients get the
// original protocol instead.
var protocols = regexp.MustCompile(`\Aversion=[01]\z`)

// env takes only git's protocol from the client's environment.
func (s *session) env(payload []byte) bool {
	var pair struct{ Name, Value string }
	if ssh.Unmarshal(payload, &pair) != nil || pair.Name != "GIT_PROTOCOL" || !protocols.MatchString(pair.Value) {
		return false
	}
	s.protocol = pair.Value
	return true
}

func exec(payload []byte) (work, bool) {
	var line struct{ Text string }
	if ssh.Unmarshal(payload, &line) != nil {
		return nil, false
	}
	return func(c *call, ctx context.Context) uint32 { return c.exec(ctx, line.Text) }, true
}
