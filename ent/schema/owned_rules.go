//go:build !bootstrap

package schema

import (
	"context"
	"fmt"

	"entgo.io/ent"
	"entgo.io/ent/entql"
	"github.com/google/uuid"

	gen "portico/ent"
	"portico/ent/account"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/ent/entry"
	"portico/ent/event"
	"portico/ent/predicate"
	"portico/ent/privacy"
	"portico/ent/stream"
	"portico/internal/viewer"
)

// Policy: without a viewer nothing; else the viewer's own rows. A filter does
// not guard a create, so a hook does.
func (Owned) Policy() ent.Policy {
	type owned interface{ WhereAccountID(entql.ValueP) }
	return privacy.FilterFunc(func(ctx context.Context, f privacy.Filter) error {
		v, err := asking(ctx)
		if err == nil && !v.System {
			f.(owned).WhereAccountID(entql.ValueEQ(v.AccountID))
		}
		return orSkip(err)
	})
}

// Hooks stamp what is created with the viewer's account.
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

// Policy: nobody but the platform.
func (Platforms) Policy() ent.Policy {
	return rules(
		privacy.QueryRuleFunc(func(ctx context.Context, _ ent.Query) error { return onlySystem(ctx, nil) }),
		privacy.MutationRuleFunc(onlySystem),
	)
}

// Policy: an account is seen by itself and by those it shares an app with, and
// changed by itself alone. Only the platform makes one.
func (Account) Policy() ent.Policy {
	return rules(
		privacy.AccountQueryRuleFunc(func(ctx context.Context, q *gen.AccountQuery) error {
			return confine(ctx, func(v viewer.Viewer) { q.Where(acquaintedWith(v.AccountID)) })
		}),
		privacy.AccountMutationRuleFunc(func(ctx context.Context, m *gen.AccountMutation) error {
			return confineWrite(ctx, m, func(v viewer.Viewer) { m.Where(account.ID(v.AccountID)) })
		}),
	)
}

// Policy: an app is seen by its members, changed and deleted by its owner.
func (App) Policy() ent.Policy {
	return rules(
		privacy.AppQueryRuleFunc(func(ctx context.Context, q *gen.AppQuery) error {
			return confine(ctx, func(v viewer.Viewer) { q.Where(inMemberships[predicate.App](app.FieldID, v)) })
		}),
		privacy.AppMutationRuleFunc(func(ctx context.Context, m *gen.AppMutation) error {
			return confine(ctx, func(v viewer.Viewer) { m.Where(app.OwnerID(v.AccountID), within[predicate.App](app.FieldID, v)) })
		}),
	)
}

// Hooks: an app is created by its owner.
func (App) Hooks() []ent.Hook {
	return onCreate(func(_ context.Context, v viewer.Viewer, m ent.Mutation) error {
		a := m.(*gen.AppMutation)
		if id, set := a.OwnerID(); set && id != v.AccountID {
			return privacy.Denyf("create an app for a foreign account")
		}
		a.SetOwnerID(v.AccountID)
		return nil
	})
}

// Policy: collaborators are seen by the members of the app and by themselves,
// changed by the app's owner and by themselves.
func (Collaborator) Policy() ent.Policy {
	return rules(
		privacy.CollaboratorQueryRuleFunc(func(ctx context.Context, q *gen.CollaboratorQuery) error {
			return confine(ctx, func(v viewer.Viewer) {
				q.Where(collaborator.Or(collaborator.AccountID(v.AccountID), inMemberships[predicate.Collaborator](collaborator.FieldAppID, v)),
					within[predicate.Collaborator](collaborator.FieldAppID, v))
			})
		}),
		privacy.CollaboratorMutationRuleFunc(func(ctx context.Context, m *gen.CollaboratorMutation) error {
			return confine(ctx, func(v viewer.Viewer) {
				m.Where(collaborator.Or(collaborator.AccountID(v.AccountID), collaborator.HasAppWith(app.OwnerID(v.AccountID))),
					within[predicate.Collaborator](collaborator.FieldAppID, v))
			})
		}),
	)
}

// Hooks: collaborators are invited by the app's owner.
func (Collaborator) Hooks() []ent.Hook {
	return onCreate(func(ctx context.Context, v viewer.Viewer, m ent.Mutation) error {
		c := m.(*gen.CollaboratorMutation)
		id, _ := c.AppID()
		return require(c.Client().App.Query().Where(app.ID(id), app.OwnerID(v.AccountID), within[predicate.App](app.FieldID, v)).Exist(ctx))
	})
}

