package sandbox_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"testing"

	"golang.org/x/oauth2"

	"portico/internal/sandbox"
	"portico/internal/testkit"
)

// A code of the stand-in works once, with its verifier, and for the client that it
// was given to.
func TestGithubCodes(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	const callback, at = "https://portico.test/callback", "https://portico.test" + sandbox.GithubPath
	github := &sandbox.Github{Callback: callback, Secret: "the secret", Ring: w.Ring, Now: w.Clock.Now}
	s := newSite(t, github.Routes())
	client := oauth2.Config{ClientID: sandbox.GithubClientID, RedirectURL: callback, Scopes: []string{"user:email"}, Endpoint: oauth2.Endpoint{AuthURL: at + "/authorize"}}
	verifier := oauth2.GenerateVerifier()
	code := func() string {
		form := url.Values{"login": {"octocat"}, "email": {"octo@example.com"}, "verified": {"yes"}, "answer": {"authorize"}}
		to, _ := url.Parse(s.post(client.AuthCodeURL("state", oauth2.S256ChallengeOption(verifier)), form).Header().Get("Location"))
		return to.Query().Get("code")
	}
	used := code()
	for _, c := range []struct{ name, field, value, want string }{
		{"right", "code", used, ""},
		{"used", "code", used, "bad_verification_code"},
		{"cut", "code", used[1:], "bad_verification_code"},
		{"with another verifier", "code_verifier", oauth2.GenerateVerifier(), "bad_verification_code"},
		{"with another secret", "client_secret", "x", "incorrect_client_credentials"},
		{"of another app", "client_id", "x", "incorrect_client_credentials"},
		{"for another address", "redirect_uri", "https://evil.test", "redirect_uri_mismatch"},
	} {
		form := url.Values{
			"client_id": {sandbox.GithubClientID}, "client_secret": {github.Secret}, "redirect_uri": {callback},
			"code": {code()}, "code_verifier": {verifier},
		}
		form.Set(c.field, c.value)
		got, err := url.ParseQuery(s.post(at+"/token", form).Body.String())
		if err != nil || got.Get("error") != c.want || (got.Get("access_token") != "") != (c.want == "") {
			t.Errorf("%s: %v, %v", c.name, got, err)
		}
	}
	for _, path := range []string{"/user", "/user/emails"} {
		if got := s.get(at+path, ""); got.Code != http.StatusUnauthorized {
			t.Errorf("%s without a token: %d", path, got.Code)
		}
	}
}

// Anyone may send a form to the stand-in: the files of a large one would stay on the
// disk.
func TestGithubKeepsNoFilesOfForms(t *testing.T) { // not parallel: it sets TMPDIR
	w, folder := testkit.New(t), t.TempDir()
	t.Setenv("TMPDIR", folder)
	github := &sandbox.Github{Callback: "https://portico.test/callback", Secret: "the secret", Ring: w.Ring, Now: w.Clock.Now}
	var form bytes.Buffer
	m := multipart.NewWriter(&form)
	file, err := m.CreateFormFile("file", "large")
	testkit.Must(t, file, err)
	_, _ = file.Write(make([]byte, 50<<20))
	testkit.Must(t, 0, m.Close())
	for pattern, h := range github.Routes() {
		mux := http.NewServeMux()
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			h.ServeHTTP(w, r.WithContext(t.Context())) // as middleware does: net/http then removes no files
		})
		s := httptest.NewServer(mux)
		defer s.Close()
		answer, err := s.Client().Post(s.URL+sandbox.GithubPath+"/token", m.FormDataContentType(), &form)
		if err == nil { // it may also be cut off while it sends
			testkit.Must(t, 0, answer.Body.Close())
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left on the disk are %v, %v", left, err)
	}
}
