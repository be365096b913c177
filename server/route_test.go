package main

import (
	"net/http"
	"testing"
)

// Where a password manager looks for the page that changes a password, and that
// it can tell such an address from one that is not there:
// https://w3c.github.io/webappsec-change-password-url/
func TestWellKnownAddresses(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	w := s.page("http://portico.test/.well-known/change-password", "")
	if w.Code != http.StatusFound || w.Header().Get("Location") != "/authentication#password" {
		t.Errorf("%d %s", w.Code, w.Header().Get("Location"))
	}
	for _, path := range []string{
		"/.well-known/", "/.well-known/security.txt", "/.well-known/change-password/x",
		"/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200",
	} {
		if w := s.page("http://portico.test"+path, ""); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

// No cache keeps an error, whoever answers with it.
func TestErrorsAreNotCached(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	for _, path := range []string{
		"/assets/nope.js", "/playground/assets/nope.js", "/nowhere", "/nowhere.php", "/.well-known/nope",
		"/dev/mail/nope", "/exports/nope", "/graphql", "/auth/github/callback",
	} {
		if h := s.page("http://portico.test"+path, "").Header(); h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %q", path, h.Get("Cache-Control"))
		}
	}
}
