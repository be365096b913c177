package gitssh

import "context"

// use is what a command does to which repository.
type use struct {
	repository Repository
	verb       Verb
}

// uses records what the command does, for Recheck to find, and asks for the right
// again: it may have been lost since Open, before Recheck could find the command.
func (c *call) uses(ctx context.Context, u use) error {
	c.server.mu.Lock()
	c.use = &u
	c.server.mu.Unlock()
	return c.permitted(ctx)
}

// permitted asks whether the identity may still do what the command does.
func (c *call) permitted(ctx context.Context) error {
	return c.server.Reopen(ctx, *c.identity, c.use.repository, c.use.verb)
}

// recheck stops the command if its right is gone, or can't be confirmed in time.
func (c *call) recheck(ctx context.Context) {
	if err := c.permitted(ctx); err != nil {
		c.stop(err)
	}
}
