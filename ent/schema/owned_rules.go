//go:build !bootstrap

package schema

import (
	"context"
	"fmt"

	"entgo.io/ent"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	gen "portico/ent"
	"portico/ent/app"
	"portico/ent/intercept"
	"portico/ent/privacy"
	"portico/internal/viewer"
)

// Policy: the viewer's own rows.
func (o Owned) Policy() ent.Policy {
	own := func(v viewer.Viewer) condition {
		return func(s *entsql.Selector) { s.Where(entsql.EQ(s.C("account_id"), v.AccountID)) }
	}
	if o.ReadOnly {
		return confined(own, platformOnly)
	}
	return confined(own, func(_ ent.Op, v viewer.Viewer) condition { return own(v) })
}

// Hooks set the viewer's account on what is created.
func (Owned) Hooks() []ent.Hook {
	type owned interface {
		AccountID() (uuid.UUID, bool)
		SetAccountID(uuid.UUID)
	}
	return onCreate(func(_ context.Context, v viewer.Viewer, m ent.Mutation) error {
		o := m.(owned)
		if id, set := o.AccountID(); set && id != v.AccountID {
			return privacy.Denyf("create in a foreign account")
		}
		o.SetAccountID(v.AccountID)
		return nil
	})
}

// Policy: the rows of the apps on which the viewer has the required role.
func (a AppOwned) Policy() ent.Policy {
	return confined(
		func(v viewer.Viewer) condition { return a.reach(v, RoleLimited) },
		func(op ent.Op, v viewer.Viewer) condition { return a.reach(v, a.least(op)) },
	)
}

// reach selects the rows that a role reaches, and those about the viewer.
func (a AppOwned) reach(v viewer.Viewer, least AppRole) condition {
	if least == RolePlatform {
		return nil
	}
	return func(s *entsql.Selector) {
		reached := entsql.In(s.C("app_id"), appsAs(s.Dialect(), v.AccountID, least))
		if a.Subject != "" {
			reached = entsql.Or(entsql.EQ(s.C(a.Subject), v.AccountID), reached)
		}
		s.Where(reached)
		within("app_id", v)(s)
	}
}

// Hooks check that the viewer may create something in this app.
func (a AppOwned) Hooks() []ent.Hook {
	type appOwned interface {
		AppID() (uuid.UUID, bool)
		Client() *gen.Client
	}
	return onCreate(func(ctx context.Context, v viewer.Viewer, m ent.Mutation) error {
		o := m.(appOwned)
		id, _ := o.AppID()
		may, err := o.Client().App.Query().Where(app.ID(id), inApps(app.FieldID, v, a.Create)).Exist(ctx)
		if err == nil && !may {
			err = privacy.Denyf("create in a foreign app")
		}
		return err
	})
}

// Policy: nobody but the platform.
func (PlatformOwned) Policy() ent.Policy {
	return confined(func(viewer.Viewer) condition { return nil }, platformOnly)
}

// Policy: everyone reads everything, only the platform writes.
func (Public) Policy() ent.Policy {
	return privacy.Policy{Mutation: writtenBy(platformOnly)}
}

// A condition narrows an operation to some rows; nil refuses it.
type condition = func(*entsql.Selector)

// confined is the policy of an entity whose reads and writes are narrowed by
// conditions. For a create, these only allow or refuse it: a hook checks what is
// created.
func confined(read func(viewer.Viewer) condition, write func(ent.Op, viewer.Viewer) condition) ent.Policy {
	return privacy.Policy{
		Query: privacy.QueryPolicy{privacy.QueryRuleFunc(func(ctx context.Context, q ent.Query) error {
			narrowed, err := intercept.NewQuery(q)
			if err != nil {
				return fmt.Errorf("read query: %w", err)
			}
			return confine(ctx, narrowed, read)
		})},
		Mutation: writtenBy(write),
	}
}

func writtenBy(write func(ent.Op, viewer.Viewer) condition) privacy.MutationPolicy {
	return privacy.MutationPolicy{privacy.MutationRuleFunc(func(ctx context.Context, m ent.Mutation) error {
		return confine(ctx, m.(narrowing), func(v viewer.Viewer) condition { return write(m.Op(), v) })
	})}
}

type narrowing interface {
	WhereP(...func(*entsql.Selector))
}

// confine refuses without a viewer, leaves the platform alone, and narrows everyone
// else's operation.
func confine(ctx context.Context, op narrowing, by func(viewer.Viewer) condition) error {
	v, ok := viewer.From(ctx)
	if !ok {
		return privacy.Denyf("no viewer")
	}
	if v.System {
		return privacy.Skip
	}
	c := by(v)
	if c == nil {
		return privacy.Denyf("only the platform may do this")
	}
	op.WhereP(c)
	return privacy.Skip
}

// platformOnly reserves writes for the platform.
func platformOnly(ent.Op, viewer.Viewer) condition { return nil }

// onCreate runs check before a create by anyone but the platform.
func onCreate(check func(context.Context, viewer.Viewer, ent.Mutation) error) []ent.Hook {
	return []ent.Hook{func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if v, _ := viewer.From(ctx); m.Op().Is(ent.OpCreate) && !v.System {
				if err := check(ctx, v, m); err != nil {
					return nil, fmt.Errorf("create %s: %w", m.Type(), err)
				}
			}
			return next.Mutate(ctx, m)
		})
	}}
}
