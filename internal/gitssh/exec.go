package gitssh

import (
	"context"
	"errors"
	"log/slog"
	"os"
)

// exec carries out an exec request.
func (c *call) exec(ctx context.Context, line string) uint32 {
	asked, denial := parse(line)
	if denial != nil {
		return c.refuse(ctx, denial)
	}
	c.logger = c.logger.With(slog.String("verb", string(asked.verb)), slog.String("name", asked.name))
	repository, err := c.server.Open(ctx, *c.identity, asked.name, asked.verb)
	if asked.verb == Write || err != nil { // it may not be the account they think
		c.say("Portico: signed in as " + c.identity.Username + ".")
	}
	if err != nil {
		return c.refuse(ctx, err)
	}
	c.logger = c.logger.With(slog.String("app", repository.ID.String()))
	path, err := c.server.folder(ctx, repository.ID)
	if err == nil {
		err = c.uses(ctx, use{repository, asked.verb})
	}
	if err != nil {
		return c.refuse(ctx, err)
	}
	return serving[asked.verb](c, ctx, repository, path)
}

// serving is how each right is used.
var serving = map[Verb]func(*call, context.Context, Repository, string) uint32{
	Read:  (*call).upload,
	Write: (*call).receive,
}

func (c *call) refuse(ctx context.Context, err error) uint32 {
	c.say(c.why(ctx, err))
	return 1
}

// upload answers clone and fetch.
func (c *call) upload(ctx context.Context, _ Repository, path string) uint32 {
	run := c.child("upload-pack", "--strict", path)
	run.input = slack
	return c.ended(ctx, run.do(ctx))
}

// receive takes a push. Its report goes to the spool before git starts, so
// that nothing the client is told can be lost after it.
func (c *call) receive(ctx context.Context, repository Repository, path string) uint32 {
	stores, err := c.server.usages(ctx, repository)
	if err != nil {
		return c.refuse(ctx, err)
	}
	defer c.server.giveBack(stores)
	c.server.wantMaintenance(repository.ID, false)
	waiting, err := c.server.spool(Push{ID: c.id, Identity: *c.identity, Repository: repository, At: c.server.Now()})
	if err != nil {
		return c.refuse(ctx, err)
	}
	defer waiting.close()
	asked := c.list(func(n int64) *Denial { return c.room(ctx, repository, stores, n) })
	allowed, err := newPermission(func() error {
		if denied := c.fits(ctx, repository, stores, asked); denied != nil {
			return denied
		}
		return c.permitted(ctx)
	})
	if err != nil {
		return c.refuse(ctx, errors.Join(err, waiting.remove()))
	}
	var said report
	run := c.child("receive-pack", path)
	run.input = c.server.Limits.orDefaults().Input + slack
	run.asked, run.said = asked, &said
	run.environment = []string{"PORTICO_PUSH=" + waiting.base}
	run.inherited = append([]*os.File{waiting.file}, allowed.inherited()...)
	result := run.do(ctx)
	if denied := allowed.close(); denied != nil && result.err == nil {
		result.err = denied
	}
	c.settle(waiting, &said, result)
	return c.ended(ctx, result)
}

// ended is the exit status for how git ended.
func (c *call) ended(ctx context.Context, result outcome) uint32 {
	if result.err != nil {
		return c.refuse(ctx, result.err)
	}
	return result.status
}
