package gitssh_test

import (
	"fmt"
	"testing"
	"time"

	"portico/internal/gitssh"
)

const madeRoom = "stopped this command to make room"

// crew are people with an account each who may push to demo.
func (w *world) crew(size int) []person {
	w.t.Helper()
	var all []person
	for i := range size {
		p := w.person(fmt.Sprint("kim", i), "-t", "ed25519")
		w.allow(p, gitssh.Read, gitssh.Write)
		all = append(all, p)
	}
	return all
}

func TestR51_ACommandThatMovesNothingEnds(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.Silence = 300 * time.Millisecond })
	for _, program := range []string{"receive-pack", "upload-pack"} {
		h := w.begin(t, w.jane, program)
		if err := h.wait(); err == nil {
			t.Errorf("%s ended well", program)
		}
		h.said(t, "No data moved for too long")
	}
	until(t, "no process is left", func() bool { return len(w.processes()) == 0 })
}

// A crowd of accounts that hold commands which do nothing keeps nobody out.
func TestR51_IdleCommandsMakeRoom(t *testing.T) {
	t.Parallel()
	for name, limits := range map[string]gitssh.Limits{"of one address": {CommandsPerAddress: 3}, "in all": {Commands: 3}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			limits.Quiet = time.Nanosecond
			w := newWorld(t, func(s *gitssh.Server) { s.Limits = limits })
			var idle []*held
			for _, p := range w.crew(3) {
				idle = append(idle, w.holdPush(t, p))
			}
			w.must(w.ssh(w.jane, []string{"-T"}))
			idle[0].stopped(t, madeRoom)
			idle[2].goesOn(t)
		})
	}
}

// One account that fills every place, with commands that move, shares them.
func TestR51_AccountsHaveEqualShares(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.Commands, s.Limits.Quiet = 3, time.Hour })
	kim := w.crew(1)[0]
	var held []*held
	for range 3 {
		held = append(held, w.holdPush(t, kim))
	}
	first := w.holdPush(t, w.jane)
	held[0].stopped(t, madeRoom)
	second := w.begin(t, w.jane, "upload-pack") // now it has one, and kim two
	if err := second.wait(); err == nil {
		t.Error("one account takes another's fair share")
	}
	second.said(t, "Portico is busy.")
	for _, h := range append(held[1:], first) {
		h.goesOn(t)
	}
}

func TestR51_OneNetworkRunsSoManyCommands(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.CommandsPerAddress, s.Limits.Quiet = 2, time.Hour })
	elsewhere := []string{"-o", "BindAddress=127.0.0.2"}
	var held []*held
	for _, p := range w.crew(2) {
		held = append(held, w.holdPush(t, p, elsewhere...))
	}
	if _, said := w.fails(w.ssh(w.jane, elsewhere, "git-upload-pack 'demo'")); said != "Your network is already running 2 Git commands, the limit. Wait for one to finish.\n" {
		t.Errorf("said %q", said)
	}
	w.must(w.ssh(w.jane, []string{"-T"}))
	for _, h := range held {
		h.goesOn(t)
	}
}
