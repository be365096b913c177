package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// CatalogRevision is a catalog file that was applied. Plans and their prices are as
// the newest one says. Rows are added and neither changed nor deleted.
type CatalogRevision struct{ ent.Schema }

// Mixin of a revision.
func (CatalogRevision) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, PlatformOwned{}}
}

// Fields of a revision.
func (CatalogRevision) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("number").Unique().Immutable().Comment("1, 2, …: two that are applied at once can't both be next"),
		field.String("text").Immutable().Comment("the file, with the operator's comments"),
	}
}
