package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Session is a browser that is signed in. The cookie has a random token, the row only
// its digest.
type Session struct{ ent.Schema }

// Mixin of a session.
func (Session) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of a session.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("token_digest").Unique().Sensitive().Comment("SHA-256 of the cookie's 32 bytes"),
		field.Int64("credential_version").Comment("the account's when the session began"),
		field.Time("last_seen_at").Comment("to the minute"),
		field.Time("idle_expires_at"),
		field.Time("expires_at").Immutable(),
		field.String("address"),
		field.String("user_agent"),
		field.Strings("methods").Comment("how it was proven who it is: password, …"),
		field.Time("sudo_until"),
	}
}

// Indexes of sessions.
func (Session) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "id"), index.Fields("expires_at")}
}
