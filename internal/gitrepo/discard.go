package gitrepo

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/uuid"
)

// gone is in the name of a repository that is being removed.
const gone = ".gone-"

// Discard removes the repository of a deleted app. It is no error if there is none: an
// app that nobody pushed to has no repository.
func (s *Store) Discard(id uuid.UUID) error {
	if err := s.Prepare(); err != nil {
		return err
	}
	// Rename it first: anyone who has the app open finds nothing right away, and after
	// a crash we know what is left.
	path := s.Path(id) + gone + uuid.NewString()
	if err := os.Rename(s.Path(id), path); os.IsNotExist(err) {
		return nil
	} else if err != nil {
		return fmt.Errorf("discard repository: %w", err)
	}
	if err := os.RemoveAll(path); err != nil {
		return fmt.Errorf("discard repository: %w", err)
	}
	return nil
}

// Sweep removes what a crash left behind: repositories whose app is gone, repositories
// that were being created or removed, and git's own leftovers in the others.
func (s *Store) Sweep(wanted func(app uuid.UUID) (bool, error)) error {
	if err := s.Prepare(); err != nil {
		return err
	}
	entries, err := os.ReadDir(s.place.root)
	if err != nil {
		return fmt.Errorf("sweep repositories: %w", err)
	}
	var failed []error
	for _, e := range entries {
		failed = append(failed, s.tidy(e, wanted))
	}
	return errors.Join(failed...)
}

func (s *Store) tidy(e fs.DirEntry, wanted func(uuid.UUID) (bool, error)) error {
	name := e.Name()
	path := filepath.Join(s.place.root, name)
	if strings.Contains(name, gone) || strings.HasPrefix(name, draft) && s.abandoned(e) {
		return os.RemoveAll(path)
	}
	id, err := uuid.Parse(strings.TrimSuffix(name, ".git"))
	if err != nil { // not ours
		return nil
	}
	keep, err := wanted(id)
	switch {
	case err != nil:
		return err
	case keep:
		return s.removeLeftovers(path)
	}
	return s.Discard(id)
}
