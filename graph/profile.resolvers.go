package graph

import (
	"context"

	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/account"
)

func (r *mutationResolver) UpdateProfile(ctx context.Context, input model.UpdateProfileInput) (*model.UpdateProfilePayload, error) {
	account, err := r.Profiles.Update(ctx, account.ProfileChange(input))
	wrong, err := userErrors(ctx, err)
	return &model.UpdateProfilePayload{Viewer: account, Errors: wrong}, err
}

func (r *Resolver) Viewer() generated.ViewerResolver { return &viewerResolver{r} }

type viewerResolver struct{ *Resolver }
