package gitssh_test

import (
	"slices"
	"strings"
	"testing"

	"portico/internal/gitssh"
)

// Whoever may push and knows the id of a removed commit gets it by no branch or
// tag, and by no commit or tag that builds on it.
func TestR49_RemovedCommitsAreNotBroughtBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	kept := strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", "HEAD")))
	removed := w.commit(w.jane, dir, "a password")
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
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
