package main

import (
	"go/ast"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"portico/ent/session"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R22: what headers claim of the client's address counts for nothing, unless a
// configured proxy brought the request.
func TestR22AddressComesFromThePeer(t *testing.T) {
	t.Parallel()
	none, some := &Config{}, &Config{TrustedProxies: []string{"10.0.0.0/8", "192.0.2.1", "2001:db8:1::/48"}}
	testkit.Must(t, 0, some.parseForTest())
	for _, c := range []struct {
		name   string
		config *Config
		peer   string
		claims []string
		want   string
	}{
		{"no proxy is configured", none, "10.0.0.1:5", []string{"1.1.1.1"}, "10.0.0.1"},
		{"nor is this machine", none, "127.0.0.1:5", []string{"1.1.1.1"}, "127.0.0.1"},
		{"the peer is a stranger", some, "203.0.113.7:5", []string{"1.1.1.1"}, "203.0.113.7"},
		{"a stranger by IPv6", some, "[2001:db8:2::1]:5", []string{"1.1.1.1"}, "2001:db8:2::1"},
		{"a proxy says it", some, "10.0.0.1:5", []string{"1.1.1.1"}, "1.1.1.1"},
		{"a proxy of one address", some, "192.0.2.1:5", []string{"1.1.1.1"}, "1.1.1.1"},
		{"the address beside it", some, "192.0.2.2:5", []string{"1.1.1.1"}, "192.0.2.2"},
		{"a proxy by IPv6", some, "[2001:db8:1::9]:5", []string{"2001:db8:7::1"}, "2001:db8:7::1"},
		{"a proxy by IPv4 in IPv6", some, "[::ffff:10.0.0.1]:5", []string{"1.1.1.1"}, "1.1.1.1"},
		{"a proxy says nothing", some, "10.0.0.1:5", nil, "10.0.0.1"},
		{"the client claims too, and the right-most counts", some, "10.0.0.1:5", []string{"9.9.9.9, 1.1.1.1"}, "1.1.1.1"},
		{"in a header of its own", some, "10.0.0.1:5", []string{"9.9.9.9", "1.1.1.1"}, "1.1.1.1"},
		{"through two proxies", some, "10.0.0.1:5", []string{"9.9.9.9, 1.1.1.1, 10.0.0.2"}, "1.1.1.1"},
		{"through proxies alone", some, "10.0.0.1:5", []string{"10.0.0.3, 10.0.0.2"}, "10.0.0.3"},
		{"rubbish: who passed it on is the last known", some, "10.0.0.1:5", []string{"1.1.1.1, unknown, 10.0.0.2"}, "10.0.0.2"},
		{"rubbish of a client", some, "10.0.0.1:5", []string{"<script>"}, "10.0.0.1"},
		{"with a port", some, "10.0.0.1:5", []string{"1.1.1.1:4711"}, "1.1.1.1"},
		{"with a port by IPv6", some, "10.0.0.1:5", []string{"[2001:db8:7::1]:4711"}, "2001:db8:7::1"},
		{"in brackets", some, "10.0.0.1:5", []string{"[2001:db8:7::1]"}, "2001:db8:7::1"},
		{"IPv4 in IPv6 is one address", some, "10.0.0.1:5", []string{"::ffff:1.1.1.1"}, "1.1.1.1"},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.RemoteAddr = c.peer
		for _, claim := range c.claims {
			r.Header.Add("X-Forwarded-For", claim)
		}
		for _, other := range []string{"Forwarded", "X-Real-Ip", "X-Client-Ip", "True-Client-Ip", "Cf-Connecting-Ip"} {
			r.Header.Set(other, "for=6.6.6.6")
		}
		if got := c.config.addressOf(r); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func (c *Config) parseForTest() (err error) {
	c.proxies, err = parseProxies(c.TrustedProxies)
	return err
}

// R22: the session knows the address, and nobody is who a header says.
func TestR22HeadersNameNobody(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	forged := func(r *http.Request) {
		r.RemoteAddr = "203.0.113.7:5"
		for _, name := range []string{"X-Forwarded-For", "X-Real-Ip", "Forwarded"} {
			r.Header.Set(name, "6.6.6.6")
		}
		for _, name := range []string{"X-User", "X-Forwarded-User", "Remote-User", "X-Auth-Request-Email"} {
			r.Header.Set(name, "ada@example.com")
		}
	}
	s.account("ada")
	in := s.ask("", `mutation($p: String!) { signIn(input: {login: "ada", password: $p}) { viewer { id } } }`, map[string]any{"p": testkit.Password}, forged)
	in.must(t, "signIn.viewer.id")
	if n := s.db.Session.Query().Where(session.Address("203.0.113.7")).CountX(viewer.AsSystem(t.Context())); n != 1 {
		t.Error("the session has another address")
	}
	if got := s.ask("", `{ viewer { username } }`, nil, forged).must(t, "viewer"); got != nil {
		t.Errorf("a header signs in %v", got)
	}
}

// R22: one function knows where requests come from. The transport counts sockets
// by what it is given.
func TestR22OneFunctionReadsTheAddress(t *testing.T) {
	t.Parallel()
	for path, file := range testkit.Sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			text, peer := "", ""
			switch n := n.(type) {
			case *ast.BasicLit:
				text = strings.ToLower(n.Value)
			case *ast.SelectorExpr:
				peer = n.Sel.Name
			}
			claims := strings.Contains(text, `"x-forwarded-`) || strings.Contains(text, `"x-real-ip`) || strings.Contains(text, `"forwarded`)
			reads := peer == "RemoteAddr" && !strings.HasPrefix(path, "internal/gitssh/") && path != "internal/transport/websocket.go"
			if (claims || reads) && path != "server/address.go" {
				t.Errorf("%s reads an address by itself: ask Config.addressOf", path)
			}
			return true
		})
	}
}
