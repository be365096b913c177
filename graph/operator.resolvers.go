package graph

import (
	"context"

	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/operator"
	"portico/internal/timeline"
)

func (r *mutationResolver) OperatorReportFacts(ctx context.Context, input model.OperatorReportFactsInput) (*model.OperatorReportFactsPayload, error) {
	accepted, err := r.Operators.Report(ctx, input.Facts)
	wrong, err := userErrors(ctx, err)
	return &model.OperatorReportFactsPayload{Accepted: accepted, Errors: wrong}, err
}

func (r *operatorResolver) Account(ctx context.Context, obj *operator.Operator, login string) (*operator.Account, error) {
	return r.Operators.Account(ctx, login)
}

func (r *operatorAccountResolver) OwnedApps(ctx context.Context, obj *operator.Account) ([]*timeline.NamedApp, error) {
	return r.Operators.OwnedApps(ctx, obj)
}

func (r *operatorAccountResolver) Work(ctx context.Context, obj *operator.Account) ([]*operator.Work, error) {
	return r.Operators.Work(ctx, obj)
}

func (r *queryResolver) Operator(ctx context.Context) (*operator.Operator, error) {
	o, _ := operator.From(ctx)
	return &o, nil
}

func (r *Resolver) Operator() generated.OperatorResolver { return &operatorResolver{r} }

func (r *Resolver) OperatorAccount() generated.OperatorAccountResolver {
	return &operatorAccountResolver{r}
}

type (
	operatorResolver        struct{ *Resolver }
	operatorAccountResolver struct{ *Resolver }
)
