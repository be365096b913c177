package transport

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

const (
	internal = `{"message":"Something went wrong on our side.","extensions":{"code":"INTERNAL"}}`
	done1    = `{"type":"complete","id":"1"}`
)

func next1(data string) string { return `{"type":"next","id":"1","payload":` + data + `}` }

// What each kind of operation answers in graphql-transport-ws, and that its id is free afterwards.
func TestOperations(t *testing.T) {
	t.Parallel()
	tests := []struct {
		query string
		want  []string
	}{
		{"{ hello }", []string{next1(`{"data":{"hello":"world"}}`), done1}},
		{"mutation { add(n: 2) }", []string{next1(`{"data":{"add":2}}`), done1}},
		{"{ fail hello }", []string{next1(`{"errors":[{"message":"the field failed"}],"data":{"fail":null,"hello":"world"}}`), done1}},
		{"{ panic }", []string{`{"type":"error","id":"1","payload":[` + internal + `]}`}},
		{"subscription { refused }", []string{`{"type":"error","id":"1","payload":[{"message":"the source was refused"}]}`}},
		{"subscription { ends }", []string{next1(`{"data":{"ends":1}}`), `{"type":"error","id":"1","payload":[{"message":"the app is gone"}]}`}},
		{"subscription { breaks }", []string{next1(`{"data":{"breaks":1}}`), `{"type":"error","id":"1","payload":[` + internal + `]}`}},
		{"{", []string{`{"type":"error","id":"1","payload":[{"message":"Expected Name, found \u003cEOF\u003e","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}`}},
		{"{ ...@defer { hello } }", []string{`{"type":"error","id":"1","payload":[{"message":"Answers are not delivered in parts: leave out @defer.","extensions":{"code":"BAD_USER_INPUT"}}]}`}},
	}
	for _, test := range tests {
		t.Run(test.query, func(t *testing.T) {
			t.Parallel()
			p := serve(t, nil).modern(t)
			p.send(subscribe("1", test.query)).want(test.want...).quiet()
			p.send(subscribe("1", "{ hello }")).want(next1(`{"data":{"hello":"world"}}`), done1).quiet()
		})
	}
}

func TestLegacyOperations(t *testing.T) {
	t.Parallel()
	p := serve(t, nil).legacy(t)
	start := func(query string) string { return strings.Replace(subscribe("1", query), "subscribe", "start", 1) }
	p.send(start("{ fail hello }")).want(`{"type":"data","id":"1","payload":{"errors":[{"message":"the field failed"}],"data":{"fail":null,"hello":"world"}}}`, done1)
	p.send(start("subscription { refused }")).want(`{"type":"error","id":"1","payload":{"message":"the source was refused"}}`)
	p.send(start("{ panic }")).want(`{"type":"error","id":"1","payload":` + internal + `}`).quiet()
}

// The second start of an id takes the place of the first.
func TestLegacyStartReplaces(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	p := s.legacy(t)
	start := `{"type":"start","id":"1","payload":{"query":"subscription { events(after: 0) { seq } }"}}`
	p.send(start, start)
	s.log.publish(1)
	p.want(`{"type":"data","id":"1","payload":{"data":{"events":{"seq":1,"text":""}}}}`)
	eventually(t, "the first one ends", func() bool { return s.live.Load() == 1 })
	p.quiet()
}

func TestClientCompletes(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	p := s.modern(t)
	p.send(subscribe("1", "subscription { events { seq } }"), `{"type":"complete","id":"1"}`).quiet()
	eventually(t, "its context ends", func() bool { return s.live.Load() == 0 })
	s.log.publish(3)
	p.quiet()
	p.send(subscribe("1", "subscription { events(after: 2) { seq } }")).want(next1(`{"data":{"events":{"seq":3,"text":""}}}`)).quiet()
}

// While one operation runs the others go on, and all end with the socket.
func TestOperationsSideBySide(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	p := s.modern(t)
	p.send(subscribe("slow", "{ block }"), subscribe("sub", "subscription { never }"), subscribe("1", "{ hello }"))
	p.want(next1(`{"data":{"hello":"world"}}`), done1).quiet()
	_ = p.Close()
	eventually(t, "the socket ends with all that runs on it", func() bool { return s.ws.Sockets.Count() == 0 && s.live.Load() == 0 })
}

// A slow client gets every event, in order, each once: being full only holds up the source.
func TestBackpressure(t *testing.T) {
	t.Parallel()
	const events = 3000
	s := serve(t, &WebSocket{QueueBytes: 100})
	p := s.modern(t)
	s.log.publish(events)
	p.send(subscribe("1", "subscription { events(size: 200) { seq } }"))
	for seq := 1; seq <= events; seq++ {
		p.want(next1(fmt.Sprintf(`{"data":{"events":{"seq":%d,"text":%q}}}`, seq, strings.Repeat("x", 200))))
	}
	p.quiet()
}

