package graph

import (
	"context"

	"portico/ent"
	"portico/graph/model"
	"portico/internal/gid"
	"portico/internal/page"
)

func (r *appResolver) ReviewApps(ctx context.Context, obj *ent.App, first *int32, after *string, last *int32, before *string) (*page.Connection[*ent.App], error) {
	return r.Resolver.ReviewApps.Page(ctx, obj, page.Args{First: first, Last: last, After: after, Before: before})
}

func (r *appResolver) Parent(ctx context.Context, obj *ent.App) (*ent.App, error) {
	return obj.Edges.Parent, nil
}

func (r *mutationResolver) CreateReviewApp(ctx context.Context, appID gid.ID, input model.CreateReviewAppInput) (*model.CreateReviewAppPayload, error) {
	app, err := r.ReviewApps.Create(ctx, appID.As(gid.App), input.Branch)
	wrong, err := userErrors(ctx, err)
	return &model.CreateReviewAppPayload{App: app, Errors: wrong}, err
}
