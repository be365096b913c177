package schema

import "entgo.io/ent/schema/mixin"

// Platforms marks an entity as the platform's own: nobody else reads or writes
// it. Its rule stands in owned_rules.go.
type Platforms struct{ mixin.Schema }
