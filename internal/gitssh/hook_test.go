package gitssh_test

import (
	"errors"
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
	fake := "#!/bin/sh\necho commit 100 " + strings.Repeat("1", 40) + "\nexit "
	for exit, taken := range map[string]bool{"0": true, "128": false} {
		if err := os.WriteFile(filepath.Join(bin, "git"), []byte(fake+exit+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		note := filepath.Join(w.dir, "push-"+exit)
		hook := exec.Command(filepath.Join(w.server.Root, ".hooks", "pre-receive"))
		hook.Env = []string{"PATH=" + bin + ":" + os.Getenv("PATH"), "GIT_QUARANTINE_PATH=x", "PORTICO_PUSH=" + note}
		hook.ExtraFiles = permitting(t)
		out, err := hook.CombinedOutput()
		if _, noted := os.Stat(note + ".asked"); (err == nil) != taken || (noted == nil) != taken {
			t.Errorf("git ends with %s: %v, %v, %s", exit, err, noted, out)
		}
	}
}

// permitting are the files that a hook inherits: of the lock, and of the pipes over
// which it asks whether the push is still permitted, which it is.
func permitting(t *testing.T) []*os.File {
	lock, err := os.Open(os.DevNull)
	asked, err2 := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	answer, yes, err3 := os.Pipe()
	if err := errors.Join(err, err2, err3); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = errors.Join(lock.Close(), asked.Close(), answer.Close()) })
	if _, err := yes.WriteString("yes\n"); err != nil {
		t.Fatal(err)
	}
	if err := yes.Close(); err != nil {
		t.Fatal(err)
	}
	return []*os.File{lock, asked, answer}
}
