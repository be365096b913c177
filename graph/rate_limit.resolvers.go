package graph

import (
	"context"

	"portico/internal/limit"
)

func (r *queryResolver) RateLimit(ctx context.Context) (*limit.Spending, error) {
	s := limit.SpendingOf(ctx)
	return &s, nil
}
