package gitssh_test

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"portico/internal/gitssh"
)

// branchesAt makes branches by the thousand.
func (w *world) branchesAt(dir string, n int) {
	w.t.Helper()
	update := w.git(w.jane, dir, "update-ref", "--stdin")
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "create refs/heads/b%05d HEAD\n", i)
	}
	update.Stdin = strings.NewReader(text.String())
	w.must(update)
}

func TestR45_TooManyBranchesAreRefusedBeforeGitTakesAny(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	w.branchesAt(dir, 3000)
	_, said := w.fails(w.git(w.jane, dir, "push", "--mirror", "origin"))
	if !strings.Contains(said, "moves 3001 branches; Portico accepts 1000 at once") {
		t.Errorf("git says %q", said)
	}
	if w.stored(w.demo, "refs/heads/main") != "" {
		t.Error("a branch was taken")
	}
	until(t, "the refusal is recorded", func() bool {
		return slices.Equal(w.known.refusedFor(), []gitssh.Reason{gitssh.TooManyBranches}) && len(w.spooled()) == 0
	})
}

// Everything stands in one packet here, with the pack: git must not see its end.
func TestR45_TheListIsReadBeforeGitGetsIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.Branches = 2 })
	dir := w.pushed()
	w.must(w.git(w.jane, dir, "push", "origin", "main:a", "main:b"))
	for range 5 {
		w.fails(w.git(w.jane, dir, "push", "origin", "main:x", "main:y", "main:z"))
	}
	if w.stored(w.demo, "refs/heads/x") != "" {
		t.Error("a branch was taken")
	}
	w.must(w.git(w.jane, dir, "tag", "v1"))
	w.must(w.git(w.jane, dir, "push", "origin", ":a", ":b", "main:x", "main:y", "v1")) // two are made
	if got := w.known.recorded(); len(got) != 3 || len(got[2].Updates) != 2 {
		t.Errorf("recorded %+v", got)
	}
}

// Git may be faster than the signal that ends it: what was too much must not
// reach it.
func TestR45_WhatIsTooMuchIsWithheld(t *testing.T) {
	t.Parallel()
	got, err := io.ReadAll(gitssh.Watched(strings.NewReader("0000PACK"), refusing{}))
	if len(got) > 0 || !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("passed on %q, %v", got, err)
	}
}

type refusing struct{}

func (refusing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestR46_OnlyBranchesAndTagsAreTaken(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.pushed()
	for _, ref := range []string{"refs/replace/" + strings.Repeat("1", 40), "refs/notes/commits", "refs/pull/1/head", "refs/stash", "refs/headsx/a"} {
		_, said := w.fails(w.git(w.jane, dir, "push", "origin", "HEAD:"+ref))
		if !strings.Contains(said, "branches (refs/heads/) and tags (refs/tags/) are accepted") || w.stored(w.demo, ref) != "" {
			t.Errorf("%s: git says %q", ref, said)
		}
	}
	w.must(w.git(w.jane, dir, "tag", "v1"))
	_, said := w.fails(w.git(w.jane, dir, "push", "origin", "v1", "HEAD:refs/heads/next", "HEAD:refs/pull/1/head"))
	if w.stored(w.demo, "refs/tags/v1") == "" || w.stored(w.demo, "refs/heads/next") == "" {
		t.Errorf("branch and tag were not taken: %q", said)
	}
}

// What an older server took of it is neither seen nor followed.
func TestR46_ReplacementsAreIgnored(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	real := w.commit(w.jane, dir, "the real one")
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	w.must(w.git(w.jane, dir, "checkout", "-q", "--orphan", "forged"))
	forged := w.commit(w.jane, dir, "forged")
	w.must(w.git(w.jane, dir, "push", "origin", "forged"))
	w.must(w.git(w.jane, w.repository(w.demo), "update-ref", "refs/replace/"+real, forged))
	w.must(w.git(w.jane, dir, "push", "origin", real+":refs/heads/again"))
	pushes := w.known.recorded()
	if got := pushes[len(pushes)-1].Updates[0].Subject; got != "the real one" {
		t.Errorf("recorded as %q", got)
	}
	if said := w.must(w.git(w.jane, dir, "ls-remote", "origin")); strings.Contains(said, "replace") {
		t.Errorf("shown: %s", said)
	}
	clone := filepath.Join(w.dir, "clone")
	w.must(w.git(w.jane, w.dir, "clone", "-q", "-b", "again", w.address("demo"), clone))
	if got := w.must(w.git(w.jane, clone, "log", "-1", "--format=%s")); got != "the real one\n" {
		t.Errorf("cloned %q", got)
	}
}
