package graph

import (
	"context"

	"portico/ent"
	"portico/graph/model"
	"portico/internal/deletion"
)

func (r *mutationResolver) DeleteAccount(ctx context.Context) (*model.DeleteAccountPayload, error) {
	account, err := r.Deletions.Request(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.DeleteAccountPayload{Viewer: account, Errors: wrong}, err
}

func (r *mutationResolver) ConfirmAccountDeletion(ctx context.Context, input model.MailedLinkInput) (*model.ConfirmAccountDeletionPayload, error) {
	due, err := r.Deletions.Confirm(ctx, input.Token)
	wrong, err := userErrors(ctx, err)
	return &model.ConfirmAccountDeletionPayload{DueAt: unlessWrong(due, wrong), Errors: wrong}, err
}

func (r *mutationResolver) CancelAccountDeletion(ctx context.Context, input model.MailedLinkInput) (*model.CancelAccountDeletionPayload, error) {
	username, err := r.Deletions.Cancel(ctx, input.Token)
	wrong, err := userErrors(ctx, err)
	return &model.CancelAccountDeletionPayload{Username: unlessWrong(username, wrong), Errors: wrong}, err
}

func (r *viewerResolver) Deletion(ctx context.Context, obj *ent.Account) (*deletion.Deletion, error) {
	return r.Deletions.Deletion(ctx)
}
