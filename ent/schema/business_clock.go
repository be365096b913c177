package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// BusinessClock is how far the business time of a sandbox is ahead of real time. It
// has one row at most, of the id zero; without one they are the same.
type BusinessClock struct{ ent.Schema }

// Mixin of the business clock.
func (BusinessClock) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, PlatformOwned{}} }

// Fields of the business clock.
func (BusinessClock) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("offset_micros").Comment("microseconds; it only grows"),
	}
}
