package gitssh_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"net"
	"os/exec"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

func sha256Of(key ssh.PublicKey) [32]byte { return sha256.Sum256(key.Marshal()) }

// dial signs in without OpenSSH, for what its command line cannot say.
func (w *world) dial(p person) *ssh.Client {
	w.t.Helper()
	client, err := w.dialWith(w.signer(p))
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = client.Close() })
	return client
}

func (w *world) dialWith(signers ...ssh.Signer) (*ssh.Client, error) {
	return ssh.Dial("tcp", net.JoinHostPort(w.host, w.port), &ssh.ClientConfig{
		User: "git", Auth: []ssh.AuthMethod{ssh.PublicKeys(signers...)},
		HostKeyCallback: ssh.FixedHostKey(w.server.HostKey.PublicKey()),
	})
}

// answer is how a session ended.
type answer struct {
	status   int
	out, err string
}

// exec runs a command line as it stands.
func (w *world) exec(client *ssh.Client, line string) answer {
	w.t.Helper()
	session, err := client.NewSession()
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = session.Close() }()
	var out, errs bytes.Buffer
	session.Stdout, session.Stderr = &out, &errs
	err = session.Run(line)
	var exit *ssh.ExitError
	switch {
	case err == nil:
		return answer{0, out.String(), errs.String()}
	case errors.As(err, &exit):
		return answer{exit.ExitStatus(), out.String(), errs.String()}
	}
	w.t.Fatalf("%q: %v", line, err)
	return answer{}
}

// held is a command that goes on until its input is closed.
type held struct {
	cmd   *exec.Cmd
	input io.WriteCloser
	ended chan error
	words *lines
}

// holdPush begins a push that says nothing, and waits until git runs for it.
func (w *world) holdPush(t *testing.T, p person, options ...string) *held {
	t.Helper()
	return w.hold(t, p, "receive-pack", options...)
}

// holdFetch does the same with a fetch.
func (w *world) holdFetch(t *testing.T, p person, options ...string) *held {
	t.Helper()
	return w.hold(t, p, "upload-pack", options...)
}

// hold waits until git has sent its branches.
func (w *world) hold(t *testing.T, p person, program string, options ...string) *held {
	t.Helper()
	h := w.begin(t, p, program, options...)
	until(t, "git runs", func() bool { return strings.Contains(h.words.String(), "0000") })
	return h
}

// startPush begins a push that says nothing.
func (w *world) startPush(t *testing.T, p person, options ...string) *held {
	t.Helper()
	return w.begin(t, p, "receive-pack", options...)
}

func (w *world) begin(t *testing.T, p person, program string, options ...string) *held {
	t.Helper()
	h := &held{cmd: w.ssh(p, options, "git-"+program+" 'demo'"), ended: make(chan error, 1), words: &lines{}}
	input, err := h.cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	h.input, h.cmd.Stdout, h.cmd.Stderr = input, h.words, h.words
	if err := h.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { h.ended <- h.cmd.Wait() }()
	t.Cleanup(func() { _ = h.cmd.Process.Kill() })
	return h
}

// wait returns how the client's command ended.
func (h *held) wait() error { return <-h.ended }

// goesOn ends the command as a client does that wants nothing, and fails unless
// it was still running.
func (h *held) goesOn(t *testing.T) {
	t.Helper()
	select {
	case err := <-h.ended:
		t.Errorf("it has ended: %v, %q", err, h.words)
		return
	default:
	}
	if _, err := io.WriteString(h.input, "0000"); err != nil {
		t.Error(err)
	}
	if err := h.wait(); err != nil {
		t.Errorf("%v, %q", err, h.words)
	}
}

// stopped fails unless the command ends within a second with these words.
func (h *held) stopped(t *testing.T, words string) {
	t.Helper()
	select {
	case err := <-h.ended:
		if err == nil {
			t.Error("it ended well")
		}
		h.said(t, words)
	case <-time.After(time.Second):
		t.Error("it goes on after a second")
	}
}

func (h *held) said(t *testing.T, words string) {
	t.Helper()
	if !strings.Contains(h.words.String(), words) {
		t.Errorf("said %q", h.words)
	}
}
