package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// Mail is the outbox: written in the transaction that an email is about, sent after it.
// The content is encrypted, as it may contain a secret, and deleted once it is sent.
type Mail struct{ ent.Schema }

// Mixin of an email.
func (Mail) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, PlatformOwned{}, Work{Waiting: "sent_at is null and failed_at is null"}}
}

// Fields of an email.
func (Mail) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("account_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.String("kind").Immutable(),
		field.String("to_address").Immutable(),
		field.String("language").Immutable(),
		field.Bytes("sealed").Optional().Sensitive(),
		field.Time("sent_at").Optional().Nillable(),
		field.Time("failed_at").Optional().Nillable().Comment("given up"),
		field.String("last_error").Default(""),
	}
}

// Indexes of emails.
func (Mail) Indexes() []ent.Index { return []ent.Index{index.Fields("account_id")} }
