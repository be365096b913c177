package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// OAuthState is an OAuth flow with GitHub that was started. It belongs to one browser
// and one purpose, and works once.
type OAuthState struct{ ent.Schema }

// Mixin of an OAuth state.
func (OAuthState) Mixin() []ent.Mixin { return []ent.Mixin{Identified{}, Dated{}, PlatformOwned{}} }

// Fields of an OAuth state.
func (OAuthState) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("digest").Unique().Sensitive().Immutable().Comment("SHA-256 of the state"),
		field.Bytes("browser").Sensitive().Immutable().Comment("SHA-256 of the cookie that binds it to a browser"),
		field.Bytes("verifier").Sensitive().Comment("PKCE, sealed; anew when keys are rotated"),
		field.Enum("purpose").Values("SIGN_IN", "LINK", "SUDO").Immutable(),
		field.UUID("session_id", uuid.UUID{}).Optional().Nillable().Immutable().Comment("which asked, to link or for sudo mode"),
		field.String("page").Immutable().Comment("the name of the page to come back to"),
		field.String("time_zone").Optional().Immutable().Comment("the browser's, for an account that is made"),
		field.Time("expires_at").Immutable(),
	}
}

// Indexes of OAuth states.
func (OAuthState) Indexes() []ent.Index {
	return []ent.Index{index.Fields("expires_at")}
}
