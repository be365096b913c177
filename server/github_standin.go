package main

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"hash/fnv"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"time"

	"portico/internal/i18n"
	"portico/internal/keyring"
	"portico/internal/request"
)

const (
	standinPath   = "/dev/github"
	standinClient = "sandbox"
	// standinFor is how long a code and a token of it last.
	standinFor = time.Minute
)

// githubStandin takes the place of GitHub in a sandbox: who one is there is
// typed. It checks all that GitHub checks, and knows no accounts: what was typed
// is sealed into the code.
type githubStandin struct {
	callback string
	secret   string
	ring     *keyring.Ring
	now      func() time.Time

	mu   sync.Mutex
	used map[string]time.Time // codes that were, until they last
}

// A pass is what is sealed into codes and tokens.
type pass struct {
	Login     string    `json:"login"`
	Email     string    `json:"email"`
	Verified  bool      `json:"verified"`
	Challenge string    `json:"challenge"`
	Until     time.Time `json:"until"`
}

func newStandinSecret() string { return rand.Text() }

// handler is the part of GitHub that is used.
func (g *githubStandin) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+standinPath+"/authorize", g.form)
	mux.HandleFunc("POST "+standinPath+"/authorize", g.authorize)
	mux.HandleFunc("POST "+standinPath+"/token", g.token)
	mux.HandleFunc("GET "+standinPath+"/user", g.user)
	mux.HandleFunc("GET "+standinPath+"/user/emails", g.emails)
	return mux
}

//go:embed github_standin.html
var standinPage string

var standinTemplate = template.Must(template.New("github").Parse(standinPage))

// asked tells whether a request to authorize is one that GitHub would take.
func (g *githubStandin) asked(q url.Values) bool {
	return q.Get("client_id") == standinClient && q.Get("redirect_uri") == g.callback && q.Get("response_type") == "code" &&
		q.Get("state") != "" && q.Get("code_challenge") != "" && q.Get("code_challenge_method") == "S256" && q.Get("scope") == "user:email"
}

// form asks who somebody is at GitHub.
func (g *githubStandin) form(w http.ResponseWriter, r *http.Request) {
	if !g.asked(r.URL.Query()) {
		http.Error(w, "This is not a request that GitHub would take.", http.StatusBadRequest)
		return
	}
	g.show(w, r, r.URL.Query().Get("login"), "", false)
}

func (g *githubStandin) show(w http.ResponseWriter, r *http.Request, login, email string, wrong bool) {
	lang, nonce := request.Language(r.Context()), rand.Text()
	page := map[string]any{
		"Lang": strings.ToLower(lang), "Nonce": nonce, "Login": login, "Email": email,
		"Title":     i18n.Say(lang, "In the place of GitHub"),
		"About":     i18n.Say(lang, "This sandbox does not ask GitHub. Type who you are there; any name and address will do."),
		"Name":      i18n.Say(lang, "Name at GitHub"),
		"Address":   i18n.Say(lang, "Primary mail address"),
		"Verified":  i18n.Say(lang, "The address is verified"),
		"Authorize": i18n.Say(lang, "Authorize"), "Deny": i18n.Say(lang, "Deny"),
	}
	if wrong {
		page["Wrong"] = i18n.Say(lang, "A name at GitHub is made of letters, digits and single dashes, 39 at most.")
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'nonce-"+nonce+"'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	if wrong {
		w.WriteHeader(http.StatusUnprocessableEntity)
	}
	_ = standinTemplate.Execute(w, page)
}

var standinLogin = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)

// authorize sends the browser back with a code, or without one.
func (g *githubStandin) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if !g.asked(q) {
		http.Error(w, "This is not a request that GitHub would take.", http.StatusBadRequest)
		return
	}
	back := url.Values{"state": {q.Get("state")}}
	login, email := strings.TrimSpace(r.PostFormValue("login")), strings.TrimSpace(r.PostFormValue("email"))
	switch {
	case r.PostFormValue("answer") == "deny":
		back.Set("error", "access_denied")
	case len(login) > 39 || !standinLogin.MatchString(login):
		g.show(w, r, login, email, true)
		return
	default:
		back.Set("code", g.seal("code", pass{login, email, r.PostFormValue("verified") != "", q.Get("code_challenge"), g.now().Add(standinFor)}))
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, g.callback+"?"+back.Encode(), http.StatusSeeOther)
}

