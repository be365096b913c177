package graph

import (
	"context"

	"portico/ent"
	"portico/graph/model"
)

func (r *mutationResolver) VerifyEmail(ctx context.Context, input model.MailedLinkInput) (*model.VerifyEmailPayload, error) {
	email, err := r.Emails.Verify(ctx, input.Token)
	wrong, err := userErrors(ctx, err)
	return &model.VerifyEmailPayload{Email: given(email), Errors: wrong}, err
}

func (r *mutationResolver) ResendVerification(ctx context.Context) (*model.ResendVerificationPayload, error) {
	wrong, err := userErrors(ctx, r.Emails.Resend(ctx))
	return &model.ResendVerificationPayload{Errors: wrong}, err
}

func (r *mutationResolver) RequestEmailChange(ctx context.Context, input model.RequestEmailChangeInput) (*model.RequestEmailChangePayload, error) {
	account, err := r.Emails.RequestChange(ctx, input.Email, input.OldMailboxLost)
	wrong, err := userErrors(ctx, err)
	return &model.RequestEmailChangePayload{Viewer: account, Errors: wrong}, err
}

func (r *mutationResolver) CheckEmailChangeLink(ctx context.Context, input model.MailedLinkInput) (*model.CheckEmailChangeLinkPayload, error) {
	c, err := r.Emails.Check(ctx, input.Token)
	wrong, err := userErrors(ctx, err)
	return &model.CheckEmailChangeLinkPayload{NewEmail: given(c.NewEmail), StepsLeft: c.StepsLeft, Errors: wrong}, err
}

func (r *mutationResolver) ConfirmEmailChange(ctx context.Context, input model.MailedLinkInput) (*model.ConfirmEmailChangePayload, error) {
	c, err := r.Emails.Confirm(ctx, input.Token)
	wrong, err := userErrors(ctx, err)
	return &model.ConfirmEmailChangePayload{NewEmail: given(c.NewEmail), Applied: c.Applied(), StepsLeft: c.StepsLeft, Errors: wrong}, err
}

func (r *mutationResolver) CancelEmailChange(ctx context.Context) (*model.CancelEmailChangePayload, error) {
	email, err := r.Emails.Cancel(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.CancelEmailChangePayload{Email: given(email), Errors: wrong}, err
}

func (r *mutationResolver) CancelEmailChangeByLink(ctx context.Context, input model.MailedLinkInput) (*model.CancelEmailChangePayload, error) {
	email, err := r.Emails.CancelByLink(ctx, input.Token)
	wrong, err := userErrors(ctx, err)
	return &model.CancelEmailChangePayload{Email: given(email), Errors: wrong}, err
}

func (r *mutationResolver) RevertEmailChange(ctx context.Context, input model.MailedLinkInput) (*model.RevertEmailChangePayload, error) {
	email, err := r.Emails.Revert(ctx, input.Token)
	wrong, err := userErrors(ctx, err)
	return &model.RevertEmailChangePayload{Email: given(email), Errors: wrong}, err
}

func (r *viewerResolver) EmailChange(ctx context.Context, obj *ent.Account) (*ent.EmailChange, error) {
	return r.Emails.Pending(ctx)
}
