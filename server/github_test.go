package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"portico/internal/browser"
	"portico/internal/sandbox"
)

// A visitor is a browser that goes to pages, with its cookies.
type visitor struct {
	*served
	cookies map[string]*http.Cookie
}

func (s *served) visitor() *visitor { return &visitor{s, map[string]*http.Cookie{}} }

// open asks for a page, or posts a form to it.
func (v *visitor) open(method, address string, form url.Values) *httptest.ResponseRecorder {
	v.t.Helper()
	r := httptest.NewRequestWithContext(v.t.Context(), method, address, strings.NewReader(form.Encode()))
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	v.send(r)
	v.http.ServeHTTP(w, r)
	v.keep(w)
	return w
}

func (v *visitor) send(r *http.Request) {
	for _, c := range v.cookies {
		r.AddCookie(c)
	}
}

func (v *visitor) keep(w *httptest.ResponseRecorder) {
	for _, c := range w.Result().Cookies() {
		if v.cookies[c.Name] = c; c.MaxAge < 0 {
			delete(v.cookies, c.Name)
		}
	}
}

// asks sends a document as the visitor.
func (v *visitor) asks(query string) answer {
	v.t.Helper()
	a := v.ask("", query, nil, v.send)
	v.keep(a.ResponseRecorder)
	return a
}

// goes follows the way to GitHub and back, with what is typed there, and tells
// the answer of the callback.
func (v *visitor) goes(start string, form url.Values) *httptest.ResponseRecorder {
	v.t.Helper()
	at, _ := v.asks("mutation { "+start+" { url errors { code } } }").must(v.t, strings.Split(start, "(")[0]+".url").(string)
	if page := v.open(http.MethodGet, at, nil); page.Code != http.StatusOK {
		v.t.Fatalf("%s: %d %s", at, page.Code, page.Body)
	}
	typed := v.open(http.MethodPost, at, form)
	if typed.Code != http.StatusSeeOther {
		v.t.Fatalf("%d %s", typed.Code, typed.Body)
	}
	return v.open(http.MethodGet, typed.Header().Get("Location"), nil)
}

func inSandbox(c *Config) { c.Sandbox = true }

func octocat() url.Values {
	return url.Values{"login": {"octocat"}, "email": {"octo@example.com"}, "verified": {"yes"}, "answer": {"authorize"}}
}

// In a sandbox one signs up, links and unlinks without asking GitHub.
func TestGithubStandin(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	v := s.visitor()
	if v.asks(`{ serverInfo { github } }`).must(t, "serverInfo.github") != true {
		t.Error("GitHub is not offered")
	}
	back := v.goes(`startGithubSignIn(input: {page: "timeline"})`, octocat())
	if back.Code != http.StatusSeeOther || back.Header().Get("Location") != "/timeline" {
		t.Fatalf("came to %d %s", back.Code, back.Header().Get("Location"))
	}
	for name, want := range map[string]string{"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"} {
		if back.Header().Get(name) != want {
			t.Errorf("%s: %q", name, back.Header().Get(name))
		}
	}
	if !strings.Contains(back.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'") {
		t.Error("the callback may be framed")
	}
	if c := v.cookies[sessionCookie]; c == nil || !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteLaxMode || v.cookies[cookies[browser.GithubCookie]] != nil {
		t.Errorf("cookies %v", v.cookies)
	}
	who := v.asks(`{ viewer { username email loginMethods github { login linkedAt } } }`)
	if who.must(t, "viewer.username") != "octocat" || who.must(t, "viewer.github.login") != "octocat" || who.must(t, "viewer.github.linkedAt") == nil {
		t.Errorf("%s", who.Body)
	}
	if got := v.asks(`mutation { unlinkGithub { errors { code } } }`); got.code() != "SUDO_REQUIRED" {
		t.Errorf("to unlink: %s", got.Body)
	}
	if to := v.goes("startGithubSudo", octocat()).Header().Get("Location"); to != "/authentication?sudo=done" {
		t.Errorf("came to %s", to)
	}
	if got := v.asks(`mutation { unlinkGithub { errors { code } } }`).must(t, "unlinkGithub.errors.0.code"); got != "LAST_LOGIN_METHOD" {
		t.Errorf("to unlink: %v", got)
	}

	eve := s.visitor()
	token, _ := s.account("eve")
	eve.cookies[sessionCookie] = &http.Cookie{Name: sessionCookie, Value: token}
	if to := eve.goes("startGithubLink", octocat()).Header().Get("Location"); to != "/authentication?github=taken" {
		t.Errorf("the same GitHub account: came to %s", to)
	}
	hers := octocat()
	hers.Set("login", "Eve-at-GitHub")
	if to := eve.goes("startGithubLink", hers).Header().Get("Location"); to != "/authentication?github=linked" {
		t.Errorf("her own: came to %s", to)
	}
	if got := eve.asks(`mutation { unlinkGithub { viewer { github { login } loginMethods } errors { code } } }`); len(got.must(t, "unlinkGithub.errors").([]any)) > 0 {
		t.Errorf("to unlink: %s", got.Body)
	}
	denied := url.Values{"answer": {"deny"}}
	if to := s.visitor().goes("startGithubSignIn(input: {})", denied).Header().Get("Location"); to != "/sign-in?github=refused" {
		t.Errorf("denied: came to %s", to)
	}
	hers.Del("verified")
	hers.Set("login", "new")
	if to := s.visitor().goes("startGithubSignIn(input: {})", hers).Header().Get("Location"); to != "/sign-in?github=no-email" {
		t.Errorf("without a verified address: came to %s", to)
	}
}

