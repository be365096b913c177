package gitssh

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"strconv"

	"portico/internal/gitrepo"
)

// exec carries out an exec request.
func (c *call) exec(ctx context.Context, line string) uint32 {
	asked, denial := parse(line)
	if denial != nil {
		return c.refuse(ctx, denial)
	}
	c.logger = c.logger.With(slog.String("verb", string(asked.verb)), slog.String("name", asked.name))
	repository, err := c.server.Open(ctx, *c.identity, asked.name, asked.verb)
	if asked.verb == Write || err != nil { // it may not be the account they expect
		c.say("Portico: signed in as " + c.identity.Username + ".")
	}
	if err != nil {
		return c.refuse(ctx, err)
	}
	c.logger = c.logger.With(slog.String("app", repository.ID.String()))
	path, err := c.server.Repositories.Open(ctx, repository.ID)
	if err == nil {
		err = c.uses(ctx, use{repository, asked.verb})
	}
	if err != nil {
		return c.refuse(ctx, err)
	}
	return serving[asked.verb](c, ctx, repository, path)
}

// serving maps each right to what it runs.
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

// receive accepts a push. It goes to the spool before git starts, so that nothing the
// client is told can be lost later.
func (c *call) receive(ctx context.Context, repository Repository, path string) uint32 {
	repositories := c.server.Repositories
	reserved, err := repositories.Reserve(ctx, repository.ID, repository.Name)
	if err != nil {
		return c.refuse(ctx, err)
	}
	defer reserved.Release()
	repositories.WantMaintenance(repository.ID, false)
	waiting, err := c.server.spool(Push{ID: c.id, Identity: *c.identity, Repository: repository, At: c.server.Now()})
	if err != nil {
		return c.refuse(ctx, err)
	}
	defer waiting.close()
	asked := c.list(func(n int64) *Denial { return c.within(ctx, repository, reserved.Add, n) })
	asked.sent = func(objects uint32) { c.noteSent(ctx, waiting, objects) }
	allowed, err := gitrepo.NewPermission(func() error {
		if asked.added {
			arrived := func(n int64) (string, error) { return reserved.Arrived(ctx, n) }
			if denied := c.within(ctx, repository, arrived, asked.refs); denied != nil {
				return denied
			}
		}
		return c.permitted(ctx)
	})
	if err != nil {
		return c.refuse(ctx, errors.Join(err, waiting.remove()))
	}
	var said report
	run := c.child("receive-pack", path)
	run.input = repositories.Limits.OrDefaults().Input + slack
	run.asked, run.said = asked, &said
	run.environment = []string{gitrepo.Note + "=" + waiting.base}
	run.inherited = append([]*os.File{waiting.file}, allowed.Inherited()...)
	result := run.do(ctx)
	if denied := allowed.Close(); denied != nil && result.err == nil {
		result.err = denied
	}
	c.settle(waiting, &said, result)
	return c.ended(ctx, result)
}

// noteSent tells our hook how many objects the client sends: git completes a pack with
// others that it has.
func (c *call) noteSent(ctx context.Context, w *waiting, objects uint32) {
	if err := os.WriteFile(w.base+gitrepo.Sent, []byte(strconv.FormatUint(uint64(objects), 10)+"\n"), 0o600); err != nil {
		c.logger.ErrorContext(ctx, "note objects of push", slog.Any("error", err)) // and the hook refuses the push
	}
}

// within refuses bytes of a push for which a quota has no space. The repository is then
// cleaned up soon.
func (c *call) within(ctx context.Context, r Repository, count func(int64) (over string, err error), n int64) *Denial {
	over, err := count(n)
	if err != nil {
		c.logger.ErrorContext(ctx, "measure repositories", slog.Any("error", err))
	}
	if over == "" {
		return nil
	}
	c.server.Repositories.WantMaintenance(r.ID, true)
	return &Denial{Text: over, Reason: OverQuota}
}

// ended is the exit status for how git ended.
func (c *call) ended(ctx context.Context, result outcome) uint32 {
	if result.err != nil {
		return c.refuse(ctx, result.err)
	}
	return result.status
}
