package gitssh_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/internal/gitssh"
)

// failing is a world in which one push could not be recorded.
func failing(t *testing.T, changes ...func(*gitssh.Server)) *world {
	t.Helper()
	w := newWorld(t, changes...)
	w.known.with(func() { w.known.broken = errors.New("down") })
	w.must(w.git(w.jane, w.work(w.jane), "push", "origin", "main"))
	return w
}

func (w *world) setAside() []string {
	found, _ := filepath.Glob(filepath.Join(w.server.Spool, "failed", "*"))
	return found
}

func TestR44_APushThatKeepsFailingIsSetAside(t *testing.T) {
	t.Parallel()
	w := failing(t, func(s *gitssh.Server) { s.Limits.Retry, s.Limits.Tries = time.Millisecond, 3 })
	until(t, "the push is set aside", func() bool { return len(w.spooled()) == 0 })
	var told int
	w.known.with(func() { told = w.known.told })
	if told != 3 {
		t.Errorf("it was tried %d times", told)
	}
	if n := strings.Count(w.log.String(), "gave up recording a push"); n != 1 {
		t.Errorf("the log says so %d times", n)
	}
	w.known.with(func() { w.known.broken = nil })
	for _, path := range w.setAside() {
		if !strings.HasSuffix(path, ".tries") {
			if err := os.Rename(path, filepath.Join(w.server.Spool, filepath.Base(path))); err != nil {
				t.Fatal(err)
			}
		}
	}
	until(t, "it is recorded once it was put back", func() bool { return len(w.known.recorded()) == 1 && len(w.spooled()) == 0 })
}

// What waits may outlive its pusher's account: it says neither the name nor which
// key it was.
func TestR53_WhatWaitsIsNotPersonal(t *testing.T) {
	t.Parallel()
	w := failing(t)
	notes := w.spooled()
	if len(notes) == 0 {
		t.Fatal("nothing waits")
	}
	for _, path := range notes {
		if text := w.read(path); strings.Contains(text, w.jane.Username) || strings.Contains(text, w.jane.Fingerprint) {
			t.Errorf("%s says %q", path, text)
		}
	}
	w.known.with(func() { w.known.broken = nil })
	if err := w.server.Recover(t.Context()); err != nil {
		t.Fatal(err)
	}
	got := w.known.recorded()
	if len(got) != 1 || got[0].Identity.AccountID != w.jane.AccountID || got[0].Identity.KeyID != w.jane.KeyID {
		t.Errorf("recorded %+v", got)
	}
}

// The count is on disk: it outlives the server that a push brings down.
func TestR44_AttemptsOutliveTheServer(t *testing.T) {
	t.Parallel()
	var now atomic.Int64
	now.Store(time.Now().Unix())
	at := func() time.Time { return time.Unix(now.Load(), 0) }
	w := failing(t, func(s *gitssh.Server) { s.Now, s.Limits.Tries = at, 5 })
	recover := func() {
		again := newServer(w.known, w.server.HostKey, w.dir)
		again.Now, again.Limits = at, w.server.Limits
		_ = again.Recover(t.Context())
	}
	for _, step := range []struct {
		later time.Duration
		told  int
	}{{0, 2}, {30 * time.Second, 2}, {30 * time.Second, 3}, {time.Minute, 3}, {time.Minute, 4}, {time.Hour, 5}, {0, 5}} {
		now.Add(int64(step.later.Seconds()))
		recover()
		if w.known.told != step.told {
			t.Errorf("tried %d times, want %d", w.known.told, step.told)
		}
	}
	if len(w.spooled()) > 0 || len(w.setAside()) == 0 {
		t.Errorf("%v waits, %v is set aside", w.spooled(), w.setAside())
	}
}

// A server listens whatever is in its spool.
func TestR44_ABrokenSpoolStopsNobody(t *testing.T) {
	t.Parallel()
	w := prepared(t)
	if err := os.MkdirAll(w.server.Spool, 0o700); err != nil {
		t.Fatal(err)
	}
	w.write(filepath.Join(w.server.Spool, uuid.NewString()+".json"), "{")
	w.write(filepath.Join(w.server.Spool, "notes"), "no push")
	w.start()
	w.must(w.git(w.jane, w.work(w.jane), "push", "origin", "main"))
	until(t, "what cannot be read is set aside", func() bool { return len(w.spooled()) == 0 && len(w.setAside()) == 1 })
}
