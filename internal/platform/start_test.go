package platform_test

import (
	"context"
	"testing"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/testkit"
)

// M13: what an account needs before anything that costs money starts, whoever starts it.
func TestTheGate(t *testing.T) {
	t.Parallel()
	w, ada, bob := testkit.WithAccounts(t, "ada", "bob")
	a := w.App(ada, "shop")
	w.Member(ada, a, "bob", bob, collaborator.RoleCOLLABORATOR)
	expect := func(what string, gate platform.Gate, want string) {
		t.Helper()
		for who, ctx := range map[string]context.Context{"the owner": ada, "a collaborator": bob} {
			err := store.Do(ctx, w.DB, func(tx *ent.Tx) error {
				return gate.MayStart(ctx, tx, tx.App.Query().Where(app.ID(a.ID)).WithOwner().OnlyX(ctx))
			})
			if got := testkit.InputErrors(err); got != want {
				t.Errorf("%s, gate %s, %s: %s, want %s", what, gate, who, got, want)
			}
		}
	}
	const may, refused = "<nil>", " BILLING_REQUIRED"
	expect("nothing filled in", platform.GateNone, may)
	expect("nothing filled in", platform.GateProfile, refused)
	expect("nothing filled in", platform.GateMethod, refused)
	testkit.Must(t, 0, w.BillingProfiles.Update(bob, testkit.Billing()))
	expect("the collaborator's is filled in", platform.GateProfile, refused)
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, testkit.Billing()))
	expect("the owner's is filled in", platform.GateNone, may)
	expect("the owner's is filled in", platform.GateProfile, may)
	expect("the owner's is filled in", platform.GateMethod, refused) // nobody can have a payment method yet
}
