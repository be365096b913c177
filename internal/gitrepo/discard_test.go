package gitrepo_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/internal/gitrepo"
)

func TestDiscardedRepositoriesAreGone(t *testing.T) {
	t.Parallel()
	s := &gitrepo.Store{Root: t.TempDir(), Now: time.Now}
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

// A crash may leave repositories half made and, in whole ones, what git was working
// on. It goes once nobody can be using it, and nothing else does.
func TestR47_WhatACrashLeftIsSwept(t *testing.T) {
	t.Parallel()
	now := time.Now()
	s := &gitrepo.Store{Root: t.TempDir(), Now: func() time.Time { return now }}
	app := uuid.New()
	repository := app.String() + ".git"
	kept := []string{
		"notes/pack",
		repository + "/objects/pack/pack-1.pack",
		repository + "/objects/tmp_objdir-incoming-x/pack/tmp_pack_x", // the push's to remove
		repository + "/refs/heads/tmp_pack_x",
	}
	left := []string{
		".new-1/HEAD",
		repository + "/objects/pack/tmp_pack_x",
		repository + "/objects/pack/.tmp-1-pack-x.pack",
		repository + "/objects/pack/pack-1.keep",
		repository + "/objects/info/commit-graph.lock",
		repository + "/refs/heads/objects/main.lock",
	}
	for _, name := range slices.Concat(kept, left) {
		path := filepath.Join(s.Root, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	swept := func() (gone []string) {
		if err := s.Sweep(func(uuid.UUID) (bool, error) { return true, nil }); err != nil {
			t.Fatal(err)
		}
		for _, name := range slices.Concat(kept, left) {
			if _, err := os.Stat(filepath.Join(s.Root, name)); err != nil {
				gone = append(gone, name)
			}
		}
		return gone
	}
	now = now.Add(time.Hour)
	if got := swept(); len(got) > 0 {
		t.Errorf("gone too early: %v", got)
	}
	now = now.Add(2 * time.Hour)
	if got := swept(); !slices.Equal(got, left) {
		t.Errorf("gone: %v, want %v", got, left)
	}
}
