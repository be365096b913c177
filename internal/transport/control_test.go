package transport

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// A doorman lets everybody in as user u and throws them out when told to.
type doorman struct {
	refusal atomic.Pointer[CloseError]
	asked   atomic.Int64
	slow    chan struct{} // Check waits for it, if it is set
}

func (d *doorman) transport() *WebSocket {
	return &WebSocket{
		Init: func(ctx context.Context, _ map[string]any) (context.Context, Identity, error) {
			return ctx, Identity{User: "u", Keys: []string{"session"}}, nil
		},
		Check: d.check,
	}
}

func (d *doorman) check(ctx context.Context) error {
	d.asked.Add(1)
	if d.slow != nil {
		<-d.slow
	}
	if no := d.refusal.Load(); no != nil {
		return *no
	}
	return ctx.Err()
}

var revoked = CloseError{CloseUnauthorized, "your session was ended"}

// within runs what must be over in a second.
func within(t *testing.T, act func()) {
	t.Helper()
	start := time.Now()
	act()
	if took := time.Since(start); took > time.Second {
		t.Errorf("took %v, not within a second", took)
	}
}

func TestR38_RevocationCloses(t *testing.T) {
	t.Parallel()
	d := &doorman{}
	s := serve(t, d.transport())
	idle, busy, old := s.modern(t), s.modern(t), s.legacy(t)
	busy.send(subscribe("1", "subscription { events { seq } }"), subscribe("2", "{ block }")).quiet()
	s.ws.Sockets.Recheck("session")
	eventually(t, "all are asked", func() bool { return d.asked.Load() == 3 })
	idle.quiet()

	d.refusal.Store(&revoked)
	s.ws.Sockets.Recheck("somebody else")
	idle.quiet()
	within(t, func() {
		s.ws.Sockets.Recheck("u")
		idle.want("CLOSE 4401 your session was ended")
		busy.want("CLOSE 4401 your session was ended")
		old.want(`{"type":"connection_error","payload":{"message":"your session was ended"}}`, "CLOSE 1008")
		idle.want("CUT")
		busy.want("CUT")
	})
}

// Nothing that is published after the revocation is delivered, even while Check still thinks.
func TestR38_NothingAfterRevocation(t *testing.T) {
	t.Parallel()
	d := &doorman{slow: make(chan struct{})}
	s := serve(t, d.transport())
	s.ws.CheckTimeout = patience
	p := s.modern(t).send(subscribe("1", "subscription { events { seq } }")).quiet()
	d.refusal.Store(&revoked)
	s.ws.Sockets.Recheck("u")
	s.log.publish(5)
	eventually(t, "the operation has its event", func() bool { return s.pulls.Load() == 1 })
	close(d.slow)
	p.want("CLOSE 4401")
}

// An approved socket goes on where it was held up.
func TestR38_ApprovedSocketGoesOn(t *testing.T) {
	t.Parallel()
	d := &doorman{slow: make(chan struct{})}
	s := serve(t, d.transport())
	s.ws.CheckTimeout = patience
	p := s.modern(t).send(subscribe("1", "subscription { events { seq } }")).quiet()
	s.ws.Sockets.Recheck("u")
	s.log.publish(2)
	eventually(t, "the operation has its event", func() bool { return s.pulls.Load() == 1 })
	close(d.slow)
	p.want(next1(`{"data":{"events":{"seq":1,"text":""}}}`), next1(`{"data":{"events":{"seq":2,"text":""}}}`))
}

// A check that hangs counts as a no.
func TestR38_CheckHangs(t *testing.T) {
	t.Parallel()
	d := &doorman{slow: make(chan struct{})}
	s := serve(t, d.transport())
	t.Cleanup(func() { close(d.slow) })
	p := s.modern(t)
	within(t, func() {
		s.ws.Sockets.Recheck("u")
		p.want("CLOSE 1013", "CUT")
	})
}

func TestR38_ClosesInTheMiddleOfAnOperation(t *testing.T) {
	t.Parallel()
	d := &doorman{}
	s := serve(t, d.transport())
	t.Cleanup(func() { close(s.free) })
	p := s.modern(t).send(subscribe("1", "subscription { stubborn }")).quiet()
	d.refusal.Store(&revoked)
	within(t, func() {
		s.ws.Sockets.Recheck("u")
		p.want("CLOSE 4401", "CUT")
	})
}

