package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"portico/internal/metering"
)

const (
	// hundredRead is what each hundred lifespans cost, beyond the first, that usage reads.
	hundredRead = 75
	// hundredSummed is what each hundred cost that the database reads, and puts together.
	hundredSummed = 4
	// pricedRows is how many rows of usage the price of an operation covers.
	pricedRows = 100
	// lifespansByTime is what it costs, beyond its price, to look for lifespans of a time: no
	// index has that, and a page of none reads the whole history.
	lifespansByTime = 400
)

// wantedOf tells what of usage a document selects, and how many fields of each row.
func wantedOf(ctx context.Context, by metering.Group) (want metering.Wanted, ofRow int) {
	op := graphql.GetOperationContext(ctx)
	for _, f := range graphql.CollectFieldsCtx(ctx, []string{"Usage"}) {
		switch f.Name {
		case "total", "forecast":
			want.Sums = true
		case "days":
			want.Days = true
		case "rows":
			want.Rows = by
			ofRow += 1 + fieldsIn(op, f)
		}
	}
	return want, ofRow
}

// fieldsIn is how many fields a document selects below one.
func fieldsIn(op *graphql.OperationContext, f graphql.CollectedField) (n int) {
	for _, below := range graphql.CollectFields(op, f.Selections, nil) {
		n += 1 + fieldsIn(op, below)
	}
	return n
}

// priceOfRows is what rows cost that the operation's price doesn't cover: as much as those
// that it does, about a third for each and each of its fields.
func priceOfRows(n, fields int) int32 {
	return int32(max(n-pricedRows, 0) * fields / 3)
}

// spend takes what a resolver finds out that it costs off the viewer's budget.
func (r *Resolver) spend(ctx context.Context, price int32) error {
	if r.Spend == nil || price == 0 {
		return nil
	}
	return r.Spend(ctx, price)
}
