package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// Ceremony is a WebAuthn exchange under way. It is used once, within minutes.
type Ceremony struct{ ent.Schema }

// Mixin of a ceremony.
func (Ceremony) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, PlatformOwned{}} }

// Fields of a ceremony.
func (Ceremony) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("purpose").Values("ADD", "SIGN_IN", "SUDO").Immutable(),
		field.UUID("account_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.JSON("data", json.RawMessage{}).Sensitive().Immutable(),
		field.Time("expires_at").Immutable(),
	}
}

// Indexes of ceremonies.
func (Ceremony) Indexes() []ent.Index {
	return []ent.Index{index.Fields("expires_at")}
}
