package transport

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

func ask(t *testing.T, transport *HTTP, r *http.Request) (*http.Response, string, *fakeSchema) {
	t.Helper()
	exec, fake := newExecutor()
	w := httptest.NewRecorder()
	transport.Do(w, r, exec)
	res := w.Result()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(body), fake
}

func post(body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return r
}

func get(pairs ...string) *http.Request {
	values := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		values.Add(pairs[i], pairs[i+1])
	}
	return httptest.NewRequest(http.MethodGet, "/graphql?"+values.Encode(), nil)
}

func with(r *http.Request, name, value string) *http.Request {
	r.Header.Set(name, value)
	return r
}

func accepting(r *http.Request) *http.Request { return with(r, "Accept", mediaGraphQL) }

func bad(message string) string {
	return `{"errors":[{"message":"` + message + `","extensions":{"code":"BAD_USER_INPUT"}}]}`
}

func TestHTTP(t *testing.T) {
	t.Parallel()
	const hello = `{"data":{"hello":"world"}}`
	const notPersisted = `{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}`
	tests := []struct {
		name    string
		request *http.Request
		status  int
		body    string
	}{
		{"query", post(`{"query":"{ hello }"}`), 200, hello},
		{"query by GET", get("query", "{ hello }"), 200, hello},
		{"unknown members are ignored", post(`{"x":[1,{"query":2}],"query":"{ hello }","id":1}`), 200, hello},
		{"members are case-sensitive", post(`{"Query":"{ hello }"}`), 400, bad(`\"query\" is missing: send the GraphQL document in it.`)},
		{"variables", post(`{"query":"query($t: String!) { echo(text: $t) }","variables":{"t":"é\ud83d\ude00"}}`), 200, `{"data":{"echo":"é😀"}}`},
		{"variables by GET", get("query", "query($t: String!) { echo(text: $t) }", "variables", `{"t":"é"}`), 200, `{"data":{"echo":"é"}}`},
		{"operationName", post(`{"query":"query A { hello } query B { a: hello }","operationName":"B"}`), 200, `{"data":{"a":"world"}}`},
		{"nulls", post(`{"query":"{ hello }","variables":null,"operationName":null,"extensions":null}`), 200, hello},
		{"charset", with(post(`{"query":"{ hello }"}`), "Content-Type", `application/json; charset="UTF-8"`), 200, hello},
		{"mutation", post(`{"query":"mutation { add(n: 3) }"}`), 200, `{"data":{"add":3}}`},
		{"field error", accepting(post(`{"query":"{ fail hello }"}`)), 200, `{"errors":[{"message":"the field failed"}],"data":{"fail":null,"hello":"world"}}`},
		{"panic", accepting(post(`{"query":"{ panic }"}`)), 500, `{"errors":[` + internal + `]}`},
		{"invalid document, application/json", post(`{"query":"{ hello } }"}`), 200, ""},
		{"invalid document", accepting(post(`{"query":"{ hello } }"}`)), 400, ""},
		{"subscription", accepting(post(`{"query":"subscription { never }"}`)), 400, bad("Subscriptions are carried over WebSocket: connect with the subprotocol graphql-transport-ws.")},
		{"subscription, application/json", post(`{"query":"subscription { never }"}`), 200, bad("Subscriptions are carried over WebSocket: connect with the subprotocol graphql-transport-ws.")},
		{"subscription by GET", accepting(get("query", "subscription { never }")), 400, bad("Subscriptions are carried over WebSocket: connect with the subprotocol graphql-transport-ws.")},
		{"@defer", accepting(post(`{"query":"{ ... @defer { hello } }"}`)), 400, bad("Answers are not delivered in parts: leave out @defer.")},
		{"@defer in a fragment", accepting(post(`{"query":"{ ...f } fragment f on Query { hello ...g @ defer } fragment g on Query { fail }"}`)), 400, bad("Answers are not delivered in parts: leave out @defer.")},
		{"batch", post(` [{"query":"{ hello }"}]`), 400, bad("Batches are not taken: send one operation in each request.")},
		{"no JSON", post(`{"query":`), 400, bad("The request is not valid JSON in UTF-8.")},
		{"more than one value", post(`{"query":"{ hello }"}{}`), 400, bad("The request is not valid JSON in UTF-8.")},
		{"not UTF-8", post("{\"query\":\"{ hello }\",\"x\":\"\xff\"}"), 400, bad("The request is not valid JSON in UTF-8.")},
		{"no object", post(`"{ hello }"`), 400, bad("The request is not a JSON object.")},
		{"no body", post(``), 400, bad(`The request has no body: send a JSON object with a \"query\".`)},
		{"empty query", post(`{"query":""}`), 400, bad(`\"query\" is missing: send the GraphQL document in it.`)},
		{"null query", post(`{"query":null}`), 400, bad(`\"query\" is missing: send the GraphQL document in it.`)},
		{"two queries", post(`{"query":"{ hello }","query":"{ hello }"}`), 400, bad(`The request is not valid: \"query\" is given twice.`)},
		{"two queries by GET", get("query", "{ hello }", "query", "{ fail }"), 400, bad(`The request is not valid: \"query\" is given twice.`)},
		{"ill typed", post(`{"query":1,"operationName":{},"variables":[],"extensions":"x"}`), 400, bad(`\"query\" must be a string. \"operationName\" must be a string. \"variables\" must be a JSON object. \"extensions\" must be a JSON object.`)},
		{"ill typed by GET", get("query", "{ hello }", "variables", "{} {}"), 400, bad(`\"variables\" must be a JSON object.`)},
		{"not UTF-8 by GET", get("query", "{ hello } #\xff"), 400, bad(`\"query\" is not UTF-8.`)},
		{"malformed query string", httptest.NewRequest(http.MethodGet, "/graphql?query=%7B;x", nil), 400, bad("The query string of the address is malformed.")},
		{"document", post(`{"documentId":"known"}`), 200, hello},
		{"document by GET", get("documentId", "known"), 200, hello},
		{"unknown document", post(`{"documentId":"other"}`), 400, bad(`This document is not known here: send it as \"query\".`)},
		{"a hash alone", post(`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}`), 200, notPersisted},
		{"a hash alone, as GraphQL's own type", accepting(post(`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}`)), 400, notPersisted},
		{"a hash alone by GET", get("extensions", `{"persistedQuery":{"version":1,"sha256Hash":"x"}}`), 200, notPersisted},
		{"a hash and a query", post(`{"query":"{ hello }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}`), 200, hello},
		{"document and query", post(`{"documentId":"known","query":"{ hello }"}`), 400, bad(`Send either \"query\" or \"documentId\", not both.`)},
		{"too large", post(`{"query":"{ hello } #` + strings.Repeat("x", 1000) + `"}`), 413, bad("The request is too large: 1000 bytes at most.")},
		{"too large by GET", get("query", "{ hello } #"+strings.Repeat("x", 1000)), 413, bad("The request is too large: 1000 bytes at most.")},
		{"charset that JSON does not have", with(post(`{"query":"{ hello }"}`), "Content-Type", "application/json; charset=latin1"), 415, bad("Send JSON in UTF-8, with Content-Type: application/json.")},
		{"compressed", with(post(`{"query":"{ hello }"}`), "Content-Encoding", "gzip"), 415, bad("Send JSON in UTF-8, with Content-Type: application/json.")},
		{"not acceptable", with(post(`{"query":"{ hello }"}`), "Accept", "text/html"), 406, bad("Answers come as application/graphql-response+json or application/json: accept one of them.")},
		{"PUT", httptest.NewRequest(http.MethodPut, "/graphql", nil), 405, bad("Use POST, or GET for queries.")},
	}
	transport := &HTTP{MaxBytes: 1000, Document: func(_ context.Context, id string) (string, bool) { return "{ hello }", id == "known" }}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			res, body, _ := ask(t, transport, test.request)
			if res.StatusCode != test.status || test.body != "" && body != test.body {
				t.Errorf("got  %d %s\nwant %d %s", res.StatusCode, body, test.status, test.body)
			}
			if res.StatusCode != 200 && strings.Contains(body, `"data"`) {
				t.Errorf("a request error with data: %s", body)
			}
			if res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("headers %v", res.Header)
			}
		})
	}
}

