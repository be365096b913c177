package main

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"portico/ent"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
)

// numbered is a text n times, each # replaced by a number.
func numbered(n int, text string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "#", strconv.Itoa(i)))
	}
	return b.String()
}

// fanOut is fragments that each spread the next one twice.
func fanOut(levels int) string {
	var b strings.Builder
	b.WriteString("{viewer{...f0}}")
	for i := range levels {
		fmt.Fprintf(&b, "fragment f%d on Viewer{...f%d ...f%d}", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "fragment f%d on Viewer{id}", levels)
	return b.String()
}

// get asks by GET.
func (s *served) get(session, query string) answer {
	s.t.Helper()
	return s.ask(session, "", nil, func(r *http.Request) {
		*r = *httptest.NewRequestWithContext(r.Context(), http.MethodGet, "http://portico.test/graphql?query="+url.QueryEscape(query), nil)
		r.AddCookie(&http.Cookie{Name: sessionCookie, Value: session})
	})
}

// R37: what is too much is so on every way in, with one code.
func TestR37LimitsAreTheSameOnAllTransports(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	k := s.dial(t, session)
	const no, dear = "BAD_USER_INPUT", "COST_EXCEEDED"
	for _, c := range []struct{ name, query, code, says string }{
		{"too deep", `{__type(name:"App"){` + strings.Repeat("ofType{", 14) + "name" + strings.Repeat("}", 16), no, "15"},
		{"aliases", "{viewer{" + numbered(51, "a#:id ") + "}}", no, "50"},
		{"root fields", "{" + numbered(21, "a#:serverInfo{version}") + "}", no, "20"},
		{"mutations", "mutation{" + numbered(11, "a#:signOut{ended}") + "}", no, "10"},
		{"guesses", `mutation{a:signIn(input:{login:"a",password:"b"}){viewer{id}} b:signIn(input:{login:"a",password:"c"}){viewer{id}}}`, no, "one request for each"},
		{"cost", "{viewer{apps(first:100){edges{node{timeline(first:100){edges{node{id}}}}}}}}", dear, "10"},
		{"public keys", "{viewer{sshKeys(first:100){edges{node{" + numbered(13, "a#:publicKey ") + "}}}}}", dear, "10"},
		{"fan-out", fanOut(26), dear, "10"},
		{"tokens", "{viewer{" + numbered(6000, "id ") + "}}", no, "1200"},
		{"repeats", "{viewer{" + numbered(1000, "id ") + "}}", dear, "simpler"},
		{"repeats in a subscription", "subscription{timeline{...on TimelineEdge{" + numbered(1000, "cursor ") + "}}}", dear, "simpler"},
		{"ids", `{nodes(ids:["QQ"` + numbered(99, `,"x#"`) + `]){` + numbered(50, "x#:id ") + ` ... on App {` + numbered(51, "name ") + `}}}`, dear, "10"},
		{"a list", `{nodes(ids:["QQ"` + numbered(100, `,"x#"`) + `]){id}}`, no, "100 items"},
	} {
		k.say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": c.query}})
		socket := answer{body: map[string]any{"errors": k.hear("error")["payload"]}}
		for way, a := range map[string]answer{"POST": s.ask(session, c.query, nil), "GET": s.get(session, c.query), "WebSocket": socket} {
			said := fmt.Sprint(find(a.body["errors"], "0.message"))
			if a.code() != c.code || !strings.Contains(said, c.says) {
				t.Errorf("%s by %s: %v, %s", c.name, way, a.code(), said)
			}
			if a.body["data"] != nil || a.statements != nil && a.statements.Count() > 2 {
				t.Errorf("%s by %s: something was carried out: %v %s", c.name, way, a.body["data"], a.statements)
			}
		}
	}
}

// R35: however a second guess is wrapped into a request, none is made.
func TestR35GuessesComeOneByOne(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	s.account("ada")
	const guess = `:signIn(input:$i){viewer{id}}`
	variables := map[string]any{"i": map[string]any{"login": "ada", "password": testkit.Password}}
	const head = "mutation($i:SignInInput!){"
	if a := s.ask("", head+"a"+guess+"}", variables); a.must(t, "a.viewer.id") == nil || a.statements.Count() == 0 {
		t.Fatalf("one guess is not made: %s", a.Body)
	}
	for name, query := range map[string]string{
		"100 aliases":     head + numbered(100, "a#"+guess) + "}",
		"60 aliases":      head + numbered(60, "a#"+guess) + "}",
		"2 aliases":       head + numbered(2, "a#"+guess) + "}",
		"inline fragment": head + "a" + guess + "...{b" + guess + "}}",
		"fragments":       head + "...f ...g} fragment f on Mutation{a" + guess + "} fragment g on Mutation{b" + guess + "}",
		"with a reset":    head + "a" + guess + `resetPassword(input:{token:"x",password:"x"}){username}}`,
		"with signUp":     head + "a" + guess + `signUp(input:{username:"eve",email:"e@example.com",password:"x"}){viewer{id}}}`,
		"with a code":     head + "a" + guess + `verifySecondFactor(input:{code:"123456"}){viewer{id}}}`,
	} {
		a := s.ask("", query, variables)
		if a.code() != "BAD_USER_INPUT" || a.body["data"] != nil {
			t.Errorf("%s: %s", name, a.Body)
		}
		// A guess reads the account, if nothing else.
		if n := a.statements.Count(); n > 0 {
			t.Errorf("%s: %d statements", name, n)
		}
	}
	batch := s.ask("", "", nil, func(r *http.Request) {
		body := strings.NewReader(`[{"query":"{viewer{id}}"},{"query":"{viewer{id}}"}]`)
		*r = *httptest.NewRequestWithContext(r.Context(), http.MethodPost, "http://portico.test/graphql", body)
		r.Header.Set("Content-Type", "application/json")
	})
	if batch.code() != "BAD_USER_INPUT" {
		t.Errorf("a batch: %s", batch.Body)
	}
}

const (
	// refusedBytes is how much it may allocate to refuse a document.
	refusedBytes = 10_000_000
	// bytesPerPrice is how much what is carried out may allocate for each unit of
	// its price, besides what any request takes.
	bytesPerPrice, bytesOfAny = 4_000, 1_000_000
)

// R36: a hostile document is refused for 10 MB. Not parallel: what others allocate
// at the same time would count.
func TestR36HostileDocumentsAreCheap(t *testing.T) {
	s := inProcess(t)
	for name, query := range map[string]string{
		"fan-out of 26 levels":     fanOut(26),
		"id, 6000 times":           "{viewer{" + numbered(6000, "id ") + "}}",
		"id, 1190 times":           "{viewer{" + numbered(1190, "id ") + "}}",
		"under inline fragments":   "{viewer{" + strings.Repeat("...{", 130) + numbered(660, "id ") + strings.Repeat("}", 130) + "}}",
		"in 60 operations":         numbered(60, "query q#{...f}") + "fragment f on Query{viewer{" + numbered(700, "id ") + "}}",
		"conflicts":                "{viewer{" + numbered(198, "a:id a:email ") + "}}",
		"unknown fields":           "{viewer{" + numbered(1190, "idd ") + "}}",
		"a name of 60 KB":          "{viewer{" + strings.Repeat("x", 60_000) + "}}",
		"a type of 60 KB":          "{viewer{id}} fragment f on " + strings.Repeat("x", 60_000) + "{id}",
		"a block string of 60 KB":  `{app(name:"""` + strings.Repeat("\n", 60_000) + `"""){id}}`,
		"the schema, 60 times":     "{" + strings.Repeat("__schema{types{fields{args{type{name}}}}}", 60) + "}",
		"the schema, by 19 names":  "{" + numbered(19, "a#:__schema{types{fields{args{name}}}}") + "}",
		"values of no enum":        "{viewer{" + numbered(11, "a#:timeline(filter:{types:["+numbered(95, "APP_CREATEE ")+"]}){edges{cursor}}") + "}}",
		"an alias of 20 KB":        "{__schema{types{fields{" + strings.Repeat("x", 20_000) + ":name}}}}",
		"an operation's long name": "query " + strings.Repeat("x", 60_000) + "{" + numbered(30, "a#:node(id:$x){id}") + "}",
		"all types of all aliases": "{__schema{" + numbered(49, "a#:types{fields{args{name}}}") + "}}",
		"the largest, by 19 names": "{" + numbered(19, `a#:__type(name:"TimelineEvent"){possibleTypes{fields{name description type{name ofType{name}}}}} `) + "}",
	} {
		if bytes, a := measured(s, "", query, nil); a.body["errors"] == nil || a.code() == "RATE_LIMITED" || bytes > refusedBytes {
			t.Errorf("%s: %d bytes for %.120s", name, bytes, a.Body)
		}
	}
}

// R36: what is carried out allocates in proportion to its price, which also holds
// for descriptions of the schema.
func TestR36ThePriceIsThatOfTheWork(t *testing.T) {
	s := inProcess(t)
	session, ada := s.account("ada")
	testkit.Must(t, 0, store.Do(ada, s.db, func(tx *ent.Tx) error { return s.recordMany(ada, tx, 100) }))
	types := func(selection string) string { return "{__schema{types{" + selection + "}}}" }
	for name, query := range map[string]string{
		"what GraphiQL asks": introspection(t),
		"types of fields":    types("fields{" + numbered(6, "a#:type{ofType{ofType{name}}} ") + "}"),
		"in fragments": types("fields{"+numbered(6, "a#:type{...f0}")+"}") +
			"fragment f0 on __Type{ofType{...f1}} fragment f1 on __Type{...f2} fragment f2 on __Type{name kind}",
		"descriptions of fields": types("fields{" + numbered(20, "a#:description ") + "}"),
		"arguments":              types("fields{" + numbered(15, "a#:args{name} ") + "}"),
		"a few fields":           types("name fields{name args{name type{name}}}"),
		"interfaces":             types(numbered(45, "a#:interfaces{name} ")),
		"values of enums":        types(numbered(30, "a#:enumValues{name} ")),
		"possible types":         types(numbered(24, "a#:possibleTypes{name} ")),
		"the longest enum":       `{__type(name:"TimelineEventType"){` + numbered(49, "a#:enumValues{name description} ") + "}}",
		"types of the largest":   `{__type(name:"TimelineEvent"){possibleTypes{fields{name type{name}}}}}`,
		"types of interfaces":    types("interfaces{possibleTypes{name}}"),
		"data":                   "{viewer{timeline(first:100){edges{node{" + numbered(45, "a#:occurredAt ") + "}}}}}",
	} {
		who := ""
		if strings.HasPrefix(query, "{viewer") {
			who = session
		}
		bytes, a := measured(s, who, query, nil)
		price, _ := find(a.body["extensions"], "cost").(float64)
		if a.body["errors"] != nil || float64(bytes) > bytesOfAny+bytesPerPrice*price {
			t.Errorf("%s: %d bytes for %v: %.120s", name, bytes, price, a.Body)
		}
	}
}

// R36: so is one that is hostile by its variables, or by the data that it walks:
// its filter finds nothing in a long history, which is read by few statements.
func TestR36HostileVariablesAreCheap(t *testing.T) {
	s := inProcess(t)
	session, ada := s.account("ada")
	testkit.Must(t, 0, store.Do(ada, s.db, func(tx *ent.Tx) error { return s.recordMany(ada, tx, 2000) }))
	many := func(n int, v any) []any { return slices.Repeat([]any{v}, n) }
	pages := func(n int, declared, args string) string {
		return "query(" + declared + "){viewer{" + numbered(n, "a#:timeline(first:1,"+args+"){edges{cursor}}") + "}}"
	}
	const f, types, filter, byTypes = "$f:TimelineFilter", "$t:[TimelineEventType!]", "filter:$f", "filter:{types:$t}"
	for name, c := range map[string]struct {
		query     string
		variables map[string]any
		refused   bool
	}{
		"10,000 types for 50 pages": {pages(50, types, byTypes), map[string]any{"t": many(10_000, "APP_CREATED")}, true},
		"10,000 types in a filter":  {pages(50, f, filter), map[string]any{"f": map[string]any{"types": many(10_000, "APP_CREATED")}}, true},
		"types that are none":       {pages(50, types, byTypes), map[string]any{"t": many(10_000, "APP_CREATEE")}, true},
		"lists in lists":            {pages(1, types, byTypes), map[string]any{"t": many(99, many(99, many(9, "x")))}, true},
		"lists 9,000 levels deep":   {"{viewer{id}}", map[string]any{"x": nested(9000)}, true},
		"60,000 numbers":            {"query($i:[ID!]!){nodes(ids:$i){id}}", map[string]any{"i": many(60_000, 1)}, true},
		"a cursor of 200 KB":        {pages(50, "$x:Cursor", "after:$x"), map[string]any{"x": strings.Repeat("x", 200_000)}, true},
		"nothing in a long history": {pages(5, types, byTypes), map[string]any{"t": []any{"APP_CREATED"}}, false},
		"no event of a time":        {pages(5, f, filter), map[string]any{"f": map[string]any{"from": "2999-01-01T00:00:00Z"}}, false},
	} {
		bytes, a := measured(s, session, c.query, c.variables)
		if (a.body["errors"] != nil) != c.refused || a.code() == "RATE_LIMITED" || bytes > refusedBytes || a.statements.Count() > 10 {
			t.Errorf("%s: %d bytes and %d statements for %.200s", name, bytes, a.statements.Count(), a.Body)
		}
	}
}

func nested(levels int) any {
	v := any([]any{})
	for range levels {
		v = []any{v}
	}
	return v
}

// recordMany gives an account a history.
func (s *served) recordMany(ctx context.Context, tx *ent.Tx, n int) error {
	for i := range n {
		err := s.Log.Record(ctx, tx, &timeline.SSHKeyRenamedEvent{Name: strconv.Itoa(i), PreviousName: "laptop", Fingerprint: "SHA256:x"})
		if err != nil {
			return err
		}
	}
	return nil
}

// measured is how much a document makes the program allocate, at the least of a
// few tries. Each try is a document of its own, which was not validated before; a
// guest comes from another network each time, and so has all of its budget.
func measured(s *served, session, query string, variables map[string]any) (bytes uint64, a answer) {
	bytes = math.MaxUint64
	for range 3 {
		query += "#"
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		a = s.ask(session, query, variables, s.elsewhere())
		runtime.ReadMemStats(&after)
		bytes = min(bytes, after.TotalAlloc-before.TotalAlloc)
	}
	return bytes, a
}

// introspection is what GraphiQL asks.
func introspection(t *testing.T) string {
	t.Helper()
	query, err := os.ReadFile("../internal/limit/testdata/introspection.graphql")
	return string(testkit.Must(t, query, err))
}

// GraphiQL can read the schema, with the session or without.
func TestLimitsLetIntrospectionPass(t *testing.T) {
	t.Parallel()
	inProcess(t).ask("", introspection(t), nil).must(t, "__schema.types")
}