// The last message of an operation and the end of its id are one step: nothing comes after it,
// and a client that has read it can use the id again.
func TestLastMessageFreesTheID(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	p := s.modern(t)
	socket := s.only()
	op := socket.open("1")
	defer socket.done(op)
	if !socket.push(op, true, []byte("last")) || socket.running("1") || socket.push(op, true, []byte("later")) {
		t.Error("the operation outlives its last message")
	}
	p.want("last").quiet()
}

// only is the one socket that is open.
func (s *service) only() *socket {
	s.ws.Sockets.mu.Lock()
	defer s.ws.Sockets.mu.Unlock()
	for socket := range s.ws.Sockets.all {
		return socket
	}
	return nil
}

// A client that is told to go in the midst of sending learns why, and is not just reset.
func TestCloseReachesBusyClient(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{CloseTimeout: patience})
	for range 20 {
		p := s.modern(t).send("nonsense")
		for range 100 {
			p.send(strings.Repeat("x", 10_000))
		}
		p.want(malformed).finish()
	}
}

func TestEndWithOutsideOfSubscriptions(t *testing.T) {
	t.Parallel()
	if EndWith(t.Context(), context.Canceled) {
		t.Error("it says that somebody will be told")
	}
}

type viewerKey struct{}

// The contexts of operations descend from the one Init made, and Operation has the last word.
func TestContexts(t *testing.T) {
	t.Parallel()
	var seen atomic.Value
	s := serve(t, &WebSocket{
		Init: func(ctx context.Context, payload map[string]any) (context.Context, Identity, error) {
			return context.WithValue(ctx, viewerKey{}, payload["token"]), Identity{User: "u"}, nil
		},
		Operation: func(ctx context.Context) (context.Context, error) {
			seen.Store(ctx.Value(viewerKey{}))
			return ctx, nil
		},
	})
	s.dial(t, modernProtocol).send(`{"type":"connection_init","payload":{"token":"t1"}}`).want(ack).send(subscribe("1", "{ hello }")).want(anything, done1)
	if seen.Load() != "t1" {
		t.Errorf("the operation saw %v", seen.Load())
	}
}

func TestOperationRefused(t *testing.T) {
	t.Parallel()
	for want, err := range map[string]error{
		"CLOSE 4401 signed out":                context.Cause(canceled(CloseError{CloseUnauthorized, "signed out"})),
		"CLOSE 1013 your sign-in could not be": context.DeadlineExceeded,
	} {
		s := serve(t, &WebSocket{Operation: func(ctx context.Context) (context.Context, error) { return ctx, err }})
		s.modern(t).send(subscribe("1", "{ hello }")).want(want)
	}
}

func canceled(cause error) context.Context {
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(fmt.Errorf("viewer: %w", cause))
	return ctx
}

// A panic in what the program gave us costs the one socket.
func TestInitPanics(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{Init: func(context.Context, map[string]any) (context.Context, Identity, error) { panic("init") }})
	s.dial(t, modernProtocol).send(modernInit).want("CLOSE 1013")
	s.dial(t, legacyProtocol).send(modernInit).want(anything, "CLOSE 1013")
}

func TestDocuments(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{Document: func(_ context.Context, id string) (string, bool) { return "{ hello }", id == "known" }})
	p := s.modern(t)
	p.send(payload(`{"documentId":"known"}`)).want(next1(`{"data":{"hello":"world"}}`), done1)
	p.send(payload(`{"documentId":"other"}`)).want(`{"type":"error","id":"1","payload":[{"message":"This document is not known here: send it as \"query\".","extensions":{"code":"BAD_USER_INPUT"}}]}`).quiet()
}

// A peer that is silent for two of these is cut. A busy machine may keep an honest one waiting for a while.
const shortPingInterval = 2 * time.Second

// A peer that answers pings stays, one that does not is found.
func TestDeadPeer(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{PingInterval: shortPingInterval})
	alive := s.dialPinged(t, func(p *peer) error {
		p.events <- "PING"
		return p.WriteControl(websocket.PongMessage, nil, time.Now().Add(patience))
	}, modernProtocol)
	dead := s.dialPinged(t, func(*peer) error { return nil }, modernProtocol)
	dead.send(modernInit).want(ack, "CUT")
	alive.send(modernInit).want(ack, "PING", "PING", "PING")
	eventually(t, "only the dead one goes", func() bool { return s.ws.Sockets.Count() == 1 })
}

// The older protocol shows its clients that the server lives.
func TestLegacyKeepAlive(t *testing.T) {
	t.Parallel()
	serve(t, &WebSocket{PingInterval: shortPingInterval}).legacy(t).want(ka, ka)
}

func TestPings(t *testing.T) {
	t.Parallel()
	p := serve(t, nil).modern(t)
	for i := range 200 {
		p.send(fmt.Sprintf(`{"type":"ping","payload":{"n":%d}}`, i))
	}
	for i := range 200 {
		p.want(fmt.Sprintf(`{"type":"pong","payload":{"n":%d}}`, i))
	}
}
