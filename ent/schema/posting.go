package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
)

// Posting is one transaction of the ledger; its entries sum to zero. It is written once
// and never changed: triggers of the migrations refuse it.
type Posting struct{ ent.Schema }

// Mixin of a posting.
func (Posting) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}} }

// Fields of a posting.
func (Posting) Fields() []ent.Field {
	return []ent.Field{
		field.String("key").Unique().Immutable().Comment("the command that it was posted for, as in issue:…; the same key is posted once"),
		field.Enum("kind").Values("ISSUE", "PAYMENT", "REVERSAL", "DISPUTE_WON", "TOP_UP", "OVERPAYMENT", "CREDIT_NOTE", "REFUND",
			"WRITE_OFF", "FORFEIT", "REWARD").Immutable(),
		field.Enum("currency").Values("EUR").Default("EUR").Immutable(),
		field.Time("occurred_at").Immutable().Comment("in business time"),
	}
}

// Edges of a posting.
func (Posting) Edges() []ent.Edge {
	return []ent.Edge{edge.From("entries", LedgerEntry.Type).Ref("posting")}
}

// Annotations of postings: what the database checks itself.
func (Posting) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"posting_currency": "currency = 'EUR'",
		"posting_key":      "key <> ''",
	})}
}
