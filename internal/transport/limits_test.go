package transport

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

func TestR39_Origin(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	own := s.http.URL
	friend := serve(t, &WebSocket{AllowedOrigins: func(origin string, _ *http.Request) bool { return origin == "https://friend.example" }})
	lax := serve(t, &WebSocket{AllowedOrigins: func(string, *http.Request) bool { return true }})
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
		{"null is never allowed", lax.url(), true, []string{"null"}, 403},
		{"nothing is never allowed", lax.url(), true, []string{""}, 403},
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
	if ws.maxBytes() != 256<<10 || ws.maxOperations() != 20 || ws.maxSockets() != 10 || ws.maxPending() != 20 || ws.initTimeout() != 5*time.Second {
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

// R78: sockets that nobody initializes count by the network, until they are acknowledged or end.
func TestR78_PendingSockets(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{MaxPending: 3, Networks: func(r *http.Request) []Network { return []Network{{r.Header.Get("Network"), 1}} }})
	dial := func(network string) (*websocket.Conn, int) {
		dialer := websocket.Dialer{Subprotocols: []string{modernProtocol}}
		conn, res, _ := dialer.DialContext(t.Context(), s.url(), http.Header{"Network": {network}})
		return conn, res.StatusCode
	}
	var silent []*websocket.Conn
	for range 3 {
		conn, _ := dial("a")
		silent = append(silent, conn)
	}
	if _, status := dial("a"); status != http.StatusTooManyRequests {
		t.Errorf("a fourth is answered with %d", status)
	}
	other, status := dial("b")
	if status != http.StatusSwitchingProtocols {
		t.Errorf("one of another network is answered with %d", status)
	}
	_ = silent[0].WriteMessage(websocket.TextMessage, []byte(modernInit))
	_, _, _ = silent[0].ReadMessage() // the acknowledgement
	_ = silent[1].Close()
	eventually(t, "two have left their places", func() bool { return s.ws.Sockets.pendingOf("a") == 1 })
	for range 2 {
		if conn, status := dial("a"); status == http.StatusSwitchingProtocols {
			silent = append(silent, conn)
		} else {
			t.Errorf("one in its place is answered with %d", status)
		}
	}
	for _, conn := range append(silent, other) {
		_ = conn.Close()
	}
	for _, network := range []string{"a", "b"} {
		eventually(t, "network "+network+" is forgotten", func() bool { return s.ws.Sockets.pendingOf(network) == 0 })
	}
}

func (k *Sockets) pendingOf(network string) int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.pending[network]
}

// R76: an event that is larger than an answer may be ends its subscription with an error.
func TestR76_LargeEvents(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{MaxAnswerBytes: 1000})
	s.log.publish(1)
	p := s.modern(t)
	p.send(subscribe("1", "subscription { events(size: 900) { text } }")).want(anything).quiet()
	p.send(subscribe("2", "subscription { events(size: 1000) { text } }"))
	p.want(`{"type":"error","id":"2","payload":[{"message":"The answer is larger than 1000 bytes. Ask for smaller pages or fewer fields.","extensions":{"code":"COST_EXCEEDED"}}]}`)
}

// R72: what a socket's subscriptions were requested with is bounded, and freed when they end.
// An operation that is answered at once does not count.
func TestR72_SubscriptionsAreSmall(t *testing.T) {
	t.Parallel()
	p := serve(t, nil).modern(t)
	large := func(id, query string) string { return subscribe(id, query+" #"+strings.Repeat("x", 30<<10)) }
	const refused = `{"type":"error","id":"1","payload":[{"message":"The subscriptions of a connection can have 65536 bytes in total. Shorten their documents and variables.","extensions":{"code":"BAD_USER_INPUT"}}]}`
	p.send(large("a", "subscription { never }"), large("1", "{ hello }")).want(next1(`{"data":{"hello":"world"}}`), done1)
	p.send(large("b", "subscription { never }"), subscribe("1", "{ hello }")).want(next1(`{"data":{"hello":"world"}}`), done1).quiet()
	p.send(large("1", "subscription { never }")).want(refused).quiet()
	p.send(`{"type":"complete","id":"a"}`, large("1", "subscription { ends }")).want(anything, anything).quiet()
}

// R54: sockets of guests count for each network that they are of, before and after they are
// acknowledged; a large one has the limit several times.
func TestR54_SocketsCountForAllNetworks(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{MaxPending: 2, MaxSockets: 2, Networks: func(r *http.Request) []Network {
		return []Network{{"site", 2}, {r.Header.Get("Network"), 1}}
	}})
	dial := func(network string) (*websocket.Conn, int) {
		dialer := websocket.Dialer{Subprotocols: []string{modernProtocol}}
		conn, res, _ := dialer.DialContext(t.Context(), s.url(), http.Header{"Network": {network}})
		return conn, res.StatusCode
	}
	var open []*websocket.Conn
	opened := func(networks string) (n int) {
		t.Helper()
		for _, network := range networks {
			if conn, status := dial(string(network)); status == http.StatusSwitchingProtocols {
				open = append(open, conn)
				n++
			}
		}
		return n
	}
	if n := opened("aaa"); n != 2 {
		t.Errorf("%d of one network wait", n)
	}
	if n := opened("bcd"); n != 2 {
		t.Errorf("%d more of the site wait", n)
	}
	admitted := func(conn *websocket.Conn) bool {
		_ = conn.WriteMessage(websocket.TextMessage, []byte(modernInit))
		_, _, err := conn.ReadMessage()
		return err == nil
	}
	for _, conn := range open {
		if !admitted(conn) {
			t.Error("one of four is refused")
		}
	}
	eventually(t, "nobody waits", func() bool { return s.ws.Sockets.pendingOf("site") == 0 })
	for _, network := range []string{"a", "e"} {
		conn, _ := dial(network)
		if admitted(conn) {
			t.Errorf("one more of network %s is admitted", network)
		}
	}
	for _, conn := range open {
		_ = conn.Close()
	}
	eventually(t, "all are forgotten", func() bool {
		s.ws.Sockets.mu.Lock()
		defer s.ws.Sockets.mu.Unlock()
		return len(s.ws.Sockets.byOwner) == 0 && len(s.ws.Sockets.pending) == 0
	})
}
