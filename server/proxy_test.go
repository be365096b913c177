package main

import (
	"fmt"
	"net/http"
	"testing"

	"portico/internal/testkit"
)

// claims is a request that a peer passes on for a client.
func claims(peer, client string) func(*http.Request) {
	return func(r *http.Request) {
		if r.RemoteAddr = peer; client != "" {
			r.Header.Set("X-Forwarded-For", client)
		}
	}
}

// R62: a proxy in front that is not configured is warned of once; strangers who
// claim to be one are not. Not parallel: all that is logged meanwhile is read.
func TestR62_AProxyThatIsNotTrustedIsWarnedOf(t *testing.T) {
	for name, c := range map[string]struct {
		trusted      []string
		peer, client string
		warnings     int
	}{
		"a proxy on this machine":       {nil, "127.0.0.1:5", "1.1.1.1", 1},
		"a proxy on this machine, IPv6": {nil, "[::1]:5", "1.1.1.1", 1},
		"a proxy of a private network":  {nil, "10.1.2.3:5", "1.1.1.1", 1},
		"no proxy":                      {nil, "127.0.0.1:5", "", 0},
		"a stranger's claim":            {nil, "203.0.113.7:5", "1.1.1.1", 0},
		"a proxy that is trusted":       {[]string{"127.0.0.1"}, "127.0.0.1:5", "1.1.1.1", 0},
	} {
		t.Run(name, func(t *testing.T) {
			logged := logTo(t)
			s := inProcess(t, func(config *Config) { config.TrustedProxies = c.trusted })
			for range 3 {
				s.ask("", `{ serverInfo { version } }`, nil, claims(c.peer, c.client)).must(t, "serverInfo")
			}
			if n := len(logged.with("PORTICO_TRUSTED_PROXIES is not set")); n != c.warnings {
				t.Errorf("%d warnings, want %d", n, c.warnings)
			}
		})
	}
}

// R56, R62: behind a proxy that is not trusted the limits of networks stay on: all
// visitors share those of one. In a sandbox this machine has none.
func TestR62_R56_LimitsStayOnBehindAProxy(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		set     func(*Config)
		limited bool
	}{
		"not trusted": {func(*Config) {}, true},
		"trusted":     {func(c *Config) { c.TrustedProxies = []string{"127.0.0.1"} }, false},
		"a sandbox":   {func(c *Config) { c.Sandbox = true }, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := inProcess(t, c.set)
			var last answer
			for i := range 21 {
				last = s.ask("", `mutation($n: String!, $e: String!, $p: String!) { signUp(input: {username: $n, email: $e, password: $p}) { viewer { id } errors { message } } }`,
					map[string]any{"n": fmt.Sprint("guest-", i), "e": fmt.Sprintf("guest-%d@example.com", i), "p": testkit.Password},
					claims("127.0.0.1:5", fmt.Sprintf("203.0.%d.7", i)))
			}
			if limited := last.code() == "RATE_LIMITED" && find(last.body["errors"], "0.extensions.retryAfter") == 3600.0; limited != c.limited {
				t.Errorf("the 21st sign-up: %s", last.Body)
			}
		})
	}
}
