package graph

import (
	"context"

	"portico/ent"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

func (r *appResolver) Timeline(ctx context.Context, obj *ent.App, first *int32, after *string, last *int32, before *string, filter *timeline.Filter) (*timeline.Connection, error) {
	return r.page(ctx, obj.ID, page.Args{First: first, Last: last, After: after, Before: before}, filter)
}

func (r *appResolver) TimelineHead(ctx context.Context, obj *ent.App) (string, error) {
	return r.Log.Head(ctx, obj.ID)
}

func (r *subscriptionResolver) Timeline(ctx context.Context, after *string) (<-chan timeline.Update, error) {
	return stream(ctx, r.follow(ctx, viewer.ID(ctx), after)), nil
}

func (r *subscriptionResolver) AppTimeline(ctx context.Context, app gid.ID, after *string) (<-chan timeline.Update, error) {
	return stream(ctx, r.follow(ctx, app.As(gid.App), after)), nil
}

func (r *viewerResolver) Timeline(ctx context.Context, obj *ent.Account, first *int32, after *string, last *int32, before *string, filter *timeline.Filter) (*timeline.Connection, error) {
	return r.page(ctx, obj.ID, page.Args{First: first, Last: last, After: after, Before: before}, filter)
}

func (r *viewerResolver) TimelineHead(ctx context.Context, obj *ent.Account) (string, error) {
	return r.Log.Head(ctx, obj.ID)
}
