package github

import (
	"context"
	"fmt"
	"time"

	"portico/ent"
	"portico/ent/oauthstate"
	"portico/ent/predicate"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/viewer"
)

// maxFlows is how many flows a browser may have open at once.
const maxFlows = 5

// flowsOf are the OAuth states of a browser that can still be used.
func (s Github) flowsOf(bound string) predicate.OAuthState {
	return oauthstate.And(oauthstate.Browser(randtoken.Digest(bound)), oauthstate.ExpiresAtGT(s.Now()))
}

// bound is the secret that binds an OAuth state to the browser that starts it. The tabs
// of a browser share one as long as any of their flows is open, so that none breaks
// another's; each state still has one flow and one purpose, and works once. Beyond a
// few, the oldest are dropped.
func (s Github) bound(ctx context.Context, tx *ent.Tx, b browser.Browser) (string, error) {
	platform, held := viewer.AsSystem(ctx), b.Held(browser.GithubCookie)
	flows, err := tx.OAuthState.Query().Where(s.flowsOf(held)).Order(ent.Desc(oauthstate.FieldID)).IDs(platform)
	if err != nil {
		return "", fmt.Errorf("find OAuth states: %w", err)
	}
	if len(flows) == 0 { // the browser has no valid one
		return randtoken.New(), nil
	}
	_, err = tx.OAuthState.Delete().Where(oauthstate.IDIn(flows[min(len(flows), maxFlows-1):]...)).Exec(platform)
	return held, problem.Wrap("drop OAuth states", err)
}

// release has the browser forget its secret once none of its flows is open.
func (s Github) release(ctx context.Context, b browser.Browser) error {
	more, err := s.DB.OAuthState.Query().Where(s.flowsOf(b.Held(browser.GithubCookie))).Exist(viewer.AsSystem(ctx))
	if err == nil && !more {
		b.Keep(browser.GithubCookie, "", time.Time{})
	}
	return problem.Wrap("find OAuth states", err)
}
