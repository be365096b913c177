package graph

import (
	"context"
	"time"

	"portico/ent"
	"portico/graph/model"
)

func (r *mutationResolver) EnterSudo(ctx context.Context, input model.EnterSudoInput) (*model.EnterSudoPayload, error) {
	account, err := r.enterSudo(ctx, input)
	wrong, err := userErrors(ctx, err)
	return &model.EnterSudoPayload{Viewer: account, Errors: wrong}, err
}

func (r *viewerResolver) SudoUntil(ctx context.Context, obj *ent.Account) (*time.Time, error) {
	return r.sudoUntil(ctx), nil
}
