// Package schema describes the data by hand: one file per noun. Who may see
// and change it stands in owned.go and owned_rules.go, and nowhere else.
package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"
)

// Identified gives an entity its id: a UUIDv7, so that ids grow with time and
// a list can be paged by them. Ids are never used again.
type Identified struct{ mixin.Schema }

// Fields of an identified entity.
func (Identified) Fields() []ent.Field {
	return []ent.Field{field.UUID("id", uuid.UUID{}).Default(newID).Immutable()}
}

func newID() uuid.UUID { return uuid.Must(uuid.NewV7()) }

// Dated gives an entity the instant it was made, UTC in microseconds.
type Dated struct{ mixin.Schema }

// Fields of a dated entity.
func (Dated) Fields() []ent.Field {
	return []ent.Field{field.Time("created_at").GoType(time.Time{}).Immutable()}
}
