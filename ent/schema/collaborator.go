package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// Collaborator is an account that works on another's app, or is invited to.
type Collaborator struct{ ent.Schema }

// Mixin of a collaborator.
func (Collaborator) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, AppOwned{Create: RoleOwner, Update: RoleOwner, Delete: RoleOwner, Subject: "account_id"}}
}

// Fields of a collaborator.
func (Collaborator) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("account_id", uuid.UUID{}).Immutable(),
		field.Enum("role").Values("COLLABORATOR", "LIMITED"),
		field.Time("accepted_at").Optional().Nillable().Comment("null: invited, and not a member yet"),
	}
}

// Edges of a collaborator.
func (Collaborator) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of collaborators.
func (Collaborator) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("app_id", "account_id").Unique(),
		index.Fields("account_id"),
	}
}
