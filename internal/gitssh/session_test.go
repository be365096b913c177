package gitssh_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"portico/internal/gitssh"
)

func counted(w *world) (starts func() []string) {
	log := filepath.Join(w.dir, "starts")
	if err := os.Mkdir(log, 0o700); err != nil {
		w.t.Fatal(err)
	}
	git, err := exec.LookPath("git")
	if err != nil {
		w.t.Fatal(err)
	}
	script := filepath.Join(w.dir, "git")
	text := fmt.Sprintf("#!/bin/sh\n{ printf '%%s\\n' \"$@\"; echo --; /usr/bin/env; } >%s/$$\nexec %s \"$@\"\n", log, git)
	if err := os.WriteFile(script, []byte(text), 0o700); err != nil {
		w.t.Fatal(err)
	}
	w.server.Repositories.Git = script
	return func() []string {
		found, _ := filepath.Glob(log + "/*")
		var out []string
		for _, path := range found {
			out = append(out, w.read(path))
		}
		return out
	}
}

func TestR7_WhateverIsNotExactlyACommandStartsNoProcess(t *testing.T) {
	t.Parallel()
	w := prepared(t)
	starts := counted(w)
	w.start()
	client := w.dial(w.jane)
	for _, line := range badLines {
		got := w.exec(client, line)
		if got.status != 1 || got.out != "" || !strings.HasSuffix(got.err, ".\n") {
			t.Errorf("%q: %+v", line, got)
		}
	}
	if s := starts(); len(s) > 0 {
		t.Fatalf("started %v", s)
	}
	for _, line := range []string{"git-upload-pack 'demo'", "git-upload-pack '/demo'", "git-upload-pack 'demo.git'", "git-upload-pack '/demo.git'"} {
		if got := w.exec(client, line); got.out != "0000" { // no branches
			t.Errorf("%q: %+v", line, got)
		}
	}
	if len(starts()) == 0 {
		t.Error("the starts are not counted")
	}
}

func TestR7_TheRightComesFromTheVerb(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	reader := w.person("kim", "-t", "ed25519")
	w.known.with(func() { w.known.apps["demo"].rights[reader.AccountID] = []gitssh.Verb{gitssh.Read} })
	dir := w.work(reader)
	w.must(w.git(reader, dir, "fetch", "origin"))
	if _, said := w.fails(w.git(reader, dir, "push", "origin", "main")); !strings.Contains(said, "There is no app named demo") {
		t.Errorf("git says %q", said)
	}
}

func TestOnlySessionsAndCommandsAreServed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	client := w.dial(w.jane)
	if _, err := client.Dial("tcp", "127.0.0.1:22"); err == nil {
		t.Error("forwards")
	}
	if _, err := client.Listen("tcp", "127.0.0.1:0"); err == nil {
		t.Error("listens")
	}
	session, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = session.Close() }()
	for _, name := range []string{"LANG", "GIT_DIR", "GIT_PROTOCOL"} {
		if session.Setenv(name, "x") == nil {
			t.Errorf("takes %s", name)
		}
	}
	if session.Setenv("GIT_PROTOCOL", "version=1:x") == nil || session.Setenv("GIT_PROTOCOL", "version=2") == nil || session.Setenv("GIT_PROTOCOL", "version=1") != nil {
		t.Error("does not tell git's protocol from other text")
	}
	if session.RequestSubsystem("sftp") == nil {
		t.Error("has a subsystem")
	}
	for _, kind := range []string{"auth-agent-req@openssh.com", "x11-req", "signal", "window-change"} {
		if ok, _ := session.SendRequest(kind, true, nil); ok {
			t.Errorf("agrees to %s", kind)
		}
	}
}

func TestTheGreeting(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	want := "Hi jane! You've authenticated with the key " + w.jane.Fingerprint + ", but Portico doesn't provide shell access."
	if out, err := w.ssh(w.jane, []string{"-T"}).Output(); err != nil || string(out) != want+"\n" {
		t.Errorf("%v: %q", err, out)
	}
	if out, err := w.ssh(w.jane, []string{"-tt"}).Output(); err != nil || string(out) != want+"\r\n" {
		t.Errorf("with a terminal, %v: %q", err, out)
	}
}

// What is sent to a session that asks for nothing waits in memory, so an account has a
// limited number of them, over however many connections.
func TestR6_SessionsOfAnAccountAreLimited(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.SessionsPerAccount = 3 })
	first, second, other := w.dial(w.jane), w.dial(w.jane), w.dial(w.person("eve", "-t", "ed25519"))
	var open []*ssh.Session
	for _, client := range []*ssh.Client{first, first, second} {
		session, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		open = append(open, session)
	}
	for _, client := range []*ssh.Client{first, second} {
		if _, err := client.NewSession(); err == nil || !strings.Contains(err.Error(), "too many sessions") {
			t.Errorf("one more: %v", err)
		}
	}
	if _, err := other.NewSession(); err != nil {
		t.Errorf("another account: %v", err)
	}
	_ = open[0].Close()
	until(t, "a session that ended makes room", func() bool {
		_, err := second.NewSession()
		return err == nil
	})
}
