package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/internal/testkit"
	"portico/internal/viewer"
)

func withViewer(ctx context.Context, v viewer.Viewer) context.Context { return viewer.With(ctx, v) }

// Signing in sets a cookie that only the browser's requests carry, and signing
// out makes it worthless.
func TestSessionsCookie(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	s.account("ada")
	in := s.ask("", `mutation($p: String!) { signIn(input: {login: "ada@EXAMPLE.com", password: $p}) { viewer { username } errors { code } } }`, map[string]any{"p": testkit.Password})
	in.must(t, "signIn.viewer.username")
	set := in.Header().Get("Set-Cookie")
	for _, part := range []string{"__Host-portico=", "Path=/", "Secure", "HttpOnly", "SameSite=Lax"} {
		if !strings.Contains(set, part) {
			t.Errorf("the cookie %q lacks %s", set, part)
		}
	}
	session := in.Result().Cookies()[0].Value
	if got := s.ask(session, `{ viewer { username } }`, nil).must(t, "viewer.username"); got != "ada" {
		t.Errorf("signed in as %v", got)
	}
	out := s.ask(session, `mutation { signOut { ended } }`, nil)
	if out.must(t, "signOut.ended") != true || out.Result().Cookies()[0].MaxAge >= 0 {
		t.Errorf("signing out: %s %v", out.Body, out.Header())
	}
	if got := s.ask(session, `{ viewer { username } }`, nil).must(t, "viewer"); got != nil {
		t.Errorf("the old cookie is %v's still", got)
	}
}

func TestWrongCredentialsAreNotTold(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	s.account("ada")
	var bodies []string
	for _, login := range []string{"ada", "ada@example.com", "Ada", "nobody", "nobody@example.com"} {
		a := s.ask("", `mutation($l: String!) { signIn(input: {login: $l, password: "not the password"}) { viewer { id } errors { code message path } } }`, map[string]any{"l": login})
		bodies = append(bodies, a.Body.String())
		if a.Header().Get("Set-Cookie") != "" {
			t.Errorf("%s got a cookie", login)
		}
	}
	if len(slices.Compact(bodies)) != 1 {
		t.Errorf("answers differ: %v", bodies)
	}
}

// R34: a page of another site cannot have a visitor's browser change anything.
func TestR34CrossSiteIsRefused(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	from := func(origin, site string) func(*http.Request) {
		return func(r *http.Request) {
			r.Header.Set("Origin", origin)
			r.Header.Set("Sec-Fetch-Site", site)
		}
	}
	const change = `mutation { updateProfile(input: {company: "Evil"}) { errors { code } } }`
	for _, c := range []struct {
		name string
		set  func(*http.Request)
		want int
	}{
		{"another site", from("https://evil.test", "cross-site"), http.StatusForbidden},
		{"a sandboxed frame", from("null", "cross-site"), http.StatusForbidden},
		{"another port", from("http://portico.test:81", "same-site"), http.StatusForbidden},
		{"our own page", from("http://portico.test", "same-origin"), http.StatusOK},
		{"a configured site", from("https://console.test", "cross-site"), http.StatusOK},
	} {
		a := s.ask(session, change, nil, c.set)
		if a.Code != c.want {
			t.Errorf("%s: %d %s", c.name, a.Code, a.Body)
		}
		if shares := a.Header().Get("Access-Control-Allow-Origin"); (shares == "https://console.test") != (c.name == "a configured site") {
			t.Errorf("%s: answers are shared with %q", c.name, shares)
		}
	}
	for _, media := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""} {
		a := s.ask(session, change, nil, func(r *http.Request) { r.Header.Set("Content-Type", media) })
		if a.Code != http.StatusUnsupportedMediaType {
			t.Errorf("as %q: %d", media, a.Code)
		}
	}
	get := s.ask(session, "", nil, func(r *http.Request) {
		r.Method = http.MethodGet
		r.URL.RawQuery = "query=mutation%7BsignOut%7Bended%7D%7D"
	})
	if get.Code != http.StatusMethodNotAllowed {
		t.Errorf("a mutation by GET: %d %s", get.Code, get.Body)
	}
}

func TestPagesAreServedUnderTheirOwnName(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	get := func(url string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		s.http.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, url, nil))
		return w
	}
	if w := get("http://127.0.0.1/apps/x?tab=1"); w.Code != http.StatusTemporaryRedirect || w.Header().Get("Location") != "http://portico.test/apps/x?tab=1" {
		t.Errorf("another name: %d %s", w.Code, w.Header().Get("Location"))
	}
	for url, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ready\n"} {
		if w := get("http://10.0.0.1" + url); w.Code != http.StatusOK || w.Body.String() != want {
			t.Errorf("%s: %d %s", url, w.Code, w.Body)
		}
	}
	if w := get("http://portico.test/schema.graphql"); !strings.Contains(w.Body.String(), "type Query {") {
		t.Errorf("the schema is not there: %d", w.Code)
	}
	if csp := get("http://portico.test/").Header().Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") {
		t.Errorf("the pages may do what is unsafe: %s", csp)
	}
}

func TestConfigRefusesWhatCannotWork(t *testing.T) {
	t.Parallel()
	good := Config{Addr: "127.0.0.1:8080", SSHAddr: "127.0.0.1:2222", BaseURL: "http://localhost:8080", Storage: Storage{Data: "data"}}
	for want, change := range map[string]func(*Config){
		"":                                         func(*Config) {},
		"PORTICO_BASE_URL: \"ftp://x\"":            func(c *Config) { c.BaseURL = "ftp://x" },
		"PORTICO_BASE_URL: \"http://x/portico\"":   func(c *Config) { c.BaseURL = "http://x/portico" },
		"PORTICO_ADDR: \"8080\"":                   func(c *Config) { c.Addr = "8080" },
		"PORTICO_SSH_ADDR: \"\"":                   func(c *Config) { c.SSHAddr = "" },
		"PORTICO_ALLOWED_ORIGINS":                  func(c *Config) { c.AllowedOrigins = []string{"https://x/"} },
		"PORTICO_DATABASE_URL":                     func(c *Config) { c.DatabaseURL = "mysql://x" },
		"PORTICO_TRUSTED_PROXIES: \"10.0.0.0/40\"": func(c *Config) { c.TrustedProxies = []string{"::1", "10.0.0.0/40"} },
		"PORTICO_TRUSTED_PROXIES: \"proxy.lan\"":   func(c *Config) { c.TrustedProxies = []string{"proxy.lan"} },
		"PORTICO_DELETION_GRACE: -1s":              func(c *Config) { c.DeletionGrace = -time.Second },
		"a sandbox listens on loopback only":       func(c *Config) { c.Sandbox, c.Addr = true, "0.0.0.0:80" },
	} {
		c := good
		change(&c)
		err := c.check()
		if (err == nil) != (want == "") || err != nil && (!strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n")) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	forced := good
	forced.Sandbox, forced.ForceSandbox, forced.Addr = true, true, "0.0.0.0:80"
	if err := forced.check(); err != nil {
		t.Error(err)
	}
}
