package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Link is a secret that was emailed: to verify an address, to reset a password, to
// confirm or to cancel. It works once, until it expires.
type Link struct{ ent.Schema }

// Mixin of a link.
func (Link) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of a link.
func (Link) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("purpose").Values("VERIFY_EMAIL", "RESET_PASSWORD", "CONFIRM_NEW_EMAIL", "CONFIRM_OLD_EMAIL", "REVERT_EMAIL", "UNLOCK", "SUDO_CODE", "CONFIRM_DELETION", "CANCEL_DELETION").Immutable(),
		field.Bytes("digest").Unique().Sensitive().Immutable().Comment("SHA-256 of the secret"),
		field.String("subject").Default("").Immutable().Comment("what it is about: an address, the id of a change"),
		field.String("held_key").Default("").Immutable().Comment("the key of an old email that nobody else can have while this link works"),
		field.Time("expires_at").Comment("later where a deletion waits for it"),
	}
}

// Indexes of links.
func (Link) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "purpose"), index.Fields("expires_at"), index.Fields("held_key")}
}
