package signin

import (
	"context"

	"github.com/google/uuid"

	"portico/internal/apitoken"
	"portico/internal/auth"
	"portico/internal/viewer"
)

// A Door lets in who shows a session or a token.
type Door struct {
	Sessions auth.Sessions
	Tokens   apitoken.Tokens
}

// Again looks once more whether a viewer is still let in, and how it stands.
func (d Door) Again(ctx context.Context, v viewer.Viewer) (viewer.Viewer, error) {
	if v.TokenID != uuid.Nil {
		return d.Tokens.Again(ctx, v)
	}
	return d.Sessions.Again(ctx, v)
}
