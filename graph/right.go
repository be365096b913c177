package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"portico/internal/operator"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// Rights implements the SDL's directives.
type Rights struct {
	Now func() time.Time
}

// Requires allows a field to viewers with its scope, and, if it requires sudo mode,
// only to a session in sudo mode.
func (r Rights) Requires(ctx context.Context, _ any, next graphql.Resolver, scope string, sudo bool) (any, error) {
	v, err := signedIn(ctx)
	switch {
	case err != nil:
	case !v.MayUse(scope):
		err = problem.Refuse(problem.Forbidden, "This token lacks the scope %s.", scope)
	case sudo && v.TokenID == uuid.Nil:
		err = r.proven(v)
	}
	return orNext(ctx, next, err)
}

// Session allows a field to a browser's session.
func (Rights) Session(ctx context.Context, _ any, next graphql.Resolver) (any, error) {
	_, err := withBrowser(ctx)
	return orNext(ctx, next, err)
}

// Sudo allows a field to a browser's session in sudo mode.
func (r Rights) Sudo(ctx context.Context, _ any, next graphql.Resolver) (any, error) {
	v, err := withBrowser(ctx)
	if err == nil {
		err = r.proven(v)
	}
	return orNext(ctx, next, err)
}

// Operator allows a field to an operator's token with its scope.
func (Rights) Operator(ctx context.Context, _ any, next graphql.Resolver, scope operator.Scope) (any, error) {
	o, ok := operator.From(ctx)
	var err error
	switch {
	case !ok:
		err = problem.Refuse(problem.Forbidden, "Only an operator's token may do this.")
	case !o.May(scope):
		err = problem.Refuse(problem.Forbidden, "This token lacks the scope %s.", string(scope))
	}
	return orNext(ctx, next, err)
}

// proven reports whether a session is in sudo mode.
func (r Rights) proven(v viewer.Viewer) error {
	if !v.SudoUntil.After(r.Now()) {
		return problem.Refuse(problem.SudoRequired, "Prove once more who you are.")
	}
	return nil
}

func signedIn(ctx context.Context) (viewer.Viewer, error) {
	v, ok := viewer.From(ctx)
	if !ok {
		return v, problem.Refuse(problem.Unauthenticated, "Sign in first.")
	}
	return v, nil
}

func withBrowser(ctx context.Context) (viewer.Viewer, error) {
	v, err := signedIn(ctx)
	if err == nil && v.TokenID != uuid.Nil {
		err = problem.Refuse(problem.Forbidden, "No token may do this: sign in with a browser.")
	}
	return v, err
}

func orNext(ctx context.Context, next graphql.Resolver, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return next(ctx)
}
