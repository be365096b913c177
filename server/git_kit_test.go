package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"portico/internal/testkit"
)

// An endpoint is the git endpoint of a program that runs within the test.
type endpoint struct {
	t    *testing.T
	dir  string
	port string
}

func (s *served) serveGit(t *testing.T) *endpoint {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	testkit.Must(t, l, err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.git.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	})
	e := &endpoint{t: t, dir: t.TempDir()}
	_, e.port, _ = net.SplitHostPort(l.Addr().String())
	line := knownHosts("127.0.0.1", e.port, s.git.HostKey.PublicKey())
	testkit.Must(t, 0, os.WriteFile(filepath.Join(e.dir, "known_hosts"), []byte(line+"\n"), 0o600))
	return e
}

// A keyPair is a key of OpenSSH: its file, and its public line.
type keyPair struct{ file, line string }

func (e *endpoint) newKey() keyPair {
	e.t.Helper()
	file := filepath.Join(e.t.TempDir(), "key")
	out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "laptop", "-f", file).CombinedOutput()
	testkit.Must(e.t, out, err)
	line, err := os.ReadFile(file + ".pub")
	return keyPair{file, string(testkit.Must(e.t, line, err))}
}

// sign makes the signature that proves to hold the key.
func (k keyPair) sign(t *testing.T, text, namespace string) string {
	t.Helper()
	cmd := exec.Command("ssh-keygen", "-q", "-Y", "sign", "-n", namespace, "-f", k.file)
	cmd.Stdin = strings.NewReader(text)
	out, err := cmd.Output()
	return string(testkit.Must(t, out, err))
}

func (e *endpoint) options(k keyPair) []string {
	return []string{
		"-T", "-F", "/dev/null", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "BatchMode=yes",
		"-o", "UserKnownHostsFile=" + filepath.Join(e.dir, "known_hosts"), "-i", k.file, "-p", e.port,
	}
}

func (e *endpoint) ssh(k keyPair, args ...string) *exec.Cmd {
	return exec.Command("ssh", append(append(e.options(k), "git@127.0.0.1"), args...)...)
}

// push makes a commit and pushes it.
func (e *endpoint) push(k keyPair, app string) (said string, err error) {
	e.t.Helper()
	dir := e.t.TempDir()
	for _, args := range [][]string{
		{"init", "-q", "-b", "main"},
		{"commit", "-q", "--allow-empty", "-m", "a push"},
		{"push", "ssh://git@127.0.0.1/" + app + ".git", "main"},
	} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = []string{
			"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
			"GIT_AUTHOR_NAME=N", "GIT_AUTHOR_EMAIL=n@example.com", "GIT_COMMITTER_NAME=N", "GIT_COMMITTER_EMAIL=n@example.com",
			"GIT_SSH_COMMAND=ssh " + strings.Join(e.options(k), " "),
		}
		var out []byte
		if out, err = cmd.CombinedOutput(); err != nil {
			return string(out), err
		}
		said = string(out)
	}
	return said, nil
}

// output is all that ssh prints, however it ends.
func (e *endpoint) output(k keyPair, args ...string) string {
	out, _ := e.ssh(k, args...).CombinedOutput()
	return string(out)
}

// A running command goes on until its input is closed.
type running struct {
	t     *testing.T
	input io.WriteCloser
	ended chan error
	mu    sync.Mutex
	text  bytes.Buffer
}

func (r *running) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(p)
}

func (r *running) said() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.String()
}

// hold begins a command, and returns once git has sent its branches.
func (e *endpoint) hold(k keyPair, command string) *running {
	e.t.Helper()
	cmd := e.ssh(k, command)
	r := &running{t: e.t, ended: make(chan error, 1)}
	input, err := cmd.StdinPipe()
	r.input, cmd.Stdout, cmd.Stderr = testkit.Must(e.t, input, err), r, r
	testkit.Must(e.t, 0, cmd.Start())
	go func() { r.ended <- cmd.Wait() }()
	e.t.Cleanup(func() { _ = cmd.Process.Kill() })
	eventually(e.t, "git runs", func() bool { return strings.Contains(r.said(), "0000") })
	return r
}

// endsWith fails unless the command ends within a second, with these words.
func (r *running) endsWith(words string) {
	r.t.Helper()
	select {
	case err := <-r.ended:
		if err == nil || !strings.Contains(r.said(), words) {
			r.t.Errorf("%v: %q", err, r.said())
		}
	case <-time.After(time.Second):
		r.t.Error("it goes on after a second")
	}
}

// goesOn ends the command as a client does that wants nothing, and fails unless
// it was still running.
func (r *running) goesOn() {
	r.t.Helper()
	_, _ = io.WriteString(r.input, "0000")
	if err := <-r.ended; err != nil {
		r.t.Errorf("%v: %q", err, r.said())
	}
}
