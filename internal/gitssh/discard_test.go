package gitssh_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/uuid"

	"portico/internal/gitssh"
)

func TestDiscardedRepositoriesAreGone(t *testing.T) {
	t.Parallel()
	s := &gitssh.Server{Root: t.TempDir(), Spool: t.TempDir()}
	kept, deleted, orphan := uuid.New(), uuid.New(), uuid.New()
	for _, name := range []string{kept.String() + ".git", deleted.String() + ".git", orphan.String() + ".git", kept.String() + ".git.gone-1", "notes"} {
		if err := os.MkdirAll(filepath.Join(s.Root, name, "objects"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // the second time there is nothing to do
		if err := s.Discard(deleted); err != nil {
			t.Fatal(err)
		}
		if err := s.Sweep(func(id uuid.UUID) (bool, error) { return id == kept, nil }); err != nil {
			t.Fatal(err)
		}
	}
	var left []string
	entries, _ := os.ReadDir(s.Root)
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if want := []string{".hooks", kept.String() + ".git", "notes"}; !slices.Equal(left, want) {
		t.Errorf("left: %v, want %v", left, want)
	}
}
