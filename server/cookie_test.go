package main

import (
	"net/http"
	"strings"
	"testing"

	"portico/internal/testkit"
)

// R82: beyond localhost there is no plain HTTP without the switch, and the refusal
// is one clear line.
func TestR82PlainHTTPTakesASwitch(t *testing.T) {
	t.Parallel()
	for base, refused := range map[string]bool{
		"https://portico.example.com": false, "http://localhost:8080": false, "http://Portico.localhost": false,
		"http://127.0.0.1:8080": false, "http://[::1]:8080": false,
		"http://portico.example.com": true, "http://192.168.1.5:8080": true, "http://nas": true, "http://localhost.example.com": true,
	} {
		c := Config{Addr: "0.0.0.0:8080", SSHAddr: "0.0.0.0:2222", BaseURL: base, Storage: Storage{Data: t.TempDir()}}
		err := c.checkServing()
		if (err != nil) != refused || err != nil && (!strings.Contains(err.Error(), "PORTICO_INSECURE_HTTP") || strings.Contains(err.Error(), "\n")) {
			t.Errorf("%s: %v", base, err)
		}
		if refused && (&serveCommand{Config: c}).Run(t.Context()) == nil {
			t.Errorf("%s is served", base)
		}
		c.InsecureHTTP = true
		if err := c.checkServing(); err != nil {
			t.Errorf("%s with the switch: %v", base, err)
		}
	}
}

// R82: with the switch cookies work over plain HTTP, with all else that protects
// them; the switch changes nothing where the address is encrypted.
func TestR82CookiesOverPlainHTTP(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		base     string
		insecure bool
		name     string
	}{
		{"http://portico.test", true, "portico"},
		{"https://portico.test", true, "__Host-portico"},
		{"https://portico.test", false, "__Host-portico"},
	} {
		s := inProcess(t, func(x *Config) { x.BaseURL, x.InsecureHTTP = c.base, c.insecure })
		cookies := s.ask("", `mutation($p: String!) { signUp(input: {username: "ada", email: "ada@example.com", password: $p}) { viewer { id } errors { message } } }`,
			map[string]any{"p": testkit.Password}).Result().Cookies()
		if len(cookies) == 0 {
			t.Fatalf("%s: no cookie", c.base)
		}
		for _, k := range cookies {
			secure := strings.HasPrefix(k.Name, hostPrefix)
			if !strings.HasPrefix(k.Name, c.name) || k.Secure != secure || !k.HttpOnly || k.SameSite != http.SameSiteLaxMode || k.Path != "/" || k.Domain != "" {
				t.Errorf("%s: %s", c.base, k.Raw)
			}
		}
		name := s.ask("", "{ viewer { username } }", nil, func(r *http.Request) {
			for _, k := range cookies {
				r.AddCookie(k)
			}
		}).must(t, "viewer.username")
		if name != "ada" {
			t.Errorf("%s: signed in as %v", c.base, name)
		}
	}
}
