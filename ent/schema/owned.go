package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"
)

// Owned marks an entity as belonging to one account. Every read, update and
// delete is confined to the viewer's account; every create is stamped with it.
type Owned struct{ mixin.Schema }

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
