package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"portico/graph/model"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// Requires lets a field through to whoever is signed in. A session may act in
// every area.
func Requires(ctx context.Context, _ any, next graphql.Resolver, _ model.Scope) (any, error) {
	if _, ok := viewer.From(ctx); !ok {
		return nil, problem.Refuse(problem.Unauthenticated, "Sign in first.")
	}
	return next(ctx)
}
