package graph

import (
	"context"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/platform"
)

func (r *appResolver) Owner(ctx context.Context, obj *ent.App) (*ent.Account, error) {
	return obj.Edges.OwnerOrErr()
}

func (r *appResolver) ViewerRole(ctx context.Context, obj *ent.App) (platform.Role, error) {
	return platform.RoleOn(ctx, obj), nil
}

func (r *appResolver) ViewerCan(ctx context.Context, obj *ent.App) ([]platform.Right, error) {
	return platform.RoleOn(ctx, obj).Rights(obj), nil
}

func (r *appResolver) GitRemote(ctx context.Context, obj *ent.App) (string, error) {
	if obj.Edges.Parent != nil {
		return r.Server.GitRemote(obj.Edges.Parent.Name), nil
	}
	return r.Server.GitRemote(obj.Name), nil
}

func (r *appResolver) LastDeployment(ctx context.Context, obj *ent.App) (*ent.Deployment, error) {
	return obj.Edges.LastDeployment, nil
}

func (r *mutationResolver) CreateApp(ctx context.Context, input model.CreateAppInput) (*model.CreateAppPayload, error) {
	app, err := r.Apps.Create(ctx, input.Name)
	wrong, err := userErrors(ctx, err)
	return &model.CreateAppPayload{App: app, Errors: wrong}, err
}

func (r *mutationResolver) RenameApp(ctx context.Context, id gid.ID, input model.RenameAppInput) (*model.RenameAppPayload, error) {
	app, err := r.Apps.Rename(ctx, id.As(gid.App), input.Name)
	wrong, err := userErrors(ctx, err)
	return &model.RenameAppPayload{App: app, Errors: wrong}, err
}

func (r *mutationResolver) DeleteApp(ctx context.Context, id gid.ID, input model.DeleteAppInput) (*model.DeleteAppPayload, error) {
	err := r.Apps.Delete(ctx, id.As(gid.App), input.ConfirmName)
	wrong, err := userErrors(ctx, err)
	return &model.DeleteAppPayload{DeletedID: unlessWrong(id, wrong), Errors: wrong}, err
}

func (r *queryResolver) App(ctx context.Context, name string) (*ent.App, error) {
	return r.Apps.Named(ctx, name)
}

func (r *viewerResolver) Apps(ctx context.Context, obj *ent.Account, first *int32, after *string, last *int32, before *string, filter *platform.Filter) (*page.Connection[*ent.App], error) {
	if filter == nil {
		filter = &platform.Filter{}
	}
	return r.Resolver.Apps.Page(ctx, page.Args{First: first, Last: last, After: after, Before: before}, *filter)
}

func (r *Resolver) App() generated.AppResolver { return &appResolver{r} }

type appResolver struct{ *Resolver }
