package gitssh_test

import (
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"portico/internal/gitssh"
)

func (w *world) crowd(size int) (closed func() int) {
	w.t.Helper()
	var mu sync.Mutex
	var all sync.WaitGroup
	n := 0
	var conns []net.Conn
	for range size {
		c, err := net.Dial("tcp", net.JoinHostPort(w.host, w.port))
		if err != nil {
			w.t.Fatal(err)
		}
		conns = append(conns, c)
		all.Go(func() {
			_, _ = io.Copy(io.Discard, c) // the server's version, then the end
			mu.Lock()
			defer mu.Unlock()
			n++
		})
	}
	w.t.Cleanup(func() {
		for _, c := range conns {
			_ = c.Close()
		}
		all.Wait()
	})
	return func() int {
		mu.Lock()
		defer mu.Unlock()
		return n
	}
}

func TestR6_ASilentCrowdIsClosedAndKeepsNobodyOut(t *testing.T) {
	t.Parallel()
	// All come from one address here, so all 200 have to fit into its share.
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.PerAddress = 250 })
	dir := w.work(w.jane)
	closed := w.crowd(200)
	began := time.Now()
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	if n := closed(); n > 0 && time.Since(began) < 9*time.Second {
		t.Errorf("%d were closed early", n)
	}
	within(t, 15*time.Second-time.Since(began), "all 200 are closed", func() bool { return closed() == 200 })
}

func TestR6_ACrowdBeyondTheLimitsKeepsNobodyOut(t *testing.T) {
	t.Parallel()
	for name, limits := range map[string]gitssh.Limits{"of one address": {PerAddress: 5}, "in all": {Connections: 5}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, func(s *gitssh.Server) { s.Limits = limits })
			closed := w.crowd(40)
			within(t, 5*time.Second, "the oldest are closed", func() bool { return closed() == 35 })
			w.must(w.git(w.jane, w.work(w.jane), "push", "origin", "main"))
		})
	}
}

// What has signed in and does nothing makes room; what runs a command stays.
func TestR6_ASignedInCrowdThatIdlesKeepsNobodyOut(t *testing.T) {
	t.Parallel()
	for name, limits := range map[string]gitssh.Limits{"of one address": {PerAddress: 6}, "in all": {Connections: 6}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, func(s *gitssh.Server) { s.Limits = limits })
			var idle []*ssh.Client
			for i := range 6 {
				idle = append(idle, w.dial(w.person(fmt.Sprint("kim", i), "-t", "ed25519")))
			}
			w.must(w.git(w.jane, w.work(w.jane), "push", "origin", "main"))
			_ = idle[0].Wait() // the oldest made room
			if got := w.shell(idle[5]); !strings.HasPrefix(got, "Hi kim5!") {
				t.Errorf("the newest is greeted with %q", got)
			}
		})
	}
}

func TestR6_OneAccountHasSoManyConnections(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.ConnectionsPerAccount = 2 })
	other := w.dial(w.person("kim", "-t", "ed25519"))
	first, second := w.dial(w.jane), w.dial(w.jane)
	w.shell(first) // so that the second one is idle for longest
	third := w.dial(w.jane)
	_ = second.Wait()
	for _, client := range []*ssh.Client{first, third, other} {
		if got := w.shell(client); !strings.HasPrefix(got, "Hi ") {
			t.Errorf("greeted with %q", got)
		}
	}
}

func TestR6_AConnectionThatRunsACommandIsNotPushedOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.PerAddress = 2 })
	held := []*held{w.holdPush(t, w.jane), w.holdFetch(t, w.jane)}
	closed := w.crowd(5)
	within(t, 5*time.Second, "newcomers are closed", func() bool { return closed() == 5 })
	for _, h := range held {
		h.goesOn(t)
	}
}
