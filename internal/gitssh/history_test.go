package gitssh_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"portico/internal/gitssh"
)

// HEAD is what a clone checks out: it names a branch that is there.
func TestHeadFollowsTheBranches(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	for _, step := range []struct{ push, head string }{
		{"HEAD:refs/tags/v1", "main"}, // no branch yet
		{"HEAD:refs/heads/trunk", "trunk"},
		{"HEAD:refs/heads/a", "trunk"},
		{"HEAD:refs/heads/main", "trunk"},
		{":refs/heads/trunk", "main"},
		{"HEAD:refs/heads/trunk", "main"},
		{":refs/heads/main", "a"},
		{":refs/heads/a", "trunk"},
		{":refs/heads/trunk", "trunk"}, // nothing is left
		{"HEAD:refs/heads/feature/x", "feature/x"},
	} {
		w.must(w.git(w.jane, dir, "push", "origin", step.push))
		if got := w.read(filepath.Join(w.repository(w.demo), "HEAD")); got != "ref: refs/heads/"+step.head+"\n" {
			t.Errorf("after %s HEAD is %q, want %s", step.push, got, step.head)
		}
	}
	clone := filepath.Join(w.dir, "clone")
	w.must(w.git(w.jane, w.dir, "clone", "-q", w.address("demo"), clone))
	if got := w.must(w.git(w.jane, clone, "branch", "--show-current")); got != "feature/x\n" {
		t.Errorf("a clone is on %q", got)
	}
}

func TestHeadPrefersMainOfManyNewBranches(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		push []string
		head string
	}{
		{[]string{"HEAD:refs/heads/a", "HEAD:refs/heads/main"}, "main"},
		{[]string{"HEAD:refs/heads/a", "HEAD:refs/heads/master"}, "master"},
		{[]string{"HEAD:refs/heads/z", "HEAD:refs/heads/y"}, "z"},
	} {
		w := newWorld(t)
		w.must(w.git(w.jane, w.work(w.jane), append([]string{"push", "origin"}, c.push...)...))
		if got := w.read(filepath.Join(w.repository(w.demo), "HEAD")); got != "ref: refs/heads/"+c.head+"\n" {
			t.Errorf("%v: HEAD is %q", c.push, got)
		}
	}
}

// Faults that old programs left in honest histories are taken; others are not.
func TestR11_OldHistoriesAreTakenAndTheRestIsChecked(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		author, tree string
		taken        bool
	}{
		"a time zone of three digits": {"Jane <j@example.org> 1700000000 -700", "", true},
		"no space before the date":    {"Jane <j@example.org>1700000000 +0000", "", true},
		"a mode with a zero in front": {"", "0100644", true},
		"no date":                     {"Jane <j@example.org> ", "", false},
		"no address":                  {"Jane 1700000000 +0000", "", false},
		"a date of another world":     {"Jane <j@example.org> 99999999999999999999 +0000", "", false},
		"a file above the folder":     {"", "100644 ..", false},
		"a file named .git":           {"", "100644 .git", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			p := &pack{t: t}
			mode, file, _ := strings.Cut(c.tree, " ")
			tree := ""
			if mode != "" {
				blob := p.add(blobObject, "", 1)
				if file == "" {
					file = "file"
				}
				tree = mode + strings.TrimPrefix(entry(file, blob), "100644")
			}
			author := c.author + "\n"
			if c.author == "" {
				author = signature
			}
			commit := p.add(commitObject, "tree "+p.add(treeObject, tree, 0)+"\nauthor "+author+"committer "+author+"\nold\n", 0)
			said := w.pushes(w.jane, p.bytes(), commit, "refs/heads/main")
			if taken := w.stored(w.demo, "refs/heads/main") == commit; taken != c.taken {
				t.Errorf("taken: %v; git says %q", taken, said)
			}
			if got := w.known.refusedFor(); !c.taken && !slices.Equal(got, []gitssh.Reason{gitssh.InvalidObjects}) {
				t.Errorf("refused for %v", got)
			}
		})
	}
}
