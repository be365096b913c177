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

// githubCallback is where GitHub sends browsers back to.
const githubCallback = "/auth/github/callback"

// githubApp says how people sign in with GitHub, if the operator has configured it;
// a sandbox plays GitHub itself.
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

// backFromGithub ends a way to GitHub and back. It is a page that a browser goes
// to by itself, and may be left with a session.
func (p *program) backFromGithub(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer") // state and code stand in the address
	b, q := p.browserOf(w, r), r.URL.Query()
	b.Keep = p.keep(w)
	next, err := p.Github.Return(browser.With(r.Context(), b), github.Callback{State: q.Get("state"), Code: q.Get("code"), Error: q.Get("error")})
	if err != nil {
		fault(w, r, err)
		return
	}
	http.Redirect(w, r, next, http.StatusSeeOther)
}
