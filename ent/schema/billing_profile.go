package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// BillingProfile is who an account's invoices are made out to, and what decides on their
// VAT.
type BillingProfile struct{ ent.Schema }

// Mixin of a billing profile.
func (BillingProfile) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of a billing profile.
func (BillingProfile) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").Values("PRIVATE", "BUSINESS"),
		field.String("legal_name"),
		field.String("address_line1"),
		field.String("address_line2").Default(""),
		field.String("postal_code").Default(""),
		field.String("city"),
		field.String("state").Default(""),
		field.String("country").Comment("ISO 3166-1 alpha-2"),
		field.String("vat_number").Default("").Comment("normalized, with its prefix; empty: none"),
		field.Enum("vat_status").Values("NONE", "UNCHECKED", "CONFIRMED", "REFUSED").Default("NONE"),
		field.Time("vat_answered_at").Optional().Nillable().Comment("when VIES last said whether it is valid"),
		field.Time("vat_due_at").Optional().Nillable().Comment("when VIES is asked; null: it is not"),
		field.Int32("vat_tries").Default(0).Comment("how often VIES was asked in vain since it last answered"),
		field.String("invoice_note").Default(""),
		field.Strings("recipients").Comment("of invoice emails, besides the account"),
		field.Time("recipients_at").Comment("when those were last changed, in real time"),
	}
}

// Indexes of billing profiles: an account has one.
func (BillingProfile) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id").Unique(), index.Fields("vat_due_at")}
}
