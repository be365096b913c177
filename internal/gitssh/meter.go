package gitssh

import (
	"io"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"

	"portico/internal/clock"
)

// meter is a channel that knows when it last moved a byte, in either direction. A write
// counts once the client has made room for it.
type meter struct {
	ssh.Channel
	began time.Time
	moved atomic.Int64 // nanoseconds after began
}

func newMeter(channel ssh.Channel) *meter { return &meter{Channel: channel, began: clock.Real()} }

func (m *meter) count(n int, err error) (int, error) {
	if n > 0 {
		m.moved.Store(int64(clock.Real().Sub(m.began)))
	}
	return n, err
}

func (m *meter) Read(p []byte) (int, error)  { return m.count(m.Channel.Read(p)) }
func (m *meter) Write(p []byte) (int, error) { return m.count(m.Channel.Write(p)) }

// lastMoved is when the last byte moved, or when the meter was created.
func (m *meter) lastMoved() time.Time { return m.began.Add(time.Duration(m.moved.Load())) }

func (m *meter) idleFor() time.Duration { return clock.Real().Sub(m.lastMoved()) }

// meteredErrors is the channel's stderr, on the same meter.
type meteredErrors struct {
	*meter
	to io.Writer
}

func (e meteredErrors) Write(p []byte) (int, error) { return e.count(e.to.Write(p)) }

// watch calls expired once no byte has moved for limit, unless stop is called first.
func (m *meter) watch(limit time.Duration, expired func()) (stop func()) {
	done := make(chan struct{})
	go func() {
		for left := limit; left > 0; left = limit - m.idleFor() {
			select {
			case <-done:
				return
			case <-time.After(left):
			}
		}
		expired()
	}()
	return func() { close(done) }
}
