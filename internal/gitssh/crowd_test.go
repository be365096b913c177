package gitssh_test

import (
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

func TestR6_WhoHasSignedInIsNotPushedOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.PerAddress = 2 })
	first, second := w.dial(w.jane), w.dial(w.jane)
	greeted := func() {
		for _, client := range []*ssh.Client{first, second} {
			if got := w.shell(client); !strings.HasPrefix(got, "Hello jane") {
				t.Errorf("greeted with %q", got)
			}
		}
	}
	greeted()
	closed := w.crowd(5)
	within(t, 5*time.Second, "newcomers are closed", func() bool { return closed() == 5 })
	greeted()
}
