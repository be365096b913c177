package github

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"golang.org/x/oauth2"

	"portico/internal/naming"
)

const (
	githubWait = 10 * time.Second
	// githubMost is how much of a response is read.
	githubMost = 1 << 20
)

// A githubUser is a user at GitHub.
type githubUser struct {
	ID    int64  // what identifies them
	Login string // their current name there, for display
	Email string // their primary address if it is verified, else empty

	timeZone string // their browser's, if it is known
}

// exchange trades a code for a token, asks whose it is, and forgets the token.
func (s Github) exchange(ctx context.Context, in Callback, verifier string, email bool) (githubUser, error) {
	if in.Error != "" || in.Code == "" {
		return githubUser{}, fmt.Errorf("sent back without a code: %q", naming.Line(in.Error, 50))
	}
	ctx, cancel := context.WithTimeout(ctx, githubWait)
	defer cancel()
	token, err := s.OAuth.Exchange(context.WithValue(ctx, oauth2.HTTPClient, s.Client), in.Code, oauth2.VerifierOption(verifier))
	if err != nil {
		return githubUser{}, tokenError(err)
	}
	var u struct {
		ID    int64  `json:"id"`
		Login string `json:"login"`
	}
	if err := s.get(ctx, token.AccessToken, "/user", &u); err != nil {
		return githubUser{}, err
	}
	if u.ID <= 0 || u.Login == "" {
		return githubUser{}, errors.New("/user: nobody is in it")
	}
	who := githubUser{ID: u.ID, Login: naming.Line(u.Login, 100)}
	if email {
		who.Email, err = s.primary(ctx, token.AccessToken)
	}
	return who, err
}

// tokenError says why there is no token, without what the response contained.
func tokenError(err error) error {
	if answer := new(oauth2.RetrieveError); errors.As(err, &answer) && answer.Response != nil {
		return fmt.Errorf("token: %d %q", answer.Response.StatusCode, naming.Line(answer.ErrorCode, 50))
	}
	return fmt.Errorf("token: %w", err)
}

// primary is the primary address if it is verified, else empty.
func (s Github) primary(ctx context.Context, token string) (string, error) {
	var all []struct {
		Email    string `json:"email"`
		Primary  bool   `json:"primary"`
		Verified bool   `json:"verified"`
	}
	if err := s.get(ctx, token, "/user/emails?per_page=100", &all); err != nil {
		return "", err
	}
	for _, e := range all {
		if e.Primary && e.Verified {
			return e.Email, nil
		}
	}
	return "", nil
}

// get reads one response of the API.
func (s Github) get(ctx context.Context, token, path string, into any) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.API+path, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Accept", "application/vnd.github+json")
	r.Header.Set("X-GitHub-Api-Version", "2022-11-28")
	r.Header.Set("User-Agent", "portico")
	answer, err := s.Client.Do(r)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, answer.Status)
	}
	if err := json.NewDecoder(io.LimitReader(answer.Body, githubMost)).Decode(into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// Fresh opens a connection for each request: GitHub may close an idle one just as a
// code is sent, and a code works once.
func Fresh() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DisableKeepAlives = true
	return t
}

// NewClient is an HTTP client for GitHub, with a short timeout and without redirects.
func NewClient(by http.RoundTripper) *http.Client {
	return &http.Client{Transport: by, Timeout: githubWait, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
}
