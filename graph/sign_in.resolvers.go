package graph

import (
	"context"

	"portico/graph/model"
	"portico/internal/signin"
)

func (r *mutationResolver) SignUp(ctx context.Context, input model.SignUpInput) (*model.SignUpPayload, error) {
	account, err := r.Accounts.SignUp(ctx, signin.SignUp(input))
	wrong, err := userErrors(ctx, err)
	return &model.SignUpPayload{Viewer: account, Errors: wrong}, err
}

func (r *mutationResolver) SignIn(ctx context.Context, input model.SignInInput) (*model.SignInPayload, error) {
	in, err := r.Accounts.SignIn(ctx, signin.SignIn(input))
	wrong, err := userErrors(ctx, err)
	return &model.SignInPayload{Viewer: in.Account, SecondFactor: in.Challenge, Errors: wrong}, err
}

func (r *mutationResolver) VerifySecondFactor(ctx context.Context, input model.VerifySecondFactorInput) (*model.VerifySecondFactorPayload, error) {
	in, err := r.SecondSteps.Verify(ctx, signin.SecondFactor(input))
	wrong, err := userErrors(ctx, err)
	return &model.VerifySecondFactorPayload{Viewer: in.Account, Errors: wrong}, err
}

func (r *mutationResolver) SignOut(ctx context.Context) (*model.SignOutPayload, error) {
	ended, err := r.Sessions.End(ctx)
	return &model.SignOutPayload{Ended: ended, Errors: []model.UserError{}}, err
}
