package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
)

// Plan is something that customers rent: a container size, a database, another
// add-on. Its prices are rows of their own. The catalog file says which plans there
// are.
type Plan struct{ ent.Schema }

// Mixin of a plan.
func (Plan) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Public{}} }

// Fields of a plan.
func (Plan) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Unique().Immutable().Comment("what inputs and lifespans call it: M, postgresql-s"),
		field.Enum("kind").Values("CONTAINER", "DATABASE", "ADDON").Immutable(),
		field.String("label").Comment("what it consists of, for people"),
		field.Bool("retired").Default(false).Comment("no longer sold; what runs keeps its price"),
		field.Int("position").Comment("its place in the catalog file"),
	}
}

// Edges of a plan.
func (Plan) Edges() []ent.Edge {
	return []ent.Edge{edge.From("prices", PlanPrice.Type).Ref("plan")}
}
