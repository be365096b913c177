package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// Stream is the head of one timeline: an account's or an app's, with the same ID. Its
// number is that of its newest entry.
type Stream struct{ ent.Schema }

// Fields of a stream. The ID is the account's or the app's and stays when that is
// deleted: the log forgets nothing.
func (Stream) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("id", uuid.UUID{}).Immutable(),
		field.Int64("seq").Default(0),
		field.UUID("account_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.UUID("app_id", uuid.UUID{}).Optional().Nillable().Immutable(),
	}
}

// Edges of a stream.
func (Stream) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("app", App.Type).Field("app_id").Unique().Immutable().
			Annotations(entsql.OnDelete(entsql.SetNull)),
		edge.From("entries", Entry.Type).Ref("stream"),
	}
}

// Indexes of streams. An app that is deleted is looked for among them.
func (Stream) Indexes() []ent.Index { return []ent.Index{index.Fields("app_id")} }
