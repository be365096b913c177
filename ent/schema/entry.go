package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// Entry is the place of one event in one stream, numbered from 1 without gaps. The
// columns that timelines are filtered by are stored here too: each combination of app
// and type has an index in the order of the stream, so that a page costs the same
// however long the history is and however few entries match.
type Entry struct{ ent.Schema }

// Fields of an entry.
func (Entry) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id"),
		field.UUID("stream_id", uuid.UUID{}).Immutable(),
		field.Int64("seq").Immutable(),
		field.UUID("event_id", uuid.UUID{}).Immutable(),
		field.String("type").Immutable(),
		field.UUID("app_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.Time("occurred_at").Immutable(),
	}
}

// Edges of an entry.
func (Entry) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("stream", Stream.Type).Field("stream_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Restrict)),
		edge.To("event", Event.Type).Field("event_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Restrict)),
	}
}

// Indexes of entries.
func (Entry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("stream_id", "seq").Unique(),
		index.Fields("stream_id", "type", "seq"),
		index.Fields("stream_id", "app_id", "seq"),
		index.Fields("stream_id", "app_id", "type", "seq"),
		index.Fields("stream_id", "occurred_at", "seq"),
		index.Fields("event_id"),
	}
}
