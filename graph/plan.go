package graph

import (
	"context"
	"fmt"

	"portico/internal/catalog"
)

// offer is a plan that something has, also one that is no longer sold.
func (r *Resolver) offer(ctx context.Context, name string) (*catalog.Offer, error) {
	c, err := r.Catalog.Read(ctx)
	if err != nil {
		return nil, err
	}
	plan, _ := c.Plan(name)
	o, ok := plan.Offer(r.Catalog.Now())
	if !ok {
		return nil, fmt.Errorf("plan %s has no price", name)
	}
	return &o, nil
}
