package sandbox

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
	// GithubPath is where the stand-in's pages and API are.
	GithubPath = "/dev/github"
	// GithubClientID is the only client that the stand-in knows.
	GithubClientID = "sandbox"
	// githubCodeFor is how long its codes and tokens last.
	githubCodeFor = time.Minute
	// maxForm is how large a form can be, in bytes: net/http would write the files of a
	// larger one to the disk, without a limit.
	maxForm = 64 << 10
)

// Github stands in for GitHub: people type who they are there. It checks everything
// that GitHub checks, and keeps no accounts: what was typed is encrypted into the
// code.
type Github struct {
	// Callback is where people are sent back to.
	Callback string
	// Secret is that of the client.
	Secret string
	Ring   *keyring.Ring
	Now    func() time.Time

	mu   sync.Mutex
	used map[string]time.Time // codes and when they expire
}

// A grant is what is encrypted into codes and tokens.
type grant struct {
	Login     string    `json:"login"`
	Email     string    `json:"email"`
	Verified  bool      `json:"verified"`
	Challenge string    `json:"challenge"`
	ExpiresAt time.Time `json:"expiresAt"`
}

// Routes are the pages and the API, by pattern.
func (g *Github) Routes() map[string]http.Handler {
	return map[string]http.Handler{GithubPath + "/": g.handler()}
}

// Transport carries requests to the stand-in within this process, which may not be
// able to reach itself at its public address.
func (g *Github) Transport() http.RoundTripper { return local{g.handler()} }

func (g *Github) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+GithubPath+"/authorize", g.form)
	mux.HandleFunc("POST "+GithubPath+"/authorize", g.authorize)
	mux.HandleFunc("POST "+GithubPath+"/token", g.token)
	mux.HandleFunc("GET "+GithubPath+"/user", g.user)
	mux.HandleFunc("GET "+GithubPath+"/user/emails", g.emails)
	return http.MaxBytesHandler(mux, maxForm)
}

//go:embed github.html
var githubPage string

var githubTemplate = template.Must(template.New("github").Parse(githubPage))

// accepts says whether GitHub would accept a request to authorize.
func (g *Github) accepts(q url.Values) bool {
	return q.Get("client_id") == GithubClientID && q.Get("redirect_uri") == g.Callback && q.Get("response_type") == "code" &&
		q.Get("state") != "" && q.Get("code_challenge") != "" && q.Get("code_challenge_method") == "S256" && q.Get("scope") == "user:email"
}

// form asks people who they are at GitHub.
func (g *Github) form(w http.ResponseWriter, r *http.Request) {
	if !g.accepts(r.URL.Query()) {
		http.Error(w, "This is not a request that GitHub would take.", http.StatusBadRequest)
		return
	}
	g.show(w, r, r.URL.Query().Get("login"), "", false)
}

func (g *Github) show(w http.ResponseWriter, r *http.Request, login, email string, wrong bool) {
	lang, nonce := request.Language(r.Context()), rand.Text()
	say := map[string]i18n.Message{
		"Title":     i18n.Msg("In the place of GitHub"),
		"About":     i18n.Msg("This sandbox does not ask GitHub. Type who you are there; any name and address will do."),
		"Name":      i18n.Msg("Name at GitHub"),
		"Address":   i18n.Msg("Primary mail address"),
		"Verified":  i18n.Msg("The address is verified"),
		"Authorize": i18n.Msg("Authorize"), "Deny": i18n.Msg("Deny"),
	}
	if wrong {
		say["Wrong"] = i18n.Msg("A name at GitHub is made of letters, digits and single dashes, 39 at most.")
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'nonce-"+nonce+"'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	if wrong {
		w.WriteHeader(http.StatusUnprocessableEntity)
	}
	_ = githubTemplate.Execute(w, map[string]any{
		"Lang": strings.ToLower(lang), "Nonce": nonce, "Login": login, "Email": email, "Say": written(lang, say),
	})
}

var githubLogin = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)

