package gitssh

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"github.com/google/uuid"
)

// listener is one call of Serve.
type listener struct {
	net.Listener
	kill context.CancelFunc
}

// Serve accepts connections until Shutdown, and then returns nil once all of them have
// ended. When ctx ends it stops right away, and returns an error.
func (s *Server) Serve(ctx context.Context, on net.Listener) error {
	ctx, kill := context.WithCancel(ctx)
	defer kill()
	l := &listener{Listener: on, kill: kill}
	if err := errors.Join(s.prepare(), s.listen(l)); err != nil {
		return errors.Join(err, on.Close())
	}
	defer context.AfterFunc(ctx, func() { _ = on.Close() })()
	retrying, stop := context.WithCancel(ctx)
	s.spawn(func() { s.retry(retrying) })
	err := s.accept(ctx, l)
	stop()
	if s.isDraining() && ctx.Err() == nil {
		<-s.done
		return nil
	}
	kill()
	_ = s.Shutdown(ctx)
	return errors.Join(context.Cause(ctx), err)
}

// listen refuses if the server was shut down.
func (s *Server) listen(l *listener) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.draining {
		return errors.New("serve ssh: the server was shut down")
	}
	if s.listeners == nil {
		s.listeners = map[*listener]struct{}{}
		s.conns = map[*conn]struct{}{}
		s.sessions = map[uuid.UUID]int{}
		s.running = map[*call]struct{}{}
		s.passedOver = map[[sha256.Size]byte]struct{}{}
		s.done = make(chan struct{})
	}
	s.listeners[l] = struct{}{}
	return nil
}

// accept never waits for a client: anything slow happens elsewhere.
func (s *Server) accept(ctx context.Context, l *listener) error {
	for {
		nc, err := l.Accept()
		switch {
		case err == nil:
			s.take(ctx, nc)
		case s.isDraining() || ctx.Err() != nil || errors.Is(err, net.ErrClosed):
			return nil
		default:
			// Mostly out of file descriptors, which ends when a connection does.
			s.Log.ErrorContext(ctx, "accept ssh connection", slog.Any("error", err))
			if !pause(ctx, 100*time.Millisecond) {
				return nil
			}
		}
	}
}

func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

func (s *Server) take(ctx context.Context, nc net.Conn) {
	c := s.admit(ctx, nc)
	if c == nil {
		_ = nc.Close()
		return
	}
	if !s.spawn(c.serve) {
		s.release(c)
	}
}

// Shutdown accepts no new connections or commands, and returns when the running ones
// have ended. If ctx ends first, it kills them and returns the error of ctx; the next
// Recover records their pushes.
func (s *Server) Shutdown(ctx context.Context) error {
	done := s.drain()
	if done == nil {
		return nil
	}
	select {
	case <-done:
		return nil
	case <-ctx.Done():
	}
	s.killAll()
	<-done
	return fmt.Errorf("shut down ssh: %w", context.Cause(ctx))
}

func (s *Server) drain() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	first := !s.draining
	s.draining = true
	if s.done == nil {
		return nil
	}
	for l := range s.listeners {
		_ = l.Close()
	}
	for c := range s.conns {
		if c.commands == 0 {
			c.close()
		}
	}
	if first && s.live == 0 {
		close(s.done)
	}
	return s.done
}

func (s *Server) killAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for l := range s.listeners {
		l.kill()
	}
}

func (s *Server) isDraining() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.draining
}

// spawn starts a goroutine that Shutdown waits for, unless it no longer waits.
func (s *Server) spawn(f func()) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.draining && s.live == 0 {
		return false
	}
	s.live++
	go func() {
		defer s.leave()
		f()
	}()
	return true
}

func (s *Server) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.live--
	if s.draining && s.live == 0 {
		close(s.done)
	}
}

// Recheck asks again whether an account's open connections are still good and
// whether their commands are still permitted, and ends those that are not. It
// returns immediately; they end within a second.
func (s *Server) Recheck(account uuid.UUID) {
	s.mu.Lock()
	var open []*conn
	for c := range s.conns {
		if c.identity != nil && c.identity.AccountID == account {
			open = append(open, c)
		}
	}
	s.mu.Unlock()
	for _, c := range open {
		s.spawn(func() { c.recheck(recheck) })
	}
}

// retry records pushes whose recording was interrupted by a crash, or failed. Nobody
// waits for it.
func (s *Server) retry(ctx context.Context) {
	s.warn(ctx)
	for {
		if err := s.Recover(ctx); err != nil && ctx.Err() == nil {
			s.Log.ErrorContext(ctx, "record waiting pushes", slog.Any("error", err))
		}
		if !pause(ctx, s.Limits.orDefaults().Retry) {
			return
		}
	}
}
