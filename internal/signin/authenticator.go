package signin

import (
	"context"

	"github.com/google/uuid"

	"portico/internal/apitoken"
	"portico/internal/auth"
	"portico/internal/viewer"
)

// An Authenticator finds the viewer who holds a session or a token.
type Authenticator struct {
	Sessions auth.Sessions
	Tokens   apitoken.Tokens
}

// Recheck finds out whether a viewer still has access, and what has changed about them.
func (d Authenticator) Recheck(ctx context.Context, v viewer.Viewer) (viewer.Viewer, error) {
	if v.TokenID != uuid.Nil {
		return d.Tokens.Recheck(ctx, v)
	}
	return d.Sessions.Recheck(ctx, v)
}
