package main

import (
	"context"
	"log/slog"
	"time"
)

// workEvery is how often it is looked for work that nobody told of.
const workEvery = 15 * time.Second

// A step is one kind of work that may be due. It does what is due now: coming
// late, twice or on two machines changes nothing.
type step struct {
	name string
	do   func(context.Context) error
}

// steps are all the kinds of work, in their order.
func (p *program) steps() []step {
	return []step{
		{"answer who forgot their password", p.recovery.Answer},
		{"change mail addresses that are due", p.emails.Due},
		{"send mail", p.sendMail},
		{"sweep attempts", p.parts.SweepAttempts},
		{"sweep what has ended", p.parts.Sweep},
		{"remove closed accounts", p.closing.RemoveDue},
		{"sweep exports", p.exports.Sweep},
		{"make exports", p.exports.MakeDue},
		{"sweep letters", p.outbox.Sweep},
	}
}

// wake has the work looked through at once.
func (p *program) wake() {
	select {
	case p.due <- struct{}{}:
	default: // somebody said so already
	}
}

// work does what is due until ctx ends. A step that fails is tried again and
// keeps no other from its turn.
func (p *program) work(ctx context.Context) error {
	tick := time.NewTicker(workEvery)
	defer tick.Stop()
	for {
		p.workOnce(ctx)
		select {
		case <-ctx.Done():
			return nil
		case <-p.due:
		case <-tick.C:
		}
	}
}

func (p *program) workOnce(ctx context.Context) {
	for _, s := range p.steps() {
		if err := s.do(ctx); err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "work", "step", s.name, "err", err)
		}
	}
}

// sendMail empties the outbox. Without a mail server letters stay in it: in a
// sandbox to be looked at, else until there is one.
func (p *program) sendMail(ctx context.Context) error {
	if p.smtp == nil {
		return nil
	}
	return p.outbox.SendDue(ctx, p.smtp)
}
