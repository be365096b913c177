// Package github signs in with GitHub (OAuth 2.0 with PKCE) and links GitHub accounts.
// A GitHub account is identified by its numeric ID only.
package github

import (
	"context"
	"encoding/hex"
	"fmt"
	"net/http"
	"time"

	"github.com/google/uuid"
	"golang.org/x/oauth2"

	"portico/ent"
	"portico/ent/oauthstate"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/i18n"
	"portico/internal/keyring"
	"portico/internal/maillink"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const (
	// githubFor is how long an OAuth flow may take.
	githubFor = 10 * time.Minute
	// sealedVerifier is the purpose that PKCE verifiers are encrypted for.
	sealedVerifier = "oauth"
)

// Github signs in with GitHub, and links GitHub accounts. They are identified by their
// numeric ID, and nothing else.
type Github struct {
	DB         *store.DB
	Log        *timeline.Log
	Ring       *keyring.Ring
	Outbox     notify.Outbox
	Now        func() time.Time
	Attempts   attempt.Limiter
	Links      maillink.Links
	Sessions   auth.Sessions
	Registrar  auth.Registrar
	Revocation auth.Revocation
	// OAuth is this site's registration at GitHub; nil if GitHub is not offered.
	OAuth *oauth2.Config
	// API is the URL of GitHub's API.
	API string
	// Client carries the requests to GitHub.
	Client *http.Client
}

// pages are where a flow may return to, by name. A name is not a URL, so no link can
// redirect to another site.
var pages = map[string]string{
	"apps": "/apps", "app": "/apps", "profile": "/profile", "ssh-keys": "/ssh-keys", "api-tokens": "/api-tokens",
	"timeline": "/timeline", "authentication": "/authentication",
}

// Identity is the GitHub account linked to the viewer's, or nil.
func (s Github) Identity(ctx context.Context) (*ent.GithubIdentity, error) {
	found, err := s.DB.GithubIdentity.Query().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return found, problem.Wrap("find GitHub account", err)
}

// StartSignIn starts a flow that signs in, or up, and returns to a page. It returns
// where to send the browser. An account that it makes gets the time zone, if that is
// known.
func (s Github) StartSignIn(ctx context.Context, page, timeZone *string) (string, error) {
	to := "apps"
	if page != nil && pages[*page] != "" {
		to = *page
	}
	return s.start(ctx, flow{purpose: oauthstate.PurposeSIGN_IN, page: to, timeZone: timeZone})
}

// StartLink starts a flow that links a GitHub account to the viewer's.
func (s Github) StartLink(ctx context.Context) (string, error) {
	linked, err := s.Identity(ctx)
	if err != nil {
		return "", err
	}
	if linked != nil {
		return "", problem.In("", problem.AlreadyOn, "A GitHub account is already linked. Unlink it first.")
	}
	return s.start(ctx, flow{purpose: oauthstate.PurposeLINK, page: "authentication"})
}

// StartSudo starts a flow that opens sudo mode with another sign-in at GitHub, for an
// account that has no other proof. GitHub can't be told to ask for its password again
// (it has no max_age and no prompt=login): what is proven is that its session is still
// open in this browser.
func (s Github) StartSudo(ctx context.Context) (string, error) {
	a, err := s.DB.Account.Get(ctx, viewer.ID(ctx))
	if err != nil {
		return "", fmt.Errorf("load account: %w", err)
	}
	linked, err := s.alone(ctx, s.DB.Client, a)
	if err != nil {
		return "", err
	}
	if linked == nil {
		return "", problem.Refuse(problem.Forbidden, "GitHub can confirm it's you only if you have no other way to sign in.")
	}
	return s.start(ctx, flow{purpose: oauthstate.PurposeSUDO, page: "authentication"}, oauth2.SetAuthURLParam("login", linked.Login))
}

// alone is the GitHub account of a viewer who has no other way to confirm it's them, or
// nil.
func (s Github) alone(ctx context.Context, db *ent.Client, a *ent.Account) (*ent.GithubIdentity, error) {
	ways, err := auth.LoginMethods(ctx, db, a)
	if err != nil || len(ways) != 1 || ways[0] != timeline.ByGithub {
		return nil, err
	}
	if app, err := auth.HasFactor(ctx, db.Totp, a.ID); err != nil || app {
		return nil, err
	}
	linked, err := db.GithubIdentity.Query().Only(ctx)
	return linked, problem.Wrap("find GitHub account", err)
}

// A flow is what a way to GitHub is for, where it comes back to, and the time zone of
// the browser, or nil.
type flow struct {
	purpose  oauthstate.Purpose
	page     string
	timeZone *string
}

// knownZone is the time zone, or "" where it is unknown.
func (f flow) knownZone() string {
	if f.timeZone == nil || naming.TimeZone("", *f.timeZone) != nil {
		return ""
	}
	return *f.timeZone
}

// start stores the state of a new flow: for one purpose, this browser, and, to link and
// for sudo mode, this session.
func (s Github) start(ctx context.Context, f flow, options ...oauth2.AuthCodeOption) (string, error) {
	b, err := browser.Required(ctx)
	if err != nil {
		return "", err
	}
	if s.OAuth == nil {
		return "", problem.Refuse(problem.BadUserInput, "This server doesn't offer sign-in with GitHub.")
	}
	session := sessionFor(ctx, f.purpose)
	subject, err := s.starts(ctx, session)
	if err != nil {
		return "", err
	}
	state, verifier, until := randtoken.New(), oauth2.GenerateVerifier(), s.Now().Add(githubFor)
	bound, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (string, error) {
		if session != nil {
			if _, err := store.LockViewer(ctx, s.DB, tx); err != nil {
				return "", err
			}
		}
		if err := s.Attempts.MayStart(ctx, tx, subject); err != nil {
			return "", err
		}
		bound, err := s.bound(ctx, tx, b)
		if err != nil {
			return "", err
		}
		return bound, tx.OAuthState.Create().SetDigest(randtoken.Digest(state)).SetBrowser(randtoken.Digest(bound)).
			SetVerifier(s.Ring.Seal([]byte(verifier), sealedVerifier, hex.EncodeToString(randtoken.Digest(state)))).
			SetPurpose(f.purpose).SetNillableSessionID(session).SetPage(f.page).SetTimeZone(f.knownZone()).
			SetCreatedAt(s.Now()).SetExpiresAt(until).Exec(viewer.AsSystem(ctx))
	})
	if err != nil {
		return "", fmt.Errorf("begin way to GitHub: %w", err)
	}
	b.Keep(browser.GithubCookie, bound, until)
	return s.OAuth.AuthCodeURL(state, append(options, oauth2.S256ChallengeOption(verifier))...), nil
}

