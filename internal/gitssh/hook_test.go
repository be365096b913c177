package gitssh_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"portico/internal/gitrepo"
)

// Where git cannot come to the end of what arrived, or of what there is, nothing is
// known of the rest: the push is refused, whichever of its commands it was.
func TestR43_R49_WhatCannotBeMeasuredIsRefused(t *testing.T) {
	t.Parallel()
	w := prepared(t)
	if err := w.server.Recover(t.Context()); err != nil { // writes the hooks
		t.Fatal(err)
	}
	bin, quarantine, yes := t.TempDir(), t.TempDir(), filepath.Join(w.dir, "yes")
	w.write(yes, "yes\n")
	if err := os.Mkdir(filepath.Join(quarantine, "pack"), 0o700); err != nil {
		t.Fatal(err)
	}
	w.write(filepath.Join(quarantine, "pack", "pack-1.idx"), "")
	// It knows one object, of which one arrived and another was added.
	fake := "#!/bin/sh\ncase \" $* \" in *\" $FAILS \"*) exit 128;; esac\nyes '100 100 100' | head -2\nsed 's/$/ missing/'\n"
	if err := os.WriteFile(filepath.Join(bin, "git"), []byte(fake), 0o700); err != nil {
		t.Fatal(err)
	}
	for n, fails := range []string{
		"nothing", "--batch-all-objects", "show-index", "--stdin", "--batch-check", "--no-object-names --branches",
	} {
		note := filepath.Join(w.dir, fmt.Sprint("push-", n))
		w.write(note+gitrepo.Sent, "1\n")
		hook := exec.Command(filepath.Join(w.server.Repositories.Root, ".hooks", "pre-receive"))
		hook.ExtraFiles = []*os.File{nil, w.open(os.DevNull), w.open(yes)} // its right is there
		hook.Env = []string{"PATH=" + bin + ":" + os.Getenv("PATH"), "GIT_QUARANTINE_PATH=" + quarantine, "PORTICO_PUSH=" + note, "FAILS=" + fails}
		out, err := hook.CombinedOutput()
		if _, noted := os.Stat(note + ".asked"); (err == nil) != (n == 0) || (noted == nil) != (n == 0) {
			t.Errorf("git fails at %s: %v, %v, %s", fails, err, noted, out)
		}
	}
}

func (w *world) open(path string) *os.File {
	w.t.Helper()
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = file.Close() })
	return file
}
