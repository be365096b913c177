package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// EmailChange is a pending or past change of email. Both addresses confirm; if the old
// inbox is lost, time and the second factor replace its confirmation.
type EmailChange struct{ ent.Schema }

// Mixin of an email change.
func (EmailChange) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of an email change.
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

// Indexes of email changes.
func (EmailChange) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "id"), index.Fields("state", "due_at")}
}