// The page in the place of GitHub takes no other request than GitHub would, runs
// no script, and sends nobody elsewhere.
func TestGithubStandinPage(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	v := s.visitor()
	at, _ := v.asks(`mutation { startGithubSignIn(input: {}) { url } }`).must(t, "startGithubSignIn.url").(string)
	page := v.open(http.MethodGet, at, nil)
	nonce := regexp.MustCompile(`^default-src 'none'; style-src 'nonce-([A-Z2-7]{26})'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$`).
		FindStringSubmatch(page.Header().Get("Content-Security-Policy"))
	if len(nonce) != 2 || !strings.Contains(page.Body.String(), `<style nonce="`+nonce[1]+`">`) || strings.Contains(page.Body.String(), "<script") {
		t.Errorf("%v\n%s", page.Header(), page.Body)
	}
	for name, value := range map[string]string{
		"redirect_uri": "https://evil.test/", "client_id": "other", "code_challenge_method": "plain", "code_challenge": "", "state": "", "response_type": "token", "scope": "repo",
	} {
		u, _ := url.Parse(at)
		q := u.Query()
		q.Set(name, value)
		u.RawQuery = q.Encode()
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			if w := v.open(method, u.String(), octocat()); w.Code != http.StatusBadRequest || w.Header().Get("Location") != "" {
				t.Errorf("%s with %s=%s: %d", method, name, value, w.Code)
			}
		}
	}
	odd := octocat()
	odd.Set("login", `<b>"`)
	if w := v.open(http.MethodPost, at, odd); w.Code != http.StatusUnprocessableEntity || strings.Contains(w.Body.String(), "<b>") || !strings.Contains(w.Body.String(), `value="octo@example.com"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := inProcess(t).visitor().open(http.MethodGet, "http://portico.test"+sandbox.GithubPath+"/authorize", nil); strings.Contains(w.Body.String(), "octocat") || w.Header().Get("Content-Security-Policy") == page.Header().Get("Content-Security-Policy") {
		t.Error("it is there outside of a sandbox")
	}
}

// Who comes back from nowhere is told so, in any browser, and left with nothing.
func TestGithubCallbackFromNowhere(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	for _, query := range []string{"", "?state=x&code=y", "?error=access_denied&state=", "?state=x&state=y&code=%00%ff"} {
		w := s.visitor().open(http.MethodGet, "http://portico.test"+githubCallback+query, nil)
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/sign-in?github=expired" || len(w.Result().Cookies()) > 0 {
			t.Errorf("%q: %d %v", query, w.Code, w.Header())
		}
	}
	if w := s.visitor().open(http.MethodGet, "http://other.test"+githubCallback+"?state=x", nil); w.Header().Get("Location") != "http://portico.test"+githubCallback+"?state=x" {
		t.Errorf("under another name: %d %s", w.Code, w.Header().Get("Location"))
	}
	if w := s.visitor().open(http.MethodPost, "http://portico.test"+githubCallback, url.Values{}); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("by POST: %d", w.Code)
	}
}

// A fault of ours in the callback shows a page with the request's id, and no more.
func TestGithubCallbackFault(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	_ = s.db.Close()
	w := s.visitor().open(http.MethodGet, "http://portico.test"+githubCallback+"?state=secret-state&code=secret-code", nil)
	if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), w.Header().Get("X-Request-Id")) || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestGithubConfig(t *testing.T) {
	t.Parallel()
	good := Config{
		Addr: "127.0.0.1:8080", SSHAddr: "127.0.0.1:2222", BaseURL: "http://localhost:8080", Storage: Storage{Data: "data"}, GithubClientID: "id", GithubClientSecret: "secret",
		GithubAuthorizeURL: "https://github.com/a", GithubTokenURL: "https://github.com/t", GithubAPIURL: "https://api.github.com/",
	}
	for want, change := range map[string]func(*Config){
		"":                             func(*Config) {},
		"PORTICO_GITHUB_CLIENT_SECRET": func(c *Config) { c.GithubClientSecret = "" },
		"PORTICO_GITHUB_AUTHORIZE_URL": func(c *Config) { c.GithubAuthorizeURL = "github.com" },
		"PORTICO_GITHUB_TOKEN_URL":     func(c *Config) { c.GithubTokenURL = "http://github.com/t" },
		"PORTICO_GITHUB_API_URL":       func(c *Config) { c.GithubAPIURL = "" },
	} {
		c := good
		change(&c)
		if err := c.check(); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
		if want == "" && !slices.Equal([]string{c.GithubAPIURL}, []string{"https://api.github.com"}) {
			t.Errorf("the API is at %s", c.GithubAPIURL)
		}
	}
}
