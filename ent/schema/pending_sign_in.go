package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// PendingSignIn is a sign-in that needs its second factor. It allows nothing but the
// second step, and is void when a password or a factor changes.
type PendingSignIn struct{ ent.Schema }

// Mixin of a pending sign-in.
func (PendingSignIn) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of a pending sign-in.
func (PendingSignIn) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("token_digest").Unique().Sensitive().Immutable().Comment("SHA-256 of the cookie's 32 bytes"),
		field.Int64("credential_version").Immutable().Comment("the account's when the first step was made"),
		field.String("method").Immutable().Comment("what was proven in the first step: password, github"),
		field.Int32("failures").Default(0),
		field.Time("expires_at").Immutable(),
	}
}

// Indexes of pending sign-ins.
func (PendingSignIn) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id"), index.Fields("expires_at")}
}
