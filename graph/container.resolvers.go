package graph

import (
	"context"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/catalog"
	"portico/internal/gid"
)

func (r *appResolver) Containers(ctx context.Context, obj *ent.App) ([]*ent.Container, error) {
	return obj.Edges.ContainersOrErr()
}

func (r *containerResolver) Plan(ctx context.Context, obj *ent.Container) (*catalog.Offer, error) {
	return r.offer(ctx, obj.Plan)
}

func (r *mutationResolver) ScaleApp(ctx context.Context, id gid.ID, input model.ScaleAppInput) (*model.ScaleAppPayload, error) {
	app, err := r.Containers.Scale(ctx, id.As(gid.App), input.Containers)
	wrong, err := userErrors(ctx, err)
	return &model.ScaleAppPayload{App: app, Errors: wrong}, err
}

func (r *mutationResolver) RestartApp(ctx context.Context, id gid.ID) (*model.RestartAppPayload, error) {
	app, err := r.Containers.Restart(ctx, id.As(gid.App))
	wrong, err := userErrors(ctx, err)
	return &model.RestartAppPayload{App: app, Errors: wrong}, err
}

func (r *mutationResolver) StopApp(ctx context.Context, id gid.ID) (*model.StopAppPayload, error) {
	app, err := r.Containers.Stop(ctx, id.As(gid.App))
	wrong, err := userErrors(ctx, err)
	return &model.StopAppPayload{App: app, Errors: wrong}, err
}

func (r *Resolver) Container() generated.ContainerResolver { return &containerResolver{r} }

type containerResolver struct{ *Resolver }
