package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// OperatorToken lets the operator's own programs use the operator's part of the API.
// The secret is printed once; the row holds its digest.
type OperatorToken struct{ ent.Schema }

// Mixin of an operator's token.
func (OperatorToken) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, PlatformOwned{}} }

// Fields of an operator's token. A revoked one has no row.
func (OperatorToken) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Unique().Immutable(),
		field.Bytes("digest").Unique().Sensitive().Comment("SHA-256 of the secret"),
		field.Strings("scopes").Immutable(),
		field.Time("last_used_at").Optional().Nillable(),
	}
}
