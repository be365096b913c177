package main

import (
	"crypto/rand"
	"net/http"

	"golang.org/x/oauth2"

	"portico/internal/assembly"
	"portico/internal/browser"
	"portico/internal/github"
	"portico/internal/sandbox"
)

// githubCallback is the path that GitHub redirects browsers to.
const githubCallback = "/auth/github/callback"

// githubApp returns how people sign in with GitHub, if the operator has configured it;
// a sandbox has a stand-in for GitHub.
func (p *program) githubApp() assembly.GithubApp {
	c := p.config
	switch {
	case c.GithubClientID != "":
		return assembly.GithubApp{
			API: c.GithubAPIURL, Client: github.NewClient(github.Fresh()),
			OAuth: p.oauth(c.GithubClientID, c.GithubClientSecret, c.GithubAuthorizeURL, c.GithubTokenURL),
		}
	case c.Sandbox:
		at := c.base.String() + sandbox.GithubPath
		p.standin = &sandbox.Github{Callback: c.base.String() + githubCallback, Secret: rand.Text(), Ring: p.ring, Now: p.now}
		return assembly.GithubApp{
			API: at, Client: github.NewClient(p.standin.Transport()),
			OAuth: p.oauth(sandbox.GithubClientID, p.standin.Secret, at+"/authorize", at+"/token"),
		}
	}
	return assembly.GithubApp{}
}

func (p *program) oauth(id, secret, authorize, token string) *oauth2.Config {
	return &oauth2.Config{
		ClientID: id, ClientSecret: secret, RedirectURL: p.config.base.String() + githubCallback, Scopes: []string{"user:email"},
		Endpoint: oauth2.Endpoint{AuthURL: authorize, TokenURL: token, AuthStyle: oauth2.AuthStyleInParams},
	}
}

// backFromGithub ends an OAuth flow. It is a page that a browser navigates to, and it
// may set a session's cookie.
func (p *program) backFromGithub(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer") // state and code are in the URL
	b, q := p.browserOf(w, r), r.URL.Query()
	b.Keep = p.keep(w)
	next, err := p.Github.Return(browser.With(r.Context(), b), github.Callback{State: q.Get("state"), Code: q.Get("code"), Error: q.Get("error")})
	if err != nil {
		fault(w, r, err)
		return
	}
	http.Redirect(w, r, next, http.StatusSeeOther)
}