// starts is whom the rate limiter counts a way to GitHub for: the account of a session
// that it is bound to.
func (s Github) starts(ctx context.Context, session *uuid.UUID) (string, error) {
	if session != nil {
		return attempt.OfAccount(viewer.ID(ctx)), nil
	}
	return s.Sessions.StartSubject(ctx)
}

// sessionFor is the session that a purpose is bound to; signing in is bound to none.
func sessionFor(ctx context.Context, purpose oauthstate.Purpose) *uuid.UUID {
	if purpose == oauthstate.PurposeSIGN_IN {
		return nil
	}
	v, _ := viewer.From(ctx)
	return &v.SessionID
}

// Unlink unlinks the viewer's GitHub account, unless it is the last way to sign in.
func (s Github) Unlink(ctx context.Context) (*ent.Account, error) {
	a, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Account, error) {
		a, err := store.LockViewer(ctx, s.DB, tx)
		if err != nil {
			return nil, err
		}
		return a, s.unlink(ctx, tx, a)
	})
	if err != nil {
		return nil, err
	}
	return a.Unwrap(), nil
}

func (s Github) unlink(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	linked, err := tx.GithubIdentity.Query().Only(ctx)
	if ent.IsNotFound(err) {
		return problem.In("", problem.NotOn, "No GitHub account is linked.")
	} else if err != nil {
		return fmt.Errorf("find GitHub account: %w", err)
	}
	if err := tx.GithubIdentity.DeleteOne(linked).Exec(ctx); err != nil {
		return fmt.Errorf("unlink GitHub account: %w", err)
	}
	if err := auth.KeepsWay(ctx, tx, a); err != nil {
		return err
	}
	return s.Sessions.Changed(ctx, tx, a, &timeline.GithubUnlinkedEvent{Login: linked.Login}, notify.Email{
		Kind:    "github_unlinked",
		Subject: i18n.Msg("GitHub was unlinked from your account"),
		Lines:   []i18n.Message{i18n.Msg("The GitHub account %s can no longer sign in to your account %s.", linked.Login, a.Username)},
	})
}
