package main

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"

	"portico/graph/generated"
	"portico/internal/request"
	"portico/internal/store"
	"portico/internal/viewer"
)

// canary is what every secret is in this test: found anywhere, it has leaked.
const canary = "Plover9Canary0Xyzzy1"

// R33: a secret that is sent through any mutation, by a session or a guest, well
// formed or not, comes back in no answer, log line, event or email, and lies
// nowhere in the database. It goes through the schema, so that a new mutation is
// tested once it is there. Not parallel: all that is logged meanwhile is read.
func TestR33SecretsShowUpNowhere(t *testing.T) {
	logged := logTo(t)
	s := inProcess(t)
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	sent := 0
	for _, f := range schema.Mutation.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		w := writer{schema: schema, t: t}
		for _, d := range w.documents(f) {
			session, _ := s.account(fmt.Sprint("user-", s.next()))
			for who, cookie := range map[string]string{"a session": session, "a guest": ""} {
				a := s.ask(cookie, d.query, d.variables)
				if sent++; strings.Contains(a.Body.String(), canary) {
					t.Errorf("%s, %s: it is answered to %s: %s", f.Name, d.name, who, a.Body)
				}
				if strings.Contains(fmt.Sprint(a.Header()), canary) {
					t.Errorf("%s, %s: it is in the headers: %v", f.Name, d.name, a.Header())
				}
			}
		}
		for range 3 { // what one step leaves the next one finds
			s.workOnce(t.Context())
		}
		if lines := logged.with(canary); len(lines) > 0 {
			t.Errorf("%s: it is logged: %s", f.Name, lines)
		}
	}
	if sent < 60 || logged.count() < sent {
		t.Errorf("%d requests were sent and %d lines logged", sent, logged.count())
	}
	s.searched(t)
}

// R33: the address is no place for secrets: it is in logs.
func TestR33TokensInTheAddressOpenNothing(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	secret := s.ask(session, `mutation { createApiToken(input: {name: "x", scopes: [PROFILE_READ]}) { secret } }`, nil).must(t, "createApiToken.secret").(string)
	for _, query := range []string{"access_token=", "token=", "authorization=Bearer%20", "api_key=", "Authorization="} {
		a := s.ask("", `{ viewer { username } }`, nil, func(r *http.Request) { r.URL.RawQuery = query + secret })
		if find(a.body["data"], "viewer") != nil || strings.Contains(a.Body.String(), secret) {
			t.Errorf("%s opens %s", query, a.Body)
		}
	}
}

// What is wrong with a document is told, but for the values in it.
func TestMistakesInDocumentsAreTold(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	for query, want := range map[string]string{
		`mutation { signIn(input: {login: "x", password: ["y"]}) { __typename } }`: "String cannot represent a non string value.",
		`mutation { signIn(input: "y") { __typename } }`:                           `Expected value of type "SignInInput!".`,
		`{ viewer { id "y" } }`: "Expected Name, found String",
		`{ viewer { ide } }`:    `Cannot query field "ide" on type "Viewer". Did you mean "id"?`,
		`{ viewer { id }`:       "Expected Name, found <EOF>",
	} {
		if got := find(s.ask("", query, nil).body["errors"], "0.message"); got != want {
			t.Errorf("%s: %v, want %s", query, got, want)
		}
	}
}

// searched looks for the canary in what is kept.
func (s *served) searched(t *testing.T) {
	t.Helper()
	ctx := viewer.AsSystem(t.Context())
	for _, e := range s.db.Event.Query().AllX(ctx) {
		if strings.Contains(fmt.Sprint(e, string(e.Data)), canary) {
			t.Errorf("it is in an event: %v %s", e, e.Data)
		}
	}
	for _, row := range s.db.Mail.Query().AllX(ctx) {
		if len(row.Sealed) == 0 {
			continue
		}
		l, err := s.Outbox.Read(row)
		plain, html, err2 := l.Bodies("http://portico.test")
		if err != nil || err2 != nil || strings.Contains(fmt.Sprint(l.Subject, plain, html, l.Button), canary) {
			t.Errorf("it is in an email, %s: %s %v %v", row.Kind, plain, err, err2)
		}
	}
	if url := s.config.DatabaseURL; !store.IsPostgres(url) {
		for _, file := range []string{url, url + "-wal"} {
			if b, err := os.ReadFile(file); err == nil && bytes.Contains(b, []byte(canary)) {
				at := bytes.Index(b, []byte(canary))
				t.Errorf("it lies in the database: %q", b[max(0, at-200):at+50])
			}
		}
	}
}

// A log keeps the lines that are written to it.
type log struct {
	mu    sync.Mutex
	lines []string
}

func (l *log) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, string(b))
	return len(b), nil
}

func (l *log) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.lines)
}

// with are the lines that contain a text.
func (l *log) with(text string) (some []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, line := range l.lines {
		if strings.Contains(line, text) {
			some = append(some, line)
		}
	}
	return some
}

// logTo has everything logged into a buffer, to the last detail.
func logTo(t *testing.T) *log {
	t.Helper()
	l, before := &log{}, slog.Default()
	slog.SetDefault(slog.New(request.Logged(slog.NewJSONHandler(l, &slog.HandlerOptions{Level: slog.LevelDebug}))))
	t.Cleanup(func() { slog.SetDefault(before) })
	return l
}