func TestMethods(t *testing.T) {
	t.Parallel()
	for _, method := range []string{"PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "QUERY"} {
		res, _, _ := ask(t, &HTTP{}, httptest.NewRequest(method, "/graphql?query={hello}", nil))
		if res.StatusCode != http.StatusMethodNotAllowed || res.Header.Get("Allow") != "GET, POST" {
			t.Errorf("%s: %d, Allow %q", method, res.StatusCode, res.Header.Get("Allow"))
		}
	}
}

func TestNegotiation(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"":                                mediaJSON,
		"*/*":                             mediaJSON,
		"application/*":                   mediaJSON,
		mediaGraphQL:                      mediaGraphQL,
		mediaGraphQL + "," + mediaJSON:    mediaGraphQL,
		mediaJSON + ", " + mediaGraphQL:   mediaGraphQL,
		mediaGraphQL + ";q=0.5,*/*;q=0.9": mediaJSON,
		mediaGraphQL + ";q=0.9, " + mediaJSON + ";q=0.8": mediaGraphQL,
		mediaGraphQL + ";q=0.8, " + mediaJSON + ";q=0.9": mediaJSON,
		mediaJSON + ";q=0, */*":                          mediaGraphQL,
		mediaJSON + "; charset=utf-8":                    mediaJSON,
		"text/html, application/xml;q=0.9, */*;q=0.8":    mediaJSON,
		"APPLICATION/GRAPHQL-RESPONSE+JSON":              mediaGraphQL,
		"nonsense, " + mediaJSON:                         mediaJSON,
		"text/html":                                      "",
		"*/*;q=0":                                        "",
		mediaJSON + ";q=0":                               "",
		mediaJSON + ";q=2":                               "",
		mediaJSON + "; charset=latin1":                   "",
	}
	for accept, want := range tests {
		res, _, _ := ask(t, &HTTP{}, with(post(`{"query":"{ hello }"}`), "Accept", accept))
		switch {
		case want == "" && res.StatusCode != http.StatusNotAcceptable:
			t.Errorf("%q: %d", accept, res.StatusCode)
		case want != "" && res.Header.Get("Content-Type") != want+"; charset=utf-8":
			t.Errorf("%q: %q", accept, res.Header.Get("Content-Type"))
		}
	}
}

