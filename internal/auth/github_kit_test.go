package auth_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"golang.org/x/oauth2"

	"portico/internal/github"
	"portico/internal/testkit"
)

// A provider is an OAuth2 server that nobody here wrote, in the place of GitHub.
type provider struct {
	*testkit.World
	github.Github
	t  *testing.T
	at string
}

// A person is somebody at GitHub, and what goes wrong there.
type person struct {
	User    map[string]any   `json:"user"`
	Emails  []map[string]any `json:"emails"`
	Break   string           `json:"break,omitempty"`
	Endless string           `json:"endless,omitempty"`
}

// someone has a primary and verified address.
func someone(id int, login, email string) person {
	return person{
		User: map[string]any{"id": id, "login": login, "email": "not@this.test"},
		Emails: []map[string]any{
			{"email": "other@example.com", "primary": false, "verified": true},
			{"email": email, "primary": true, "verified": true},
		},
	}
}

func newProvider(t *testing.T) *provider {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, "node", "oauth2.mjs")
	cmd.Dir = "../../frontend/peers"
	out, err := cmd.StdoutPipe()
	testkit.Must(t, 0, err)
	testkit.Must(t, 0, cmd.Start())
	t.Cleanup(func() {
		stop()
		_ = cmd.Wait()
	})
	at, err := bufio.NewReader(out).ReadString('\n')
	p := &provider{World: testkit.New(t), t: t, at: strings.TrimSpace(testkit.Must(t, at, err))}
	p.Github = p.World.Github
	p.API, p.Client = p.at, github.NewClient(github.Fresh())
	p.OAuth = &oauth2.Config{
		ClientID: "portico", ClientSecret: "the secret", RedirectURL: "https://portico.test/auth/github/callback", Scopes: []string{"user:email"},
		Endpoint: oauth2.Endpoint{AuthURL: p.at + "/authorize", TokenURL: p.at + "/token", AuthStyle: oauth2.AuthStyleInParams},
	}
	return p
}

// is says who authorizes from now on, and tells what was asked since the last one.
func (p *provider) is(who person) (asked []string) {
	p.t.Helper()
	body, err := json.Marshal(who)
	testkit.Must(p.t, 0, err)
	r, err := http.NewRequestWithContext(p.t.Context(), http.MethodPut, p.at+"/who", strings.NewReader(string(body)))
	testkit.Must(p.t, r, err)
	r.Close = true // one that lay idle may be closed from over there right now
	answer, err := http.DefaultClient.Do(r)
	testkit.Must(p.t, answer, err)
	defer answer.Body.Close()
	testkit.Must(p.t, 0, json.NewDecoder(answer.Body).Decode(&asked))
	return asked
}

// authorize goes to where a browser is sent, and tells what it is sent back with.
func (p *provider) authorize(at string) github.Callback {
	p.t.Helper()
	r, err := http.NewRequestWithContext(p.t.Context(), http.MethodGet, at, nil)
	testkit.Must(p.t, r, err)
	r.Close = true
	answer, err := http.DefaultTransport.RoundTrip(r)
	testkit.Must(p.t, answer, err)
	defer answer.Body.Close()
	back, err := url.Parse(answer.Header.Get("Location"))
	testkit.Must(p.t, back, err)
	if !strings.HasPrefix(back.String(), p.OAuth.RedirectURL+"?") {
		p.t.Fatalf("sent to %s: %d %s", at, answer.StatusCode, back)
	}
	return github.Callback{State: back.Query().Get("state"), Code: back.Query().Get("code")}
}

// comes is the page that a browser comes to which signs in as somebody.
func (p *provider) comes(b *testkit.Browser, who person) string {
	p.t.Helper()
	p.is(who)
	at, err := p.StartSignIn(b.Request(), nil, nil)
	next, err2 := p.Return(b.Request(), p.authorize(testkit.Must(p.t, at, err)))
	return testkit.Must(p.t, next, err2)
}

// links is the page that a browser comes to which links somebody.
func (p *provider) links(b *testkit.Browser, who person) string {
	p.t.Helper()
	p.is(who)
	at, err := p.StartLink(b.Request())
	next, err2 := p.Return(b.Request(), p.authorize(testkit.Must(p.t, at, err)))
	return testkit.Must(p.t, next, err2)
}

func (p *provider) wantEvents(ctx context.Context, want ...string) {
	p.t.Helper()
	if got := happened(p.World, ctx); len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		p.t.Errorf("events %v, want %v", got, want)
	}
}
