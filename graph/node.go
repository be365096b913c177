package graph

import (
	"context"

	"portico/ent"
	"portico/ent/app"
	"portico/internal/account"
	"portico/internal/gid"
	"portico/internal/problem"
	"portico/internal/viewer"
)

const maxNodes = 100

// areas are the scopes that reading an object by its id needs.
var areas = map[gid.Kind]string{
	gid.Account: "PROFILE_READ", gid.SSHKey: "KEYS_READ", gid.APIToken: "TOKENS_READ",
	gid.Lifespan: "BILLING_READ",
	gid.App:      "APPS_READ", gid.Collaborator: "APPS_READ", gid.Deployment: "APPS_READ", gid.OneOff: "APPS_READ", gid.Addon: "APPS_READ", gid.AppTransfer: "APPS_READ",
}

// node finds the object with an ID among those that the viewer can see.
func (r *Resolver) node(ctx context.Context, id gid.ID) (gid.Node, error) {
	if v, ok := viewer.From(ctx); !ok || !v.MayUse(areas[id.Kind]) {
		return nil, nil
	}
	found, err := r.find(ctx, id)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return found, err
}

func (r *Resolver) find(ctx context.Context, id gid.ID) (gid.Node, error) {
	switch id.Kind {
	case gid.Account:
		if id.UUID != viewer.ID(ctx) {
			return nil, nil
		}
		return present(account.Current(ctx, r.DB))
	case gid.App:
		return present(r.Apps.Get(ctx, app.ID(id.UUID)))
	case gid.AppTransfer:
		return present(r.Transfers.Get(ctx, id.UUID))
	case gid.Collaborator:
		return present(r.Collaborators.Get(ctx, id.UUID))
	case gid.Deployment:
		return present(r.DB.Deployment.Get(ctx, id.UUID))
	case gid.OneOff:
		return present(r.DB.OneOff.Get(ctx, id.UUID))
	case gid.Addon:
		return present(r.DB.Addon.Get(ctx, id.UUID))
	case gid.Lifespan:
		return present(r.DB.Lifespan.Get(ctx, id.UUID))
	case gid.APIToken:
		return present(r.DB.APIToken.Get(ctx, id.UUID))
	case gid.Passkey:
		return present(r.DB.Passkey.Get(ctx, id.UUID))
	case gid.SSHKey:
		return present(r.DB.SSHKey.Get(ctx, id.UUID))
	case gid.Session: // no scope: tokens can't see sessions
		return present(r.Sessions.Get(ctx, id.UUID))
	case gid.DataExport: // nor exports
		return present(r.DB.DataExport.Get(ctx, id.UUID))
	}
	return nil, nil
}

// present keeps a nil pointer from becoming a node that isn't nil.
func present[T interface {
	comparable
	gid.Node
}](found T, err error) (gid.Node, error) {
	var none T
	if err != nil || found == none {
		return nil, err
	}
	return found, nil
}

func (r *Resolver) nodes(ctx context.Context, ids []*gid.ID) ([]gid.Node, error) {
	if len(ids) > maxNodes {
		return nil, problem.Refuse(problem.BadUserInput, "Ask for %d ids at most.", maxNodes)
	}
	found, asked := make([]gid.Node, len(ids)), make(map[gid.ID]bool, len(ids))
	for i, id := range ids {
		// An ID in an unknown format is the zero ID, however it was written.
		if asked[*id] && *id != (gid.ID{}) {
			return nil, problem.Refuse(problem.BadUserInput, "Ask for each ID once.")
		}
		asked[*id] = true
		var err error
		if found[i], err = r.node(ctx, *id); err != nil {
			return nil, err
		}
	}
	return found, nil
}
