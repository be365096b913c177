package transport

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is how long a test waits for what must come.
const patience = 10 * time.Second

// A service is a server with both transports, as the program has it.
type service struct {
	*fakeSchema
	ws   *WebSocket
	http *httptest.Server
}

func serve(t testing.TB, ws *WebSocket) *service {
	t.Helper()
	exec, fake := newExecutor()
	if ws == nil {
		ws = &WebSocket{}
	}
	ws.Sockets = &Sockets{Jitter: time.Millisecond}
	ws.Now = time.Now
	if ws.MaxSockets == 0 {
		ws.MaxSockets = 10_000
	}
	if ws.MaxPending == 0 {
		ws.MaxPending = 10_000
	}
	transports := []graphql.Transport{ws, &HTTP{}}
	s := &service{fakeSchema: fake, ws: ws}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			s.remote(w, r)
			return
		}
		at := slices.IndexFunc(transports, func(tr graphql.Transport) bool { return tr.Supports(r) })
		transports[at].Do(w, r, exec)
	}))
	s.http = server
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if err := ws.Sockets.Drain(ctx); err != nil {
			t.Errorf("sockets left behind: %v", err)
		}
		server.Close()
	})
	return s
}

// A peer is a client that does what a test says, byte for byte. What it receives arrives in
// events: messages as they are, "PONG x", "CLOSE code reason", and "CUT" when the connection ends.
type peer struct {
	*websocket.Conn
	t      testing.TB
	events chan string
}

const (
	anything = "\x00anything"
	pong     = "PONG probe"
)

func (s *service) url() string { return "ws" + strings.TrimPrefix(s.http.URL, "http") }

func (s *service) dial(t testing.TB, protocols ...string) *peer {
	t.Helper()
	return s.dialPinged(t, nil, protocols...)
}

// dialPinged is dial by a client with its own way of taking pings.
func (s *service) dialPinged(t testing.TB, ping func(p *peer) error, protocols ...string) *peer {
	t.Helper()
	dialer := websocket.Dialer{Subprotocols: protocols}
	conn, res, err := dialer.DialContext(t.Context(), s.url(), nil)
	if err != nil {
		t.Fatalf("dial: %v", err)
	}
	_ = res.Body.Close()
	return listen(t, conn, ping)
}

func listen(t testing.TB, conn *websocket.Conn, ping func(p *peer) error) *peer {
	p := &peer{Conn: conn, t: t, events: make(chan string, 1000)}
	if ping != nil {
		p.SetPingHandler(func(string) error { return ping(p) })
	}
	p.SetPongHandler(func(s string) error { p.events <- "PONG " + s; return nil })
	p.SetCloseHandler(func(int, string) error { return nil })
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer close(p.events)
		p.listen()
	}()
	t.Cleanup(func() {
		_ = conn.Close()
		for range p.events {
			continue
		}
		<-done
	})
	return p
}

func (p *peer) listen() {
	for {
		_, data, err := p.ReadMessage()
		var closed *websocket.CloseError
		switch {
		case err == nil:
			p.events <- string(data)
			continue
		case errors.As(err, &closed) && closed.Code != websocket.CloseAbnormalClosure:
			p.events <- "CLOSE " + strconv.Itoa(closed.Code) + " " + closed.Text
			p.trail()
		}
		p.events <- "CUT"
		return
	}
}

// trail waits for the end of the connection after the close frame.
func (p *peer) trail() {
	_, err := p.NetConn().Read(make([]byte, 1))
	for err == nil {
		p.events <- "BYTES AFTER CLOSE"
		_, err = p.NetConn().Read(make([]byte, 1))
	}
}

func (p *peer) send(messages ...string) *peer {
	p.t.Helper()
	for _, m := range messages {
		if err := p.WriteMessage(websocket.TextMessage, []byte(m)); err != nil {
			p.t.Fatalf("send %.80s: %v", m, err)
		}
	}
	return p
}

// finish says that nothing more will be sent, as a client does that was told to close.
func (p *peer) finish() *peer {
	_ = p.NetConn().(*net.TCPConn).CloseWrite() // the connection may be gone already
	return p
}

func (p *peer) next() string {
	p.t.Helper()
	select {
	case event := <-p.events:
		return event
	case <-time.After(patience):
		p.t.Fatal("nothing came")
		return ""
	}
}

// want reads one event for each of those given and compares them; a CLOSE is compared by its code.
func (p *peer) want(events ...string) *peer {
	p.t.Helper()
	for _, want := range events {
		got := p.next()
		if strings.HasPrefix(want, "CLOSE") && strings.HasPrefix(got, want) {
			continue
		}
		if got != want && want != anything {
			p.t.Fatalf("got  %.300s\nwant %.300s", got, want)
		}
	}
	return p
}

// quiet shows that nothing else is on its way: what is sent is in the order of what happened.
func (p *peer) quiet() *peer {
	p.t.Helper()
	if err := p.WriteControl(websocket.PingMessage, []byte("probe"), time.Now().Add(patience)); err != nil {
		p.t.Fatal(err)
	}
	return p.want(pong)
}

const (
	modernInit = `{"type":"connection_init"}`
	ack        = `{"type":"connection_ack"}`
	ka         = `{"type":"ka"}`
)

// modern and legacy are clients that have been acknowledged.
func (s *service) modern(t testing.TB) *peer {
	t.Helper()
	return s.dial(t, modernProtocol).send(modernInit).want(ack)
}

func (s *service) legacy(t testing.TB) *peer {
	t.Helper()
	return s.dial(t, legacyProtocol).send(modernInit).want(ack, ka)
}

func subscribe(id, query string) string {
	return `{"type":"subscribe","id":"` + id + `","payload":{"query":"` + query + `"}}`
}

// eventually waits for a condition that no event tells.
func eventually(t testing.TB, what string, condition func() bool) {
	t.Helper()
	deadline := time.After(patience)
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for !condition() {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("never happened: %s", what)
		}
	}
}