func (g *githubStandin) seal(what string, p pass) string {
	text, _ := json.Marshal(p) // strings and a time
	return base64.RawURLEncoding.EncodeToString(g.ring.Seal(text, "github stand-in", what))
}

// open reads what was sealed, while it lasts.
func (g *githubStandin) open(what, sealed string) (p pass, ok bool) {
	raw, err := base64.RawURLEncoding.DecodeString(sealed)
	if err == nil {
		raw, err = g.ring.Open(raw, "github stand-in", what)
	}
	if err == nil {
		err = json.Unmarshal(raw, &p)
	}
	return p, err == nil && p.Until.After(g.now())
}

// token trades a code for a token, once. It answers as GitHub does: 200 and a
// form, also where something is wrong.
func (g *githubStandin) token(w http.ResponseWriter, r *http.Request) {
	p, ok := g.open("code", r.PostFormValue("code"))
	sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	answer := url.Values{}
	switch {
	case r.PostFormValue("client_id") != standinClient || subtle.ConstantTimeCompare([]byte(r.PostFormValue("client_secret")), []byte(g.secret)) != 1:
		answer.Set("error", "incorrect_client_credentials")
	case r.PostFormValue("redirect_uri") != g.callback:
		answer.Set("error", "redirect_uri_mismatch")
	case !ok || base64.RawURLEncoding.EncodeToString(sum[:]) != p.Challenge || !g.once(r.PostFormValue("code"), p.Until):
		answer.Set("error", "bad_verification_code")
	default:
		p.Until = g.now().Add(standinFor)
		answer = url.Values{"access_token": {g.seal("token", p)}, "token_type": {"bearer"}, "scope": {"user:email"}}
	}
	w.Header().Set("Content-Type", "application/x-www-form-urlencoded")
	_, _ = io.WriteString(w, answer.Encode())
}

// once tells whether a code was not used yet, and remembers it while it lasts.
func (g *githubStandin) once(code string, until time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for old, over := range g.used {
		if !over.After(g.now()) {
			delete(g.used, old)
		}
	}
	if _, was := g.used[code]; was {
		return false
	}
	if g.used == nil {
		g.used = map[string]time.Time{}
	}
	g.used[code] = until
	return true
}

// user tells who a token is of. The number follows from the name.
func (g *githubStandin) user(w http.ResponseWriter, r *http.Request) {
	if p, ok := g.open("token", bearer(r.Header.Get("Authorization"))); ok {
		number := fnv.New32a()
		_, _ = io.WriteString(number, strings.ToLower(p.Login))
		writeJSON(w, map[string]any{"id": number.Sum32() | 1, "login": p.Login})
		return
	}
	http.Error(w, "bad credentials", http.StatusUnauthorized)
}

// emails tells the addresses of whom a token is of.
func (g *githubStandin) emails(w http.ResponseWriter, r *http.Request) {
	if p, ok := g.open("token", bearer(r.Header.Get("Authorization"))); ok {
		writeJSON(w, []any{map[string]any{"email": p.Email, "primary": true, "verified": p.Verified}})
		return
	}
	http.Error(w, "bad credentials", http.StatusUnauthorized)
}

func writeJSON(w http.ResponseWriter, what any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(what)
}

// local carries requests to a handler of this process: under which address it
// can be reached from here is nobody's business.
type local struct{ http.Handler }

// RoundTrip asks the handler.
func (l local) RoundTrip(r *http.Request) (*http.Response, error) {
	w := &kept{header: http.Header{}, status: http.StatusOK}
	l.ServeHTTP(w, r)
	return &http.Response{
		Status: http.StatusText(w.status), StatusCode: w.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.header, Body: io.NopCloser(&w.body), Request: r,
	}, nil
}

// kept is an answer that stays here.
type kept struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (k *kept) Header() http.Header         { return k.header }
func (k *kept) WriteHeader(status int)      { k.status = status }
func (k *kept) Write(b []byte) (int, error) { return k.body.Write(b) }