func TestR38_ClosesWhileBlockedWriting(t *testing.T) {
	t.Parallel()
	d := &doorman{}
	s := serve(t, d.transport())
	s.log.publish(1 << 20)
	s.flood(t, 3)
	eventually(t, "the socket is stuck", func() bool { return s.queuedBytes() >= 64<<10 })
	d.refusal.Store(&revoked)
	within(t, func() {
		s.ws.Sockets.Recheck("u")
		eventually(t, "it is gone", func() bool { return s.ws.Sockets.Count() == 0 })
	})
}

// flood subscribes so many times to more than a connection takes in, and reads nothing of it.
func (s *service) flood(t *testing.T, times int) *websocket.Conn {
	t.Helper()
	dialer := websocket.Dialer{Subprotocols: []string{modernProtocol}}
	conn, res, err := dialer.DialContext(t.Context(), s.url(), nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	t.Cleanup(func() { _ = conn.Close() })
	err = conn.WriteMessage(websocket.TextMessage, []byte(modernInit))
	_, _, failed := conn.ReadMessage()
	err = errors.Join(err, failed)
	for i := range times {
		err = errors.Join(err, conn.WriteMessage(websocket.TextMessage,
			[]byte(subscribe(strconv.Itoa(i), "subscription { events(after: 0, size: 10000) { seq text } }"))))
	}
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// A revocation while Init runs is not lost, though the socket is not known by its user yet.
func TestR38_RevocationDuringInit(t *testing.T) {
	t.Parallel()
	d := &doorman{}
	ws := d.transport()
	entered, leave := make(chan struct{}), make(chan struct{})
	init := ws.Init
	ws.Init = func(ctx context.Context, payload map[string]any) (context.Context, Identity, error) {
		close(entered)
		<-leave
		return init(ctx, payload)
	}
	s := serve(t, ws)
	p := s.dial(t, modernProtocol).send(modernInit)
	<-entered
	d.refusal.Store(&revoked)
	s.ws.Sockets.Recheck("u")
	close(leave)
	p.want("CLOSE 4401")
}

func TestR39_Origin(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	own := s.http.URL
	friend := serve(t, &WebSocket{AllowedOrigins: func(origin string, _ *http.Request) bool { return origin == "https://friend.example" }})
	tests := []struct {
		name, url string
		cookie    bool
		origins   []string
		want      int
	}{
		{"a program", s.url(), false, nil, 101},
		{"our page", s.url(), true, []string{own}, 101},
		{"our page, no cookie", s.url(), false, []string{own}, 101},
		{"cookie, foreign origin", s.url(), true, []string{"https://evil.example"}, 403},
		{"cookie, origin that begins as ours", s.url(), true, []string{own + ".evil.example"}, 403},
		{"cookie, null origin", s.url(), true, []string{"null"}, 403},
		{"cookie, empty origin", s.url(), true, []string{""}, 403},
		{"cookie, no origin", s.url(), true, nil, 403},
		{"cookie, two origins", s.url(), true, []string{own, "https://evil.example"}, 403},
		{"no cookie, foreign origin", s.url(), false, []string{"https://evil.example"}, 403},
		{"no cookie, null origin", s.url(), false, []string{"null"}, 403},
		{"allowed origin", friend.url(), true, []string{"https://friend.example"}, 101},
		{"not the allowed origin", friend.url(), true, []string{friend.http.URL}, 403},
		{"null is never allowed", friend.url(), true, []string{"null"}, 403},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			header := http.Header{"Origin": test.origins}
			if test.cookie {
				header.Set("Cookie", "__Host-portico=secret")
			}
			dialer := websocket.Dialer{Subprotocols: []string{modernProtocol}}
			conn, res, _ := dialer.DialContext(t.Context(), test.url, header)
			if conn != nil {
				defer func() { _ = conn.Close() }()
			}
			if res == nil || res.StatusCode != test.want {
				t.Errorf("got %v, want %d", res, test.want)
			}
		})
	}
}

// What is no proper handshake is answered in HTTP.
func TestHandshake(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	r, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, s.http.URL, nil)
	r.Header.Set("Connection", "Upgrade")
	r.Header.Set("Upgrade", "h2c, WebSocket")
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusBadRequest || s.ws.Sockets.Count() != 0 {
		t.Errorf("%d, and %d sockets", res.StatusCode, s.ws.Sockets.Count())
	}
}

