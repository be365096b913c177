package gitssh_test

import (
	"context"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

func TestShutdownWaitsForAPush(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.known.with(func() { w.known.hold, w.known.holding = make(chan struct{}), make(chan struct{}, 1) })
	idle := w.dial(w.jane)
	dir := w.work(w.jane)
	pushed := make(chan string, 1)
	go func() {
		out, err := w.git(w.jane, dir, "push", "origin", "main").CombinedOutput()
		pushed <- fmt.Sprint(err, string(out))
	}()
	<-w.known.holding
	down := make(chan error, 1)
	go func() { down <- w.server.Shutdown(context.Background()) }()
	_ = idle.Wait() // it had nothing to do
	if c, err := net.Dial("tcp", net.JoinHostPort(w.host, w.port)); err == nil {
		_ = c.Close()
		t.Error("still listens")
	}
	select {
	case err := <-down:
		t.Fatalf("did not wait: %v", err)
	default:
	}
	close(w.known.hold)
	if said := <-pushed; !strings.Contains(said, "<nil>") || !strings.Contains(said, "demo deployed") {
		t.Errorf("git says %q", said)
	}
	if err := <-down; err != nil {
		t.Error(err)
	}
	if err := <-w.served; err != nil {
		t.Error(err)
	}
	w.served <- nil // for the end of the world
}

func TestShutdownKillsWhatTakesTooLong(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	h := w.holdPush(t, w.jane)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	began := time.Now()
	if err := w.server.Shutdown(ctx); err == nil {
		t.Error("no error")
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if left := w.processes(); len(left) > 0 {
		t.Errorf("left %v", left)
	}
	_ = h.wait()
	if err := w.server.Shutdown(t.Context()); err != nil {
		t.Errorf("the second time: %v", err)
	}
}

func TestAServerThatWasShutDownDoesNotServe(t *testing.T) {
	t.Parallel()
	w := prepared(t)
	if err := w.server.Shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := w.server.Serve(t.Context(), ln); err == nil {
		t.Error("it serves")
	}
	w.server.Recheck(uuid.New())
}
