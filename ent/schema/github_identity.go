package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// GithubIdentity is the GitHub account that signs in to this one. It is identified by
// its numeric ID only; the login is for display.
type GithubIdentity struct{ ent.Schema }

// Mixin of a GitHub identity.
func (GithubIdentity) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, Owned{}} }

// Fields of a GitHub identity.
func (GithubIdentity) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("github_id").Unique().Immutable(),
		field.String("login"),
	}
}

// Indexes of GitHub identities.
func (GithubIdentity) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id").Unique()}
}
