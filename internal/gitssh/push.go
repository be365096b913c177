package gitssh

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/google/uuid"

	"portico/internal/gitrepo"
)

// named is how many branches we list to the client.
const named = 5

// errUnnoted means that a push changed something without our hooks.
var errUnnoted = errors.New("git took a push, but ran no hook: the folder of the repositories must allow programs to run")

// settle records a push after git has ended, and tells the client. If the server is
// shutting down, Recover does this later.
func (c *call) settle(w *waiting, said *report, result outcome) {
	ctx, cancel := context.WithTimeout(c.base, recording)
	defer cancel()
	push, err := c.server.record(ctx, w)
	if err == nil && said.taken > 0 && !push.noted {
		err = errUnnoted
	}
	if advice := said.advice(); advice != "" {
		c.say(advice)
	}
	switch reason := said.reason(result); {
	case err != nil:
		c.logger.ErrorContext(ctx, "record push", slog.Any("error", err))
		c.say("Portico: your push was accepted, but not recorded yet; that is tried again. If no deployment appears, report the request " + c.id.String() + ".")
	case len(push.Updates) > 0:
		c.logger = c.logger.With(slog.Int("updates", len(push.Updates)))
		c.say(deployed(push.Push))
	case reason != "":
		c.logger = c.logger.With(slog.String("refused", string(reason)))
		if err := c.server.Refused(ctx, *c.identity, w.push.Repository, reason); err != nil {
			c.logger.ErrorContext(ctx, "record refused push", slog.Any("error", err))
		}
	}
}

func deployed(push Push) string {
	var parts []string
	for _, u := range push.Updates[:min(named, len(push.Updates))] {
		parts = append(parts, fmt.Sprintf("%.7s → %s", u.New, strings.TrimPrefix(u.Ref, gitrepo.Branches)))
	}
	if more := len(push.Updates) - named; more > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", more))
	}
	return fmt.Sprintf("Portico: %s deployed (%s).", push.Repository.Name, strings.Join(parts, ", "))
}

// recorded is a push with its result. noted reports whether the hooks ran.
type recorded struct {
	Push
	noted bool
}

// record records what a push changed, and removes it from the spool. The caller holds
// its lock.
func (s *Server) record(ctx context.Context, w *waiting) (recorded, error) {
	if err := w.attempt(s.Now()); err != nil {
		return recorded{}, err
	}
	app := w.push.Repository.ID
	changes, noted, err := s.Repositories.Changes(ctx, app, w.base)
	if err != nil {
		return recorded{}, err
	}
	push := recorded{Push: w.push, noted: noted}
	if push.Updates, err = s.updates(ctx, app, changes); err != nil {
		return recorded{}, err
	}
	if len(push.Updates) > 0 {
		if err := s.Pushed(ctx, push.Push); err != nil {
			return recorded{}, fmt.Errorf("record push: %w", err)
		}
		s.moved.count(push.Identity.AccountID, len(push.Updates), s.Limits.orDefaults().BranchesPerHour, s.Now())
	}
	if len(changes) > 0 {
		s.movedRefs.count(push.Identity.AccountID, len(changes), s.Limits.orDefaults().RefsPerHour, s.Now())
		s.pointHead(ctx, app, push.Updates)
	}
	return push, w.remove()
}

// updates returns the branches among the changes that exist now.
func (s *Server) updates(ctx context.Context, app uuid.UUID, changes []gitrepo.Change) ([]Update, error) {
	var out []Update
	var commits []string
	for _, c := range changes {
		if c.Branch() && !c.Removes() {
			out = append(out, Update{Ref: c.Ref, Old: c.Old, New: c.New})
			commits = append(commits, c.New)
		}
	}
	subjects, err := s.Repositories.Subjects(ctx, app, commits)
	for i := range out {
		out[i].Subject = subjects[out[i].New]
	}
	return out, err
}

// pointHead points the repository's HEAD to an existing branch.
func (s *Server) pointHead(ctx context.Context, app uuid.UUID, pushed []Update) {
	var refs []string
	for _, u := range pushed {
		refs = append(refs, u.Ref)
	}
	if err := s.Repositories.PointHead(ctx, app, refs); err != nil {
		s.Log.WarnContext(ctx, "point HEAD", slog.String("app", app.String()), slog.Any("error", err))
	}
}
