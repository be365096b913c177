package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"github.com/gorilla/websocket"
)

// BenchmarkIdleSocket tells what a socket costs that follows a timeline in
// which nothing happens: KiB of heap and stacks. The client's half of the
// connection lives in the same process and is counted too.
func BenchmarkIdleSocket(b *testing.B) {
	const accounts, each = 100, 10
	for b.Loop() {
		s := inProcess(b)
		web := httptest.NewServer(s.http)
		sessions := make([]string, accounts)
		for i := range sessions {
			sessions[i], _ = s.account(fmt.Sprintf("idler-%d", i))
		}
		idle := func(of []string) {
			for _, session := range of {
				for range each {
					idleSocket(b, web.URL, session)
				}
			}
		}
		idle(sessions[:10]) // what is made once is made now
		before := inUse()
		idle(sessions[10:])
		if n := s.sockets.Count(); n != accounts*each {
			b.Fatalf("%d sockets are open, not %d", n, accounts*each)
		}
		b.ReportMetric(float64(inUse()-before)/1024/((accounts-10)*each), "KiB/socket")
		web.CloseClientConnections()
	}
}

// idleSocket opens a socket that follows and says nothing more.
func idleSocket(b *testing.B, url, session string) {
	b.Helper()
	d := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}, ReadBufferSize: 512, WriteBufferSize: 512}
	c, r, err := d.Dial("ws"+strings.TrimPrefix(url, "http")+"/graphql",
		http.Header{"Cookie": {sessionCookie + "=" + session}, "Origin": {"http://portico.test"}})
	if err != nil {
		b.Fatal(err)
	}
	_ = r.Body.Close()
	b.Cleanup(func() { _ = c.Close() }) // and until then it is not garbage
	say := func(m string) {
		if err := c.WriteMessage(websocket.TextMessage, []byte(m)); err != nil {
			b.Fatal(err)
		}
	}
	hear := func(want string) {
		if _, m, err := c.ReadMessage(); err != nil || !strings.Contains(string(m), want) {
			b.Fatal(string(m), err)
		}
	}
	say(`{"type":"connection_init"}`)
	hear("connection_ack")
	say(`{"type":"subscribe","id":"1","payload":{"query":"subscription{timeline{... on TimelineEdge{cursor node{id summary}}}}"}}`)
	say(`{"type":"ping"}`)
	hear("pong")
}

// inUse is the memory in use once the garbage is gone, in bytes.
func inUse() uint64 {
	for range 6 { // a stack shrinks by half each time
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse + m.StackInuse
}