// Interceptors refuse with a code and without data; clients of the newer media type see a status.
func TestStatusOfRefusals(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]int{"UNAUTHENTICATED": 401, "FORBIDDEN": 403, "RATE_LIMITED": 429, "INTERNAL": 500, "COST_EXCEEDED": 400} {
		w := httptest.NewRecorder()
		refusal := badInput("no")
		refusal.Extensions["code"] = code
		(&exchange{w: w, media: mediaGraphQL}).answer(&graphql.Response{Errors: gqlerror.List{refusal}})
		if w.Code != want || (w.Header().Get("WWW-Authenticate") == "Bearer") != (want == 401) {
			t.Errorf("%s: %d %v", code, w.Code, w.Header())
		}
	}
}

func TestR34_PostContentTypes(t *testing.T) {
	t.Parallel()
	// What a page of another site can send without asking first, and what else servers tend to take.
	for _, media := range []string{"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql", "text/json", "application/json-patch+json", "text/plain; application/json", "application/json, text/plain"} {
		res, _, fake := ask(t, &HTTP{}, with(post(`{"query":"mutation { add(n: 1) }"}`), "Content-Type", media))
		if res.StatusCode != http.StatusUnsupportedMediaType || fake.sum.Load() != 0 {
			t.Errorf("%q: %d, and the sum is %d", media, res.StatusCode, fake.sum.Load())
		}
	}
}

