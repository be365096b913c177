package transport

import (
	"context"
	"errors"
	"os"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// A buffer holds frames. It returns to the pool when they are written, so that an idle
// socket holds none.
type buffer struct{ bytes []byte }

var buffers = sync.Pool{New: func() any { return new(buffer) }}

// maxPooled keeps a few large answers from staying in memory forever.
const maxPooled = 128 << 10

func (b *buffer) free() {
	if cap(b.bytes) <= maxPooled {
		b.bytes = b.bytes[:0]
		buffers.Put(b)
	}
}

// push queues a text message as soon as there is space. It copies the parts. A message
// of an operation is queued only while the operation is current, and the last one ends
// it. It returns false if the message is no longer wanted.
func (s *socket) push(op *operation, last bool, parts ...[]byte) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for !s.closing && (op == nil || s.has(op)) {
		if s.hasRoom() {
			if last {
				s.forget(op)
			}
			s.append(websocket.TextMessage, parts...)
			s.flush(op)
			return true
		}
		if !s.await(op) {
			return false
		}
	}
	return false
}

func (s *socket) pushControl(opcode byte, payload []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for !s.closing && !s.hasRoom() {
		s.await(nil)
	}
	if !s.closing {
		s.append(opcode, payload)
		s.kick()
	}
}

// beat shows the peer that we're alive and asks whether it is. Queued messages do that
// as well.
func (s *socket) beat() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing || s.queue != nil || s.holds > 0 {
		return
	}
	if alive := s.dialect.keepAlive(); alive != nil {
		s.append(websocket.TextMessage, alive)
	}
	s.append(websocket.PingMessage)
	s.kick()
}

// The functions below are called with mu held.

func (s *socket) hasRoom() bool {
	return s.holds == 0 && (s.queue == nil || len(s.queue.bytes) < s.queueBytes())
}

// await releases mu until the queue has moved; it returns false when waiting has become
// pointless.
func (s *socket) await(op *operation) bool {
	ctx := s.base
	if op != nil {
		ctx = op.ctx
	}
	room := s.waitRoom()
	s.mu.Unlock()
	defer s.mu.Lock()
	return wait(ctx, room)
}

func wait(ctx context.Context, room <-chan struct{}) bool {
	select {
	case <-room:
		return true
	case <-ctx.Done():
		return false
	}
}

func (s *socket) waitRoom() <-chan struct{} {
	if s.room == nil {
		s.room = make(chan struct{})
	}
	return s.room
}

// moved wakes everyone who waits.
func (s *socket) moved() {
	if s.room != nil {
		close(s.room)
		s.room = nil
	}
}

func (s *socket) queued() *buffer {
	if s.queue == nil {
		return buffers.Get().(*buffer)
	}
	return s.queue
}

func (s *socket) append(opcode byte, parts ...[]byte) {
	s.queue = s.queued()
	s.queue.bytes = appendFrame(s.queue.bytes, opcode, parts...)
}

// kick makes sure that there is a writer.
func (s *socket) kick() {
	if s.writing || s.ended {
		return
	}
	s.writing = true
	s.tasks.Go(s.write)
}

// flush lets an operation write by itself when nobody else does and its events come one
// by one, which saves a switch to another goroutine for each. In a burst it leaves
// writing to kick and keeps pulling, so that many frames go out in one system call.
func (s *socket) flush(op *operation) {
	if op == nil || s.writing || s.ended || s.Now().Sub(op.wrote) < burst {
		s.kick()
		return
	}
	s.writing = true
	s.mu.Unlock()
	wrote := s.writeOnce()
	op.wrote = s.Now()
	s.mu.Lock()
	switch {
	case wrote && s.queue == nil:
		s.writing = false
		s.moved()
	case wrote:
		s.tasks.Go(s.write)
	}
}

// burst is how soon after its last write an operation's next event counts as one of
// many.
const burst = time.Millisecond

// The functions below are the writer's.

// write writes until nothing is queued.
func (s *socket) write() {
	for s.writeOnce() {
	}
}

// writeOnce writes everything queued, in one system call. It returns false if there was
// nothing, or no way to write it, and this writer is done.
func (s *socket) writeOnce() bool {
	batch := s.take()
	if batch == nil {
		return false
	}
	n, err := s.wire.Conn.Write(batch.bytes)
	if err != nil {
		s.failed(batch.bytes[n:frameEnd(batch.bytes, n)], err)
		return false
	}
	batch.free()
	return true
}

// take returns the next batch, with its deadline set; nil if there is none and the
// writer is done.
func (s *socket) take() *buffer {
	s.mu.Lock()
	defer s.mu.Unlock()
	batch := s.queue
	s.queue = nil
	s.writing = batch != nil
	s.moved()
	if batch != nil && !s.closing {
		_ = s.wire.SetWriteDeadline(s.Now().Add(s.writeTimeout()))
	}
	return batch
}

// failed drops a peer that doesn't read, and releases what it holds here right away. So
// that it can learn why, the frame in which the write got stuck is completed if it
// resumes reading soon.
func (s *socket) failed(rest []byte, err error) {
	if errors.Is(err, os.ErrDeadlineExceeded) && s.giveUp() {
		_, says := s.dialect.farewell(errSlow)
		_, _ = s.wire.Conn.Write(appendClose(rest[:len(rest):len(rest)], says))
	} else {
		s.cut()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.writing = false
	s.moved()
}

// giveUp returns false if the socket was already closing.
func (s *socket) giveUp() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return false
	}
	s.finish(errSlow)
	s.queue = nil
	s.deadline = s.Now().Add(s.writeTimeout())
	_ = s.wire.SetDeadline(s.deadline)
	return true
}
