package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/internal/apitoken"
	"portico/internal/gid"
	"portico/internal/testkit"
)

// an is what an input gets: the code of an error, or "" and what is found in the data.
type an struct{ name, query, variables, code, says string }

// R73: what is wrong with an input is said by its path, on every way in.
func TestR73InputsAreCheckedOnAllTransports(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	k := s.dial(t, session)
	twice := gid.ID{Kind: gid.App, UUID: uuid.UUID{1}}.String()
	const no, token = "BAD_USER_INPUT", `mutation($i: CreateApiTokenInput!){createApiToken(input: $i){apiToken{id}}}`
	for _, c := range []an{
		{"a scope in lower case", token, `{"i": {"name": "x", "scopes": ["PROFILE_READ", "profile_read"]}}`, no, "$i.scopes[1]: must be a value of the enum Scope"},
		{"a language", `mutation($l: Language!){updateProfile(input: {language: $l}){viewer{language}}}`, `{"l": "fr"}`, no, "$l: must be a value of the enum Language"},
		{"a theme", `mutation($i: UpdateProfileInput!){updateProfile(input: $i){viewer{theme}}}`, `{"i": {"theme": "Dark"}}`, no, "$i.theme: must be"},
		{"a role", `mutation($r: CollaboratorRole!){changeCollaboratorRole(id: "x", input: {role: $r}){collaborator{id}}}`, `{"r": "limited"}`, no, "$r: must be"},
		{"types", `query($f: TimelineFilter){viewer{timeline(filter: $f){edges{cursor}}}}`, `{"f": {"types": ["app_created"]}}`, no, "$f.types[0]: must be"},
		{"one type", `query($t: [TimelineEventType!]){viewer{timeline(filter: {types: $t}){edges{cursor}}}}`, `{"t": "App_Created"}`, no, "$t[0]: must be"},
		{"not an enum's value at all", `query($t: [TimelineEventType!]){viewer{timeline(filter: {types: $t}){edges{cursor}}}}`, `{"t": "secret"}`, no, "$t[0]: not a valid TimelineEventType"},
		{"null in a directive", `query($x: Boolean = true){viewer @include(if: $x){id}}`, `{"x": null}`, no, "$x: can't be null"},
		{"null in an argument", `query($x: ID = "a"){node(id: $x){id}}`, `{"x": null}`, no, "$x: can't be null"},
		{"a number for a text", `query($x: String!){app(name: $x){id}}`, `{"x": 7}`, no, "$x: must be a string"},
		{"an object for a cursor", `query($x: Cursor){viewer{timeline(after: $x){edges{cursor}}}}`, `{"x": {"a": 1}}`, no, "$x: must be a string"},
		{"a literal object for a cursor", `{viewer{timeline(after: {a: 1}){edges{cursor}}}}`, `{}`, no, "Cursor can't"},
		{"a number without end for a cursor", `{viewer{timeline(after: 99999999999999999999){edges{cursor}}}}`, `{}`, no, "Cursor can't"},
		{"an object for a boolean", `{viewer @skip(if: {}){id}}`, `{}`, no, "Boolean can't"},
		{"17,000 types", `query($t: [TimelineEventType!]){viewer{timeline(filter: {types: $t}){edges{cursor}}}}`, `{"t": [` + strings.TrimSuffix(strings.Repeat(`"APP_CREATED",`, 5000), ",") + `]}`, no, "$t: has 5000 items"},
		{"an id twice", `{nodes(ids: ["` + twice + `", "b", "` + twice + `"]){id}}`, `{}`, no, "once"},

		{"an integer for an ID", `{node(id: 1){id}}`, `{}`, "", "map[node:<nil>]"},
		{"by variable", `query($x: ID!){node(id: $x){id}}`, `{"x": 1}`, "", "map[node:<nil>]"},
		{"in a list", `query($x: [ID!]!){nodes(ids: $x){id}}`, `{"x": [1, 2]}`, "", "map[nodes:[<nil> <nil>]]"},
		{"one for a list", `{nodes(ids: 1){id}}`, `{}`, "", "map[nodes:[<nil>]]"},
		{"in a filter", `{viewer{timeline(filter: {app: 1}){edges{cursor}}}}`, `{}`, "", "map[viewer:map[timeline:map[edges:[]]]]"},
		{"in a filter, by variable", `query($f: TimelineFilter){viewer{timeline(filter: $f){edges{cursor}}}}`, `{"f": {"app": 1}}`, "", "map[viewer:map[timeline:map[edges:[]]]]"},
		{"an instant in lower case", `{viewer{timeline(filter: {from: "2300-11-20t22:54:52.5z"}){edges{cursor}}}}`, `{}`, "", "map[viewer:map[timeline:map[edges:[]]]]"},
		{"by variable", `query($d: DateTime){viewer{timeline(filter: {from: $d}){edges{cursor}}}}`, `{"d": "2300-11-20t22:54:52+01:00"}`, "", "map[viewer:map[timeline:map[edges:[]]]]"},
	} {
		for way, a := range s.everyWay(k, session, c.query, c.variables) {
			got := fmt.Sprint(find(a.body["errors"], "0.message"))
			if c.code == "" {
				got = fmt.Sprint(a.body["data"])
			}
			if c.code != "" && a.code() != c.code || c.code == "" && a.code() != nil || !strings.Contains(got, c.says) {
				t.Errorf("%s by %s: %v, %s", c.name, way, a.code(), got)
			}
			if strings.Contains(fmt.Sprint(a.body), "secret") {
				t.Errorf("%s by %s repeats the value: %s", c.name, way, got)
			}
		}
	}
}

