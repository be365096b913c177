package gitssh

import (
	"fmt"
	"os"

	"github.com/google/uuid"
)

// Discard removes the repository of an app that is gone. It is no error when
// there was none: an app that nobody pushed to has no repository.
func (s *Server) Discard(id uuid.UUID) error {
	if err := s.prepare(); err != nil {
		return err
	}
	path := s.place.repository(id)
	// Under another name first: whoever has the app open finds nothing at once.
	gone := path + ".gone"
	if err := os.Rename(path, gone); os.IsNotExist(err) {
		return nil
	} else if err != nil {
		return fmt.Errorf("discard repository: %w", err)
	}
	if err := os.RemoveAll(gone); err != nil {
		return fmt.Errorf("discard repository: %w", err)
	}
	return nil
}
