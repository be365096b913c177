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

// Discard removes the repository of an app that is gone. It is no error when
// there was none: an app that nobody pushed to has no repository.
func (s *Store) Discard(id uuid.UUID) error {
	if err := s.Prepare(); err != nil {
		return err
	}
	// Under another name first: whoever has the app open finds nothing at once,
	// and what a crash leaves is known for what it is.
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

// Sweep discards what a crash left: the repositories whose app is not wanted any
// more, those that were being made or removed, and in the others what git left.
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
	if err != nil { // nothing of ours
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
