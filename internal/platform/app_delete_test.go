package platform_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/deployment"
	"portico/ent/oneoff"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R88: an app may have any number of deployments. They go some at a time, each in a
// transaction of its own: others want to write meanwhile.
func TestR88_AnAppsDeploymentsAreDeletedInParts(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	shop, other := w.App(ada, "shop"), w.App(ada, "other")
	w.Deploy(ada, other, "stays")
	for range 4 {
		push := platform.Received{ID: uuid.Must(uuid.NewV7()), AppID: shop.ID, KeyID: uuid.New(), KeyFingerprint: "SHA256:test", At: w.Clock.Now()}
		for i := range 1000 {
			push.Branches = append(push.Branches, platform.Branch{Ref: fmt.Sprint("refs/heads/", i), Commit: "0123456789abcdef0123456789abcdef01234567", Subject: "x"})
		}
		testkit.Must(t, 0, w.Deployments.Record(ada, push))
	}
	if err := w.Apps.Delete(ada, shop.ID, "shap"); testkit.InputErrors(err) != "confirmName NAME_MISMATCH" {
		t.Errorf("misspelled: %v", err)
	}
	if n := w.DB.Deployment.Query().CountX(ada); n != 4001 {
		t.Errorf("%d deployments are left", n)
	}
	ctx, statements := testkit.Counting(ada)
	testkit.Must(t, 0, w.Apps.Delete(ctx, shop.ID, "shop"))
	if n := inParts(t, statements, "deployments"); n != 4000 {
		t.Errorf("%d deployments are deleted in parts", n)
	}
	if n := w.DB.Deployment.Query().Where(deployment.AppID(shop.ID)).CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d deployments are left", n)
	}
	if got := w.Timeline(ada, viewer.ID(ada))[0]; got != "app_deleted" {
		t.Errorf("recorded is %v", got)
	}
}

// R88: nor do one-offs that have ended go all at once, of which there may be any number,
// too. What runs is paid for until its app is deleted.
func TestR88_AnAppsOneOffsAreDeletedInParts(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	shop, other := w.App(ada, "shop"), w.App(ada, "other")
	system, now := viewer.AsSystem(t.Context()), w.Clock.Now()
	testkit.Must(t, 0, store.Do(system, w.DB, func(tx *ent.Tx) error {
		return tx.OneOff.MapCreateBulk(make([]int, 1201), func(c *ent.OneOffCreate, i int) {
			c.SetAppID(shop.ID).SetCommand("rake").SetPlan("S").SetStatus(oneoff.StatusENDED).SetStartedByID(viewer.ID(ada)).SetStartedByName("ada").SetCreatedAt(now)
			if i == 0 {
				c.SetAppID(other.ID)
			}
		}).Exec(system)
	}))
	o, err := w.OneOffs.Run(ada, shop.ID, "sleep 600", "S")
	testkit.Must(t, o, err)
	ctx, statements := testkit.Counting(ada)
	testkit.Must(t, 0, w.Apps.Delete(ctx, shop.ID, "shop"))
	if n := inParts(t, statements, "one_offs"); n != 1200 {
		t.Errorf("%d one-offs that have ended are deleted in parts", n)
	}
	if n := w.DB.OneOff.Query().CountX(system); n != 1 {
		t.Errorf("%d one-offs are left, of the other app and this one", n)
	}
	if r := w.DB.Resource.GetX(system, o.ID); r.Quantity != 0 {
		t.Errorf("%d are paid for", r.Quantity)
	}
}

// inParts is how many rows of a table were deleted by ID, 500 at most at once.
func inParts(t *testing.T, statements *testkit.Statements, table string) (deleted int) {
	t.Helper()
	for _, s := range statements.All() {
		if strings.HasPrefix(s.SQL, "DELETE FROM") && strings.Contains(s.SQL, table) {
			if deleted += len(s.Args); len(s.Args) > 500 {
				t.Errorf("%d %s at once", len(s.Args), table)
			}
		}
	}
	return deleted
}