// authorize sends the browser back with a code, or without one.
func (g *Github) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if !g.accepts(q) {
		http.Error(w, "This is not a request that GitHub would take.", http.StatusBadRequest)
		return
	}
	back := url.Values{"state": {q.Get("state")}}
	login, email := strings.TrimSpace(r.PostFormValue("login")), strings.TrimSpace(r.PostFormValue("email"))
	switch {
	case r.PostFormValue("answer") == "deny":
		back.Set("error", "access_denied")
	case len(login) > 39 || !githubLogin.MatchString(login):
		g.show(w, r, login, email, true)
		return
	default:
		back.Set("code", g.seal("code", grant{login, email, r.PostFormValue("verified") != "", q.Get("code_challenge"), g.Now().Add(githubCodeFor)}))
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, g.Callback+"?"+back.Encode(), http.StatusSeeOther)
}

func (g *Github) seal(what string, p grant) string {
	text, _ := json.Marshal(p) // strings and a time
	return base64.RawURLEncoding.EncodeToString(g.Ring.Seal(text, "github stand-in", what))
}

// open decrypts a code or a token that hasn't expired.
func (g *Github) open(what, sealed string) (p grant, ok bool) {
	raw, err := base64.RawURLEncoding.DecodeString(sealed)
	if err == nil {
		raw, err = g.Ring.Open(raw, "github stand-in", what)
	}
	if err == nil {
		err = json.Unmarshal(raw, &p)
	}
	return p, err == nil && p.ExpiresAt.After(g.Now())
}

// token exchanges a code for a token, once. It answers as GitHub does: 200 and a
// form, also for errors.
func (g *Github) token(w http.ResponseWriter, r *http.Request) {
	p, ok := g.open("code", r.PostFormValue("code"))
	sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	answer := url.Values{}
	switch {
	case r.PostFormValue("client_id") != GithubClientID || subtle.ConstantTimeCompare([]byte(r.PostFormValue("client_secret")), []byte(g.Secret)) != 1:
		answer.Set("error", "incorrect_client_credentials")
	case r.PostFormValue("redirect_uri") != g.Callback:
		answer.Set("error", "redirect_uri_mismatch")
	case !ok || base64.RawURLEncoding.EncodeToString(sum[:]) != p.Challenge || !g.once(r.PostFormValue("code"), p.ExpiresAt):
		answer.Set("error", "bad_verification_code")
	default:
		p.ExpiresAt = g.Now().Add(githubCodeFor)
		answer = url.Values{"access_token": {g.seal("token", p)}, "token_type": {"bearer"}, "scope": {"user:email"}}
	}
	w.Header().Set("Content-Type", "application/x-www-form-urlencoded")
	_, _ = io.WriteString(w, answer.Encode())
}

// once says whether a code is used for the first time, and remembers it until it
// expires.
func (g *Github) once(code string, expiresAt time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for old, expiresAt := range g.used {
		if !expiresAt.After(g.Now()) {
			delete(g.used, old)
		}
	}
	if _, was := g.used[code]; was {
		return false
	}
	if g.used == nil {
		g.used = map[string]time.Time{}
	}
	g.used[code] = expiresAt
	return true
}

// user is whose token it is. The number follows from the name.
func (g *Github) user(w http.ResponseWriter, r *http.Request) {
	if p, ok := g.open("token", strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")); ok {
		number := fnv.New32a()
		_, _ = io.WriteString(number, strings.ToLower(p.Login))
		writeJSON(w, map[string]any{"id": number.Sum32() | 1, "login": p.Login})
		return
	}
	http.Error(w, "bad credentials", http.StatusUnauthorized)
}

// emails are those of the token's user.
func (g *Github) emails(w http.ResponseWriter, r *http.Request) {
	if p, ok := g.open("token", strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")); ok {
		writeJSON(w, []any{map[string]any{"email": p.Email, "primary": true, "verified": p.Verified}})
		return
	}
	http.Error(w, "bad credentials", http.StatusUnauthorized)
}

func writeJSON(w http.ResponseWriter, what any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(what)
}

type local struct{ http.Handler }

func (l local) RoundTrip(r *http.Request) (*http.Response, error) {
	w := &recorded{header: http.Header{}, status: http.StatusOK}
	l.ServeHTTP(w, r)
	return &http.Response{
		Status: http.StatusText(w.status), StatusCode: w.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.header, Body: io.NopCloser(&w.body), Request: r,
	}, nil
}

// recorded is a response that stays in the process.
type recorded struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (k *recorded) Header() http.Header         { return k.header }
func (k *recorded) WriteHeader(status int)      { k.status = status }
func (k *recorded) Write(b []byte) (int, error) { return k.body.Write(b) }
