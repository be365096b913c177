package github

import (
	"cmp"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"

	"portico/ent"
	"portico/ent/oauthstate"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/viewer"
)

// A Callback is what GitHub sends a browser back with.
type Callback struct{ State, Code, Error string }

// A callbackError is why a flow didn't end as intended. The page that explains it gets
// this word.
type callbackError string

func (d callbackError) Error() string { return "the GitHub flow failed: " + string(d) }

const (
	githubTaken   callbackError = "taken"    // the address, or the GitHub account, is another account's
	githubNoEmail callbackError = "no-email" // GitHub has no verified address to make an account with
	githubAlready callbackError = "already"  // another GitHub account is already linked
	githubRefused callbackError = "refused"  // the user declined at GitHub, or came back as someone else
	githubExpired callbackError = "expired"  // it took too long, was already used, or started elsewhere
	githubFailed  callbackError = "failed"   // GitHub failed
	githubClosing callbackError = "closing"  // the account is being deleted
)

// Return ends a flow. It returns the path of the next page, even if something went
// wrong; an error is a fault of ours.
func (s Github) Return(ctx context.Context, in Callback) (string, error) {
	b, err := browser.Required(ctx)
	if err != nil {
		return "", err
	}
	way, err := s.take(ctx, b, in.State)
	if err == nil {
		if err := s.release(ctx, b); err != nil {
			return "", err
		}
		var next string
		if next, err = s.finish(ctx, b, way, in); err == nil {
			return next, nil
		}
	}
	if d := callbackError(""); errors.As(err, &d) {
		return errorPage(ctx, way) + "?github=" + string(d), nil
	}
	return "", err
}

// errorPage is the page that explains what went wrong.
func errorPage(ctx context.Context, way *ent.OAuthState) string {
	_, in := viewer.From(ctx)
	if way != nil && way.Purpose != oauthstate.PurposeSIGN_IN || way == nil && in {
		return "/authentication"
	}
	return "/sign-in"
}

// take uses up a state, if it is this browser's and, to link and for sudo mode, this
// session's.
func (s Github) take(ctx context.Context, b browser.Browser, state string) (*ent.OAuthState, error) {
	platform := viewer.AsSystem(ctx)
	which := oauthstate.And(oauthstate.Digest(randtoken.Digest(state)), oauthstate.Browser(randtoken.Digest(b.Held(browser.GithubCookie))),
		oauthstate.ExpiresAtGT(s.Now()))
	// Anyone may come here with a state that they made up, as often as they like: only a
	// real one is worth a transaction, for which others wait.
	if there, err := s.DB.OAuthState.Query().Where(which).Exist(platform); err != nil || !there {
		return nil, cmp.Or(problem.Wrap("find way to GitHub", err), error(githubExpired))
	}
	way, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.OAuthState, error) {
		way, err := tx.OAuthState.Query().Where(which).Only(platform)
		if ent.IsNotFound(err) {
			return nil, githubExpired
		} else if err != nil {
			return nil, fmt.Errorf("find way to GitHub: %w", err)
		}
		n, err := tx.OAuthState.Delete().Where(oauthstate.ID(way.ID)).Exec(platform)
		if err == nil && n == 0 { // another request was faster
			return nil, githubExpired
		}
		return way, problem.Wrap("use way to GitHub", err)
	})
	if err != nil {
		return nil, err
	}
	if want := sessionFor(ctx, way.Purpose); want != nil && (way.SessionID == nil || *way.SessionID != *want) {
		return way, githubExpired
	}
	return way, nil
}

// finish completes a flow and returns the next page.
func (s Github) finish(ctx context.Context, b browser.Browser, way *ent.OAuthState, in Callback) (string, error) {
	if in.Error == "access_denied" {
		return "", githubRefused
	}
	u, err := s.ask(ctx, way, in)
	if err != nil {
		return "", err
	}
	u.timeZone = way.TimeZone
	switch way.Purpose {
	case oauthstate.PurposeLINK:
		return "/authentication?github=linked", s.join(ctx, u)
	case oauthstate.PurposeSUDO:
		return "/authentication?sudo=done", s.sudo(ctx, b, u)
	default:
		return s.signIn(ctx, b, way.Page, u)
	}
}

// ask asks GitHub who came back. What goes wrong there is logged, and the user is only
// told that it failed.
func (s Github) ask(ctx context.Context, way *ent.OAuthState, in Callback) (githubUser, error) {
	verifier, err := s.Ring.Open(way.Verifier, sealedVerifier, hex.EncodeToString(way.Digest))
	if err != nil {
		return githubUser{}, err
	}
	u, err := s.exchange(ctx, in, string(verifier), way.Purpose == oauthstate.PurposeSIGN_IN)
	if err != nil {
		slog.ErrorContext(ctx, "GitHub", "err", err)
		return u, githubFailed
	}
	return u, nil
}

// signIn signs in, and returns the next page.
func (s Github) signIn(ctx context.Context, b browser.Browser, page string, u githubUser) (string, error) {
	in, err := s.admit(ctx, b, u)
	switch wrong, ok := problem.InputsOf(err); {
	case ok && wrong[0].Code == problem.AccountClosing:
		return "", githubClosing
	case err != nil:
		return "", err
	case in.Challenge == nil:
		return pages[page], nil
	case page == "apps":
		return "/sign-in/second-step", nil
	}
	return "/sign-in/second-step?next=" + page, nil
}

// sudo opens sudo mode in the session that started the flow, if the linked GitHub
// account came back.
func (s Github) sudo(ctx context.Context, b browser.Browser, u githubUser) error {
	a, err := s.DB.Account.Get(ctx, viewer.ID(ctx))
	if err != nil {
		return fmt.Errorf("load account: %w", err)
	}
	linked, err := s.alone(ctx, s.DB.Client, a)
	if err != nil {
		return err
	}
	if linked == nil || linked.GithubID != u.ID {
		return githubRefused
	}
	_, err = s.Sessions.OpenSudo(ctx, b, a, func(*ent.Tx) error { return nil })
	return orExpired(err)
}

// orExpired reports that the session ended during the flow.
func orExpired(err error) error {
	if refusal := new(problem.Refusal); errors.As(err, &refusal) && refusal.Reason == problem.Unauthenticated {
		return githubExpired
	}
	return err
}

// join links a GitHub account to the viewer's.
func (s Github) join(ctx context.Context, u githubUser) error {
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		a, err := store.LockViewer(ctx, s.DB, tx)
		if err != nil {
			return err
		}
		return s.linkOnce(ctx, tx, a, u)
	})
	if errors.Is(err, auth.ErrTaken) {
		return githubTaken
	}
	return orExpired(err)
}

// linkOnce links a GitHub account unless one is already linked. If another tab has just
// linked the same one, that is what was asked for.
func (s Github) linkOnce(ctx context.Context, tx *ent.Tx, a *ent.Account, u githubUser) error {
	linked, err := tx.GithubIdentity.Query().Only(ctx)
	switch {
	case err == nil && linked.GithubID == u.ID:
		return nil
	case err == nil:
		return githubAlready
	case !ent.IsNotFound(err):
		return fmt.Errorf("find GitHub account: %w", err)
	}
	if err := s.link(ctx, tx, a, u); err != nil {
		return err
	}
	return s.tellLinked(ctx, tx, a, u)
}