// everyWay sends a document by POST, by GET where it is a query, and over a socket.
func (s *served) everyWay(k *socket, session, query, variables string, set ...func(*http.Request)) map[string]answer {
	s.t.Helper()
	var values map[string]any
	if err := json.Unmarshal([]byte(variables), &values); err != nil {
		s.t.Fatal(err)
	}
	all := map[string]answer{"POST": s.ask(session, query, values, set...), "WebSocket": k.ask(query, values)}
	if !strings.HasPrefix(query, "mutation") && !strings.HasPrefix(query, "subscription") {
		all["GET"] = s.ask(session, "", nil, append([]func(*http.Request){func(r *http.Request) {
			search := url.Values{"query": {query}, "variables": {variables}}
			*r = *httptest.NewRequestWithContext(r.Context(), http.MethodGet, "http://portico.test/graphql?"+search.Encode(), nil)
			r.AddCookie(&http.Cookie{Name: sessionCookie, Value: session})
		}}, set...)...)
	}
	return all
}

// ask has an operation carried out that has one result.
func (k *socket) ask(query string, variables map[string]any) answer {
	k.t.Helper()
	k.say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": query, "variables": variables}})
	var m map[string]any
	if err := k.conn.ReadJSON(&m); err != nil {
		k.t.Fatal(err)
	}
	if m["type"] == "error" {
		return answer{body: map[string]any{"errors": m["payload"]}}
	}
	k.hear("complete")
	return answer{body: m["payload"].(map[string]any)}
}

// R73: a subscription that can't be carried out is refused before it begins.
func TestR73SubscriptionsAreChecked(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	k := s.dial(t, session)
	for _, query := range []string{
		`subscription{timeline @skip(if: true){__typename}}`,
		`subscription{timeline @include(if: false){__typename}}`,
		`subscription{... @include(if: false){timeline{__typename}}}`,
		`subscription{a: timeline{__typename} b: timeline{__typename}}`,
		`subscription{timeline{__typename} appTimeline(app: "x"){__typename}}`,
		`subscription{__typename}`,
	} {
		if a := k.ask(query, nil); a.code() != "BAD_USER_INPUT" {
			t.Errorf("%s: %v", query, a.body)
		}
	}
}

// A stock Apollo Client sends a hash first, and goes on with the document.
func TestPersistedQueriesAreDeclined(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	payload := map[string]any{"extensions": map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": "x"}}}
	body, err := json.Marshal(payload)
	if err != nil {
		t.Fatal(err)
	}
	k := s.dial(t, session)
	k.say(map[string]any{"type": "subscribe", "id": "1", "payload": payload})
	for way, a := range map[string]answer{
		"POST": s.ask(session, "", nil, func(r *http.Request) { r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body)) }),
		"GET": s.ask(session, "", nil, func(r *http.Request) {
			search := url.Values{"extensions": {`{"persistedQuery":{"version":1,"sha256Hash":"x"}}`}}
			*r = *httptest.NewRequestWithContext(r.Context(), http.MethodGet, "http://portico.test/graphql?"+search.Encode(), nil)
		}),
		"WebSocket": {body: map[string]any{"errors": k.hear("error")["payload"]}},
	} {
		if a.code() != "PERSISTED_QUERY_NOT_SUPPORTED" || find(a.body["errors"], "0.message") != "PersistedQueryNotSupported" {
			t.Errorf("by %s: %v", way, a.body)
		}
	}
}

// R37: scopes, introspection, prices and the number of errors are the same on every
// way in.
func TestR37AnswersAreTheSameOnAllTransports(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	_, ada := s.account("ada")
	token, err := s.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"PROFILE_READ"}})
	secret := testkit.Must(t, token, err).Text
	k := s.dial(t, secret)
	for name, query := range map[string]string{
		"a field without its scope":  `{viewer{sshKeys{edges{cursor}}}}`,
		"a mutation without":         `mutation{createApp(input:{name:"x"}){app{id}}}`,
		"a field for browsers alone": `{viewer{passkeys{id}}}`,
		"a field within its scope":   `{viewer{username}}`,
		"introspection":              `{__schema{queryType{name}} __type(name:"Viewer"){name}}`,
		"a filtered page":            `{viewer{timeline(filter:{types:[APP_CREATED]}){edges{cursor}}}}`,
		"many mistakes":              "{" + numbered(30, "nothing# ") + "}",
		"an unknown enum value":      `{viewer{timeline(filter:{types:[APP_CREATEE]}){edges{cursor}}}}`,
	} {
		var said []string
		for _, a := range s.everyWay(k, "", query, "{}", with(secret)) {
			errs, _ := a.body["errors"].([]any)
			said = append(said, fmt.Sprint(a.body["data"], len(errs), a.code(), find(a.body["errors"], "0.message")))
		}
		slices.Sort(said)
		if len(slices.Compact(said)) != 1 || strings.Contains(said[0], "INTERNAL") {
			t.Errorf("%s: %q", name, said)
		}
	}
}
