package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// UsageChange is an order of a customer's, or a fact that the platform reported, about
// one resource from an instant on. Rows are added and never changed; the lifespans are
// made from them.
type UsageChange struct{ ent.Schema }

// Mixin of an order or a fact.
func (UsageChange) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, PlatformOwned{}} }

// Fields of an order or a fact.
func (UsageChange) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("resource_id", uuid.UUID{}).Immutable(),
		field.String("key").Unique().Immutable().Comment("the idempotency key of a fact"),
		field.Enum("source").Values("ORDER", "FACT").Immutable(),
		field.Time("at").Immutable().Comment("from when on it holds"),
		field.UUID("payer_id", uuid.UUID{}).Optional().Nillable().Immutable().Comment("who pays from then on; of orders alone"),
		field.String("app_name").Default("").Immutable().Comment("what the app was called when this was ordered; empty of facts, and of orders of before it was kept"),
		field.String("plan").Immutable(),
		field.Int32("quantity").Immutable(),
		field.String("reason").Immutable().Comment("why a lifespan that it ends has ended"),
	}
}

// Edges of an order or a fact.
func (UsageChange) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("resource", Resource.Type).Field("resource_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Restrict)),
	}
}

// Indexes of orders and facts.
func (UsageChange) Indexes() []ent.Index {
	return []ent.Index{index.Fields("resource_id", "at"), index.Fields("payer_id")}
}
