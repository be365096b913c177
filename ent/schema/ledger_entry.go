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

// LedgerEntry is one side of a posting: an amount on one ledger account, a customer's or
// the house's. It is written once and never changed: triggers of the migrations refuse
// it. Its ID is small because these are the most numerous rows of all.
type LedgerEntry struct{ ent.Schema }

// Fields of an entry. What a customer has is a debt of the house, so it is a credit,
// below zero.
func (LedgerEntry) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id"),
		field.UUID("posting_id", uuid.UUID{}).Immutable(),
		field.Enum("ledger_account").Values("RECEIVABLE", "PREPAID", "REFERRAL", "CARD", "PAYPAL", "SEPA", "REVENUE", "VAT",
			"BAD_DEBT", "PROMOTION", "REFUNDS").Immutable(),
		field.UUID("account_id", uuid.UUID{}).Optional().Nillable().Immutable().Comment("the customer; null: the house"),
		field.Int64("amount").Immutable().Comment("cents; above zero: debit, below: credit"),
		field.Int64("balance").Optional().Nillable().Immutable().Comment("of the customer's ledger account after this entry; null: the house"),
	}
}

// Edges of an entry. Neither its posting nor its customer can be deleted: the row of a
// deleted account stays, under a pseudonym.
func (LedgerEntry) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("posting", Posting.Type).Field("posting_id").Unique().Required().Immutable().
			Annotations(entsql.OnDelete(entsql.Restrict)),
		edge.To("account", Account.Type).Field("account_id").Unique().Immutable().
			Annotations(entsql.OnDelete(entsql.Restrict)),
	}
}

// Indexes of entries. The second one is also how the house is summed up: nobody keeps
// its balances.
func (LedgerEntry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("posting_id", "ledger_account").Unique(),
		index.Fields("account_id", "ledger_account", "id"),
	}
}

// Annotations of entries: what the database checks itself. A check that begins with a
// parenthesis and ends with another is written without its own in migrations of SQLite.
func (LedgerEntry) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"ledger_entry_amount":  "amount <> 0",
		"ledger_entry_holder":  "account_id is null and ledger_account not in ('RECEIVABLE', 'PREPAID', 'REFERRAL') or account_id is not null and ledger_account in ('RECEIVABLE', 'PREPAID', 'REFERRAL')",
		"ledger_entry_balance": "account_id is null and balance is null or account_id is not null and balance is not null",
		"ledger_entry_credit":  "balance is null or balance <= 0 or ledger_account = 'RECEIVABLE'",
	})}
}