func TestR41_Defaults(t *testing.T) {
	t.Parallel()
	ws := &WebSocket{}
	if ws.maxBytes() != 256<<10 || ws.maxOperations() != 20 || ws.maxSockets() != 10 || ws.initTimeout() != 5*time.Second {
		t.Error("the limits are not those of the rule")
	}
}

func TestR41_MessageSize(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	fits := payload(`{"query":"{ hello } #` + strings.Repeat("x", 256<<10-70) + `"}`)
	s.modern(t).send(fits).want(next1(`{"data":{"hello":"world"}}`), done1)
	s.modern(t).send(fits + strings.Repeat(" ", 256<<10+1-len(fits))).want("CLOSE 1009 message too big")
}

func TestR41_OperationsPerSocket(t *testing.T) {
	t.Parallel()
	p := serve(t, nil).modern(t)
	ids := strings.Split("abcdefghijklmnopqrst", "")
	for _, id := range ids {
		p.send(subscribe(id, "subscription { never }"))
	}
	const refused = `{"type":"error","id":"1","payload":[{"message":"Too many operations: complete one of the 20 that run on this connection.","extensions":{"code":"BAD_USER_INPUT"}}]}`
	p.send(subscribe("1", "{ hello }")).want(refused).quiet()
	p.send(`{"type":"complete","id":"c"}`, subscribe("1", "{ hello }")).want(next1(`{"data":{"hello":"world"}}`), done1)
}

// Operations that do not end when they are told to cannot be piled up by completing them.
func TestR41_StubbornOperations(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{MaxOperations: 2})
	t.Cleanup(func() { close(s.free) })
	p := s.modern(t)
	for n := range 4 {
		p.send(subscribe("1", "subscription { stubborn }"))
		eventually(t, "it has begun", func() bool { return s.pulls.Load() == int64(n+1) })
		p.send(`{"type":"complete","id":"1"}`)
	}
	p.send(subscribe("1", "subscription { stubborn }")).want(anything).quiet()
	if n := s.pulls.Load(); n != 4 {
		t.Errorf("%d operations run", n)
	}
}

func TestR41_SocketsPerUser(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{MaxSockets: 10, Init: func(ctx context.Context, payload map[string]any) (context.Context, Identity, error) {
		user, _ := payload["user"].(string)
		return ctx, Identity{User: user}, nil
	}})
	for _, init := range []string{`{"type":"connection_init","payload":{"user":"u"}}`, modernInit} {
		var open []*peer
		for range 10 {
			open = append(open, s.dial(t, modernProtocol).send(init).want(ack))
		}
		s.dial(t, modernProtocol).send(init).want("CLOSE 1013 too many connections")
		before := s.ws.Sockets.Count()
		_ = open[3].Close()
		eventually(t, "one is gone", func() bool { return s.ws.Sockets.Count() < before })
		s.dial(t, modernProtocol).send(init).want(ack)
	}
}

func TestDrain(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	p := s.modern(t).send(subscribe("1", "subscription { never }"), subscribe("2", "{ block }")).quiet()
	s.ws.Sockets.Jitter = 20 * time.Millisecond
	var drained sync.WaitGroup
	for range 2 {
		drained.Go(func() {
			if err := s.ws.Sockets.Drain(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	p.want("CLOSE 1012 the service restarts").finish()
	drained.Wait()
	if n := s.ws.Sockets.Count(); n != 0 || s.live.Load() != 0 {
		t.Errorf("%d sockets and %d subscriptions are left", n, s.live.Load())
	}
	dialer := websocket.Dialer{Subprotocols: []string{modernProtocol}}
	_, res, err := dialer.DialContext(t.Context(), s.url(), nil)
	if err == nil || res.StatusCode != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" {
		t.Errorf("a new socket got %v, %v", res, err)
	}
}

// Who does not wait for ever gets the connections cut and is told that something still runs.
func TestDrainGivesUp(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	p := s.modern(t).send(subscribe("1", "subscription { stubborn }")).quiet()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if err := s.ws.Sockets.Drain(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("drain: %v", err)
	}
	p.want("CLOSE 1012")
	close(s.free)
	eventually(t, "the operation ends", func() bool { return s.ws.Sockets.Count() == 0 })
}
