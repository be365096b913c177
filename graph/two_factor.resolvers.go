package graph

import (
	"context"

	"portico/ent"
	"portico/graph/model"
	"portico/internal/twofactor"
)

func (r *mutationResolver) StartTotp(ctx context.Context) (*model.StartTotpPayload, error) {
	app, err := r.Factors.Start(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.StartTotpPayload{Secret: given(app.Secret), OtpauthURL: given(app.URL), QRSVG: given(app.QR), Errors: wrong}, err
}

func (r *mutationResolver) ConfirmTotp(ctx context.Context, input model.ConfirmTotpInput) (*model.ConfirmTotpPayload, error) {
	codes, err := r.Factors.Confirm(ctx, input.Code)
	wrong, err := userErrors(ctx, err)
	return &model.ConfirmTotpPayload{RecoveryCodes: codes, Errors: wrong}, err
}

func (r *mutationResolver) ConfirmRecoveryCodes(ctx context.Context) (*model.ConfirmRecoveryCodesPayload, error) {
	account, err := r.Factors.Enable(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.ConfirmRecoveryCodesPayload{Viewer: account, Errors: wrong}, err
}

func (r *mutationResolver) DisableTwoFactor(ctx context.Context) (*model.DisableTwoFactorPayload, error) {
	account, err := r.Factors.Disable(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.DisableTwoFactorPayload{Viewer: account, Errors: wrong}, err
}

func (r *mutationResolver) RenewRecoveryCodes(ctx context.Context) (*model.RenewRecoveryCodesPayload, error) {
	codes, err := r.Factors.Renew(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.RenewRecoveryCodesPayload{RecoveryCodes: codes, Errors: wrong}, err
}

func (r *viewerResolver) TwoFactor(ctx context.Context, obj *ent.Account) (*twofactor.TwoFactor, error) {
	return r.Factors.Of(ctx)
}