// Policy: deployments are seen by the members of the app. They are never
// changed; they go with their app.
func (Deployment) Policy() ent.Policy {
	return rules(
		privacy.DeploymentQueryRuleFunc(func(ctx context.Context, q *gen.DeploymentQuery) error {
			return confine(ctx, func(v viewer.Viewer) { q.Where(inMemberships[predicate.Deployment](deployment.FieldAppID, v)) })
		}),
		privacy.DeploymentMutationRuleFunc(func(ctx context.Context, m *gen.DeploymentMutation) error {
			return onlyCreate(ctx, m)
		}),
	)
}

// Hooks: a deployment is made by a member of the app, in their own name.
func (Deployment) Hooks() []ent.Hook {
	return onCreate(func(ctx context.Context, v viewer.Viewer, m ent.Mutation) error {
		d := m.(*gen.DeploymentMutation)
		if id, _ := d.PusherID(); id != v.AccountID {
			return privacy.Denyf("deploy in a foreign name")
		}
		id, _ := d.AppID()
		return require(d.Client().App.Query().Where(app.ID(id)).Exist(ctx))
	})
}

// Policy: a stream is seen by its account, or by the members of its app. Only
// the log writes it, and the log writes as the platform.
func (Stream) Policy() ent.Policy {
	return rules(
		privacy.StreamQueryRuleFunc(func(ctx context.Context, q *gen.StreamQuery) error {
			return confine(ctx, func(v viewer.Viewer) { q.Where(inTimelines[predicate.Stream](stream.FieldID, v)) })
		}),
		privacy.MutationRuleFunc(onlySystem),
	)
}

// Policy: entries are seen with their stream.
func (Entry) Policy() ent.Policy {
	return rules(
		privacy.EntryQueryRuleFunc(func(ctx context.Context, q *gen.EntryQuery) error {
			return confine(ctx, func(v viewer.Viewer) { q.Where(inTimelines[predicate.Entry](entry.FieldStreamID, v)) })
		}),
		privacy.MutationRuleFunc(onlySystem),
	)
}

// Policy: events are seen where one of their streams is.
func (Event) Policy() ent.Policy {
	return rules(
		privacy.EventQueryRuleFunc(func(ctx context.Context, q *gen.EventQuery) error {
			return confine(ctx, func(v viewer.Viewer) {
				q.Where(event.HasEntriesWith(inTimelines[predicate.Entry](entry.FieldStreamID, v)))
			})
		}),
		privacy.MutationRuleFunc(onlySystem),
	)
}

func rules(q privacy.QueryRule, m privacy.MutationRule) ent.Policy {
	return privacy.Policy{Query: privacy.QueryPolicy{q}, Mutation: privacy.MutationPolicy{m}}
}

// asking tells who asks, or refuses.
func asking(ctx context.Context) (viewer.Viewer, error) {
	v, ok := viewer.From(ctx)
	if !ok {
		return v, privacy.Denyf("no viewer")
	}
	return v, nil
}

func orSkip(err error) error {
	if err != nil {
		return err
	}
	return privacy.Skip
}

// confine refuses without a viewer, leaves the platform alone, and lets filter
// narrow everybody else's operation.
func confine(ctx context.Context, filter func(viewer.Viewer)) error {
	v, err := asking(ctx)
	if err == nil && !v.System {
		filter(v)
	}
	return orSkip(err)
}

// confineWrite is confine, and refuses creates.
func confineWrite(ctx context.Context, m ent.Mutation, filter func(viewer.Viewer)) error {
	if m.Op().Is(ent.OpCreate) {
		return onlySystem(ctx, m)
	}
	return confine(ctx, filter)
}

// onlyCreate refuses updates and deletes to everybody but the platform.
func onlyCreate(ctx context.Context, m ent.Mutation) error {
	if !m.Op().Is(ent.OpCreate) {
		return onlySystem(ctx, m)
	}
	_, err := asking(ctx)
	return orSkip(err)
}

func onlySystem(ctx context.Context, _ ent.Mutation) error {
	v, err := asking(ctx)
	if err == nil && !v.System {
		err = privacy.Denyf("the platform's alone")
	}
	return orSkip(err)
}

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

func require(ok bool, err error) error {
	if err == nil && !ok {
		err = privacy.Denyf("not the viewer's to create in")
	}
	return err
}
