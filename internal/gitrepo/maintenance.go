package gitrepo

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/uuid"
)

// marker is the file in a repository that waits for maintenance. It is as old as the
// first push since the last maintenance.
const marker = "portico-maintenance"

// WantMaintenance notes that a repository was pushed to, or should be cleaned up soon.
// Without the note that happens after the next push.
func (s *Store) WantMaintenance(id uuid.UUID, soon bool) {
	path := filepath.Join(s.Path(id), marker)
	flags, since := os.O_CREATE|os.O_EXCL|os.O_WRONLY, s.Now()
	if soon {
		flags, since = os.O_CREATE|os.O_WRONLY, time.Unix(0, 0)
	}
	file, err := os.OpenFile(path, flags, 0o600)
	if err != nil {
		return
	}
	_ = file.Close()
	_ = os.Chtimes(path, since, since)
}

// Maintain repacks the repositories that are due, one after the other, and removes
// objects that no branch or tag holds anymore. Pushes continue meanwhile. Call it
// periodically.
func (s *Store) Maintain(ctx context.Context) error {
	if err := s.Prepare(); err != nil {
		return err
	}
	found, err := filepath.Glob(filepath.Join(s.place.root, "*.git", marker))
	for _, path := range found {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		id, bad := uuid.Parse(strings.TrimSuffix(filepath.Base(filepath.Dir(path)), ".git"))
		if bad == nil && s.wantsMaintenance(path) {
			err = errors.Join(err, s.maintain(ctx, id))
		}
	}
	return err
}

func (s *Store) wantsMaintenance(path string) bool {
	since, err := os.Stat(path)
	if err != nil {
		return false
	}
	limits := s.Limits.OrDefaults()
	packs, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "objects", "pack", "*.pack"))
	return len(packs) >= limits.Packs || !s.Now().Before(since.ModTime().Add(limits.Maintenance))
}

func (s *Store) maintain(ctx context.Context, id uuid.UUID) error {
	limits, path := s.Limits.OrDefaults(), s.Path(id)
	if err := os.Remove(filepath.Join(path, marker)); err != nil { // pushes from now on create it again
		return fmt.Errorf("maintain repository: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, limits.Time)
	defer cancel()
	err := errors.Join(
		s.removeLeftovers(path),
		s.run(ctx, "--git-dir="+path, "gc", "--quiet", "--force", "--cruft", fmt.Sprintf("--prune=%d.seconds.ago", int(limits.Unreachable.Seconds()))),
	)
	young, _ := filepath.Glob(filepath.Join(path, "objects", "pack", "*.mtimes"))
	if err != nil || len(young) > 0 { // some of it is too recent to remove
		s.WantMaintenance(id, false)
	}
	if err != nil {
		return fmt.Errorf("maintain repository %s: %w", id, err)
	}
	return nil
}

// removeLeftovers removes what git leaves in a repository when it is killed: locks,
// which keep everyone from pushing to their branch or repacking, and, in the pack
// folder, unfinished packs, which count against the quota, and notes to keep a pack.
func (s *Store) removeLeftovers(path string) error {
	objects := filepath.Join(path, "objects")
	return filepath.WalkDir(path, func(name string, e fs.DirEntry, err error) error {
		switch in := filepath.Dir(name); {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case e.IsDir() && in == objects && e.Name() != "pack" && e.Name() != "info":
			return fs.SkipDir
		case e.IsDir(), !strings.HasSuffix(name, ".lock") && (in != filepath.Join(objects, "pack") || !unfinished(e.Name())):
			return nil
		}
		if s.abandoned(e) {
			return os.Remove(name)
		}
		return nil
	})
}

// unfinished reports whether a file in the pack folder exists only while git runs.
func unfinished(name string) bool {
	return strings.HasPrefix(name, "tmp_") || strings.HasPrefix(name, ".tmp-") || strings.HasSuffix(name, ".keep")
}

// abandoned reports whether a file or folder is so old that nobody can be using it:
// anything git does for us ends within Limits.Time.
func (s *Store) abandoned(e fs.DirEntry) bool {
	file, err := e.Info()
	return err == nil && file.ModTime().Before(s.Now().Add(-2*s.Limits.OrDefaults().Time))
}
