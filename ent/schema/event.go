package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// Event is one thing that happened. It is written once, in the transaction that makes
// it happen, and appears in every stream that it concerns (Entry). Names are kept as
// they were, so that the past reads as it was.
type Event struct{ ent.Schema }

// Mixin of an event.
func (Event) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}} }

// Fields of an event.
func (Event) Fields() []ent.Field {
	return []ent.Field{
		field.Time("occurred_at").Immutable(),
		field.String("type").Immutable().Comment("noun_past: app_deployed"),
		field.Enum("actor_kind").Values("ACCOUNT", "PLATFORM", "OPERATOR").Immutable(),
		field.UUID("actor_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.String("actor_name").Default(""),
		field.UUID("account_id", uuid.UUID{}).Immutable().Comment("the account it happened to"),
		field.String("account_name"),
		field.UUID("app_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.String("app_name").Default("").Immutable(),
		field.JSON("data", json.RawMessage{}).Comment("what is particular to the type"),
	}
}

// Edges of an event.
func (Event) Edges() []ent.Edge {
	return []ent.Edge{edge.From("entries", Entry.Type).Ref("event")}
}

// Indexes of events: for removing a name when an account is deleted.
func (Event) Indexes() []ent.Index {
	return []ent.Index{index.Fields("actor_id"), index.Fields("account_id")}
}
