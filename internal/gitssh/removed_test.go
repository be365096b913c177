package gitssh_test

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"portico/internal/gitssh"
)

// pushedPassword pushes a commit that is to be removed, on top of one that is kept.
func (w *world) pushedPassword() (dir, kept, removed string) {
	w.t.Helper()
	dir = w.work(w.jane)
	kept = strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", "HEAD")))
	removed = w.commit(w.jane, dir, "a password")
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	return dir, kept, removed
}

// A pusher who knows the id of a removed commit gets it by no branch or
// tag, and by no commit or tag that builds on it.
func TestR49_RemovedCommitsAreNotBroughtBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir, kept, removed := w.pushedPassword()
	w.must(w.git(w.jane, dir, "push", "--force", "origin", kept+":main"))
	none, above, tag := &pack{t: t}, &pack{t: t}, &pack{t: t}
	child := above.add(commitObject, strings.Replace(commitOf(above.add(treeObject, "", 0)), "\nauthor", "\nparent "+removed+"\nauthor", 1)+"\nabove\n", 0)
	tagged := tag.add(tagObject, "object "+removed+"\ntype commit\ntag v1\ntagger "+signature+"\nv1\n", 0)
	for _, c := range []struct {
		pack        *pack
		object, ref string
	}{
		{none, removed, "refs/heads/back"},
		{none, removed, "refs/tags/back"},
		{above, child, "refs/heads/back"},
		{tag, tagged, "refs/tags/back"},
	} {
		said := w.pushes(w.jane, c.pack.bytes(), c.object, c.ref)
		if !strings.Contains(said, removed+" belongs to no branch and no tag") || w.stored(w.demo, c.ref) != "" {
			t.Errorf("%s: git says %q", c.ref, said)
		}
	}
	until(t, "the refusals are recorded", func() bool {
		return slices.Equal(w.known.refusedFor(), slices.Repeat([]gitssh.Reason{gitssh.Refused}, 4)) && len(w.spooled()) == 0
	})
	w.must(w.git(w.jane, dir, "push", "origin", kept+":refs/heads/next")) // it has a branch
	w.must(w.git(w.jane, dir, "push", "origin", removed+":refs/heads/back"))
	if w.stored(w.demo, "refs/heads/back") != removed {
		t.Error("whoever has the commit can't push it again")
	}
}

// The same holds for the trees and files of a removed commit, whatever refers to them,
// and for what git itself adds to a pack that is built on it.
func TestR49_RemovedObjectsAreNotBroughtBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	kept := strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", "HEAD")))
	w.write(filepath.Join(dir, "secret"), "a password")
	w.must(w.git(w.jane, dir, "add", "."))
	removed := w.commit(w.jane, dir, "with a secret")
	tree := strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", "HEAD^{tree}")))
	file := strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", "HEAD:secret")))
	size, err := strconv.Atoi(strings.TrimSpace(w.must(w.git(w.jane, dir, "cat-file", "-s", removed))))
	if err != nil {
		t.Fatal(err)
	}
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	w.must(w.git(w.jane, dir, "push", "--force", "origin", kept+":main"))
	none, above, thin := &pack{t: t}, &pack{t: t}, &pack{t: t}
	child := above.add(commitObject, commitOf(tree), 0)
	thin.grown(removed, size)
	for _, c := range []struct {
		pack                *pack
		object, ref, unsent string
	}{
		{none, file, "refs/tags/file", file},
		{none, tree, "refs/tags/tree", tree},
		{above, child, "refs/heads/above", tree},
		{thin, removed, "refs/heads/thin", removed},
		{thin, removed, "refs/tags/thin", removed},
	} {
		said := w.pushes(w.jane, c.pack.bytes(), c.object, c.ref)
		if !strings.Contains(said, c.unsent+" belongs to no branch and no tag") || w.stored(w.demo, c.ref) != "" {
			t.Errorf("%s: git says %q", c.ref, said)
		}
	}
	// What a branch has, now or before, needs not be sent again.
	was := strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", kept+"^{tree}")))
	for ref, object := range map[string]string{"refs/tags/was": was, "refs/tags/kept": kept} {
		if said := w.pushes(w.jane, none.bytes(), object, ref); w.stored(w.demo, ref) != object {
			t.Errorf("%s: git says %q", ref, said)
		}
	}
}
