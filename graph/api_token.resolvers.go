package graph

import (
	"context"
	"errors"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/apitoken"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/timeline"
)

func (r *apiTokenResolver) Apps(ctx context.Context, obj *ent.APIToken) ([]*timeline.NamedApp, error) {
	return namedApps(obj), nil
}

func (r *mutationResolver) CreateAPIToken(ctx context.Context, input model.CreateAPITokenInput) (*model.CreateAPITokenPayload, error) {
	made, err := r.Tokens.Create(ctx, apitoken.NewToken{Name: input.Name, Scopes: input.Scopes, Apps: uuids(input.AppIds, gid.App), ExpiresAt: input.ExpiresAt})
	wrong, err := userErrors(ctx, err)
	return &model.CreateAPITokenPayload{APIToken: made.Token, Secret: shown(made), Errors: wrong}, err
}

func (r *mutationResolver) RenewAPIToken(ctx context.Context, id gid.ID) (*model.RenewAPITokenPayload, error) {
	made, err := r.Tokens.Renew(ctx, id.As(gid.APIToken))
	wrong, err := userErrors(ctx, err)
	return &model.RenewAPITokenPayload{APIToken: made.Token, Secret: shown(made), Errors: wrong}, err
}

func (r *mutationResolver) RevokeAPIToken(ctx context.Context, id gid.ID) (*model.RevokeAPITokenPayload, error) {
	err := r.Tokens.Revoke(ctx, id.As(gid.APIToken))
	wrong, err := userErrors(ctx, err)
	return &model.RevokeAPITokenPayload{RevokedID: unlessWrong(id, wrong), Errors: wrong}, err
}

func (r *mutationResolver) RevokeLeakedAPIToken(ctx context.Context, input model.RevokeLeakedAPITokenInput) (*model.RevokeLeakedAPITokenPayload, error) {
	err := errors.Join(r.Tokens.RevokeLeaked(ctx, input.Secret), r.Operators.RevokeLeaked(ctx, input.Secret))
	return &model.RevokeLeakedAPITokenPayload{Errors: []model.UserError{}}, err
}

func (r *viewerResolver) APITokens(ctx context.Context, obj *ent.Account, first *int32, after *string, last *int32, before *string) (*page.Connection[*ent.APIToken], error) {
	return r.Tokens.Page(ctx, page.Args{First: first, Last: last, After: after, Before: before})
}

func (r *Resolver) ApiToken() generated.ApiTokenResolver { return &apiTokenResolver{r} }

type apiTokenResolver struct{ *Resolver }
