package graph

import (
	"context"
	"fmt"

	"portico/graph/model"
)

func (r *mutationResolver) SandboxAdvanceClock(ctx context.Context, input model.SandboxAdvanceClockInput) (*model.SandboxAdvanceClockPayload, error) {
	panic(fmt.Errorf("not implemented: SandboxAdvanceClock - sandboxAdvanceClock"))
}

func (r *queryResolver) Sandbox(ctx context.Context) (*model.Sandbox, error) {
	panic(fmt.Errorf("not implemented: Sandbox - sandbox"))
}
