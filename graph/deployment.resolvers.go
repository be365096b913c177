package graph

import (
	"context"

	"portico/ent"
	"portico/internal/page"
)

func (r *appResolver) Deployments(ctx context.Context, obj *ent.App, first *int32, after *string, last *int32, before *string) (*page.Connection[*ent.Deployment], error) {
	return r.Resolver.Deployments.Page(ctx, obj.ID, page.Args{First: first, Last: last, After: after, Before: before})
}
