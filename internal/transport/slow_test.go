package transport

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// A reader takes the events of one subscription and checks that none is missing or comes twice.
type reader struct {
	t    *testing.T
	last int64
}

func (r *reader) read(conn *websocket.Conn) error {
	var m struct {
		Type    string
		Payload struct {
			Data struct{ Events struct{ Seq int64 } }
		}
	}
	_, data, err := conn.ReadMessage()
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, &m); err != nil {
		r.t.Fatal(err)
	}
	if r.last++; m.Payload.Data.Events.Seq != r.last {
		r.t.Fatalf("got %.100s, want event %d", data, r.last)
	}
	return nil
}

func TestR41_SlowReaderIsDroppedAndResumes(t *testing.T) {
	t.Parallel()
	const size = 10_000
	for name, test := range map[string]struct {
		timeout time.Duration
		want    int
	}{
		"it reads on in time to learn why": {3 * time.Second, CloseTryAgainLater},
		"it does not":                      {100 * time.Millisecond, websocket.CloseAbnormalClosure},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, &WebSocket{WriteTimeout: test.timeout})
			s.log.publish(50_000)
			conn := s.flood(t, 1)
			eventually(t, "its subscription ends", func() bool { return s.pulls.Load() > 0 && s.live.Load() == 0 })
			held := s.pulls.Load() * size
			if held > 16<<20 {
				t.Errorf("%d MiB were read from the log for a client that does not read", held>>20)
			}
			if test.want == websocket.CloseAbnormalClosure {
				eventually(t, "the socket is cut", func() bool { return s.ws.Sockets.Count() == 0 })
			}
			r := &reader{t: t}
			var err error
			for err == nil {
				err = r.read(conn)
			}
			var closed *websocket.CloseError
			if errors.As(err, &closed); test.want == CloseTryAgainLater && (closed == nil || closed.Code != test.want || !strings.Contains(closed.Text, "too slow")) {
				t.Errorf("it was dropped with %v", err)
			}
			_ = conn.Close()
			eventually(t, "the socket ends", func() bool { return s.ws.Sockets.Count() == 0 })
			s.ws.WriteTimeout = time.Minute // a busy machine is slow too
			s.resume(t, r)
		})
	}
}

func (s *service) resume(t *testing.T, r *reader) {
	dialer := websocket.Dialer{Subprotocols: []string{modernProtocol}}
	conn, res, err := dialer.DialContext(t.Context(), s.url(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	_ = res.Body.Close()
	query := fmt.Sprintf("subscription { events(after: %d, size: 10000) { seq } }", r.last)
	_ = conn.WriteMessage(websocket.TextMessage, []byte(modernInit))
	if _, _, err := conn.ReadMessage(); err != nil {
		t.Fatal(err)
	}
	_ = conn.WriteMessage(websocket.TextMessage, []byte(subscribe("1", query)))
	for upTo := r.last + 1000; r.last < upTo; {
		if err := r.read(conn); err != nil {
			t.Fatal(err)
		}
	}
}

// Sockets that come and go in every way leave nothing behind; TestMain looks for goroutines.
func TestChurn(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	s.log.publish(1)
	var clients sync.WaitGroup
	for range 20 {
		clients.Go(func() {
			for range 100 {
				s.visit(t)
			}
		})
	}
	clients.Wait()
	eventually(t, "all sockets end", func() bool { return s.ws.Sockets.Count() == 0 && s.live.Load() == 0 })
	if n := len(s.ws.Sockets.byKey) + len(s.ws.Sockets.byOwner); n != 0 {
		t.Errorf("%d keys and owners are left", n)
	}
}

func (s *service) visit(t *testing.T) {
	dialer := websocket.Dialer{Subprotocols: []string{modernProtocol}}
	conn, res, err := dialer.DialContext(t.Context(), s.url(), nil)
	if err != nil {
		t.Error(err)
		return
	}
	defer func() { _ = conn.Close() }()
	_ = res.Body.Close()
	say := func(messages ...string) {
		for _, m := range messages {
			_ = conn.WriteMessage(websocket.TextMessage, []byte(m))
		}
	}
	say(modernInit)
	_, _, _ = conn.ReadMessage()
	say(subscribe("1", "subscription { events(after: 0) { seq } }"), subscribe("2", "{ block }"))
	if _, _, err := conn.ReadMessage(); err != nil {
		t.Error(err)
	}
	switch rand.N(4) {
	case 0:
		say(`{"type":"complete","id":"1"}`, `{"type":"complete","id":"2"}`)
	case 1:
		say("nonsense")
		_, _, _ = conn.ReadMessage()
	case 2:
		_ = conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(1000, ""), time.Now().Add(patience))
		_, _, _ = conn.ReadMessage()
	}
}

// A queue never holds more than its bound and the one message that went over it.
func TestQueueIsBounded(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	s.log.publish(1 << 20)
	s.flood(t, 3)
	eventually(t, "the queue is full", func() bool {
		n := s.queuedBytes()
		if n > 64<<10+11_000 {
			t.Fatalf("%d bytes are queued", n)
		}
		return n >= 64<<10
	})
}

func (s *service) queuedBytes() int {
	s.ws.Sockets.mu.Lock()
	defer s.ws.Sockets.mu.Unlock()
	sum := 0
	for socket := range s.ws.Sockets.all {
		sum += socket.queuedBytes()
	}
	return sum
}

func (s *socket) queuedBytes() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.queue == nil {
		return 0
	}
	return len(s.queue.bytes)
}
