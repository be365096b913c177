package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/internal/browser"
	"portico/internal/clock"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/testkit"
)

// sessionCookie is the name of the cookie that holds the session.
var sessionCookie = cookies[browser.SessionCookie]

// A served program runs within the test, on an empty database.
type served struct {
	*program
	t     testing.TB
	http  http.Handler
	count int
}

// workOnce does all that is due.
func (p *program) workOnce(ctx context.Context) {
	_ = p.workers.RunDue(ctx) // it logs what fails
}

// next is a number that was not used yet.
func (s *served) next() int {
	s.count++
	return s.count
}

func inProcess(t testing.TB, set ...func(*Config)) *served {
	t.Helper()
	c := &Config{
		Addr: "127.0.0.1:0", SSHAddr: "127.0.0.1:2222", Storage: Storage{Data: t.TempDir(), DatabaseURL: testkit.URL(t)},
		BaseURL: "http://portico.test", AllowedOrigins: []string{"https://console.test"},
	}
	for _, fn := range set {
		fn(c)
	}
	if err := c.check(); err != nil {
		t.Fatal(err)
	}
	now := clock.Now() // it stands still: what is counted does not depend on the minute
	p, err := wire(t.Context(), c, outside{
		now: func() time.Time { return now }, passwords: testkit.CheapPasswords(), driver: testkit.Counted,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.close)
	return &served{program: p, t: t, http: p.handler()}
}

// free lets everybody order what costs money.
func free(c *Config) { c.BillingGate = platform.GateNone }

// An answer is what one request got and what it cost.
type answer struct {
	*httptest.ResponseRecorder
	body       map[string]any
	statements *testkit.Statements
}

// ask sends a document with a session's cookie, or none.
func (s *served) ask(session, query string, variables map[string]any, set ...func(*http.Request)) answer {
	s.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		s.t.Fatal(err)
	}
	ctx, statements := testkit.Counting(s.t.Context())
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "http://portico.test/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	a := answer{ResponseRecorder: s.respond(r, session, set...), statements: statements}
	_ = json.Unmarshal(a.Body.Bytes(), &a.body)
	return a
}

// respond sends a request with a session's cookie, or none.
func (s *served) respond(r *http.Request, session string, set ...func(*http.Request)) *httptest.ResponseRecorder {
	if session != "" {
		r.AddCookie(&http.Cookie{Name: sessionCookie, Value: session})
	}
	for _, fn := range set {
		fn(r)
	}
	w := httptest.NewRecorder()
	s.http.ServeHTTP(w, r)
	return w
}

// must is what is found in an answer that has no errors.
func (a answer) must(t testing.TB, at string) any {
	t.Helper()
	if a.body["errors"] != nil || a.body["data"] == nil {
		t.Fatalf("%d %s", a.Code, a.Body)
	}
	return find(a.body["data"], at)
}

// code is the code of an answer's first error.
func (a answer) code() any { return find(a.body["errors"], "0.extensions.code") }

// elsewhere has a request come from a network of its own: one makes few accounts.
func (s *served) elsewhere() func(*http.Request) {
	n := s.next()
	return func(r *http.Request) { r.RemoteAddr = fmt.Sprintf("10.%d.%d.1:5", n/256, n%256) }
}

// account makes an account with a verified address; it returns its session and the
// context in which it asks.
func (s *served) account(name string) (string, context.Context) {
	s.t.Helper()
	a := s.ask("", `mutation($n: String!, $e: String!, $p: String!) { signUp(input: {username: $n, email: $e, password: $p}) { viewer { id } errors { message } } }`,
		map[string]any{"n": name, "e": name + "@example.com", "p": testkit.Password}, s.elsewhere())
	a.must(s.t, "signUp.viewer.id")
	for _, c := range a.Result().Cookies() {
		if c.Name == sessionCookie {
			v, ok, err := s.Sessions.Find(s.t.Context(), c.Value)
			if err != nil || !ok {
				s.t.Fatal("the new session is unknown", err)
			}
			ctx := withViewer(s.t.Context(), v)
			err = store.Do(ctx, s.db, func(tx *ent.Tx) error { return tx.Account.Update().SetEmailVerifiedAt(s.now()).Exec(ctx) })
			if err != nil {
				s.t.Fatal(err)
			}
			return c.Value, ctx
		}
	}
	s.t.Fatal("no session's cookie")
	return "", nil
}

func (s *served) app(owner context.Context, name string) *ent.App {
	s.t.Helper()
	a, err := s.Apps.Create(owner, name)
	return testkit.Must(s.t, a, err)
}

// A sharedApp is ada's, with bob as a collaborator.
type sharedApp struct {
	*ent.App
	ada, bob     context.Context
	bobsSession  string
	collaborator *ent.Collaborator
}

func (s *served) sharedApp(name string) sharedApp {
	s.t.Helper()
	_, ada := s.account("ada")
	session, bob := s.account("bob")
	a := s.app(ada, name)
	c, err := s.Collaborators.Invite(ada, a.ID, "bob", collaborator.RoleLIMITED)
	testkit.Must(s.t, c, err)
	_, err = s.Collaborators.Accept(bob, c.ID)
	return sharedApp{a, ada, bob, session, testkit.Must(s.t, c, err)}
}
