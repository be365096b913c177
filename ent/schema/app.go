package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// App is what is deployed by a git push. Its repository lies in the data
// folder under the app's id.
type App struct{ ent.Schema }

// Mixin of an app.
func (App) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}} }

// Fields of an app.
func (App) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Unique(),
		field.UUID("owner_id", uuid.UUID{}),
		field.UUID("last_deployment_id", uuid.UUID{}).Optional().Nillable().
			Comment("the newest deployment, so that a list of apps needs no search for it"),
		field.Enum("status").Values("NEW", "STARTING", "RUNNING", "STOPPED").Default("NEW").
			Comment("follows from its containers, and is kept for lists of apps"),
		field.UUID("parent_id", uuid.UUID{}).Optional().Nillable().Immutable().Comment("of a review app: the app it reviews"),
		field.String("branch").Optional().Nillable().Immutable().Comment("of a review app: the branch it is made of"),
	}
}

// Edges of an app.
func (App) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("owner", Account.Type).Field("owner_id").Unique().Required().
			Annotations(entsql.OnDelete(entsql.Restrict)),
		edge.To("review_apps", App.Type).Annotations(entsql.OnDelete(entsql.Restrict)).
			From("parent").Field("parent_id").Unique().Immutable(),
		edge.From("collaborators", Collaborator.Type).Ref("app"),
		edge.From("containers", Container.Type).Ref("app"),
		edge.From("transfers", AppTransfer.Type).Ref("app"),
		edge.From("deployments", Deployment.Type).Ref("app"),
		edge.To("last_deployment", Deployment.Type).Field("last_deployment_id").Unique().
			Annotations(entsql.OnDelete(entsql.SetNull)),
	}
}

// Indexes of apps. Each deployment that is deleted is looked for among the newest ones.
func (App) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("owner_id", "name"),
		index.Fields("last_deployment_id"),
		index.Fields("parent_id", "branch").Unique(),
	}
}
