package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// Deployment is a branch of an app's repository that a push moved, or that a review app
// was made of.
type Deployment struct{ ent.Schema }

// Mixin of a deployment. It is never changed, and goes with its app.
func (Deployment) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Dated{}, AppOwned{Create: RoleLimited}}
}

// Fields of a deployment. Pusher and key are kept as they were when it was
// pushed, until the pusher's account is deleted.
func (Deployment) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("push_id", uuid.UUID{}).Immutable().Comment("the push it came with; a push is recorded once"),
		field.String("commit").Immutable(),
		field.String("subject").Immutable(),
		field.String("ref").Immutable(),
		field.UUID("pusher_id", uuid.UUID{}).Immutable(),
		field.String("pusher_name"),
		field.UUID("ssh_key_id", uuid.UUID{}).Immutable().Comment("zero: no key, a review app was made"),
		field.String("key_fingerprint"),
	}
}

// Indexes of deployments.
func (Deployment) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("app_id", "id"),
		index.Fields("app_id", "ref", "id"), // the newest of a branch
		index.Fields("push_id", "ref").Unique(),
		index.Fields("pusher_id"),
	}
}
