package main

import (
	"context"
	"log/slog"
	"time"

	"golang.org/x/sync/errgroup"
)

// A step is one kind of work that may be due. It does what is due now: coming
// late, twice or on two machines changes nothing.
type step struct {
	name string
	do   func(context.Context) error
}

// A lane is steps that are done one after the other. What may take long has a lane
// of its own, and keeps nothing else from its turn.
type lane struct {
	steps []step
	every time.Duration // how often it is looked for work that nobody told of
	due   chan struct{} // somebody told of work; nil: nobody does
}

// openLanes sorts all the kinds of work.
func (p *program) openLanes() {
	p.lanes = []lane{
		{every: 15 * time.Second, due: make(chan struct{}, 1), steps: []step{
			{"answer who forgot their password", p.recovery.Answer},
			{"change mail addresses that are due", p.emails.Due},
			{"take away lost second factors", p.factors.LostDue},
			{"remove closed accounts", p.closing.RemoveDue},
		}},
		{every: 15 * time.Second, due: make(chan struct{}, 1), steps: []step{{"send mail", p.sendMail}}},
		{every: 15 * time.Second, due: make(chan struct{}, 1), steps: []step{{"make exports", p.exports.MakeDue}}},
		{every: 5 * time.Minute, steps: []step{
			{"sweep attempts", p.parts.SweepAttempts},
			{"sweep what has ended", p.parts.Sweep},
			{"sweep exports", p.exports.Sweep},
			{"sweep letters", p.outbox.Sweep},
		}},
		{every: 24 * time.Hour, steps: []step{{"remove repositories of deleted apps", p.sweepRepositories}}},
		{every: 15 * time.Minute, steps: []step{{"maintain repositories", p.maintainRepositories}}},
	}
}

// wake has the work looked through at once.
func (p *program) wake() {
	for _, l := range p.lanes {
		select {
		case l.due <- struct{}{}:
		default: // somebody said so already
		}
	}
}

// work does what is due until ctx ends.
func (p *program) work(ctx context.Context) error {
	var g errgroup.Group
	for _, l := range p.lanes {
		g.Go(func() error { return l.work(ctx) })
	}
	return g.Wait()
}

func (l lane) work(ctx context.Context) error {
	tick := time.NewTicker(l.every)
	defer tick.Stop()
	for {
		l.once(ctx)
		select {
		case <-ctx.Done():
			return nil
		case <-l.due:
		case <-tick.C:
		}
	}
}

// once takes each step. One that fails is tried again, and keeps no other from its
// turn.
func (l lane) once(ctx context.Context) {
	for _, s := range l.steps {
		if err := s.do(ctx); err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "work", "step", s.name, "err", err)
		}
	}
}

// maintainRepositories waits for the disk and for git, and holds nothing of the
// database.
func (p *program) maintainRepositories(ctx context.Context) error { return p.git.Repositories.Maintain(ctx) }

// sendMail empties the outbox. Without a mail server letters stay in it: in a
// sandbox to be looked at, else until there is one.
func (p *program) sendMail(ctx context.Context) error {
	if p.smtp == nil {
		return nil
	}
	return p.outbox.SendDue(ctx, p.smtp)
}
