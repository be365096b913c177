package graph

import (
	"context"

	"portico/ent"
	"portico/graph/model"
	"portico/internal/timeline"
)

func (r *mutationResolver) StartGithubSignIn(ctx context.Context, input model.StartGithubSignInInput) (*model.StartGithubPayload, error) {
	url, err := r.Github.StartSignIn(ctx, input.Page, input.TimeZone)
	wrong, err := userErrors(ctx, err)
	return &model.StartGithubPayload{URL: given(url), Errors: wrong}, err
}

func (r *mutationResolver) StartGithubLink(ctx context.Context) (*model.StartGithubPayload, error) {
	url, err := r.Github.StartLink(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.StartGithubPayload{URL: given(url), Errors: wrong}, err
}

func (r *mutationResolver) StartGithubSudo(ctx context.Context) (*model.StartGithubPayload, error) {
	url, err := r.Github.StartSudo(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.StartGithubPayload{URL: given(url), Errors: wrong}, err
}

func (r *mutationResolver) UnlinkGithub(ctx context.Context) (*model.UnlinkGithubPayload, error) {
	account, err := r.Github.Unlink(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.UnlinkGithubPayload{Viewer: account, Errors: wrong}, err
}

func (r *viewerResolver) LoginMethods(ctx context.Context, obj *ent.Account) ([]timeline.LoginMethod, error) {
	return r.Resolver.Sessions.LoginMethods(ctx, obj)
}

func (r *viewerResolver) Github(ctx context.Context, obj *ent.Account) (*ent.GithubIdentity, error) {
	return r.Resolver.Github.Identity(ctx)
}
