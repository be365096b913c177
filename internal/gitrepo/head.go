package gitrepo

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"
)

// PointHead points HEAD to an existing branch: a clone checks that branch out, and has
// no files without one. HEAD stays as long as its branch exists; then main and master
// come first, then what was just pushed, then any.
func (s *Store) PointHead(ctx context.Context, id uuid.UUID, pushed []string) error {
	repository := "--git-dir=" + s.Path(id)
	if s.run(ctx, repository, "rev-parse", "--verify", "--quiet", "HEAD") == nil {
		return nil
	}
	wanted := append([]string{Branches + "main", Branches + "master"}, pushed...)
	best, rank := "", len(wanted)
	err := s.ask(ctx, "", func(ref string) {
		n := slices.Index(wanted, ref)
		if n < 0 {
			n = len(wanted)
		}
		if n < rank || best == "" {
			best, rank = ref, n
		}
	}, repository, "for-each-ref", "--format=%(refname)", Branches)
	if err == nil && strings.HasPrefix(best, Branches) {
		err = s.run(ctx, repository, "symbolic-ref", "HEAD", best)
	}
	if err != nil {
		return fmt.Errorf("point HEAD at a branch: %w", err)
	}
	return nil
}
