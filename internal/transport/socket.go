package transport

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"
)

// A socket is one connection. One goroutine reads, and each operation has its own. A
// goroutine that queues a message while nobody writes makes sure that it is written, so
// that there is at most one writer. What they share is guarded by mu, under which
// nothing blocks.
type socket struct {
	*WebSocket
	conn     *websocket.Conn
	wire     *wire
	exec     graphql.GraphExecutor
	dialect  dialect
	networks []Network
	base     context.Context // ends with the socket
	cancel   context.CancelCauseFunc
	tasks    sync.WaitGroup
	heard    atomic.Bool // since the last tick
	timer    *time.Timer
	keys     []string // under which it is registered; the registry's

	mu         sync.Mutex
	phase      phase
	ctx        context.Context // base, and from the acknowledgement on what Init returned
	operations []*operation
	threads    int           // of operations, including those that were dropped and still run
	queue      *buffer       // frames waiting to be written, nil if there are none
	room       chan struct{} // closed when the queue has moved; nil if nobody waits
	holds      int           // checks in progress, during which nothing new is queued
	writing    bool
	closing    bool
	ended      bool      // no new goroutines
	deadline   time.Time // cuts a socket that is closing
}

type phase byte

const (
	connected phase = iota
	initialising
	acknowledged
)

// live is the socket's reader, and its end.
func (s *socket) live() {
	s.begin()
	s.leave(s.read())
	s.flushed()
	_ = s.wire.Close()
	s.tasks.Wait()
	s.timer.Stop()
	s.Sockets.remove(s)
}

func (s *socket) begin() {
	s.mu.Lock()
	s.timer = time.AfterFunc(s.initTimeout(), s.tick)
	s.mu.Unlock()
	if s.dialect == nil {
		s.close(CloseError{CloseNoSubprotocol, "Subprotocol not acceptable"})
	}
}

// read takes messages until the connection fails. On a closing socket it only awaits
// the end: closing a connection with unread bytes would reset it, and the peer could
// lose the close code.
func (s *socket) read() error {
	for {
		kind, reader, err := s.conn.NextReader()
		if err != nil {
			return err
		}
		s.heard.Store(true)
		if s.isClosing() {
			continue
		}
		if err := s.readMessage(kind, reader); err != nil {
			return err
		}
	}
}

func (s *socket) readMessage(kind int, reader io.Reader) error {
	b := buffers.Get().(*buffer)
	defer b.free()
	message := bytes.NewBuffer(b.bytes)
	_, err := message.ReadFrom(io.LimitReader(reader, s.maxBytes()+1))
	b.bytes = message.Bytes()
	if err != nil {
		return err
	}
	s.receive(kind, b.bytes)
	return nil
}

func (s *socket) receive(kind int, data []byte) {
	if int64(len(data)) > s.maxBytes() {
		s.close(CloseError{CloseTooBig, "message too big"})
		return
	}
	if kind != websocket.TextMessage {
		s.dialect.malformed(s, errors.New("not text"))
		return
	}
	m, err := decodeMessage(data)
	if err != nil {
		s.dialect.malformed(s, err)
		return
	}
	s.dialect.receive(s, m)
}

// leave handles the error that ended the reader.
func (s *socket) leave(err error) {
	var closed *websocket.CloseError
	var network net.Error
	switch {
	case errors.As(err, &closed) && closed.Code != websocket.CloseAbnormalClosure:
		s.hangUp(nil, CloseError{Code: closed.Code}, s.closeTimeout())
	case closed != nil, errors.As(err, &network), errors.Is(err, io.EOF), errors.Is(err, net.ErrClosed):
		s.cut()
	default:
		s.hangUp(nil, CloseError{CloseProtocolError, "protocol error"}, s.closeTimeout())
	}
}

// spawn runs a task that the end of the socket waits for, unless it has ended.
func (s *socket) spawn(task func()) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return false
	}
	s.tasks.Go(func() {
		defer s.survive()
		task()
	})
	return true
}

// survive keeps the process alive when Init or Check panics.
func (s *socket) survive() {
	if p := recover(); p != nil {
		_ = recovered(s.base, s.exec, p) // which reports it
		s.close(errUnchecked)
	}
}

// tick ends connections that never initialize or are dead.
func (s *socket) tick() {
	s.mu.Lock()
	phase, closing := s.phase, s.closing
	s.mu.Unlock()
	switch {
	case closing:
	case phase != acknowledged:
		s.close(errInitTimeout)
	case !s.heard.Swap(false):
		s.cut()
	default:
		s.beat()
		s.timer.Reset(s.pingInterval())
	}
}

// close says goodbye as the protocol requires, after what is already queued.
func (s *socket) close(c CloseError) {
	var says []byte
	if s.dialect != nil {
		says, c = s.dialect.farewell(c)
	}
	s.hangUp(says, c, s.closeTimeout())
}

// hangUp ends all operations, queues the farewell and the close frame whether there is
// space or not, and gives the peer this long to take them. On a socket that is already
// closing it only shortens the time.
func (s *socket) hangUp(says []byte, c CloseError, grace time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	deadline := s.Now().Add(grace)
	if s.closing && !deadline.Before(s.deadline) {
		return
	}
	s.deadline = deadline
	_ = s.wire.SetDeadline(deadline)
	if s.closing {
		return
	}
	s.finish(c)
	if says != nil {
		s.append(websocket.TextMessage, says)
	}
	s.queue = s.queued()
	s.queue.bytes = appendClose(s.queue.bytes, c)
	s.kick()
}

// finish is called with mu held.
func (s *socket) finish(c CloseError) {
	s.closing = true
	s.operations = nil
	s.cancel(c)
	s.moved()
}

// cut ends the connection without a close frame.
func (s *socket) cut() {
	s.mu.Lock()
	if !s.closing {
		s.finish(CloseError{Code: websocket.CloseAbnormalClosure})
	}
	s.mu.Unlock()
	_ = s.wire.Close()
}

func (s *socket) isClosing() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closing
}

// flushed waits until nothing is being written, which is bounded by the deadline of the
// close, and lets no new task start.
func (s *socket) flushed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	for s.writing {
		room := s.waitRoom()
		s.mu.Unlock()
		<-room
		s.mu.Lock()
	}
}
