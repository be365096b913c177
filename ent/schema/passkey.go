package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Passkey is a WebAuthn credential (discoverable, with user verification).
type Passkey struct{ ent.Schema }

// Mixin of a passkey.
func (Passkey) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of a passkey.
func (Passkey) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty(),
		field.Bytes("credential_id").Unique().Immutable(),
		field.JSON("credential", json.RawMessage{}).Sensitive().Comment("public key, flags and counter, as go-webauthn keeps them"),
		field.Time("last_used_at").Optional().Nillable(),
	}
}

// Indexes of passkeys.
func (Passkey) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "id")}
}
