// Package viewer carries through the context who is asking. It decides
// nothing: what a viewer may see stands in ent/schema.
package viewer

import (
	"context"

	"github.com/google/uuid"
)

// A Viewer is the party on whose behalf something runs.
type Viewer struct {
	// AccountID is whose account it is.
	AccountID uuid.UUID
	// Username is the account's name at the time of asking.
	Username string
	// SessionID is the browser's session, or zero.
	SessionID uuid.UUID
	// Language is that of messages and summaries: EN, FR.
	Language string
	// Suspended tells that the account may read and pay, but not deploy.
	Suspended bool
	// System is the platform itself. It sees and changes every account's rows.
	System bool
}

type key struct{}

// With returns a context in which v is asking.
func With(ctx context.Context, v Viewer) context.Context { return context.WithValue(ctx, key{}, v) }

// From reports who is asking, if anyone is.
func From(ctx context.Context) (Viewer, bool) {
	v, ok := ctx.Value(key{}).(Viewer)
	return v, ok
}

// AsSystem returns a context in which the platform is asking. A test holds the
// list of the places that may call it.
func AsSystem(ctx context.Context) context.Context { return With(ctx, Viewer{System: true}) }

// ID is the account that asks, or zero.
func ID(ctx context.Context) uuid.UUID {
	v, _ := From(ctx)
	return v.AccountID
}
