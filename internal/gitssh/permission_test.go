package gitssh_test

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"portico/internal/gitssh"
)

const noLonger = "There is no app named demo that you may use."

func (w *world) allow(p person, verbs ...gitssh.Verb) {
	w.known.with(func() { w.known.apps["demo"].rights[p.AccountID] = verbs })
}

func TestR50_ALostRightEndsTheCommandsThatUseIt(t *testing.T) {
	t.Parallel()
	for name, left := range map[string][]gitssh.Verb{"removed": nil, "may only read": {gitssh.Read}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			kim := w.crew(1)[0]
			socket, _ := w.multiplexed(kim)
			shared := []string{"-o", "ControlPath=" + socket}
			push, fetch := w.holdPush(t, kim, shared...), w.holdFetch(t, kim, shared...)
			owners := w.holdPush(t, w.jane)
			w.allow(kim, left...)
			began := time.Now()
			w.server.Recheck(kim.AccountID)
			w.server.Recheck(kim.AccountID) // also told twice, it is denied once
			if took := time.Since(began); took > 100*time.Millisecond {
				t.Errorf("kept the caller waiting for %v", took)
			}
			push.stopped(t, noLonger)
			if left == nil {
				fetch.stopped(t, noLonger)
			} else {
				fetch.goesOn(t)
			}
			owners.goesOn(t)
			w.must(w.ssh(kim, append(shared, "-T"))) // the connection is still good
			if got := w.known.refusedFor(); !slices.Equal(got, []gitssh.Reason{gitssh.Gone}) {
				t.Errorf("refused for %v", got)
			}
		})
	}
}

func TestR50_ACheckThatHangsEndsTheCommand(t *testing.T) {
	t.Parallel()
	var hanging atomic.Bool
	w := newWorld(t, func(s *gitssh.Server) {
		reopen := s.Reopen
		s.Reopen = func(ctx context.Context, who gitssh.Identity, r gitssh.Repository, v gitssh.Verb) error {
			if hanging.Load() {
				<-ctx.Done()
				return ctx.Err()
			}
			return reopen(ctx, who, r, v)
		}
	})
	h := w.holdFetch(t, w.jane)
	hanging.Store(true)
	w.server.Recheck(w.jane.AccountID)
	h.stopped(t, "Something went wrong on Portico's side.")
}

// The pusher is removed while the pack is on its way, and nothing tells the
// server.
func TestR50_APushIsAskedForItsRightOnceItHasArrived(t *testing.T) {
	t.Parallel()
	var w *world
	var asked atomic.Int32
	w = newWorld(t, func(s *gitssh.Server) {
		reopen := s.Reopen
		s.Reopen = func(ctx context.Context, who gitssh.Identity, r gitssh.Repository, v gitssh.Verb) error {
			err := reopen(ctx, who, r, v)
			if asked.Add(1) == 1 {
				w.known.with(func() { clear(w.known.apps["demo"].rights) })
			}
			return err
		}
	})
	_, said := w.fails(w.git(w.jane, w.work(w.jane), "push", "origin", "main"))
	if !strings.Contains(said, noLonger) || asked.Load() != 2 {
		t.Errorf("asked %d times; git says %q", asked.Load(), said)
	}
	if w.stored(w.demo, "refs/heads/main") != "" || len(w.known.recorded())+len(w.spooled()) > 0 {
		t.Error("the push left something")
	}
	if got := w.known.refusedFor(); !slices.Equal(got, []gitssh.Reason{gitssh.Gone}) {
		t.Errorf("refused for %v", got)
	}
}

// The right goes after Open has looked, and before the command is known to run.
func TestR50_ARightThatGoesWhileACommandBegins(t *testing.T) {
	t.Parallel()
	var w *world
	known := make(chan struct{})
	w = newWorld(t, func(s *gitssh.Server) {
		open := s.Open
		s.Open = func(ctx context.Context, who gitssh.Identity, name string, v gitssh.Verb) (gitssh.Repository, error) {
			r, err := open(ctx, who, name, v)
			<-known
			w.known.with(func() { clear(w.known.apps["demo"].rights) })
			return r, err
		}
	})
	close(known)
	if _, said := w.fails(w.ssh(w.jane, nil, "git-upload-pack 'demo'")); !strings.Contains(said, noLonger) {
		t.Errorf("said %q", said)
	}
	if len(w.processes()) > 0 {
		t.Error("git runs")
	}
}
