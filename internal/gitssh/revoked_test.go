package gitssh_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"portico/internal/gitssh"
)

func (w *world) multiplexed(p person) (socket string, ended <-chan struct{}) {
	w.t.Helper()
	dir, err := os.MkdirTemp("", "mux") // a socket's path has to be short
	if err != nil {
		w.t.Fatal(err)
	}
	socket = filepath.Join(dir, "s")
	master := w.ssh(p, []string{"-N", "-o", "ControlMaster=yes", "-o", "ControlPath=" + socket})
	if err := master.Start(); err != nil {
		w.t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = master.Wait()
	}()
	w.t.Cleanup(func() { _ = master.Process.Kill(); _ = os.RemoveAll(dir) })
	until(w.t, "the connection is open", func() bool {
		return w.ssh(p, []string{"-O", "check", "-o", "ControlPath=" + socket}).Run() == nil
	})
	return socket, done
}

func TestR9_ARevokedKeyIsOutWithinASecond(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	socket, ended := w.multiplexed(w.jane)
	shared := []string{"-o", "ControlPath=" + socket}
	w.must(w.ssh(w.jane, append(shared, "-T")))
	h := w.holdPush(t, w.jane, shared...)
	w.known.with(func() { delete(w.known.keys, w.digest(w.jane)) })
	began := time.Now()
	w.server.Recheck(w.jane.AccountID)
	if took := time.Since(began); took > 100*time.Millisecond {
		t.Errorf("kept the caller waiting for %v", took)
	}
	within(t, time.Second, "git is gone", func() bool { return len(w.processes()) == 0 })
	select {
	case <-ended:
	case <-time.After(time.Second - time.Since(began)):
		t.Error("the connection is open after a second")
	}
	if err := h.wait(); err == nil {
		t.Error("the push went on")
	}
}

func TestR9_TheNextCommandOfARevokedKeyFails(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	socket, ended := w.multiplexed(w.jane)
	w.known.with(func() { delete(w.known.keys, w.digest(w.jane)) })
	status, said := w.fails(w.ssh(w.jane, []string{"-o", "ControlPath=" + socket}, "git-upload-pack 'demo'"))
	if status != 1 || !strings.Contains(said, "This key is no longer accepted.") {
		t.Errorf("status %d, %q", status, said)
	}
	select {
	case <-ended:
	case <-time.After(time.Second):
		t.Error("the connection is open after a second")
	}
}

func TestR9_ACheckThatHangsIsANo(t *testing.T) {
	t.Parallel()
	hang := make(chan struct{})
	var mu sync.Mutex
	hanging := false
	w := newWorld(t, func(s *gitssh.Server) {
		check := s.Check
		s.Check = func(ctx context.Context, who gitssh.Identity) error {
			mu.Lock()
			h := hanging
			mu.Unlock()
			if h {
				select {
				case <-hang:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return check(ctx, who)
		}
	})
	_, ended := w.multiplexed(w.jane)
	other, _ := w.multiplexed(w.person("kim", "-t", "ed25519"))
	mu.Lock()
	hanging = true
	mu.Unlock()
	w.server.Recheck(w.jane.AccountID)
	select {
	case <-ended:
	case <-time.After(time.Second):
		t.Error("the connection is open after a second")
	}
	close(hang)
	w.must(w.ssh(w.jane, []string{"-T", "-o", "ControlPath=" + other})) // another account's stays
}
