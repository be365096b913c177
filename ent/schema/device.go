package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Device is a browser that was used to sign in before. A sign-in from another one is
// reported by email; guesses from elsewhere don't slow it down.
type Device struct{ ent.Schema }

// Mixin of a device.
func (Device) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of a device.
func (Device) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("digest").Sensitive().Immutable().Comment("SHA-256 of the device cookie's 32 bytes"),
		field.Time("last_seen_at"),
	}
}

// Indexes of devices.
func (Device) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "digest").Unique()}
}
