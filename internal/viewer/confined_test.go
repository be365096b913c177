package viewer_test

import (
	"testing"

	"github.com/google/uuid"

	"portico/internal/viewer"
)

// R52: a confined token that has an account-wide scope, from before it was
// refused, can't use it.
func TestR52ConfinedViewerUsesNoAccountWideScope(t *testing.T) {
	t.Parallel()
	all := []string{"APPS_READ", "KEYS_WRITE", "TOKENS_READ", "PROFILE_WRITE"}
	session := viewer.Viewer{AccountID: uuid.New()}
	token := viewer.Viewer{AccountID: uuid.New(), TokenID: uuid.New(), Scopes: all}
	confined := token
	confined.Apps = []uuid.UUID{uuid.New()}
	for _, scope := range all {
		if !session.MayUse(scope) || !token.MayUse(scope) {
			t.Errorf("%s: session %v, token %v", scope, session.MayUse(scope), token.MayUse(scope))
		}
		if confined.MayUse(scope) != viewer.Confinable(scope) {
			t.Errorf("%s: confined %v", scope, confined.MayUse(scope))
		}
	}
	if !viewer.Confinable("APPS_READ") || viewer.Confinable("KEYS_WRITE") || token.MayUse("APPS_WRITE") {
		t.Error("scopes are mixed up")
	}
}
