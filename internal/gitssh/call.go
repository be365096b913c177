package gitssh

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
	"golang.org/x/crypto/ssh"
)

// work is what a session requests. It returns the exit status.
type work func(*call, context.Context) uint32

// call is one running command. Its ID is in the log, and the client sees it when a
// fault is ours.
type call struct {
	*session
	id     uuid.UUID
	logger *slog.Logger
	stop   context.CancelCauseFunc // ends the command; the client is told a *Denial
	use    *use                    // guarded by the server's mu
}

// The reasons for stopping a command, as the client sees them.
var (
	errTime   = &Denial{Text: "This took too long and was stopped."}
	errSilent = &Denial{Text: "No data moved for too long, so Portico stopped this command. Try again."}
	errInput  = &Denial{Text: "This push is larger than Portico accepts. Leave large files out of the repository.", Reason: TooLarge}
	errOutput = &Denial{Text: "This is more than Portico sends at once. Fetch less, for example with --depth."}
)

// carryOut runs the command, from counting it to its exit status. If the client never
// reads to the end, its connection is closed.
func (s *session) carryOut(ctx context.Context, asked work) {
	id := uuid.Must(uuid.NewV7())
	c := &call{session: s, id: id, logger: s.log().With(slog.String("request", id.String()))}
	began, limits := s.server.Now(), s.server.Limits.orDefaults()
	ctx, c.stop = context.WithCancelCause(ctx)
	defer c.stop(nil)
	defer time.AfterFunc(s.server.Repositories.Limits.OrDefaults().Time, func() { c.stop(errTime) }).Stop()
	defer s.channel.watch(limits.Silence, func() { c.stop(errSilent) })()
	ended := make(chan struct{})
	defer close(ended)
	defer context.AfterFunc(ctx, func() { c.hangUp(ended) })()
	status := c.guarded(ctx, asked)
	c.logger.InfoContext(ctx, "ssh command", slog.Uint64("status", uint64(status)), slog.Duration("took", s.server.Now().Sub(began)))
}

// hangUp closes the connection of a stopped command unless it ends soon.
func (c *call) hangUp(ended <-chan struct{}) {
	select {
	case <-ended:
	case <-time.After(2 * grace):
		c.close()
	}
}

// guarded runs the command if there is capacity and the key is still valid.
func (c *call) guarded(ctx context.Context, asked work) uint32 {
	if denial := c.begin(); denial != nil {
		return c.deny(ctx, denial)
	}
	defer c.end()
	if err := c.server.Check(ctx, *c.identity); err != nil {
		time.AfterFunc(grace, c.close)
		return c.deny(ctx, err)
	}
	return c.exit(asked(c, ctx))
}

// deny tells the client why, and ends the session.
func (c *call) deny(ctx context.Context, err error) uint32 {
	c.say(c.why(ctx, err))
	return c.exit(1)
}

// why is the sentence for an error. Our own faults are logged instead.
func (c *call) why(ctx context.Context, err error) string {
	var denial *Denial
	switch {
	case errors.As(err, &denial):
		c.logger = c.logger.With(slog.String("denied", denial.Text))
		return denial.Text
	case errors.Is(err, ErrUnknownKey):
		return "This key is no longer accepted. Add one: " + c.server.KeysURL
	case ctx.Err() == nil && !errors.Is(err, errGone):
		c.logger.ErrorContext(ctx, "carry out ssh command", slog.Any("error", err))
	}
	return "Something went wrong on Portico's side. Try again in a moment; if it stays so, report the request " + c.id.String() + "."
}

// greet answers ssh without a command.
func (c *call) greet(context.Context) uint32 {
	_, err := fmt.Fprintf(c.channel, "Hi %s! You've authenticated with the key %s, but Portico doesn't provide shell access.%s",
		c.identity.Username, c.identity.Fingerprint, c.newline())
	if err != nil {
		return 1
	}
	return 0
}

// say writes a sentence to the client next to git's own output.
func (c *call) say(text string) { _, _ = io.WriteString(c.stderr, strings.TrimSpace(text)+c.newline()) }

// newline is a terminal's if the client has put its own into raw mode.
func (c *call) newline() string {
	if c.terminal {
		return "\r\n"
	}
	return "\n"
}

func (c *call) exit(status uint32) uint32 {
	_, _ = c.channel.SendRequest("exit-status", false, ssh.Marshal(struct{ Status uint32 }{status}))
	_ = c.channel.Close()
	return status
}

// gate lets one writer write at a time, as the channel requires.
type gate struct {
	mu sync.Mutex
	to io.Writer
}

func (g *gate) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.to.Write(p)
}
