package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"portico/internal/apitoken"
	"portico/internal/browser"
	"portico/internal/limit"
	"portico/internal/testkit"
)

// dear costs about 2000: a guest has some of them in a minute.
const dear = `{ node(id: "x") { ... on App { timeline(first: 100) { edges { cursor node { id type summary occurredAt ` +
	`a: id b: id c: id d: id e: id f: id g: id h: id i: id j: id k: id } } } } } }`

// Every answer tells what it cost, in itself, by asking, and in headers; and the
// same over WebSocket.
func TestAnswersTellTheirCost(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	const query = `{ viewer { username } rateLimit { cost limit remaining resetAt } }`
	a := s.ask(session, query, nil)
	a.must(t, "viewer.username")
	for at, want := range map[string]any{"extensions.cost": 12.0, "data.rateLimit.cost": 12.0, "data.rateLimit.limit": 60000.0, "data.rateLimit.remaining": 59988.0} {
		if got := find(a.body, at); got != want {
			t.Errorf("%s is %v, not %v", at, got, want)
		}
	}
	if reset, err := time.Parse(time.RFC3339, find(a.body["data"], "rateLimit.resetAt").(string)); err != nil || !reset.Equal(s.now().Add(limit.Window).Truncate(time.Microsecond)) {
		t.Errorf("whole again at %v %v", reset, err)
	}
	if got := a.Header().Get("RateLimit-Policy") + " " + a.Header().Get("RateLimit"); got != `"cost";q=60000;w=60 "cost";r=59988;t=60` {
		t.Errorf("the headers say %s", got)
	}
	k := s.dial(t, session)
	k.say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": query}})
	next := k.hear("next")["payload"]
	if find(next, "data.rateLimit.remaining") != 59976.0 || find(next, "extensions.cost") != 12.0 {
		t.Errorf("the socket said %v", next)
	}
	for name, bad := range map[string]answer{"invalid": s.ask(session, "{nothing}", nil), "by GET": s.get(session, "{viewer{nothing}}")} {
		if find(bad.body, "extensions.cost") != 1.0 || !strings.HasPrefix(bad.Header().Get("RateLimit"), `"cost";r=`) {
			t.Errorf("%s: %s %v", name, bad.Body, bad.Header())
		}
	}
}

// Each asker has a budget of their own: a guest by the address, an account, each
// token; what one spends is not another's. Over HTTP and WebSocket it is one.
func TestBudgetsAreApart(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	moved := time.Duration(0)
	start := s.now()
	s.now = func() time.Time { return start.Add(moved) }
	s.http = s.handler()
	session, ctx := s.account("ada")
	token, err := s.Tokens.Create(ctx, apitoken.NewToken{Name: "program", Scopes: []string{"PROFILE_READ"}})
	secret := testkit.Must(t, token, err).Text
	from := func(address string) func(*http.Request) {
		return func(r *http.Request) { r.RemoteAddr = address + ":5" }
	}
	var last answer
	for range 40 {
		if last = s.ask("", dear, nil, from("203.0.113.7")); last.code() == "RATE_LIMITED" {
			break
		}
	}
	if last.code() != "RATE_LIMITED" || find(last.body["errors"], "0.extensions.retryAfter") != 60.0 || last.Header().Get("Retry-After") != "60" {
		t.Fatalf("a guest is never limited: %s %v", last.Body, last.Header())
	}
	if last.body["data"] != nil || last.statements.Count() != 0 {
		t.Errorf("what is refused is carried out: %s", last.Body)
	}
	for name, a := range map[string]answer{
		"another guest":                      s.ask("", dear, nil, from("203.0.113.8")),
		"the account at that address":        s.ask(session, dear, nil, from("203.0.113.7")),
		"a token at that address":            s.ask("", dear, nil, from("203.0.113.7"), with(secret)),
		"a guest who claims to be elsewhere": s.ask("", dear, nil, from("203.0.113.7"), func(r *http.Request) { r.Header.Set("X-Forwarded-For", "1.1.1.1") }),
	} {
		if limited := a.code() == "RATE_LIMITED"; limited != (name == "a guest who claims to be elsewhere") {
			t.Errorf("%s: %s", name, a.Body)
		}
	}
	neighbours := []string{"[2001:db8::1]", "[2001:db8::2]", "[2001:db8:0:1::1]"}
	for range 40 {
		s.ask("", dear, nil, from(neighbours[0]))
	}
	if a, b := s.ask("", dear, nil, from(neighbours[1])), s.ask("", dear, nil, from(neighbours[2])); a.code() != "RATE_LIMITED" || b.code() == "RATE_LIMITED" {
		t.Errorf("a /64 is not one asker: %v %v", a.code(), b.code())
	}
	moved = limit.Window
	later := s.ask("", dear, nil, from("203.0.113.7"))
	if later.code() == "RATE_LIMITED" {
		t.Errorf("a minute later: %s", later.Body)
	}

	// The account spends over its sockets too.
	k := s.dial(t, session)
	for range rateSignedIn / int(find(later.body, "extensions.cost").(float64)) {
		k.say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": dear}})
		k.hear("next")
		k.hear("complete")
	}
	k.say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": dear}})
	if no := k.hear("error")["payload"]; find(no, "0.extensions.code") != "RATE_LIMITED" || find(no, "0.extensions.retryAfter") != 60.0 {
		t.Errorf("the socket heard %v", no)
	}
	if a := s.ask(session, dear, nil); a.code() != "RATE_LIMITED" {
		t.Errorf("what a socket spent is forgotten: %v", find(a.body, "extensions.cost"))
	}
}

