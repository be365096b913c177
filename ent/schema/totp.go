package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Totp is an authenticator app as second factor. It counts once a first code was
// correct and the recovery codes were confirmed as saved.
type Totp struct{ ent.Schema }

// Mixin of an authenticator app.
func (Totp) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of an authenticator app.
func (Totp) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("secret").Sensitive().Comment("20 bytes, sealed with the account's id"),
		field.Int64("counter").Default(0).Comment("of the last code that was accepted; none at or before it is again"),
		field.Time("proven_at").Optional().Nillable(),
		field.Time("enabled_at").Optional().Nillable(),
		field.Time("reset_at").Optional().Nillable().Comment("it is said to be lost: when it goes, unless it is used before"),
		field.Time("notice_at").Optional().Nillable().Comment("when the owner is told so again"),
	}
}

// Indexes of authenticator apps.
func (Totp) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id").Unique(), index.Fields("reset_at")}
}
