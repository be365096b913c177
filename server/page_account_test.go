package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"portico/internal/gid"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// loadedFor has a request come from a page that was loaded for an account.
func loadedFor(id any) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(accountHeader, id.(string)) }
}

const addKey = `mutation($k: String!) { addSshKey(input: {name: "laptop", publicKey: $k}) { sshKey { id } errors { code } } }`

// R63: a page that was loaded for one account does nothing in another that signed in
// with another tab since. What it sends is refused before anything of it runs.
func TestR63RequestsOfAPageLoadedForAnotherAccountAreRefused(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	adas, _ := s.account("ada")
	bobs, bob := s.account("bob")
	ada := s.ask(adas, `{ viewer { id } }`, nil).must(t, "viewer.id")
	for name, id := range map[string]any{"ada's": ada, "nobody's": gid.ID{Kind: gid.Account}.String(), "an app's": gid.ID{Kind: gid.App, UUID: viewer.ID(bob)}.String(), "no id": "x"} {
		a := s.ask(bobs, addKey, map[string]any{"k": testkit.PublicKey(t)}, loadedFor(id))
		if a.Code != http.StatusConflict || a.code() != "SESSION_CHANGED" || a.body["data"] != nil {
			t.Errorf("a page that is %s: %d %s", name, a.Code, a.Body)
		}
		for _, query := range []string{`{ viewer { username } }`, `mutation { signOut { ended } }`} {
			if a := s.ask(bobs, query, nil, loadedFor(id)); a.code() != "SESSION_CHANGED" {
				t.Errorf("a page that is %s: %s: %s", name, query, a.Body)
			}
		}
	}
	if n := s.db.SSHKey.Query().CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d keys were added", n)
	}
	if a := s.ask(adas, addKey, map[string]any{"k": testkit.PublicKey(t)}, loadedFor(ada)); a.must(t, "addSshKey.sshKey") == nil {
		t.Errorf("ada's own page: %s", a.Body)
	}
	french := func(r *http.Request) { r.Header.Set("Accept-Language", "fr") }
	if a := s.ask(bobs, `{ viewer { id } }`, nil, loadedFor(ada), french); find(a.body["errors"], "0.message") != "Vous vous êtes connecté dans un autre onglet. Rechargez la page." {
		t.Errorf("in French: %s", a.Body)
	}
}

// R63: a page that was loaded for somebody whose session has ended is nobody's; one
// that was loaded for nobody, and a program with a token, say nothing and are not asked.
func TestR63WhoNeedNotSay(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	adas, _ := s.account("ada")
	ada := s.ask(adas, `{ viewer { id } }`, nil).must(t, "viewer.id")
	if a := s.ask("", `{ viewer { id } }`, nil, loadedFor(ada)); a.must(t, "viewer") != nil {
		t.Errorf("without a session: %s", a.Body)
	}
	if a := s.ask(adas, `{ viewer { id } }`, nil); a.must(t, "viewer.id") != ada {
		t.Errorf("a page that says nothing: %s", a.Body)
	}
	token := s.ask(adas, `mutation { createApiToken(input: {name: "ci", scopes: [PROFILE_READ]}) { secret } }`, nil).must(t, "createApiToken.secret")
	bearer := func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token.(string)) }
	if a := s.ask("", `{ viewer { id } }`, nil, bearer, loadedFor("x")); a.must(t, "viewer.id") != ada {
		t.Errorf("a program: %s", a.Body)
	}
}

// R63: the socket of a page loaded for another account is refused, also when it comes
// back by itself after the sign-in in the other tab.
func TestR63SocketsOfAPageLoadedForAnotherAccountAreRefused(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	adas, _ := s.account("ada")
	bobs, _ := s.account("bob")
	ada := s.ask(adas, `{ viewer { id } }`, nil).must(t, "viewer.id")
	s.greets(t, adas, map[string]any{accountHeader: ada}).hear("connection_ack")
	s.greets(t, bobs, map[string]any{}).hear("connection_ack")
	for _, name := range []string{accountHeader, strings.ToLower(accountHeader)} {
		if code := s.greets(t, bobs, map[string]any{name: ada}).closed(); code != 4403 {
			t.Errorf("closed with %d", code)
		}
	}
}

// R63: a sign-in with another tab closes the sockets of the session it replaces within
// a second, whoever signs in.
func TestR63AReplacedSessionClosesItsSockets(t *testing.T) {
	t.Parallel()
	for _, who := range []string{"bob", "ada"} {
		s := inProcess(t)
		s.account("bob")
		session, _ := s.account("ada")
		k := s.dial(t, session)
		k.follow(followTimeline, map[string]any{"after": s.ask(session, `{ viewer { timelineHead } }`, nil).must(t, "viewer.timelineHead")})
		began := time.Now()
		s.ask(session, `mutation($n: String!, $p: String!) { signIn(input: {login: $n, password: $p}) { viewer { id } errors { message } } }`,
			map[string]any{"n": who, "p": testkit.Password}).must(t, "signIn.viewer.id")
		if code := k.closedAtLast(); code != 4401 || time.Since(began) > time.Second {
			t.Errorf("%s signs in: closed with %d after %v", who, code, time.Since(began))
		}
		if a := s.ask(session, `{ viewer { id } }`, nil); a.must(t, "viewer") != nil {
			t.Errorf("%s signs in: the old cookie is %s", who, a.Body)
		}
	}
}

// R63: the pages of the configured sites may say whom they were loaded for.
func TestR63ConfiguredSitesMaySay(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	r := httptest.NewRequestWithContext(t.Context(), http.MethodOptions, "http://portico.test/graphql", nil)
	r.Header.Set("Origin", "https://console.test")
	r.Header.Set("Access-Control-Request-Method", http.MethodPost)
	w := httptest.NewRecorder()
	s.http.ServeHTTP(w, r)
	if allowed := w.Header().Get("Access-Control-Allow-Headers"); !strings.Contains(allowed, accountHeader) {
		t.Errorf("allowed are %s", allowed)
	}
}
