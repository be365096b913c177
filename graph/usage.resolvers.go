package graph

import (
	"context"
	"time"

	"portico/ent"
	"portico/graph/generated"
	"portico/internal/gid"
	"portico/internal/metering"
	"portico/internal/page"
	"portico/internal/timeline"
)

func (r *billingResolver) Usage(ctx context.Context, obj *metering.Account, from time.Time, to time.Time, groupBy metering.Group, app *gid.ID) (*metering.Usage, error) {
	want, fields := wantedOf(ctx, groupBy)
	want.Read = func() error { return r.spend(ctx, hundredRead) }
	want.Sum = func() error { return r.spend(ctx, hundredSummed) }
	u, err := r.Meter.Usage(ctx, metering.Period{From: from, To: to, App: app}, want)
	if err != nil {
		return nil, err
	}
	return u, r.spend(ctx, priceOfRows(len(u.Rows), fields))
}

func (r *billingResolver) Lifespans(ctx context.Context, obj *metering.Account, first *int32, after *string, last *int32, before *string, filter *metering.Filter) (*page.Connection[*ent.Lifespan], error) {
	if filter == nil {
		filter = &metering.Filter{}
	}
	if filter.From != nil || filter.To != nil {
		if err := r.spend(ctx, lifespansByTime); err != nil {
			return nil, err
		}
	}
	return r.Meter.Lifespans(ctx, page.Args{First: first, Last: last, After: after, Before: before}, *filter)
}

func (r *lifespanResolver) App(ctx context.Context, obj *ent.Lifespan) (*timeline.NamedApp, error) {
	return &timeline.NamedApp{ID: gid.ID{Kind: gid.App, UUID: obj.AppID}, Name: obj.AppName}, nil
}

func (r *lifespanResolver) ResourceID(ctx context.Context, obj *ent.Lifespan) (*gid.ID, error) {
	return metering.ResourceID(obj), nil
}

func (r *usageResolver) CSVURL(ctx context.Context, obj *metering.Usage) (string, error) {
	return r.Sheets.Path(ctx, obj.Period), nil
}

func (r *viewerResolver) Billing(ctx context.Context, obj *ent.Account) (*metering.Account, error) {
	return &metering.Account{}, nil
}

func (r *Resolver) Billing() generated.BillingResolver { return &billingResolver{r} }

func (r *Resolver) Lifespan() generated.LifespanResolver { return &lifespanResolver{r} }

func (r *Resolver) Usage() generated.UsageResolver { return &usageResolver{r} }

type (
	billingResolver  struct{ *Resolver }
	lifespanResolver struct{ *Resolver }
	usageResolver    struct{ *Resolver }
)
