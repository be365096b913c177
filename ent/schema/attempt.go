package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Attempt counts failed attempts, by subject or network, and when the next one is
// allowed.
type Attempt struct{ ent.Schema }

// Mixin of an attempt.
func (Attempt) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, PlatformOwned{}} }

// Fields of an attempt.
func (Attempt) Fields() []ent.Field {
	return []ent.Field{
		field.String("kind").Immutable().Comment("what is tried: password, second_factor, …"),
		field.String("subject").Immutable().Comment("account:ID, device:ID, net:PREFIX, login:DIGEST"),
		field.Int64("count").Default(0).Comment("in a row, or since"),
		field.Time("since").Comment("when the count began"),
		field.Time("last_at"),
		field.Time("next_at").Comment("not before then"),
		field.Time("locked_at").Optional().Nillable().Comment("too many in a row: only a emailed link opens it again"),
	}
}

// Indexes of attempts.
func (Attempt) Indexes() []ent.Index {
	return []ent.Index{index.Fields("kind", "subject").Unique(), index.Fields("last_at")}
}
