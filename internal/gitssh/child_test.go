package gitssh_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"portico/internal/gitssh"
)

func TestR11_GitGetsNoEnvironmentFromTheClient(t *testing.T) {
	t.Parallel()
	w := prepared(t)
	starts := counted(w)
	w.start()
	dir := w.work(w.jane)
	push := w.git(w.jane, dir, "-c", "protocol.version=2", "push", "origin", "main")
	command := push.Env[len(push.Env)-1] + " -o SetEnv='GIT_DIR=/x PORTICO_PUSH=/tmp/x LD_PRELOAD=/x.so GIT_CONFIG_COUNT=0 GIT_PROTOCOL=version=1'"
	push.Env[len(push.Env)-1] = command
	w.must(push)
	var seen bool
	for _, start := range starts() {
		arguments, environment, _ := strings.Cut(start, "--\n")
		if strings.HasPrefix(arguments, "receive-pack\n") {
			seen = true
			w.wantEnvironment(environment)
		}
	}
	if !seen {
		t.Error("no push was seen")
	}
	if len(w.known.recorded()) != 1 {
		t.Error("the push was not recorded")
	}
}

func (w *world) wantEnvironment(text string) {
	w.t.Helper()
	known := []string{"PATH", "HOME", "LANG", "PWD", "_", "OLDPWD", "SHLVL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_GLOBAL", "GIT_ATTR_NOSYSTEM", "GIT_TERMINAL_PROMPT", "GIT_NO_REPLACE_OBJECTS", "GIT_PROTOCOL", "GIT_CONFIG_COUNT", "PORTICO_PUSH"}
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		if strings.HasPrefix(name, "GIT_CONFIG_KEY_") || strings.HasPrefix(name, "GIT_CONFIG_VALUE_") {
			continue
		}
		if !slices.Contains(known, name) || strings.HasPrefix(value, "/x") || value == "/tmp/x" || name == "GIT_CONFIG_COUNT" && value == "0" {
			w.t.Errorf("git got %s=%s", name, value)
		}
	}
}

func TestR11_InvalidObjectsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	tree := strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", "HEAD^{tree}")))
	hash := w.git(w.jane, dir, "hash-object", "-t", "commit", "-w", "--literally", "--stdin")
	hash.Stdin = strings.NewReader("tree " + tree + "\nauthor Jane 1700000000 +0000\ncommitter Jane <j@example.org> 1700000000 +0000\n\nx\n")
	commit := strings.TrimSpace(w.must(hash))
	w.fails(w.git(w.jane, dir, "push", "origin", commit+":refs/heads/main"))
	if got := w.known.refusedFor(); !slices.Equal(got, []gitssh.Reason{gitssh.InvalidObjects}) {
		t.Errorf("refused for %v", got)
	}
	if w.stored(w.demo, "refs/heads/main") != "" || len(w.known.recorded()) > 0 || len(w.spooled()) > 0 {
		t.Error("the push left something")
	}
}

func TestR11_ATooLargePushIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Repositories.Limits.Input = 1 << 20 })
	dir := w.work(w.jane)
	w.big(dir, 8<<20)
	_, said := w.fails(w.git(w.jane, dir, "push", "origin", "main"))
	if !strings.Contains(said, "exceeds maximum allowed size") {
		t.Errorf("git says %q", said)
	}
	until(t, "the refusal is recorded", func() bool { return slices.Equal(w.known.refusedFor(), []gitssh.Reason{gitssh.TooLarge}) })
	until(t, "nothing waits", func() bool { return len(w.spooled())+len(w.processes()) == 0 })
}

func TestR11_AnEndlessListOfBranchesIsStopped(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	h := w.holdPush(t, w.jane)
	line := fmt.Sprintf("%s %s refs/heads/%s", strings.Repeat("0", 40), strings.Repeat("1", 40), strings.Repeat("x", 200))
	packet := fmt.Sprintf("%04x%s", len(line)+4, line)
	for range 100_000 {
		if _, err := io.WriteString(h.input, packet); err != nil {
			break
		}
	}
	_ = h.input.Close()
	if err := h.wait(); err == nil || !strings.Contains(h.words.String(), "larger than Portico accepts") {
		t.Errorf("%v: %q", err, h.words)
	}
	if got := w.known.refusedFor(); !slices.Equal(got, []gitssh.Reason{gitssh.TooLarge}) {
		t.Errorf("refused for %v", got)
	}
}

func TestR11_HooksOfARepositoryAreNeverRun(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.pushed()
	mark := filepath.Join(w.dir, "ran")
	hooks := filepath.Join(w.repository(w.demo), "hooks")
	if err := os.MkdirAll(hooks, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pre-receive", "update", "post-receive", "post-update", "reference-transaction"} {
		if err := os.WriteFile(filepath.Join(hooks, name), []byte("#!/bin/sh\ntouch "+mark+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	w.must(w.git(w.jane, w.dir, "--git-dir="+w.repository(w.demo), "config", "core.hooksPath", hooks))
	w.commit(w.jane, dir, "second")
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	if _, err := os.Stat(mark); err == nil {
		t.Error("a hook of the repository ran")
	}
	if len(w.known.recorded()) != 2 {
		t.Error("ours did not")
	}
}

// clinging has every git start a process that does not want to end and keeps
// the client's streams open.
func clinging(w *world) {
	w.t.Helper()
	git, err := exec.LookPath("git")
	if err != nil {
		w.t.Fatal(err)
	}
	script := filepath.Join(w.dir, "git")
	text := fmt.Sprintf("#!/bin/sh\nsh -c 'trap \"\" TERM HUP; while :; do sleep 1; done' %s &\nexec %s \"$@\"\n", w.server.Repositories.Root, git)
	if err := os.WriteFile(script, []byte(text), 0o700); err != nil {
		w.t.Fatal(err)
	}
	w.server.Repositories.Git = script
}

func TestNothingThatGitStartedIsLeft(t *testing.T) {
	t.Parallel()
	w := prepared(t)
	// git init, which the server runs for itself, must not cling.
	w.must(w.git(w.jane, w.dir, "init", "-q", "--bare", "-b", "main", w.repository(w.demo)))
	clinging(w)
	w.start()
	client := w.dial(w.jane)
	if got := w.exec(client, "git-receive-pack 'demo'"); !strings.Contains(got.out, "capabilities^{}") {
		t.Errorf("%+v", got)
	}
	until(t, "no process is left after the end", func() bool { return len(w.processes()) == 0 })
	h := w.holdPush(t, w.jane)
	if err := h.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = h.wait()
	until(t, "no process is left of a killed client", func() bool { return len(w.processes()) == 0 })
}
