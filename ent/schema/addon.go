package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Addon is an add-on of an app: a database, or something else from the catalog.
type Addon struct{ ent.Schema }

// Mixin of an add-on. It goes with its app.
func (Addon) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, AppOwned{Create: RoleCollaborator, Update: RoleCollaborator, Delete: RoleCollaborator}}
}

// Fields of an add-on.
func (Addon) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Immutable(),
		field.Enum("kind").Values("DATABASE", "ADDON").Immutable(),
		field.String("plan").Comment("the plan that was ordered"),
		field.Enum("status").Values("PROVISIONING", "RUNNING", "SUSPENDED", "RESUMING", "FAILED"),
		field.Time("due_at").Optional().Nillable().Comment("when the simulated platform has done what was ordered"),
	}
}

// Indexes of add-ons.
func (Addon) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("app_id", "name").Unique(),
		index.Fields("app_id", "id"),
		index.Fields("due_at").Annotations(entsql.IndexWhere("due_at IS NOT NULL")),
	}
}
