package gitssh

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"strings"

	"portico/internal/naming"
)

const (
	branches = "refs/heads/"
	// subjectLength is in characters.
	subjectLength = 200
	// named is how many branches the client is told of.
	named = 5
)

// errUnnoted is a push that changed something without our hooks.
var errUnnoted = errors.New("git took a push, but ran no hook: the folder of the repositories must allow programs to run")

// settle records a push after git has ended, and tells the client. Where the
// server is being stopped, that is left to Recover.
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
		parts = append(parts, fmt.Sprintf("%.7s → %s", u.New, strings.TrimPrefix(u.Ref, branches)))
	}
	if more := len(push.Updates) - named; more > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", more))
	}
	return fmt.Sprintf("Portico: %s deployed (%s).", push.Repository.Name, strings.Join(parts, ", "))
}

// recorded is a push with what came of it. noted tells that the hooks ran.
type recorded struct {
	Push
	noted bool
}

// record tells what a push changed, and forgets it. Whoever calls holds its
// lock.
func (s *Server) record(ctx context.Context, w *waiting) (recorded, error) {
	if err := w.attempt(s.Now()); err != nil {
		return recorded{}, err
	}
	changes, noted, err := s.changes(ctx, w)
	if err != nil {
		return recorded{}, err
	}
	push := recorded{Push: w.push, noted: noted}
	if push.Updates, err = s.updates(ctx, w, changes); err != nil {
		return recorded{}, err
	}
	if len(push.Updates) > 0 {
		if err := s.Pushed(ctx, push.Push); err != nil {
			return recorded{}, fmt.Errorf("record push: %w", err)
		}
		s.pace.count(push.Identity.AccountID, len(push.Updates), s.Limits.orDefaults().BranchesPerHour, s.Now())
	}
	if len(changes) > 0 {
		s.point(ctx, w.push.Repository, push.Updates)
	}
	return push, w.remove()
}

// change is a line of what git tells its hooks.
type change struct{ old, new, ref string }

// changes are what git did or, where it was killed before it could say so, what
// it was asked to do and has done.
func (s *Server) changes(ctx context.Context, w *waiting) (list []change, noted bool, err error) {
	text, err := os.ReadFile(w.base + ".done")
	if err == nil {
		return read(string(text)), true, nil
	}
	text, err = os.ReadFile(w.base + ".asked")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read note of push: %w", err)
	}
	list, err = s.happened(ctx, w, read(string(text)))
	return list, true, err
}

// changeOf reads a line. The name of a ref may hold each space there is but the
// one of ASCII.
func changeOf(line string) (c change, ok bool) {
	f := strings.SplitN(line, " ", 3)
	if len(f) != 3 {
		return change{}, false
	}
	return change{old: f[0], new: f[1], ref: f[2]}, true
}

func (c change) removes() bool { return strings.Trim(c.new, "0") == "" }

func read(text string) []change {
	var out []change
	for line := range strings.Lines(text) {
		if c, ok := changeOf(strings.TrimSuffix(line, "\n")); ok {
			out = append(out, c)
		}
	}
	return out
}

// happened keeps the changes that the repository shows.
func (s *Server) happened(ctx context.Context, w *waiting, asked []change) ([]change, error) {
	path := s.place.repository(w.push.Repository.ID)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	there := map[string]bool{}
	for _, c := range asked {
		there[c.new+" "+c.ref] = false
	}
	each := func(line string) {
		if _, ok := there[line]; ok {
			there[line] = true
		}
	}
	err := s.ask(ctx, "", each, "--git-dir="+path, "for-each-ref", "--format=%(objectname) %(refname)", branches)
	if err != nil {
		return nil, fmt.Errorf("read branches: %w", err)
	}
	return slices.DeleteFunc(asked, func(c change) bool { return !there[c.new+" "+c.ref] }), nil
}

// updates are the branches among the changes that are there now.
func (s *Server) updates(ctx context.Context, w *waiting, changes []change) ([]Update, error) {
	var out []Update
	for _, c := range changes {
		if strings.HasPrefix(c.ref, branches) && !c.removes() {
			out = append(out, Update{Ref: c.ref, Old: c.old, New: c.new})
		}
	}
	subjects, err := s.subjects(ctx, s.place.repository(w.push.Repository.ID), out)
	for i := range out {
		out[i].Subject = subjects[out[i].New]
	}
	return out, err
}

// subjects are the first lines of the new commits' messages, by commit.
func (s *Server) subjects(ctx context.Context, path string, updates []Update) (map[string]string, error) {
	if _, err := os.Stat(path); len(updates) == 0 || errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var commits strings.Builder
	for _, u := range updates {
		commits.WriteString(u.New + "\n")
	}
	out := map[string]string{}
	each := func(line string) {
		commit, subject, _ := strings.Cut(line, " ")
		out[commit] = naming.Line(subject, subjectLength)
	}
	err := s.ask(ctx, commits.String(), each, "--git-dir="+path, "log", "--no-walk=unsorted", "--ignore-missing", "--format=%H %s", "--stdin")
	if err != nil {
		return nil, fmt.Errorf("read commits: %w", err)
	}
	return out, nil
}
