package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// DataExport is a job that packs what an account has into a zip.
type DataExport struct{ ent.Schema }

// Mixin of a data export.
func (DataExport) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, Owned{}, Work{State: "state"}}
}

// Fields of a data export.
func (DataExport) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("state").Values("PENDING", "RUNNING", "READY", "FAILED").Default("PENDING"),
		field.Int32("progress").Default(0).Comment("percent"),
		field.Int64("size").Default(0).Comment("bytes"),
		field.Time("ready_at").Optional().Nillable(),
		field.Time("expires_at").Optional().Nillable(),
	}
}

// Indexes of data exports.
func (DataExport) Indexes() []ent.Index { return []ent.Index{index.Fields("account_id", "id")} }
