//go:build !bootstrap

package schema

import (
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent/account"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/ent/predicate"
	"portico/internal/viewer"
)

// What an account may see is selected from the account's own rows, as a set of
// ids: a condition on each app would be asked of every app on the platform.

// inMemberships: the column names an app that the viewer is a member of.
func inMemberships[P ~func(*entsql.Selector)](column string, v viewer.Viewer) P {
	return func(s *entsql.Selector) {
		s.Where(entsql.In(s.C(column), memberships(s.Dialect(), v.AccountID)))
		within[P](column, v)(s)
	}
}

// within: the column names one of the apps that a token is confined to.
func within[P ~func(*entsql.Selector)](column string, v viewer.Viewer) P {
	return func(s *entsql.Selector) {
		if !v.Confined() {
			return
		}
		ids := make([]any, len(v.Apps))
		for i, id := range v.Apps {
			ids[i] = id
		}
		s.Where(entsql.In(s.C(column), ids...))
	}
}

// inTimelines: the column names the stream of the viewer's account, or of an
// app that the viewer is a member of: streams have their ids. A token that is
// confined to apps does not see what happened on others.
func inTimelines[P ~func(*entsql.Selector)](column string, v viewer.Viewer) P {
	if v.Confined() {
		return inMemberships[P](column, v)
	}
	return func(s *entsql.Selector) {
		own := selectFrom(s.Dialect(), account.Table, account.FieldID, entsql.EQ(account.FieldID, v.AccountID))
		s.Where(entsql.In(s.C(column), own.Union(memberships(s.Dialect(), v.AccountID))))
	}
}

// acquaintedWith: the same account, or one with which it shares an app. Who
// only invites, or is only invited, is known to the other too.
func acquaintedWith(id uuid.UUID) predicate.Account {
	return func(s *entsql.Selector) {
		d := s.Dialect()
		others := collaborations(d, id)
		s.Where(entsql.Or(
			entsql.EQ(s.C(account.FieldID), id), // first: mostly it is, and the rest is not even looked at
			entsql.In(s.C(account.FieldID), selectFrom(d, app.Table, app.FieldOwnerID, entsql.In(app.FieldID, others)).
				Union(selectFrom(d, collaborator.Table, collaborator.FieldAccountID, entsql.In(collaborator.FieldAppID, ownApps(d, id).Union(others)))))))
	}
}

// memberships selects the apps that an account owns, or accepted to collaborate on.
func memberships(dialect string, id uuid.UUID) *entsql.Selector {
	return ownApps(dialect, id).Union(collaborations(dialect, id, entsql.NotNull(collaborator.FieldAcceptedAt)))
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
