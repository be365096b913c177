// Package viewer carries through the context who is making the request. It decides
// nothing: ent/schema says what a viewer can see.
package viewer

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"

	"portico/internal/i18n"
)

// A Viewer is who something runs on behalf of.
type Viewer struct {
	// AccountID is the viewer's account.
	AccountID uuid.UUID
	// Username is the account's name at the time of the request.
	Username string
	// SessionID is the browser's session, or zero.
	SessionID uuid.UUID
	// SudoUntil is until when the session may do what requires sudo mode.
	SudoUntil time.Time
	// TokenID is the program's API token, or zero.
	TokenID uuid.UUID
	// TokenDigest is that of the secret that was shown: renewing the token ends it.
	TokenDigest []byte
	// Scopes are the token's; a session has all.
	Scopes []string
	// Apps are those that the token is confined to; empty if it isn't confined.
	Apps []uuid.UUID
	// Language is that of messages and summaries: EN, FR.
	Language string
	// TimeZone is that of instants in them: Europe/Paris.
	TimeZone string
	// Suspended means that the account may read and pay, but not deploy.
	Suspended bool
	// System is the platform itself. It sees and changes every account's rows.
	System bool
	// Operator says that an operator has the platform act.
	Operator bool
}

// Reader is the viewer as a reader of messages.
func (v Viewer) Reader() i18n.Reader { return i18n.Reader{Language: v.Language, TimeZone: v.TimeZone} }

// Confined reports whether the viewer can see only some of its apps.
func (v Viewer) Confined() bool { return len(v.Apps) > 0 }

// accountWide are the scopes that reach beyond any app: an SSH key can push to every
// app, and an account's tokens name other apps.
var accountWide = []string{"PROFILE_WRITE", "KEYS_READ", "KEYS_WRITE", "TOKENS_READ", "TOKENS_WRITE", "BILLING_READ", "BILLING_WRITE", "SANDBOX"}

// Confinable reports whether a token that is confined to apps can have a scope.
func Confinable(scope string) bool { return !slices.Contains(accountWide, scope) }

// MayUse reports whether the viewer has a scope. A confined token that was created with
// an account-wide scope can't use it.
func (v Viewer) MayUse(scope string) bool {
	return v.TokenID == uuid.Nil || slices.Contains(v.Scopes, scope) && (!v.Confined() || Confinable(scope))
}

type key struct{}

// With returns a context in which v is the viewer.
func With(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, key{}, &slot{viewer: &v})
}

// WithNobody returns a context without a viewer yet, in which somebody may Become the
// viewer: that of a request which may sign in.
func WithNobody(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, &slot{})
}

// slot holds the viewer. It is behind a pointer so that after a sign-in, the rest of
// the request is answered for the new viewer.
type slot struct {
	mu     sync.RWMutex
	viewer *Viewer
}

// From returns the viewer, if there is one.
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

// AsSystem returns a context in which the platform is the viewer. A test has the list
// of the places that may call it. What an operator has the platform do stays the
// operator's.
func AsSystem(ctx context.Context) context.Context {
	v, _ := From(ctx)
	return With(ctx, Viewer{System: true, Operator: v.Operator})
}

// AsOperator returns a context in which the platform acts because an operator says so.
// The same test has the places that may call it.
func AsOperator(ctx context.Context) context.Context {
	return With(ctx, Viewer{System: true, Operator: true})
}

// ID is the viewer's account, or zero.
func ID(ctx context.Context) uuid.UUID {
	v, _ := From(ctx)
	return v.AccountID
}
