package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Account is a customer: who they are, how the dashboard speaks to them, and
// the password they sign in with.
type Account struct{ ent.Schema }

// Mixin of an account.
func (Account) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}} }

// Fields of an account.
func (Account) Fields() []ent.Field {
	return []ent.Field{
		field.String("username").Unique(),
		field.String("email").Comment("as it was typed, for mails and for display"),
		field.String("email_key").Unique().Comment("normalised: the address for looking up and for being unique"),
		field.Time("email_verified_at").Optional().Nillable(),
		field.String("password_hash").Optional().Sensitive().Comment("PHC string; empty: no password was ever set"),
		field.Bool("password_short").Default(false).Comment("fewer characters than are asked for without a second factor"),
		field.Int64("credential_version").Default(1).Comment("raised when a credential changes; older sessions are void"),
		field.String("full_name").Default(""),
		field.String("location").Default(""),
		field.String("company").Default(""),
		field.Bool("newsletter").Default(false),
		field.Enum("language").Values("EN", "FR").Default("EN"),
		field.Enum("theme").Values("LIGHT", "DARK", "SYSTEM").Default("SYSTEM"),
		field.String("time_zone").Default("UTC"),
		field.Time("suspended_at").Optional().Nillable(),
		field.Time("closing_at").Optional().Nillable().Comment("deletion was confirmed: when the personal data is removed; nobody gets in"),
		field.Time("closed_at").Optional().Nillable().Comment("the personal data was removed"),
	}
}

// Edges of an account.
func (Account) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("apps", App.Type).Ref("owner"),
		edge.From("collaborations", Collaborator.Type).Ref("account"),
	}
}

// Indexes of accounts: those that wait to be removed.
func (Account) Indexes() []ent.Index {
	return []ent.Index{index.Fields("closing_at").Annotations(entsql.IndexWhere("closing_at is not null and closed_at is null"))}
}
