package transport

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/gorilla/websocket"
)

// BenchmarkIdleSocket reports what one socket costs on which one subscription waits: heap and
// stacks, everything counted, the client's end of the connection too.
func BenchmarkIdleSocket(b *testing.B) {
	s := serve(b, nil)
	clients := make([]net.Conn, 0, 2000)
	for b.Loop() {
		before := footprint()
		for range cap(clients) {
			clients = append(clients, s.bare(b))
		}
		eventually(b, "all wait", func() bool { return s.live.Load() == int64(len(clients)) })
		after := footprint()
		b.ReportMetric(float64(after-before)/1024/float64(len(clients)), "KiB/socket")
		for _, c := range clients {
			_ = c.Close()
		}
		clients = clients[:0]
		eventually(b, "all are gone", func() bool { return s.ws.Sockets.Count() == 0 && s.live.Load() == 0 })
	}
}

func footprint() uint64 {
	for range 5 { // stacks shrink by half in each cycle
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc + m.StackInuse
}

// bare is a client that is nothing but a connection.
func (s *service) bare(b *testing.B) net.Conn {
	b.Helper()
	conn, err := net.Dial("tcp", s.http.Listener.Addr().String())
	if err != nil {
		b.Fatal(err)
	}
	_, _ = fmt.Fprintf(conn, "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"+
		"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
	in := bufio.NewReader(conn)
	for line := ""; line != "\r\n"; {
		if line, err = in.ReadString('\n'); err != nil {
			b.Fatal(err)
		}
	}
	for _, m := range []string{modernInit, subscribe("1", "subscription { events(size: 200) { seq text } }")} {
		if _, err := conn.Write(masked(m)); err != nil {
			b.Fatal(err)
		}
		if m == modernInit {
			if _, err := io.ReadFull(in, make([]byte, 2+len(ack))); err != nil {
				b.Fatal(err)
			}
		}
	}
	return conn
}

// masked is a frame of a client whose mask is zero.
func masked(m string) []byte {
	frame := appendFrame(nil, websocket.TextMessage, make([]byte, 4), []byte(m))
	frame[1] -= 4
	frame[1] |= 1 << 7
	return frame
}

// BenchmarkDelivery compares an event of 300 bytes on its way to 200 sockets with the same
// frames written by gorilla from a prepared message.
func BenchmarkDelivery(b *testing.B) {
	const sockets = 200
	b.Run("transport", func(b *testing.B) {
		s := serve(b, nil)
		var got atomic.Int64
		for range sockets {
			go drain(s.bare(b), &got)
		}
		eventually(b, "all wait", func() bool { return s.live.Load() == sockets })
		rounds(b, sockets, &got, func() { s.log.publish(1) })
	})
	b.Run("gorilla", func(b *testing.B) {
		conns := make([]*websocket.Conn, 0, sockets)
		var got atomic.Int64
		s := serve(b, nil)
		for range sockets {
			conn := s.bare(b)
			go drain(conn, &got)
		}
		eventually(b, "all wait", func() bool { return s.live.Load() == sockets })
		s.ws.Sockets.mu.Lock()
		for socket := range s.ws.Sockets.all {
			socket.wire.sealed = false
			conns = append(conns, socket.conn)
		}
		s.ws.Sockets.mu.Unlock()
		text := next1(fmt.Sprintf(`{"data":{"events":{"seq":1,"text":%q}}}`, strings.Repeat("x", 200)))
		signals := make([]chan *websocket.PreparedMessage, len(conns))
		ctx, cancel := context.WithCancel(b.Context())
		defer cancel()
		for i, conn := range conns {
			signals[i] = make(chan *websocket.PreparedMessage, 1)
			go func() {
				for ctx.Err() == nil {
					select {
					case m := <-signals[i]:
						_ = conn.WritePreparedMessage(m)
					case <-ctx.Done():
					}
				}
			}()
		}
		rounds(b, sockets, &got, func() {
			m, _ := websocket.NewPreparedMessage(websocket.TextMessage, []byte(text))
			for _, c := range signals {
				c <- m
			}
		})
	})
}

// BenchmarkReplay catches up with many events on one socket: frames share system calls.
func BenchmarkReplay(b *testing.B) {
	const events = 10_000
	s := serve(b, nil)
	s.log.publish(events)
	for b.Loop() {
		var got atomic.Int64
		conn := s.bare(b)
		go drain(conn, &got)
		_, _ = conn.Write(masked(subscribe("2", "subscription { events(after: 0, size: 200) { seq text } }")))
		for got.Load() < events*280 {
			runtime.Gosched()
		}
		_ = conn.Close()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*events), "ns/event")
}

// rounds delivers one event at a time to all sockets.
func rounds(b *testing.B, sockets int64, got *atomic.Int64, publish func()) {
	const size = 4 + 46 + 36 + 200
	n := int64(0)
	for b.Loop() {
		n++
		publish()
		for got.Load() < n*sockets*size*9/10 {
			runtime.Gosched()
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n*sockets), "ns/delivery")
}

func drain(conn net.Conn, got *atomic.Int64) {
	buf := make([]byte, 4096)
	for {
		n, err := conn.Read(buf)
		if err != nil {
			return
		}
		got.Add(int64(n))
	}
}
