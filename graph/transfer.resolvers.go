package graph

import (
	"context"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/gid"
	"portico/internal/money"
	"portico/internal/timeline"
)

func (r *appResolver) Transfer(ctx context.Context, obj *ent.App) (*ent.AppTransfer, error) {
	all, err := obj.Edges.TransfersOrErr()
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

func (r *appTransferResolver) App(ctx context.Context, obj *ent.AppTransfer) (*timeline.NamedApp, error) {
	a, err := obj.Edges.AppOrErr()
	if err != nil {
		return nil, err
	}
	return timeline.NameApp(a), nil
}

func (r *appTransferResolver) From(ctx context.Context, obj *ent.AppTransfer) (*ent.Account, error) {
	return obj.Edges.FromOrErr()
}

func (r *appTransferResolver) To(ctx context.Context, obj *ent.AppTransfer) (*ent.Account, error) {
	return obj.Edges.ToOrErr()
}

func (r *appTransferResolver) Monthly(ctx context.Context, obj *ent.AppTransfer) (money.Cents, error) {
	return r.Transfers.Monthly(ctx, obj)
}

func (r *mutationResolver) TransferApp(ctx context.Context, id gid.ID, input model.TransferAppInput) (*model.TransferAppPayload, error) {
	t, err := r.Transfers.Offer(ctx, id.As(gid.App), input.To)
	wrong, err := userErrors(ctx, err)
	return &model.TransferAppPayload{Transfer: t, Errors: wrong}, err
}

func (r *mutationResolver) AcceptAppTransfer(ctx context.Context, id gid.ID, input *model.AcceptAppTransferInput) (*model.AcceptAppTransferPayload, error) {
	var most *money.Cents
	if input != nil && input.MaxMonthly != nil {
		most = new(money.Cents(*input.MaxMonthly))
	}
	app, err := r.Transfers.Accept(ctx, id.As(gid.AppTransfer), most)
	wrong, err := userErrors(ctx, err)
	return &model.AcceptAppTransferPayload{App: app, Errors: wrong}, err
}

func (r *mutationResolver) CancelAppTransfer(ctx context.Context, id gid.ID) (*model.CancelAppTransferPayload, error) {
	err := r.Transfers.Cancel(ctx, id.As(gid.AppTransfer))
	wrong, err := userErrors(ctx, err)
	return &model.CancelAppTransferPayload{CancelledID: unlessWrong(id, wrong), Errors: wrong}, err
}

func (r *viewerResolver) AppTransfers(ctx context.Context, obj *ent.Account) ([]*ent.AppTransfer, error) {
	return r.Transfers.ToViewer(ctx)
}

func (r *Resolver) AppTransfer() generated.AppTransferResolver { return &appTransferResolver{r} }

type appTransferResolver struct{ *Resolver }
