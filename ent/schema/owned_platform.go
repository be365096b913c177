//go:build !bootstrap

package schema

import (
	"context"

	"entgo.io/ent"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	gen "portico/ent"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/ent/privacy"
	"portico/internal/viewer"
)

// Policy: an app is visible to its members, and changed and deleted by its owner.
func (App) Policy() ent.Policy {
	return confined(
		func(v viewer.Viewer) condition { return inApps(app.FieldID, v, RoleLimited) },
		func(_ ent.Op, v viewer.Viewer) condition {
			return func(s *entsql.Selector) {
				s.Where(entsql.EQ(s.C(app.FieldOwnerID), v.AccountID))
				within(app.FieldID, v)(s)
			}
		},
	)
}

// Hooks: an app is created by its owner, and given to another by the platform, which
// has asked both.
func (App) Hooks() []ent.Hook {
	byOwner := onCreate(func(_ context.Context, v viewer.Viewer, m ent.Mutation) error {
		a := m.(*gen.AppMutation)
		if id, set := a.OwnerID(); set && id != v.AccountID {
			return privacy.Denyf("create an app for a foreign account")
		}
		a.SetOwnerID(v.AccountID)
		return nil
	})
	return append(byOwner, func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			v, _ := viewer.From(ctx)
			if _, moved := m.Field(app.FieldOwnerID); moved && !v.System && !m.Op().Is(ent.OpCreate) {
				return nil, privacy.Denyf("give an app away")
			}
			return next.Mutate(ctx, m)
		})
	})
}

// Hooks: a deployment is created in the viewer's own name.
func (Deployment) Hooks() []ent.Hook {
	return onCreate(func(_ context.Context, v viewer.Viewer, m ent.Mutation) error {
		if id, _ := m.(*gen.DeploymentMutation).PusherID(); id != v.AccountID {
			return privacy.Denyf("deploy in a foreign name")
		}
		return nil
	})
}

// What an account can see is selected from the account's own rows, as a set of IDs: a
// condition on each app would be evaluated for every app on the platform.

// inApps: the column is an app on which the viewer has at least this role.
func inApps(column string, v viewer.Viewer, least AppRole) condition {
	return func(s *entsql.Selector) {
		s.Where(entsql.In(s.C(column), appsAs(s.Dialect(), v.AccountID, least)))
		within(column, v)(s)
	}
}

// within: the column is one of the apps that a token is confined to, or a review app of
// one.
func within(column string, v viewer.Viewer) condition {
	return func(s *entsql.Selector) {
		if !v.Confined() {
			return
		}
		ids := make([]any, len(v.Apps))
		for i, id := range v.Apps {
			ids[i] = id
		}
		reviews := selectFrom(s.Dialect(), app.Table, app.FieldID, entsql.In(app.FieldParentID, ids...))
		s.Where(entsql.Or(entsql.In(s.C(column), ids...), entsql.In(s.C(column), reviews)))
	}
}

// appsAs selects the apps on which an account has at least this role: it owns them, or
// accepted to collaborate on them, or on the apps that they review.
func appsAs(dialect string, id uuid.UUID, least AppRole) *entsql.Selector {
	accepted := []*entsql.Predicate{entsql.NotNull(collaborator.FieldAcceptedAt)}
	switch least {
	case RoleLimited:
	case RoleCollaborator:
		accepted = append(accepted, entsql.EQ(collaborator.FieldRole, string(collaborator.RoleCOLLABORATOR)))
	default:
		return ownApps(dialect, id)
	}
	theirs := collaborations(dialect, id, accepted...)
	reviews := selectFrom(dialect, app.Table, app.FieldID, entsql.In(app.FieldParentID, theirs))
	return ownApps(dialect, id).Union(theirs).Union(reviews)
}

func ownApps(dialect string, id uuid.UUID) *entsql.Selector {
	return selectFrom(dialect, app.Table, app.FieldID, entsql.EQ(app.FieldOwnerID, id))
}

// collaborations selects the apps that an account collaborates on, or is invited to.
func collaborations(dialect string, id uuid.UUID, more ...*entsql.Predicate) *entsql.Selector {
	return selectFrom(dialect, collaborator.Table, collaborator.FieldAppID, append(more, entsql.EQ(collaborator.FieldAccountID, id))...)
}

func selectFrom(dialect, table, column string, conditions ...*entsql.Predicate) *entsql.Selector {
	return entsql.Dialect(dialect).Select(column).From(entsql.Table(table)).Where(entsql.And(conditions...))
}

// Hooks: a one-off container is started in the viewer's own name.
func (OneOff) Hooks() []ent.Hook {
	return onCreate(func(_ context.Context, v viewer.Viewer, m ent.Mutation) error {
		if id, _ := m.(*gen.OneOffMutation).StartedByID(); id != v.AccountID {
			return privacy.Denyf("start a one-off in a foreign name")
		}
		return nil
	})
}

// Hooks: an app is offered by its owner.
func (AppTransfer) Hooks() []ent.Hook {
	return onCreate(func(_ context.Context, v viewer.Viewer, m ent.Mutation) error {
		if id, _ := m.(*gen.AppTransferMutation).FromID(); id != v.AccountID {
			return privacy.Denyf("offer an app in a foreign name")
		}
		return nil
	})
}
