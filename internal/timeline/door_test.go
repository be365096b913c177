package timeline_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"

	"github.com/descope/virtualwebauthn"
	"github.com/google/uuid"
	"golang.org/x/oauth2"

	"portico/internal/github"
	"portico/internal/passkey"
	"portico/internal/testkit"
)

// addPasskey adds a passkey of a new device.
func addPasskey(w *testkit.World, ctx context.Context) (uuid.UUID, error) {
	begun, err := w.Passkeys.Start(ctx)
	if err != nil {
		return uuid.Nil, err
	}
	options, err := virtualwebauthn.ParseAttestationOptions(begun.Options)
	if err != nil {
		return uuid.Nil, err
	}
	site := virtualwebauthn.RelyingParty{ID: testkit.Site, Origin: "https://" + testkit.Site}
	made := virtualwebauthn.CreateAttestationResponse(site, virtualwebauthn.NewAuthenticator(), virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeRSA), *options)
	key, err := w.Passkeys.Add(ctx, passkey.AddPasskey{Ceremony: begun.ID, Credential: made})
	if err != nil {
		return uuid.Nil, err
	}
	return key.ID, nil
}

// octocat is a GitHub where everybody is octocat.
func octocat(w *testkit.World) github.Github {
	mux := http.NewServeMux()
	for path, body := range map[string]string{
		"POST /token": `{"access_token": "x", "token_type": "bearer"}`,
		"GET /user":   `{"id": 7, "login": "octocat"}`,
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write([]byte(body))
		})
	}
	server := httptest.NewServer(mux)
	w.T.Cleanup(server.Close)
	hub := w.Github
	hub.API, hub.Client = server.URL, github.NewClient(server.Client().Transport)
	hub.OAuth = &oauth2.Config{ClientID: "portico", Endpoint: oauth2.Endpoint{AuthURL: server.URL, TokenURL: server.URL + "/token"}}
	return hub
}

func linkGithub(hub github.Github, b *testkit.Browser) error {
	at, err := hub.StartLink(b.Request())
	if err != nil {
		return err
	}
	u, err := url.Parse(at)
	if err != nil {
		return err
	}
	_, err = hub.Return(b.Request(), github.Callback{State: u.Query().Get("state"), Code: "x"})
	return err
}
