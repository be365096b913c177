package graph

import (
	"context"

	"portico/ent"
	"portico/graph/model"
	"portico/internal/billing"
	"portico/internal/metering"
)

func (r *billingResolver) Profile(ctx context.Context, obj *metering.Account) (*ent.BillingProfile, error) {
	return r.BillingProfiles.Get(ctx)
}

func (r *mutationResolver) UpdateBillingProfile(ctx context.Context, input billing.Change) (*model.UpdateBillingProfilePayload, error) {
	wrong, err := userErrors(ctx, r.BillingProfiles.Update(ctx, input))
	return &model.UpdateBillingProfilePayload{Billing: unlessWrong(metering.Account{}, wrong), Errors: wrong}, err
}
