package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// LedgerBalance is the sum of a customer's entries on one ledger account, kept with each
// posting. The house has none: it would be a row that every posting locks.
type LedgerBalance struct{ ent.Schema }

// Fields of a balance.
func (LedgerBalance) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id"),
		field.UUID("account_id", uuid.UUID{}).Immutable(),
		field.Enum("ledger_account").Values("RECEIVABLE", "PREPAID", "REFERRAL").Immutable(),
		field.Enum("currency").Values("EUR").Default("EUR").Immutable(),
		field.Int64("amount").Comment("cents; above zero: owed by the customer, below: to the customer"),
	}
}

// Edges of a balance.
func (LedgerBalance) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Restrict)),
	}
}

// Indexes of balances.
func (LedgerBalance) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "ledger_account").Unique()}
}

// Annotations of balances: what the database checks itself.
func (LedgerBalance) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{"ledger_balance_currency": "currency = 'EUR'"})}
}
