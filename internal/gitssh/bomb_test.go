package gitssh_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/internal/gitssh"
)

// heapBound is far less than a bomb inflates to, and far more than a push needs.
const heapBound = 64 << 20

// allocates tells how much the server's process allocates meanwhile, all in all.
func allocates(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func treeSize(t *testing.T, root string) (size int64) {
	t.Helper()
	err := filepath.WalkDir(root, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		file, err := e.Info()
		size += file.Size()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return size
}

// A push may be small on the wire and too large all the same. Not parallel: what
// is allocated meanwhile is the server's.
func TestR11_R43_ABombIsRefusedAndTheHeapStaysSmall(t *testing.T) {
	w := newWorld(t)
	p, commit := bomb(t, 400_000_000)
	content := p.bytes()
	if len(content) > 3<<20 {
		t.Fatalf("the bomb has %d bytes on the wire", len(content))
	}
	var said string
	if n := allocates(func() { said = w.pushes(w.jane, content, commit, "refs/heads/main") }); n > heapBound {
		t.Errorf("the server allocated %d MB", n>>20)
	}
	if !strings.Contains(said, "Portico: the commit "+commit+" has 400000") || !strings.Contains(said, "at most 1048576 are accepted") {
		t.Errorf("the client is told %q", said)
	}
	if w.stored(w.demo, "refs/heads/main") != "" || !slices.Equal(w.known.refusedFor(), []gitssh.Reason{gitssh.TooLarge}) {
		t.Errorf("the bomb was taken; refused for %v", w.known.refusedFor())
	}
	until(t, "nothing waits", func() bool { return len(w.spooled())+len(w.processes()) == 0 })
	w.must(w.git(w.jane, w.work(w.jane), "push", "origin", "main"))
}

// A server that took a bomb, and died of it, can start again.
func TestR43_AServerStartsWithABombInItsSpool(t *testing.T) {
	w := prepared(t)
	w.server.Limits.Retry = time.Millisecond // a busy machine may need a second try
	p, commit := bomb(t, 400_000_000)
	w.store(p, commit)
	if err := os.MkdirAll(w.server.Spool, 0o700); err != nil {
		t.Fatal(err)
	}
	push := gitssh.Push{ID: uuid.Must(uuid.NewV7()), Identity: w.jane.Identity, Repository: w.demo}
	w.note(push, map[string]string{".done": strings.Repeat("0", 40) + " " + commit + " refs/heads/main\n"})
	n := allocates(func() {
		w.start()
		w.must(w.ssh(w.jane, []string{"-T"}))
		within(t, 2*time.Minute, "the push is recorded", func() bool { return len(w.known.recorded()) == 1 && len(w.spooled()) == 0 })
	})
	if n > heapBound {
		t.Errorf("the server allocated %d MB", n>>20)
	}
	if got := w.known.recorded()[0].Updates[0].Subject; got != strings.Repeat("a", 200) {
		t.Errorf("subject %q", got)
	}
}

// What git has to have in memory as a whole ends it before it has it.
func TestR43_GitsMemoryIsBounded(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Repositories.Limits.Memory = 128 << 20 })
	p, commit := bomb(t, 200_000_000)
	said := w.pushes(w.jane, p.bytes(), commit, "refs/heads/main")
	if !strings.Contains(said, "too large when it is unpacked") {
		t.Errorf("the client is told %q", said)
	}
	if w.stored(w.demo, "refs/heads/main") != "" || !slices.Equal(w.known.refusedFor(), []gitssh.Reason{gitssh.TooLarge}) {
		t.Errorf("the bomb was taken; refused for %v", w.known.refusedFor())
	}
	w.must(w.git(w.jane, w.work(w.jane), "push", "origin", "main"))
}

// A file is streamed, and may be larger than git's memory.
func TestR43_ALargeFileNeedsNoMemory(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Repositories.Limits.Memory = 128 << 20 })
	p := &pack{t: t}
	blob := p.add(blobObject, "", 200_000_000)
	commit := p.add(commitObject, commitOf(p.add(treeObject, entry("large", blob), 0))+"large file\n", 0)
	if said := w.pushes(w.jane, p.bytes(), commit, "refs/heads/main"); !strings.Contains(said, "ok refs/heads/main") {
		t.Errorf("the client is told %q", said)
	}
}

// No file of a repository is read to record a push: one that git reads as a whole, in
// whichever branch HEAD points to, would keep every push from being recorded.
func TestR43_R44_AMailmapKeepsNoPushFromBeingRecorded(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Repositories.Limits.Memory = 128 << 20 })
	p := &pack{t: t}
	blob := p.add(blobObject, "", 200_000_000)
	commit := p.add(commitObject, commitOf(p.add(treeObject, entry(".mailmap", blob), 0))+"large mailmap\n", 0)
	if said := w.pushes(w.jane, p.bytes(), commit, "refs/heads/main"); !strings.Contains(said, "demo deployed") {
		t.Errorf("the client is told %q", said)
	}
	w.must(w.git(w.jane, w.work(w.jane), "push", "origin", "main:another"))
	if got := w.known.recorded(); len(got) != 2 || got[0].Updates[0].Subject != "large mailmap" {
		t.Errorf("recorded are %+v", got)
	}
}

// Whatever is not a file is measured, also what no branch needs.
func TestR43_EveryObjectIsMeasured(t *testing.T) {
	t.Parallel()
	limits := func(s *gitssh.Server) { s.Repositories.Limits.Message, s.Repositories.Limits.Tree = 2000, 1000 }
	for name, c := range map[string]struct {
		want string
		fill func(p *pack) (commit string)
	}{
		"a commit": {"Portico: the commit", func(p *pack) string {
			return p.add(commitObject, commitOf(p.add(treeObject, "", 0)), 2000)
		}},
		"a tree": {"Portico: the tree", func(p *pack) string {
			var tree strings.Builder
			blob := p.add(blobObject, "", 1)
			for i := range 50 {
				tree.WriteString(entry(fmt.Sprintf("%02d", i), blob))
			}
			return p.add(commitObject, commitOf(p.add(treeObject, tree.String(), 0)), 0)
		}},
		"a tag that nothing needs": {"Portico: the tag", func(p *pack) string {
			commit := p.add(commitObject, commitOf(p.add(treeObject, "", 0)), 0)
			p.add(tagObject, "object "+commit+"\ntype commit\ntag v1\ntagger "+signature+"\n", 2000)
			return commit
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, limits)
			p := &pack{t: t}
			commit := c.fill(p)
			if said := w.pushes(w.jane, p.bytes(), commit, "refs/heads/main"); !strings.Contains(said, c.want) {
				t.Errorf("the client is told %q", said)
			}
			if w.stored(w.demo, "refs/heads/main") != "" {
				t.Error("it was taken")
			}
		})
	}
}

// Small deltas on a large file stay small on disk.
func TestR43_DeltasAreKeptAsTheyCame(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	w.big(dir, 2<<20)
	file := filepath.Join(dir, "noise")
	for i := range 8 {
		w.write(file, w.read(file)+fmt.Sprint(i))
		w.must(w.git(w.jane, dir, "commit", "-q", "-a", "-m", "a little more"))
	}
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	if n := w.onDisk(); n > 4<<20 {
		t.Errorf("2 MB and eight changes of one byte take %d KB on disk", n>>10)
	}
}
