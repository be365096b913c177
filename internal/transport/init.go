package transport

import (
	"context"
	"time"
)

// beginInit returns false if it was already called.
func (s *socket) beginInit() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.phase != connected {
		return false
	}
	s.phase = initialising
	return true
}

func (s *socket) acknowledged() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.phase == acknowledged
}

// init finds out who the viewer is and acknowledges the connection.
func (s *socket) init(settings map[string]any) {
	defer s.survive()
	seen := s.Sockets.rechecks()
	ctx, identity, err := s.identify(settings)
	if err != nil {
		s.close(closeFor(err, errForbidden))
		return
	}
	s.mu.Lock()
	s.ctx = ctx
	s.mu.Unlock()
	if !s.Sockets.index(s, identity) {
		s.close(errTooMany)
		return
	}
	// A recheck while Init ran did not find this socket, and may concern it.
	if s.Sockets.rechecks() != seen && !s.verify(ctx) {
		return
	}
	s.acknowledge()
}

func (s *socket) identify(settings map[string]any) (context.Context, Identity, error) {
	if s.Init == nil {
		return s.base, Identity{}, nil
	}
	return s.Init(s.base, settings)
}

func (s *socket) acknowledge() {
	s.mu.Lock()
	s.phase = acknowledged
	s.mu.Unlock()
	for _, message := range s.dialect.acknowledgement() {
		s.push(nil, false, message)
	}
	s.timer.Reset(s.pingInterval())
}

// recheck asks again whether the viewer may stay. Nothing is queued for a socket until
// the answer is there, so that nothing published after a revocation gets out (R38).
func (s *socket) recheck() {
	s.hold(1)
	ctx := s.viewer()
	if !s.spawn(func() {
		defer s.hold(-1)
		s.verify(ctx)
	}) {
		s.hold(-1)
	}
}

func (s *socket) viewer() context.Context {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ctx
}

func (s *socket) hold(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.holds += n
	s.moved()
}

// verify closes the socket unless Check approves in time.
func (s *socket) verify(ctx context.Context) bool {
	if s.Check == nil {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, s.checkTimeout())
	defer cancel()
	late := time.AfterFunc(s.checkTimeout(), func() { s.close(errUnchecked) })
	defer late.Stop()
	err := s.Check(ctx)
	if err != nil {
		s.close(closeFor(err, errUnchecked))
	}
	return err == nil
}
