package sandbox_test

import (
	"net/http"
	"net/url"
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
