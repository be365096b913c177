package gitssh_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portico/internal/gitssh"
)

// brisk has unreachable objects go after a second instead of an hour.
func brisk(s *gitssh.Server) {
	s.Repositories.Limits.Unreachable, s.Repositories.Limits.Maintenance = time.Second, time.Nanosecond
}

// maintained repeats what the worker does until it holds.
func (w *world) maintained(what string, holds func() bool) {
	w.t.Helper()
	worker := newServer(w.known, w.server.HostKey, w.dir)
	brisk(worker)
	until(w.t, what, func() bool {
		if err := worker.Repositories.Maintain(w.t.Context()); err != nil {
			w.t.Fatal(err)
		}
		return holds()
	})
}

func (w *world) has(object string) bool {
	return w.git(w.jane, w.repository(w.demo), "cat-file", "-e", object).Run() == nil
}

func TestR47_WhatNoBranchHoldsIsFreed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.pushed()
	w.must(w.git(w.jane, dir, "checkout", "-q", "-b", "large"))
	w.big(dir, 4<<20)
	large := strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", "HEAD")))
	w.must(w.git(w.jane, dir, "push", "origin", "large"))
	w.must(w.git(w.jane, dir, "push", "origin", ":large"))
	if err := w.server.Repositories.Maintain(t.Context()); err != nil || !w.has(large) {
		t.Fatalf("it is gone early: %v", err)
	}
	w.maintained("the commit is gone", func() bool { return !w.has(large) })
	if n := w.onDisk(); n > 1<<20 {
		t.Errorf("%d KB are left", n>>10)
	}
	w.must(w.git(w.jane, dir, "push", "origin", "large"))
	w.must(w.git(w.jane, w.repository(w.demo), "fsck", "--strict"))
}

// Many small pushes leave few packs, and no lock or file that a crash has left
// stands in the way forever.
func TestR47_MaintenanceTidiesUp(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Repositories.Limits.Packs = 5 })
	dir := w.work(w.jane)
	for i := range 6 {
		w.commit(w.jane, dir, fmt.Sprint("commit ", i))
		w.must(w.git(w.jane, dir, "push", "-q", "origin", "main"))
	}
	old := time.Now().Add(-3 * time.Hour)
	lock := filepath.Join(w.repository(w.demo), "refs", "heads", "main.lock")
	left := filepath.Join(w.repository(w.demo), "objects", "tmp_objdir-incoming-x")
	fresh := filepath.Join(w.repository(w.demo), "refs", "heads", "other.lock")
	w.write(lock, "")
	w.write(fresh, "")
	if err := os.MkdirAll(left, 0o700); err != nil {
		t.Fatal(err)
	}
	w.write(filepath.Join(left, "pack"), "PACK")
	for _, path := range []string{lock, left, filepath.Join(left, "pack")} {
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	packs := func() int {
		found, _ := filepath.Glob(filepath.Join(w.repository(w.demo), "objects", "pack", "*.pack"))
		return len(found)
	}
	if n := packs(); n < 5 {
		t.Fatalf("%d packs", n)
	}
	if err := w.server.Repositories.Maintain(t.Context()); err != nil { // five packs are enough
		t.Fatal(err)
	}
	if n := packs(); n > 1 {
		t.Errorf("%d packs are left", n)
	}
	for _, path := range []string{lock, left} {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s is left", path)
		}
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Error("a lock that may be held is gone")
	}
	w.commit(w.jane, dir, "one more")
	w.must(w.git(w.jane, dir, "push", "-q", "origin", "main"))
}

// What no branch and no tag holds is not given out, whatever its id and
// whichever protocol is spoken.
func TestR49_RemovedCommitsAreNotGivenOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir, kept, removed := w.pushedPassword()
	w.must(w.git(w.jane, dir, "reset", "-q", "--hard", kept))
	tip := w.commit(w.jane, dir, "without it")
	w.must(w.git(w.jane, dir, "push", "--force", "origin", "main"))
	for version := range 3 {
		clone := filepath.Join(w.dir, fmt.Sprint("clone", version))
		protocol := fmt.Sprintf("protocol.version=%d", version)
		w.must(w.git(w.jane, w.dir, "-c", protocol, "clone", "-q", w.address("demo"), clone))
		w.must(w.git(w.jane, clone, "-c", protocol, "fetch", "origin", tip))
		if _, said := w.fails(w.git(w.jane, clone, "-c", protocol, "fetch", "origin", removed)); !strings.Contains(said, removed) {
			t.Errorf("version %d: git says %q", version, said)
		}
	}
	// A client of its own, which asks without having been offered it.
	for _, version := range []string{"", "version=1", "version=2", "version=2:version=1", "version=1:version=2"} {
		for _, commit := range []string{removed, kept} { // kept is there, but no tip
			if got := w.wants(version, commit); strings.Contains(got, "PACK") {
				t.Errorf("%q: given out", version)
			}
		}
		if got := w.wants(version, tip); !strings.Contains(got, "PACK") {
			t.Errorf("%q: the tip is not given out: %q", version, got)
		}
	}
}

// wants asks for a commit in the words of version 2 where the server speaks it,
// else in the original ones.
func (w *world) wants(version, commit string) string {
	w.t.Helper()
	session, err := w.dial(w.jane).NewSession()
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = session.Close() }()
	if version != "" {
		_ = session.Setenv("GIT_PROTOCOL", version)
	}
	input, err := session.StdinPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	out := &lines{}
	session.Stdout, session.Stderr = out, out
	if err := session.Start("git-upload-pack 'demo'"); err != nil {
		w.t.Fatal(err)
	}
	until(w.t, "git offers what it has", func() bool { return strings.HasSuffix(out.String(), "0000") })
	asked := fmt.Sprintf("0032want %s\n00000009done\n", commit)
	if strings.Contains(out.String(), "version 2") {
		asked = fmt.Sprintf("0011command=fetch0001000fno-progress0032want %s\n0009done\n0000", commit)
	}
	_, _ = fmt.Fprint(input, asked)
	_ = input.Close()
	_ = session.Wait()
	return out.String()
}
