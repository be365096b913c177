package graph

import (
	"context"

	"portico/graph/generated"
	"portico/internal/catalog"
)

func (r *priceResolver) MicrosPerHour(ctx context.Context, obj *catalog.Price) (int32, error) {
	return int32(obj.MicrosPerHour), nil // at most catalog.MaxMicros
}

func (r *queryResolver) Plans(ctx context.Context) ([]*catalog.Offer, error) {
	return r.Catalog.Offers(ctx)
}

func (r *Resolver) Price() generated.PriceResolver { return &priceResolver{r} }

type priceResolver struct{ *Resolver }
