package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// PlanPrice is what a plan costs from a minute on, until the plan's next price.
// Rows are added and never changed; only one whose minute is still to come is
// deleted, where the operator changes their mind.
type PlanPrice struct{ ent.Schema }

// Mixin of a price.
func (PlanPrice) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Public{}} }

// Fields of a price.
func (PlanPrice) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("plan_id", uuid.UUID{}).Immutable(),
		field.Time("valid_from").Immutable().Comment("a full minute, UTC"),
		field.Int64("micros_per_hour").Immutable().Comment("micro-euro"),
	}
}

// Edges of a price.
func (PlanPrice) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("plan", Plan.Type).Field("plan_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Restrict)),
	}
}

// Indexes of prices.
func (PlanPrice) Indexes() []ent.Index {
	return []ent.Index{index.Fields("plan_id", "valid_from").Unique()}
}
