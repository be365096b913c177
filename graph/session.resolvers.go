package graph

import (
	"context"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/browser"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

func (r *mutationResolver) RevokeSession(ctx context.Context, id gid.ID) (*model.RevokeSessionPayload, error) {
	err := r.Sessions.Revoke(ctx, id.As(gid.Session))
	wrong, err := userErrors(ctx, err)
	return &model.RevokeSessionPayload{RevokedID: unlessWrong(id, wrong), Errors: wrong}, err
}

func (r *mutationResolver) RevokeOtherSessions(ctx context.Context) (*model.RevokeOtherSessionsPayload, error) {
	n, err := r.Sessions.RevokeOthers(ctx)
	return &model.RevokeOtherSessionsPayload{Revoked: int32(n), Errors: []model.UserError{}}, err
}

func (r *sessionResolver) Device(ctx context.Context, obj *ent.Session) (string, error) {
	return browser.DeviceOf(obj.UserAgent), nil
}

func (r *sessionResolver) Methods(ctx context.Context, obj *ent.Session) ([]timeline.LoginMethod, error) {
	return loginMethods(obj), nil
}

func (r *sessionResolver) Current(ctx context.Context, obj *ent.Session) (bool, error) {
	v, _ := viewer.From(ctx)
	return obj.ID == v.SessionID, nil
}

func (r *viewerResolver) Sessions(ctx context.Context, obj *ent.Account, first *int32, after *string, last *int32, before *string) (*page.Connection[*ent.Session], error) {
	return r.Resolver.Sessions.Page(ctx, page.Args{First: first, Last: last, After: after, Before: before})
}

func (r *Resolver) Session() generated.SessionResolver { return &sessionResolver{r} }

type sessionResolver struct{ *Resolver }
