package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// RecoveryCode replaces the second factor once. All codes of a set share one salt, so
// that trying a code costs one slow hash.
type RecoveryCode struct{ ent.Schema }

// Mixin of a recovery code.
func (RecoveryCode) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of a recovery code.
func (RecoveryCode) Fields() []ent.Field {
	return []ent.Field{
		field.String("hash").Sensitive().Immutable().Comment("PHC string"),
		field.Time("used_at").Optional().Nillable(),
	}
}

// Indexes of recovery codes.
func (RecoveryCode) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id")}
}
