package gitssh_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Where git cannot come to the end of what arrived, nothing is known of the
// rest: the push is refused.
func TestR43_WhatCannotBeMeasuredIsRefused(t *testing.T) {
	t.Parallel()
	w := prepared(t)
	if err := w.server.Recover(t.Context()); err != nil { // writes the hooks
		t.Fatal(err)
	}
	bin := t.TempDir()
	fake := "#!/bin/sh\necho commit 100 " + strings.Repeat("1", 40) + "\nsed 's/$/ missing/'\nexit "
	yes := filepath.Join(w.dir, "yes")
	w.write(yes, "yes\n")
	for exit, taken := range map[string]bool{"0": true, "128": false} {
		if err := os.WriteFile(filepath.Join(bin, "git"), []byte(fake+exit+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		note := filepath.Join(w.dir, "push-"+exit)
		w.write(note+".sent", "0\n")
		hook := exec.Command(filepath.Join(w.server.Repositories.Root, ".hooks", "pre-receive"))
		hook.ExtraFiles = []*os.File{nil, w.open(os.DevNull), w.open(yes)} // its right is there
		hook.Env = []string{"PATH=" + bin + ":" + os.Getenv("PATH"), "GIT_QUARANTINE_PATH=x", "PORTICO_PUSH=" + note}
		out, err := hook.CombinedOutput()
		if _, noted := os.Stat(note + ".asked"); (err == nil) != taken || (noted == nil) != taken {
			t.Errorf("git ends with %s: %v, %v, %s", exit, err, noted, out)
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
