package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// APIToken lets a program use the API in its account's name. The secret is
// shown once; the row holds its digest.
type APIToken struct{ ent.Schema }

// Mixin of an API token.
func (APIToken) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of an API token.
func (APIToken) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty(),
		field.Bytes("digest").Unique().Sensitive().Comment("SHA-256 of the secret"),
		field.String("last_four"),
		field.Strings("scopes").Immutable(),
		field.JSON("app_ids", []uuid.UUID{}).Immutable().Comment("the apps it is confined to; none: all"),
		field.Strings("app_names").Immutable().Comment("what those apps were called"),
		field.Time("renewed_at").Comment("when the secret was made"),
		field.Time("expires_at"),
		field.Time("last_used_at").Optional().Nillable(),
		field.String("last_used_address").Optional().Nillable(),
	}
}

// Indexes of API tokens.
func (APIToken) Indexes() []ent.Index { return []ent.Index{index.Fields("account_id", "id")} }
