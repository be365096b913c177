package graph

import (
	"context"

	"portico/graph/model"
)

func (r *mutationResolver) SandboxAdvanceClock(ctx context.Context, input model.SandboxAdvanceClockInput) (*model.SandboxAdvanceClockPayload, error) {
	err := r.Sandbox.Advance(ctx, destination(input))
	wrong, err := userErrors(ctx, err)
	if err != nil || len(wrong) > 0 {
		return &model.SandboxAdvanceClockPayload{Errors: wrong}, err
	}
	now, err := r.sandbox(ctx)
	return &model.SandboxAdvanceClockPayload{Sandbox: now, Errors: wrong}, err
}

func (r *queryResolver) Sandbox(ctx context.Context) (*model.Sandbox, error) {
	if r.Resolver.Sandbox == nil {
		return nil, nil
	}
	return r.sandbox(ctx)
}