// R77: replaying a history has a budget of its own, and then waits; the requests
// of the account go on.
func TestR77ReplaysArePaced(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	start := s.ask(session, "{viewer{timelineHead}}", nil).must(t, "viewer.timelineHead")
	key, err := s.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, key, err)
	for i := range 130 {
		_, err := s.Keys.Rename(ada, key.ID, fmt.Sprint("laptop ", i))
		testkit.Must(t, 0, err)
	}
	query := "subscription($after: Cursor){timeline(after: $after){" + strings.Repeat("...f ", 30) + "}}" +
		"fragment f on TimelineEdge{node{id type occurredAt summary account{id username} actor{kind account{id username}} app{id name}}}"
	k := s.dial(t, session)
	k.say(map[string]any{"type": "subscribe", "id": "replay", "payload": map[string]any{"query": query, "variables": map[string]any{"after": start}}})
	const price = 1 + 30*16 // of an event
	for range rateSignedIn / price {
		if m := k.hear("next"); m["id"] != "replay" {
			t.Fatalf("heard %v", m)
		}
	}
	k.say(map[string]any{"type": "subscribe", "id": "query", "payload": map[string]any{"query": "{viewer{username}}"}})
	if m := k.hear("next"); m["id"] != "query" || find(m["payload"], "data.viewer.username") != "ada" {
		t.Errorf("heard %v", m)
	}
}

// R54: who has a /48 and asks from one /64 after the other spends what four networks
// may, and has as many answers on their way; one /64 takes its own part alone.
func TestR54_ASiteHasTheBudgetOfFourNetworks(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	asks := func(address string) bool {
		return s.ask("", dear, nil, func(r *http.Request) { r.RemoteAddr = address + ":5" }).code() != "RATE_LIMITED"
	}
	first := 0
	for range 30 {
		if asks("[2001:db8:1:1::1]") {
			first++
		}
	}
	site := first
	for subnet := range 100 {
		if asks(fmt.Sprintf("[2001:db8:1:%x::1]", 2+subnet)) {
			site++
		}
	}
	if first == 0 || first == 30 || site/first != 4 {
		t.Errorf("a network asks %d times, its site %d", first, site)
	}
	if !asks("[2001:db8:2::1]") {
		t.Error("another site is refused")
	}
	var u unread
	for subnet := range 100 {
		ctx := browser.With(t.Context(), browser.Browser{Address: fmt.Sprintf("2001:db8:1:%x::1", subnet)})
		for _, who := range readers(ctx) {
			u.add(who, &sending{ResponseWriter: httptest.NewRecorder()})
		}
	}
	if n := len(u.of["guest:net:2001:db8:1::/48"]); n != 4*maxUnread {
		t.Errorf("a site has %d answers on their way", n)
	}
}
