package platform_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/ent/deployment"
	"portico/internal/platform"
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
	deleted := 0
	for _, s := range statements.All() {
		if strings.HasPrefix(s.SQL, "DELETE FROM") && strings.Contains(s.SQL, "deployments") {
			if deleted += len(s.Args); len(s.Args) > 500 {
				t.Errorf("%d at once", len(s.Args))
			}
		}
	}
	if deleted != 4000 {
		t.Errorf("%d deployments are deleted in parts", deleted)
	}
	if n := w.DB.Deployment.Query().Where(deployment.AppID(shop.ID)).CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d deployments are left", n)
	}
	if got := w.Timeline(ada, viewer.ID(ada))[0]; got != "app_deleted" {
		t.Errorf("recorded is %v", got)
	}
}
