package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// Lifespan is a time in which a resource ran unchanged and was paid for by one account.
// Lifespans are made from orders and facts, and made again when one arrives late.
type Lifespan struct{ ent.Schema }

// Mixin of a lifespan.
func (Lifespan) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Owned{ReadOnly: true}} }

// Fields of a lifespan. App and resource may be deleted.
func (Lifespan) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("app_id", uuid.UUID{}).Immutable(),
		field.String("app_name").Comment("what the app was called when this was written"),
		field.Enum("kind").Values("CONTAINER", "ONE_OFF", "DATABASE", "ADDON").Immutable(),
		field.String("resource").Immutable().Comment("the container type, or the add-on's name; empty for a one-off"),
		field.UUID("resource_id", uuid.UUID{}).Immutable(),
		field.String("plan").Immutable(),
		field.Int32("quantity").Immutable(),
		field.Time("started_at").Immutable(),
		field.Time("ended_at").Optional().Nillable(),
		field.String("end_reason").Optional().Nillable(),
		field.Time("billed_from").Immutable().Comment("the first minute that is billed"),
		field.Time("billed_to").Optional().Nillable().Comment("the first minute that is not; null: it still runs"),
	}
}

// Indexes of lifespans.
func (Lifespan) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "id"),
		index.Fields("account_id", "app_id", "id"),
		index.Fields("account_id", "billed_to"),
		index.Fields("resource_id", "started_at"),
	}
}