func TestR34_NoMutationByGet(t *testing.T) {
	t.Parallel()
	for _, accept := range []string{mediaJSON, mediaGraphQL} {
		for _, r := range []*http.Request{
			get("query", "mutation { add(n: 1) }"),
			get("query", "query Q { hello } mutation M { add(n: 1) }", "operationName", "M"),
		} {
			res, _, fake := ask(t, &HTTP{}, with(r, "Accept", accept))
			if res.StatusCode != http.StatusMethodNotAllowed || res.Header.Get("Allow") != "POST" || fake.sum.Load() != 0 {
				t.Errorf("%d, Allow %q, and the sum is %d", res.StatusCode, res.Header.Get("Allow"), fake.sum.Load())
			}
		}
	}
}

// What is malformed never comes back, not even in the words of a decoder.
func TestR36_MalformedInputIsNotEchoed(t *testing.T) {
	t.Parallel()
	const secret = "s3cr3t"
	for _, body := range []string{
		secret, `{"` + secret, `{"query": ` + secret + `}`, `{"query":"` + secret + "\xff" + `"}`, `["` + secret + `"]`, `"` + secret + `"`,
		`{"query":{"` + secret + `":1}}`, `{"query":"{ hello }","variables":"` + secret + `"}`, `{"query":"{hello}","operationName":["` + secret + `"]}`,
		`{"documentId":"` + secret + `"}`, `{"` + secret + `":1,"` + secret + `":2}`, `{"type":"` + secret + `"}`, `{"type":["` + secret + `"]}`,
	} {
		if _, answer, _ := ask(t, &HTTP{}, post(body)); strings.Contains(answer, secret) {
			t.Errorf("POST %s: %s", body, answer)
		}
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.RawQuery = "query={hello}&variables=" + url.QueryEscape(body) + "&%" + secret
		if _, answer, _ := ask(t, &HTTP{}, r); strings.Contains(answer, secret) {
			t.Errorf("GET %s: %s", body, answer)
		}
		for _, protocol := range []string{modernProtocol, legacyProtocol} {
			p := serve(t, nil).dial(t, protocol)
			if answer := p.send(body).next(); strings.Contains(answer, secret) {
				t.Errorf("%s %s: %s", protocol, body, answer)
			}
		}
	}
}

// R76: an answer that is too large is an error in its place.
func TestR76_LargeAnswers(t *testing.T) {
	t.Parallel()
	query := func(n int) string { return `{"query":"{ echo(text: \"` + strings.Repeat("x", n) + `\") }"}` }
	const refused = `{"errors":[{"message":"The answer is larger than 1000 bytes. Ask for smaller pages or fewer fields.","extensions":{"code":"COST_EXCEEDED"}}]}`
	transport := &HTTP{MaxAnswerBytes: 1000}
	if res, body, _ := ask(t, transport, post(query(900))); res.StatusCode != http.StatusOK || len(body) < 900 {
		t.Errorf("900 bytes: %d %.100s", res.StatusCode, body)
	}
	if res, body, _ := ask(t, transport, post(query(1000))); res.StatusCode != http.StatusOK || body != refused {
		t.Errorf("1000 bytes: %d %.200s", res.StatusCode, body)
	}
	if res, body, _ := ask(t, transport, accepting(post(query(1000)))); res.StatusCode != http.StatusBadRequest || body != refused {
		t.Errorf("1000 bytes as GraphQL's own type: %d %.200s", res.StatusCode, body)
	}
	many := &gqlerror.Error{Message: strings.Repeat("x", 1000)}
	if r := fit(t.Context(), nil, &graphql.Response{Errors: gqlerror.List{many}}, 2000); len(r.Errors) != 1 {
		t.Errorf("got %v", r)
	}
}
