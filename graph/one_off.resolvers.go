package graph

import (
	"context"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/catalog"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/timeline"
)

func (r *appResolver) OneOffs(ctx context.Context, obj *ent.App, first *int32, after *string, last *int32, before *string) (*page.Connection[*ent.OneOff], error) {
	return r.Resolver.OneOffs.Page(ctx, obj.ID, page.Args{First: first, Last: last, After: after, Before: before})
}

func (r *mutationResolver) RunOneOff(ctx context.Context, appID gid.ID, input model.RunOneOffInput) (*model.RunOneOffPayload, error) {
	o, err := r.OneOffs.Run(ctx, appID.As(gid.App), input.Command, input.Size)
	wrong, err := userErrors(ctx, err)
	return &model.RunOneOffPayload{OneOff: o, Errors: wrong}, err
}

func (r *mutationResolver) StopOneOff(ctx context.Context, id gid.ID) (*model.StopOneOffPayload, error) {
	o, err := r.OneOffs.Stop(ctx, id.As(gid.OneOff))
	wrong, err := userErrors(ctx, err)
	return &model.StopOneOffPayload{OneOff: o, Errors: wrong}, err
}

func (r *oneOffResolver) Plan(ctx context.Context, obj *ent.OneOff) (*catalog.Offer, error) {
	return r.offer(ctx, obj.Plan)
}

func (r *oneOffResolver) EndReason(ctx context.Context, obj *ent.OneOff) (*timeline.OneOffEndReason, error) {
	return (*timeline.OneOffEndReason)(obj.EndReason), nil
}

func (r *oneOffResolver) StartedBy(ctx context.Context, obj *ent.OneOff) (*timeline.NamedAccount, error) {
	return timeline.Name(obj.StartedByID, obj.StartedByName), nil
}

func (r *Resolver) OneOff() generated.OneOffResolver { return &oneOffResolver{r} }

type oneOffResolver struct{ *Resolver }
