package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gorilla/websocket"
)

// What every answer forbids, whatever it is, and what its page may load.
func TestHeadersOfEveryAnswer(t *testing.T) {
	t.Parallel()
	for _, base := range []string{"http://portico.test", "https://portico.test"} {
		s := inProcess(t, inSandbox, func(c *Config) { c.BaseURL = base })
		for _, path := range []string{"/", "/apps/x", "/playground/", "/graphql", "/schema.graphql", "/healthz", "/dev/mail", "/assets/none.js", "/nowhere.php"} {
			h := s.page(base+path, "").Header()
			for name, want := range map[string]string{
				"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
				"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
			} {
				if h.Get(name) != want {
					t.Errorf("%s: %s is %q", path, name, h.Get(name))
				}
			}
			if sts := h.Get("Strict-Transport-Security"); (sts != "") != strings.HasPrefix(base, "https") {
				t.Errorf("%s%s: Strict-Transport-Security is %q", base, path, sts)
			}
			checkPolicy(t, path, h.Get("Content-Security-Policy"))
		}
	}
}

// checkPolicy has a page load nothing that is not named, run nothing inline, and
// stand in no frame of another site.
func checkPolicy(t *testing.T, path, policy string) {
	t.Helper()
	may := map[string]string{}
	for _, directive := range strings.Split(policy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(directive), " ")
		may[name] = sources
	}
	if may["default-src"] != "'none'" || may["frame-ancestors"] != "'none'" {
		t.Errorf("%s: %s", path, policy)
	}
	for name, sources := range may {
		inline := strings.Contains(sources, "unsafe")
		if inline && (path != "/playground/" || name != "style-src") || strings.Contains(sources, "*") || strings.Contains(sources, "http") {
			t.Errorf("%s: %s may be %s", path, name, sources)
		}
	}
}

// R41: the limits of the transport are those of the program, on both its ways in.
func TestR41LimitsOfTheProgram(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	large := "{ viewer { id } } #" + strings.Repeat("x", 256<<10)
	if a := s.ask(session, large, nil); a.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a body of more than 256 KB: %d %s", a.Code, a.Body)
	}
	k := s.dial(t, session)
	for i := range 21 {
		k.say(map[string]any{"type": "subscribe", "id": fmt.Sprint(i), "payload": map[string]any{"query": "subscription { timeline { __typename } }"}})
	}
	if m := k.hear("error"); m["id"] != "20" {
		t.Errorf("the 21st subscription is %v", m)
	}
	k.say(map[string]any{"type": "subscribe", "id": "x", "payload": map[string]any{"query": large}})
	if code := k.closedAtLast(); code != websocket.CloseMessageTooBig && code != 4413 {
		t.Errorf("a message of more than 256 KB is closed with %d", code)
	}
}

// R41: a user has ten sockets, and so have the guests of one address: the client's
// where a configured proxy tells it.
func TestR41TenSocketsEach(t *testing.T) {
	t.Parallel()
	s := inProcess(t, func(c *Config) { c.TrustedProxies = []string{"127.0.0.0/8", "::1"} })
	web := httptest.NewServer(s.http)
	t.Cleanup(web.Close)
	open := func(client string) error {
		d := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
		c, r, err := d.Dial("ws"+strings.TrimPrefix(web.URL, "http")+"/graphql", http.Header{"Origin": {"http://portico.test"}, "X-Forwarded-For": {client}})
		if err != nil {
			return err
		}
		_ = r.Body.Close()
		t.Cleanup(func() { _ = c.Close() })
		if err := c.WriteJSON(map[string]any{"type": "connection_init"}); err != nil {
			return err
		}
		var m map[string]any
		return c.ReadJSON(&m)
	}
	for i := range 10 {
		if err := open("203.0.113.7"); err != nil {
			t.Fatalf("socket %d: %v", i+1, err)
		}
	}
	var closed *websocket.CloseError
	if err := open("203.0.113.7"); !errors.As(err, &closed) {
		t.Errorf("an eleventh is opened: %v", err)
	}
	if err := open("203.0.113.8"); err != nil {
		t.Errorf("another client of the proxy: %v", err)
	}
}

// That a client leaves before its answer is no fault of ours. Not parallel: the log is the program's.
func TestAClientThatLeavesIsNoFault(t *testing.T) {
	written := logTo(t)
	for left, want := range map[bool]int{true: 0, false: 1} {
		ctx, leave := context.WithCancel(t.Context())
		if left {
			leave()
		}
		before := len(written.with(`"fault"`))
		fault(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, http.MethodGet, "/graphql", nil), context.Canceled)
		if n := len(written.with(`"fault"`)) - before; n != want {
			t.Errorf("left %t: %d faults are logged, want %d", left, n, want)
		}
		leave()
	}
}
