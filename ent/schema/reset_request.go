package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// ResetRequest asks for a reset of the password of whoever has this address, if
// anybody has. It is answered later, so that asking costs the same either way.
type ResetRequest struct{ ent.Schema }

// Mixin of a reset request.
func (ResetRequest) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, PlatformOwned{}, Work{}}
}

// Fields of a reset request.
func (ResetRequest) Fields() []ent.Field {
	return []ent.Field{
		field.String("email_key").Immutable(),
		field.String("address").Immutable(),
		field.String("device").Immutable(),
	}
}
