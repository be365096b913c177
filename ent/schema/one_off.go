package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// OneOff is a one-off container: it runs one command and ends.
type OneOff struct{ ent.Schema }

// Mixin of a one-off container. It stays when it has ended, and goes with its app.
func (OneOff) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, AppOwned{Create: RoleCollaborator, Update: RoleCollaborator}}
}

// Fields of a one-off container. Who started it is kept as they were called then, until
// their account is deleted.
func (OneOff) Fields() []ent.Field {
	return []ent.Field{
		field.String("command").Immutable(),
		field.String("plan").Immutable().Comment("its size"),
		field.Enum("status").Values("STARTING", "RUNNING", "ENDED"),
		field.Int32("exit_code").Optional().Nillable(),
		field.UUID("started_by_id", uuid.UUID{}).Immutable(),
		field.String("started_by_name"),
		field.String("end_reason").Optional().Nillable().Comment("why it ended, as the API names it; null also for those of before it was kept"),
		field.Time("started_at").Optional().Nillable(),
		field.Time("ended_at").Optional().Nillable(),
		field.Time("due_at").Optional().Nillable().Comment("when the simulated platform starts or ends it"),
	}
}

// Indexes of one-off containers. Those that have not ended are counted.
func (OneOff) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("app_id", "id"),
		index.Fields("app_id", "status"),
		index.Fields("started_by_id"),
		index.Fields("due_at").Annotations(entsql.IndexWhere("due_at IS NOT NULL")),
	}
}
