package transport

import (
	"cmp"
	"context"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"
)

// WebSocket carries operations of all types over the protocols graphql-transport-ws
// and, for older clients, graphql-ws. Sockets and Now are required, everything else has
// a default.
//
// Do returns as soon as the connection is upgraded. The contexts of the socket keep the
// values of the request's context, but not its end.
type WebSocket struct {
	Sockets *Sockets
	Now     func() time.Time // real time: network deadlines are derived from it

	// AllowedOrigins reports whether pages of an origin may connect (R39). If nil, only
	// those of the requested host may. It isn't called for requests without an Origin,
	// nor for "null".
	AllowedOrigins func(origin string, r *http.Request) bool
	// Networks are those by which guests, and uninitialized sockets, are counted. If nil,
	// it is the peer's address.
	Networks func(r *http.Request) []Network

	// Init finds out who the viewer is, from the context of the upgrade and the payload
	// of connection_init. If it refuses, the socket is closed with 4403, or with the
	// CloseError it returns. The context it returns must be derived from the one it was
	// given. If nil, everyone is a guest.
	Init func(ctx context.Context, payload map[string]any) (context.Context, Identity, error)
	// Operation refreshes what an operation's context says about the viewer. If it
	// returns an error, the socket is closed with the CloseError, or with 1013.
	Operation func(ctx context.Context) (context.Context, error)
	// Check decides whether the viewer of a socket may stay; see Sockets.Recheck.
	Check func(ctx context.Context) error
	// Document finds persisted documents. If nil, there are none.
	Document DocumentFunc

	MaxBytes       int64 // of one message from a client; 256 KB by default
	MaxAnswerBytes int   // of one result; 2 MB by default
	MaxOperations  int   // at the same time on one socket; 20 by default
	MaxSockets     int   // of one user, or of all guests of one network; 10 by default
	MaxPending     int   // sockets of one network that are not acknowledged yet; 20 by default
	QueueBytes     int   // that wait to be written before operations are held up; 64 KB by default

	InitTimeout  time.Duration // until the connection is acknowledged; 5 s by default
	PingInterval time.Duration // a peer silent for two of them is gone; 20 s by default
	WriteTimeout time.Duration // for a peer to take what is written; 10 s by default
	CheckTimeout time.Duration // for Check; 300 ms by default
	CloseTimeout time.Duration // for a peer to take the close; 400 ms by default
}

// A Network has a limit so many times.
type Network struct {
	Name  string
	Times int
}

// An Identity is who opened a socket, as keys that mean nothing to this package.
type Identity struct {
	User string   // counts toward MaxSockets; "" is a guest
	Keys []string // other keys by which Recheck finds the socket: a session, a token
}

func (t *WebSocket) maxBytes() int64             { return cmp.Or(t.MaxBytes, MaxBytes) }
func (t *WebSocket) maxAnswerBytes() int         { return cmp.Or(t.MaxAnswerBytes, MaxAnswerBytes) }
func (t *WebSocket) maxPending() int             { return cmp.Or(t.MaxPending, 20) }
func (t *WebSocket) maxOperations() int          { return cmp.Or(t.MaxOperations, 20) }
func (t *WebSocket) maxSockets() int             { return cmp.Or(t.MaxSockets, 10) }
func (t *WebSocket) queueBytes() int             { return cmp.Or(t.QueueBytes, 64<<10) }
func (t *WebSocket) initTimeout() time.Duration  { return cmp.Or(t.InitTimeout, 5*time.Second) }
func (t *WebSocket) pingInterval() time.Duration { return cmp.Or(t.PingInterval, 20*time.Second) }
func (t *WebSocket) writeTimeout() time.Duration { return cmp.Or(t.WriteTimeout, 10*time.Second) }
func (t *WebSocket) checkTimeout() time.Duration { return cmp.Or(t.CheckTimeout, 300*time.Millisecond) }

func (t *WebSocket) closeTimeout() time.Duration { return cmp.Or(t.CloseTimeout, 400*time.Millisecond) }

// Supports accepts upgrades to WebSocket.
func (t *WebSocket) Supports(r *http.Request) bool { return upgrades(r) }

func upgrades(r *http.Request) bool {
	for _, field := range r.Header.Values("Upgrade") {
		for name := range strings.SplitSeq(field, ",") {
			if strings.EqualFold(strings.TrimSpace(name), "websocket") {
				return true
			}
		}
	}
	return false
}

// Do upgrades the connection and runs a socket on it.
func (t *WebSocket) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	networks := t.networks(r)
	switch {
	case !t.admits(r):
		http.Error(w, "This page may not connect here.", http.StatusForbidden)
		return
	case t.Sockets.closed():
		w.Header().Set("Retry-After", "1")
		http.Error(w, "The service restarts: connect again.", http.StatusServiceUnavailable)
		return
	case !t.Sockets.reserve(networks, t.maxPending()):
		w.Header().Set("Retry-After", "5")
		http.Error(w, "Too many connections from this network wait for connection_init. Try again in 5 seconds.", http.StatusTooManyRequests)
		return
	}
	conn, wire, err := handshake(w, r)
	if err != nil { // the handshake has answered
		t.Sockets.release(networks)
		return
	}
	ctx, cancel := context.WithCancelCause(context.WithoutCancel(r.Context()))
	s := &socket{
		WebSocket: t, conn: conn, wire: wire, exec: exec, dialect: dialectOf(conn.Subprotocol()),
		networks: networks, base: ctx, cancel: cancel, ctx: ctx,
	}
	s.handlers()
	if !t.Sockets.add(s) {
		t.Sockets.release(networks)
		cancel(errRestart)
		_ = wire.Close()
		return
	}
	go s.live()
}

// admits keeps pages of other sites from using a visitor's cookie (R39). Browsers
// always send an Origin; programs have none, and no cookie either.
func (t *WebSocket) admits(r *http.Request) bool {
	origins := r.Header.Values("Origin")
	switch {
	case len(origins) == 0:
		return r.Header.Get("Cookie") == ""
	case len(origins) > 1, origins[0] == "null", origins[0] == "":
		return false
	case t.AllowedOrigins != nil:
		return t.AllowedOrigins(origins[0], r)
	}
	origin, err := url.Parse(origins[0])
	return err == nil && strings.EqualFold(origin.Host, r.Host)
}

func (t *WebSocket) networks(r *http.Request) []Network {
	if t.Networks != nil {
		return t.Networks(r)
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	return []Network{{host, 1}}
}

// handlers leaves to the socket what gorilla would write by itself.
func (s *socket) handlers() {
	s.conn.SetPingHandler(func(payload string) error {
		s.heard.Store(true)
		s.pushControl(websocket.PongMessage, []byte(payload))
		return nil
	})
	s.conn.SetPongHandler(func(string) error {
		s.heard.Store(true)
		return nil
	})
	s.conn.SetCloseHandler(func(int, string) error { return nil })
}
