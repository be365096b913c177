//go:build !bootstrap

package schema

import (
	"entgo.io/ent"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent/account"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/internal/viewer"
)

// Policy: an account is visible to itself and to those it shares an app with, and only
// changes itself. Only the platform creates one.
func (Account) Policy() ent.Policy {
	return confined(
		func(v viewer.Viewer) condition { return acquaintedWith(v.AccountID) },
		func(op ent.Op, v viewer.Viewer) condition {
			if op.Is(ent.OpCreate) {
				return nil
			}
			return account.ID(v.AccountID)
		},
	)
}

// acquaintedWith: the same account, or one that it shares an app with. Inviting or
// being invited is enough, on both sides.
func acquaintedWith(id uuid.UUID) condition {
	return func(s *entsql.Selector) {
		d := s.Dialect()
		others := collaborations(d, id)
		s.Where(entsql.Or(
			entsql.EQ(s.C(account.FieldID), id), // first: it is usually true, and the rest isn't evaluated
			entsql.In(s.C(account.FieldID), selectFrom(d, app.Table, app.FieldOwnerID, entsql.In(app.FieldID, others)).
				Union(selectFrom(d, collaborator.Table, collaborator.FieldAccountID, entsql.In(collaborator.FieldAppID, ownApps(d, id).Union(others)))))))
	}
}
