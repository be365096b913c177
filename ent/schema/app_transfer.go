package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// AppTransfer is an offer of an app to one of its collaborators, which waits for an
// answer. The row goes with the answer; the events tell what became of it.
type AppTransfer struct{ ent.Schema }

// Mixin of a transfer. The owner takes it back, and the other account declines it.
func (AppTransfer) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, AppOwned{Create: RoleOwner, Delete: RoleOwner, Subject: "to_id"}}
}

// Fields of a transfer.
func (AppTransfer) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("from_id", uuid.UUID{}).Immutable(),
		field.UUID("to_id", uuid.UUID{}).Immutable(),
		field.Time("expires_at").Immutable(),
	}
}

// Edges of a transfer.
func (AppTransfer) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("from", Account.Type).Field("from_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("to", Account.Type).Field("to_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of transfers: an app is offered to one account at a time.
func (AppTransfer) Indexes() []ent.Index {
	return []ent.Index{index.Fields("app_id").Unique(), index.Fields("from_id"), index.Fields("to_id"), index.Fields("expires_at")}
}
