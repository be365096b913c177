// Package schema describes the data by hand: one file per noun. Who can see and change
// it is in owned.go and owned_rules.go, and nowhere else.
package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"
)

// Identified gives an entity its ID: a UUIDv7, so that IDs grow with time and a list
// can be paged by them. IDs are never reused.
type Identified struct{ mixin.Schema }

// Fields of an identified entity.
func (Identified) Fields() []ent.Field {
	return []ent.Field{field.UUID("id", uuid.UUID{}).Default(newID).Immutable()}
}

func newID() uuid.UUID { return uuid.Must(uuid.NewV7()) }

// Dated gives an entity its creation time, UTC in microseconds.
type Dated struct{ mixin.Schema }

// Fields of a dated entity.
func (Dated) Fields() []ent.Field {
	return []ent.Field{field.Time("created_at").GoType(time.Time{}).Immutable()}
}

// Work makes an entity's rows work for a queue: internal/worker leases a row by moving
// its due time ahead, and counts the tries. State or Waiting says which rows wait, for
// the index that finds them; without either, all do.
type Work struct {
	mixin.Schema
	State   string // the column that says it
	Waiting string // or a condition in SQL
}

// Fields of an entity whose rows are work.
func (Work) Fields() []ent.Field {
	return []ent.Field{
		field.Time("due_at").Comment("when a worker may take it, or take it again"),
		field.Int32("tries").Default(0),
	}
}

// Indexes of an entity whose rows are work.
func (w Work) Indexes() []ent.Index {
	switch {
	case w.State != "":
		return []ent.Index{index.Fields(w.State, "due_at")}
	case w.Waiting != "":
		return []ent.Index{index.Fields("due_at").Annotations(entsql.IndexWhere(w.Waiting))}
	}
	return []ent.Index{index.Fields("due_at")}
}
