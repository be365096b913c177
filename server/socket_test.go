package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// A socket is a raw client of graphql-transport-ws.
type socket struct {
	t    *testing.T
	conn *websocket.Conn
}

// dial opens a socket with a session or a token, acknowledged.
func (s *served) dial(t *testing.T, secret string) *socket {
	t.Helper()
	session, payload := secret, map[string]any{}
	if strings.HasPrefix(secret, "ptk_") {
		session, payload = "", map[string]any{"Authorization": "Bearer " + secret}
	}
	k := s.greets(t, session, payload)
	k.hear("connection_ack")
	return k
}

// greets opens a socket with a session's cookie and sends connection_init.
func (s *served) greets(t *testing.T, session string, payload map[string]any) *socket {
	t.Helper()
	web := httptest.NewServer(s.http)
	t.Cleanup(web.Close)
	d := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
	c, r, err := d.Dial("ws"+strings.TrimPrefix(web.URL, "http")+"/graphql",
		http.Header{"Cookie": {sessionCookie + "=" + session}, "Origin": {"http://portico.test"}})
	if err != nil {
		t.Fatal(err)
	}
	_ = r.Body.Close()
	t.Cleanup(func() { _ = c.Close() })
	k := &socket{t, c}
	k.say(map[string]any{"type": "connection_init", "payload": payload})
	return k
}

func (k *socket) say(m map[string]any) {
	k.t.Helper()
	if err := k.conn.WriteJSON(m); err != nil {
		k.t.Fatal(err)
	}
}

// hear reads the next message, which is of a type.
func (k *socket) hear(kind string) map[string]any {
	k.t.Helper()
	var m map[string]any
	_ = k.conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	if err := k.conn.ReadJSON(&m); err != nil || m["type"] != kind {
		k.t.Fatalf("heard %v %v, not %s", m, err, kind)
	}
	return m
}

// hearRefusal waits for an error with a code.
func (k *socket) hearRefusal(code string) {
	k.t.Helper()
	if m := k.hear("error"); find(m["payload"], "0.extensions.code") != code {
		k.t.Errorf("heard %v, not %s", m, code)
	}
}

// follow subscribes, and returns once the server has heard it.
func (k *socket) follow(query string, variables map[string]any) {
	k.t.Helper()
	k.say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": query, "variables": variables}})
	k.say(map[string]any{"type": "ping"})
	k.hear("pong")
}

// closed reads the close code, and nothing before it.
func (k *socket) closed() int {
	k.t.Helper()
	_ = k.conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	_, m, err := k.conn.ReadMessage()
	var c *websocket.CloseError
	if !errors.As(err, &c) {
		k.t.Fatalf("heard %s %v, and no close", m, err)
	}
	return c.Code
}

// closedAtLast reads the close code, whatever comes before it.
func (k *socket) closedAtLast() int {
	k.t.Helper()
	_ = k.conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	for {
		_, _, err := k.conn.ReadMessage()
		var c *websocket.CloseError
		if errors.As(err, &c) {
			return c.Code
		}
		if err != nil {
			k.t.Fatal(err)
		}
	}
}
