package graph

import (
	"context"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/addon"
	"portico/internal/catalog"
	"portico/internal/gid"
	"portico/internal/page"
)

func (r *addonResolver) Plan(ctx context.Context, obj *ent.Addon) (*catalog.Offer, error) {
	return r.offer(ctx, obj.Plan)
}

func (r *appResolver) Addons(ctx context.Context, obj *ent.App, first *int32, after *string, last *int32, before *string) (*page.Connection[*ent.Addon], error) {
	return r.Resolver.Addons.Page(ctx, obj.ID, page.Args{First: first, Last: last, After: after, Before: before})
}

func (r *mutationResolver) ProvisionAddon(ctx context.Context, appID gid.ID, input addon.Wanted) (*model.ProvisionAddonPayload, error) {
	made, err := r.Addons.Provision(ctx, appID.As(gid.App), input)
	wrong, err := userErrors(ctx, err)
	return &model.ProvisionAddonPayload{Addon: made, Errors: wrong}, err
}

func (r *mutationResolver) ChangeAddonPlan(ctx context.Context, id gid.ID, input model.ChangeAddonPlanInput) (*model.ChangeAddonPlanPayload, error) {
	changed, err := r.Addons.ChangePlan(ctx, id.As(gid.Addon), input.Plan)
	wrong, err := userErrors(ctx, err)
	return &model.ChangeAddonPlanPayload{Addon: changed, Errors: wrong}, err
}

func (r *mutationResolver) ResumeAddon(ctx context.Context, id gid.ID) (*model.ResumeAddonPayload, error) {
	resumed, err := r.Addons.Resume(ctx, id.As(gid.Addon))
	wrong, err := userErrors(ctx, err)
	return &model.ResumeAddonPayload{Addon: resumed, Errors: wrong}, err
}

func (r *mutationResolver) RemoveAddon(ctx context.Context, id gid.ID, input model.RemoveAddonInput) (*model.RemoveAddonPayload, error) {
	err := r.Addons.Remove(ctx, id.As(gid.Addon), input.ConfirmName)
	wrong, err := userErrors(ctx, err)
	return &model.RemoveAddonPayload{RemovedID: unlessWrong(id, wrong), Errors: wrong}, err
}

func (r *Resolver) Addon() generated.AddonResolver { return &addonResolver{r} }

type addonResolver struct{ *Resolver }
