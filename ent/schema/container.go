package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Container is the containers of one type that an app has: what was ordered, and what
// runs. A row stays when its amount is 0, so that the type keeps its size.
type Container struct{ ent.Schema }

// Mixin of containers. They go with their app.
func (Container) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, AppOwned{Create: RoleCollaborator, Update: RoleCollaborator}}
}

// Fields of containers.
func (Container) Fields() []ent.Field {
	return []ent.Field{
		field.String("type").Immutable(),
		field.String("plan").Comment("the size that was ordered"),
		field.Int32("amount").Comment("how many were ordered"),
		field.Int32("running").Default(0).Comment("how many run, never more than were ordered"),
		field.Time("due_at").Optional().Nillable().Comment("when the simulated platform has done what was ordered"),
	}
}

// Indexes of containers.
func (Container) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("app_id", "type").Unique(),
		index.Fields("due_at").Annotations(entsql.IndexWhere("due_at IS NOT NULL")),
	}
}
