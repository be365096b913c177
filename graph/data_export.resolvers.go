package graph

import (
	"context"
	"math"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
)

func (r *dataExportResolver) Size(ctx context.Context, obj *ent.DataExport) (int32, error) {
	return int32(min(obj.Size, math.MaxInt32)), nil
}

func (r *dataExportResolver) URL(ctx context.Context, obj *ent.DataExport) (*string, error) {
	return r.Exports.URL(obj), nil
}

func (r *mutationResolver) ExportData(ctx context.Context) (*model.ExportDataPayload, error) {
	export, err := r.Exports.Request(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.ExportDataPayload{DataExport: export, Errors: wrong}, err
}

func (r *viewerResolver) DataExport(ctx context.Context, obj *ent.Account) (*ent.DataExport, error) {
	return r.Exports.Newest(ctx)
}

func (r *Resolver) DataExport() generated.DataExportResolver { return &dataExportResolver{r} }

type dataExportResolver struct{ *Resolver }
