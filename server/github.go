package main

import (
	"log/slog"
	"net/http"

	"github.com/go-webauthn/webauthn/webauthn"
	"golang.org/x/oauth2"

	"portico/internal/assembly"
	"portico/internal/auth"
)

// githubCallback is where GitHub sends browsers back to.
const githubCallback = "/auth/github/callback"

// githubApp is how GitHub is reached, where the operator has configured it; a sandbox
// has a stand-in for GitHub.
func (p *program) githubApp() assembly.GithubApp {
	c := p.config
	switch {
	case c.GithubClientID != "":
		return assembly.GithubApp{
			API: c.GithubAPIURL, Client: auth.GithubClient(auth.Fresh()),
			OAuth: p.oauth(c.GithubClientID, c.GithubClientSecret, c.GithubAuthorizeURL, c.GithubTokenURL),
		}
	case c.Sandbox:
		at := c.base.String() + standinPath
		p.standin = &githubStandin{callback: c.base.String() + githubCallback, ring: p.ring, now: p.now, secret: newStandinSecret()}
		return assembly.GithubApp{
			API: at, Client: auth.GithubClient(local{p.standin.handler()}),
			OAuth: p.oauth(standinClient, p.standin.secret, at+"/authorize", at+"/token"),
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

// site is the site that passkeys are for, or nil. They are for names alone.
func (p *program) site() *webauthn.WebAuthn {
	site, err := auth.RelyingParty(p.config.base)
	if err != nil {
		slog.Warn("PORTICO_BASE_URL is not the name of a site, so nobody can have passkeys", "err", err)
	}
	return site
}

// backFromGithub ends a way to GitHub and back. It is a page that a browser goes
// to by itself, and may be left with a session.
func (p *program) backFromGithub(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer") // state and code stand in the address
	b, q := p.browserOf(w, r), r.URL.Query()
	b.Keep = p.keep(w)
	next, err := p.Github.Return(auth.WithBrowser(r.Context(), b), auth.Callback{State: q.Get("state"), Code: q.Get("code"), Error: q.Get("error")})
	if err != nil {
		fault(w, r, err)
		return
	}
	http.Redirect(w, r, next, http.StatusSeeOther)
}
