package graph

import (
	"context"
	"time"

	"portico/ent"
	"portico/graph/model"
	"portico/internal/signin"
)

func (r *mutationResolver) EnterSudo(ctx context.Context, input signin.SudoProof) (*model.EnterSudoPayload, error) {
	account, err := r.Sudo.Enter(ctx, input)
	wrong, err := userErrors(ctx, err)
	return &model.EnterSudoPayload{Viewer: account, Errors: wrong}, err
}

func (r *mutationResolver) SendSudoCode(ctx context.Context) (*model.SendSudoCodePayload, error) {
	wrong, err := userErrors(ctx, r.Sudo.SendCode(ctx))
	return &model.SendSudoCodePayload{Errors: wrong}, err
}

func (r *viewerResolver) SudoUntil(ctx context.Context, obj *ent.Account) (*time.Time, error) {
	return r.sudoUntil(ctx), nil
}

func (r *viewerResolver) SudoMethods(ctx context.Context, obj *ent.Account) ([]string, error) {
	return r.Sudo.Methods(ctx)
}
