package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// EmailChange is an address on its way to become another. Both confirm; where the
// old mailbox is lost, time and the second factor take its place.
type EmailChange struct{ ent.Schema }

// Mixin of a change of address.
func (EmailChange) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of a change of address.
func (EmailChange) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("state").Values("PENDING", "APPLIED", "CANCELLED", "REVERTED").Default("PENDING"),
		field.String("old_email").Immutable(),
		field.String("new_email").Immutable(),
		field.String("new_key").Immutable(),
		field.Bool("old_lost").Immutable().Comment("the old mailbox cannot confirm"),
		field.Time("old_confirmed_at").Optional().Nillable(),
		field.Time("new_confirmed_at").Optional().Nillable(),
		field.Time("due_at").Optional().Nillable().Comment("the old mailbox is lost: when it takes effect"),
		field.Time("notice_at").Optional().Nillable().Comment("when the old mailbox is told again"),
		field.Time("expires_at").Immutable(),
		field.Time("applied_at").Optional().Nillable(),
	}
}

// Indexes of change of addresss.
func (EmailChange) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "id"), index.Fields("state", "due_at")}
}
