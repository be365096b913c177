// Package viewer carries through the context who is asking. It decides
// nothing: what a viewer may see stands in ent/schema.
package viewer

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"

	"portico/internal/i18n"
)

// A Viewer is the party on whose behalf something runs.
type Viewer struct {
	// AccountID is whose account it is.
	AccountID uuid.UUID
	// Username is the account's name at the time of asking.
	Username string
	// SessionID is the browser's session, or zero.
	SessionID uuid.UUID
	// SudoUntil is until when the session may do what sudo mode guards.
	SudoUntil time.Time
	// TokenID is the program's API token, or zero.
	TokenID uuid.UUID
	// TokenDigest is that of the secret that was shown: renewing the token ends it.
	TokenDigest []byte
	// Scopes are the areas of the token; a session acts in all.
	Scopes []string
	// Apps are those that the token is confined to; none: it is not confined.
	Apps []uuid.UUID
	// Language is that of messages and summaries: EN, FR.
	Language string
	// TimeZone is that of instants in them: Europe/Paris.
	TimeZone string
	// Suspended tells that the account may read and pay, but not deploy.
	Suspended bool
	// System is the platform itself. It sees and changes every account's rows.
	System bool
}

// Reader is the viewer as a reader of messages.
func (v Viewer) Reader() i18n.Reader { return i18n.Reader{Language: v.Language, TimeZone: v.TimeZone} }

// Confined tells whether the viewer sees some of its apps only.
func (v Viewer) Confined() bool { return len(v.Apps) > 0 }

// accountWide are the scopes that reach beyond any app: with an SSH key one
// pushes to every app, and the tokens of an account name other apps.
var accountWide = []string{"PROFILE_WRITE", "KEYS_READ", "KEYS_WRITE", "TOKENS_READ", "TOKENS_WRITE", "SANDBOX"}

// Confinable tells whether a token that is confined to apps can have a scope.
func Confinable(scope string) bool { return !slices.Contains(accountWide, scope) }

// MayUse tells whether the viewer may act in an area. A confined token that was
// created with an account-wide scope can't use it.
func (v Viewer) MayUse(scope string) bool {
	return v.TokenID == uuid.Nil || slices.Contains(v.Scopes, scope) && (!v.Confined() || Confinable(scope))
}

type key struct{}

// With returns a context in which v is asking.
func With(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, key{}, &slot{viewer: &v})
}

// WithNobody returns a context in which nobody asks yet, and somebody may
// Become the viewer: that of a request which may sign in.
func WithNobody(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, &slot{})
}

// slot holds the viewer. It is behind a pointer so that what a request still
// has to answer after it signed in is answered to whom it has become.
type slot struct {
	mu     sync.RWMutex
	viewer *Viewer
}

// From reports who is asking, if anyone is.
func From(ctx context.Context) (Viewer, bool) {
	s, ok := ctx.Value(key{}).(*slot)
	if !ok {
		return Viewer{}, false
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.viewer == nil {
		return Viewer{}, false
	}
	return *s.viewer, true
}

// Become makes v the viewer of the rest of the request.
func Become(ctx context.Context, v Viewer) { set(ctx, &v) }

// Leave makes the rest of the request nobody's.
func Leave(ctx context.Context) { set(ctx, nil) }

func set(ctx context.Context, v *Viewer) {
	if s, ok := ctx.Value(key{}).(*slot); ok {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.viewer = v
	}
}

// AsSystem returns a context in which the platform is asking. A test holds the
// list of the places that may call it.
func AsSystem(ctx context.Context) context.Context { return With(ctx, Viewer{System: true}) }

// ID is the account that asks, or zero.
func ID(ctx context.Context) uuid.UUID {
	v, _ := From(ctx)
	return v.AccountID
}
