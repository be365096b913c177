package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"
)

// An entity uses one of these mixins to say whose its rows are. Their rules are in
// owned_rules.go. Entities without an owner in this sense have their own rules, in the
// owned_*.go of their area.

// Owned marks an entity as belonging to one account. Every read, update and
// delete is confined to the viewer's account; every create is stamped with it.
type Owned struct {
	mixin.Schema
	// ReadOnly reserves every create, update, and delete for the platform.
	ReadOnly bool
}

// Fields of an owned entity.
func (Owned) Fields() []ent.Field {
	return []ent.Field{field.UUID("account_id", uuid.UUID{}).Immutable()}
}

// Edges of an owned entity.
func (Owned) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// AppOwned marks an entity as belonging to an app. All members of the app can read it;
// Create, Update, and Delete name the minimum role for doing so.
type AppOwned struct {
	mixin.Schema
	Create, Update, Delete AppRole
	// Subject is the column of an account that the row is about, if any: that account
	// can read, update, and delete it, too.
	Subject string
}

// AppRole is the minimum role on an app for an operation.
type AppRole int

// The roles. The zero value reserves an operation for the platform.
const (
	RolePlatform AppRole = iota
	RoleOwner
	RoleCollaborator
	RoleLimited
)

// Fields of an entity that belongs to an app.
func (AppOwned) Fields() []ent.Field {
	return []ent.Field{field.UUID("app_id", uuid.UUID{}).Immutable()}
}

// Edges of an entity that belongs to an app.
func (AppOwned) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("app", App.Type).Field("app_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// least is the minimum role for the operation.
func (a AppOwned) least(op ent.Op) AppRole {
	switch {
	case op.Is(ent.OpCreate):
		return a.Create
	case op.Is(ent.OpUpdate | ent.OpUpdateOne):
		return a.Update
	}
	return a.Delete
}

// PlatformOwned marks an entity as the platform's: nobody else reads or writes it.
type PlatformOwned struct{ mixin.Schema }

// Public marks an entity that everyone may read, also without signing in. Only the
// platform writes it.
type Public struct{ mixin.Schema }
