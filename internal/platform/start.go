package platform

import (
	"context"

	"portico/ent"
	"portico/ent/billingprofile"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// A Gate is what an account needs before anything that costs money starts.
type Gate string

// The gates.
const (
	GateNone    Gate = "none"    // nothing
	GateProfile Gate = "profile" // a billing profile
	GateMethod  Gate = "method"  // a billing profile and a way to pay
)

// Gates are all gates.
var Gates = []Gate{GateNone, GateProfile, GateMethod}

// Starts decides on what starts.
type Starts struct {
	Gate Gate
	Pace Pace
}

// May refuses what would cost money where it can't start, and counts what can: each start
// is recorded forever. The app is locked and complete.
func (s Starts) May(ctx context.Context, tx *ent.Tx, a *ent.App) error {
	if err := s.Gate.MayStart(ctx, tx, a); err != nil {
		return err
	}
	return s.Pace.Change(ctx, tx, a.OwnerID)
}

// MayStart refuses what would cost money, where the app is on hold or its owner can't
// pay. The app is locked and complete.
func (g Gate) MayStart(ctx context.Context, tx *ent.Tx, a *ent.App) error {
	v, _ := viewer.From(ctx)
	owner := a.Edges.Owner
	switch {
	case v.Suspended || owner.SuspendedAt != nil:
		return problem.In("", problem.AccountSuspended, "%s is on hold, so nothing can be started.", a.Name)
	case owner.ClosingAt != nil:
		return problem.In("", problem.AccountClosing, "The account that owns %s is being deleted, so nothing can be started.", a.Name)
	}
	has, err := g.passed(ctx, tx, owner)
	if err != nil || has {
		return err
	}
	return g.missing(v, owner)
}

// passed tells whether the owner has what the gate asks for. No account has a payment
// method yet.
func (g Gate) passed(ctx context.Context, tx *ent.Tx, owner *ent.Account) (bool, error) {
	if g != GateProfile {
		return g == GateNone, nil
	}
	has, err := tx.BillingProfile.Query().Where(billingprofile.AccountID(owner.ID)).Exist(viewer.AsSystem(ctx))
	return has, problem.Wrap("look for billing profile", err)
}

// missing says what the owner has to add.
func (g Gate) missing(v viewer.Viewer, owner *ent.Account) error {
	if v.AccountID != owner.ID {
		return problem.In("", problem.BillingRequired, "The owner of the app has to set up billing before anything that costs money can be started.")
	}
	if g == GateProfile {
		return problem.In("", problem.BillingRequired, "Add your billing details before you start anything that costs money.")
	}
	return problem.In("", problem.BillingRequired, "Add a payment method before you start anything that costs money.")
}
