package schema_test

import (
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R29: a token that is confined to apps sees and changes nothing on another of its
// account's apps; nor does a member invite to an app that is not theirs.
func TestR29_AConfinedTokenStaysOnItsApps(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, bob, eve := w.Account("ada"), w.Account("bob"), w.Account("eve")
	in, out := w.App(ada, "in-reach"), w.App(ada, "out-of-reach")
	for _, a := range []*ent.App{in, out} {
		w.Member(ada, a, "bob", bob, collaborator.RoleCOLLABORATOR)
	}
	confined := viewer.With(t.Context(), viewer.Viewer{AccountID: viewer.ID(ada), TokenID: uuid.New(), Apps: []uuid.UUID{in.ID}})
	bobs := viewer.With(t.Context(), viewer.Viewer{AccountID: viewer.ID(bob), TokenID: uuid.New(), Apps: []uuid.UUID{in.ID}})
	if rows := w.DB.Collaborator.Query().AllX(bobs); len(rows) != 1 || rows[0].AppID != in.ID {
		t.Errorf("bob's token sees that he collaborates on %v", rows)
	}
	for _, c := range []struct {
		app  *ent.App
		want int
	}{{out, 0}, {in, 1}} {
		err := store.Do(confined, w.DB, func(tx *ent.Tx) error {
			if n := tx.Collaborator.Query().Where(collaborator.AppID(c.app.ID)).CountX(confined); n != c.want {
				t.Errorf("%s: %d collaborators are seen", c.app.Name, n)
			}
			if n := tx.Collaborator.Delete().Where(collaborator.AppID(c.app.ID)).ExecX(confined); n != c.want {
				t.Errorf("%s: %d collaborators are removed", c.app.Name, n)
			}
			if n := tx.App.Update().Where(app.ID(c.app.ID)).SetName(c.app.Name + "-2").SaveX(confined); n != c.want {
				t.Errorf("%s: %d apps are renamed", c.app.Name, n)
			}
			return nil
		})
		testkit.Must(t, 0, err)
	}
	err := store.Do(bob, w.DB, func(tx *ent.Tx) error {
		return tx.Collaborator.Create().SetAppID(out.ID).SetAccountID(viewer.ID(eve)).SetRole(collaborator.RoleLIMITED).SetCreatedAt(w.Clock.Now()).Exec(bob)
	})
	if err == nil {
		t.Error("a member invites somebody")
	}
}
