package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// ResetRequest requests a password reset for the account with this address, if there is
// one. It is answered later, so that requesting costs the same either way.
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
