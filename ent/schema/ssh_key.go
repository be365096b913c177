package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// SSHKey is a public key that identifies its account to the git endpoint.
type SSHKey struct{ ent.Schema }

// Mixin of an SSH key.
func (SSHKey) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of an SSH key.
func (SSHKey) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty(),
		field.String("type").Immutable().Comment("as OpenSSH names it"),
		field.Bytes("blob").Immutable().Comment("RFC 4253 wire form"),
		field.Bytes("digest").Unique().Immutable().Comment("SHA-256 of the blob: no two accounts share a key"),
		field.Int32("bits").Immutable(),
		field.Time("proven_at").Optional().Nillable().Comment("first connection with it; until then adding it proves nothing"),
		field.Time("last_used_at").Optional().Nillable(),
		field.String("last_used_address").Optional().Nillable(),
	}
}

// Indexes of SSH keys.
func (SSHKey) Indexes() []ent.Index { return []ent.Index{index.Fields("account_id", "id")} }
