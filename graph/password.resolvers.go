package graph

import (
	"context"

	"portico/graph/model"
	"portico/internal/signin"
)

func (r *mutationResolver) ChangePassword(ctx context.Context, input model.ChangePasswordInput) (*model.ChangePasswordPayload, error) {
	changed, err := r.Accounts.ChangePassword(ctx, signin.PasswordChange(input))
	wrong, err := userErrors(ctx, err)
	return &model.ChangePasswordPayload{Viewer: changed.Account, EndedSessions: changed.Ended, Errors: wrong}, err
}

func (r *mutationResolver) RequestPasswordReset(ctx context.Context, input model.RequestPasswordResetInput) (*model.RequestPasswordResetPayload, error) {
	wrong, err := userErrors(ctx, r.Recovery.Request(ctx, input.Email))
	return &model.RequestPasswordResetPayload{Errors: wrong}, err
}

func (r *mutationResolver) ResetPassword(ctx context.Context, input model.ResetPasswordInput) (*model.ResetPasswordPayload, error) {
	username, err := r.Recovery.Reset(ctx, input.Token, input.Password)
	wrong, err := userErrors(ctx, err)
	return &model.ResetPasswordPayload{Username: given(username), Errors: wrong}, err
}

func (r *mutationResolver) UnlockSignIn(ctx context.Context, input model.MailedLinkInput) (*model.UnlockSignInPayload, error) {
	wrong, err := userErrors(ctx, r.Accounts.Unlock(ctx, input.Token))
	return &model.UnlockSignInPayload{Errors: wrong}, err
}
