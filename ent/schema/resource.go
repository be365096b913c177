package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// Resource is something that costs money while it runs: the containers of one type, an
// add-on, or a one-off container, under whose ID it is. It stays when they are deleted,
// because a fact about them may arrive late.
type Resource struct{ ent.Schema }

// Mixin of a resource.
func (Resource) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, PlatformOwned{}} }

// Fields of a resource. Its app may be deleted.
func (Resource) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("app_id", uuid.UUID{}).Immutable(),
		field.String("app_name").Comment("what the app was called when this was ordered"),
		field.Enum("kind").Values("CONTAINER", "ONE_OFF", "DATABASE", "ADDON").Immutable(),
		field.String("name").Immutable().Comment("the container type, or the add-on's name; empty for a one-off"),
		field.UUID("payer_id", uuid.UUID{}).Comment("who pays for what was ordered last"),
		field.String("plan").Comment("the plan that was ordered last"),
		field.Int32("quantity").Comment("how many were ordered last"),
	}
}

// Indexes of resources. An app keeps those that have ended: what is ordered of it, and one
// by its name, is found without reading them.
func (Resource) Indexes() []ent.Index {
	return []ent.Index{index.Fields("app_id", "quantity"), index.Fields("app_id", "kind", "name"), index.Fields("payer_id")}
}
