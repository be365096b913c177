package gitssh

import (
	"context"
	"log/slog"
	"slices"
	"strings"
)

// point has HEAD name a branch that is there: a clone checks that one out, and
// has no files where there is none. It stays as long as its branch does; then
// main and master come first, then what was just pushed, then any.
func (s *Server) point(ctx context.Context, r Repository, pushed []Update) {
	repository := "--git-dir=" + s.place.repository(r.ID)
	if s.run(ctx, repository, "rev-parse", "--verify", "--quiet", "HEAD") == nil {
		return
	}
	wanted := []string{branches + "main", branches + "master"}
	for _, u := range pushed {
		wanted = append(wanted, u.Ref)
	}
	best, rank := "", len(wanted)
	err := s.ask(ctx, "", func(ref string) {
		n := slices.Index(wanted, ref)
		if n < 0 {
			n = len(wanted)
		}
		if n < rank || best == "" {
			best, rank = ref, n
		}
	}, repository, "for-each-ref", "--format=%(refname)", branches)
	if err == nil && strings.HasPrefix(best, branches) {
		err = s.run(ctx, repository, "symbolic-ref", "HEAD", best)
	}
	if err != nil {
		s.Log.WarnContext(ctx, "point HEAD at a branch", slog.String("app", r.ID.String()), slog.Any("error", err))
	}
}
