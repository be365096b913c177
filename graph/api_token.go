package graph

import (
	"context"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/apitoken"
	"portico/internal/gid"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// namedApps are the apps that a token is confined to.
func namedApps(t *ent.APIToken) []*timeline.NamedApp {
	apps := make([]*timeline.NamedApp, len(t.AppIds))
	for i, id := range t.AppIds {
		apps[i] = &timeline.NamedApp{ID: gid.ID{Kind: gid.App, UUID: id}, Name: t.AppNames[i]}
	}
	return apps
}

// uuids are IDs of one kind; an ID of another kind becomes one that nothing has.
func uuids(ids []*gid.ID, kind gid.Kind) []uuid.UUID {
	out := make([]uuid.UUID, len(ids))
	for i, id := range ids {
		out[i] = id.As(kind)
	}
	return out
}

// shown is a secret to be shown once, or nil if none was created.
func shown(s apitoken.Secret) *string {
	if s.Token == nil {
		return nil
	}
	return &s.Text
}

// sudoUntil is until when the session is in sudo mode, or nil.
func (r *Resolver) sudoUntil(ctx context.Context) *time.Time {
	v, _ := viewer.From(ctx)
	if !v.SudoUntil.After(r.Now()) {
		return nil
	}
	return &v.SudoUntil
}
