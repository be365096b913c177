package platform

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/ent/app"
	"portico/internal/state"
	"portico/internal/viewer"
)

// Statuses are what an app can be. It follows from its containers, as StatusOf has it.
var Statuses = state.Table[app.Status]{
	Name: "App", Start: app.StatusNEW,
	Rows: []state.Row[app.Status]{
		{State: app.StatusNEW, Next: []app.Status{app.StatusSTARTING}},
		{State: app.StatusSTARTING, Next: []app.Status{app.StatusRUNNING, app.StatusSTOPPED}},
		{State: app.StatusRUNNING, Next: []app.Status{app.StatusSTARTING, app.StatusSTOPPED}},
		// At once running: the platform reported it at the very instant of the order.
		{State: app.StatusSTOPPED, Next: []app.Status{app.StatusSTARTING, app.StatusRUNNING}},
	},
}

// StatusOf is the status of an app with these containers.
func StatusOf(containers []*ent.Container) app.Status {
	var amount, running int32
	for _, c := range containers {
		amount, running = amount+c.Amount, running+c.Running
	}
	switch {
	case len(containers) == 0:
		return app.StatusNEW
	case amount == 0:
		return app.StatusSTOPPED
	case running == 0:
		return app.StatusSTARTING
	}
	return app.StatusRUNNING
}

// SaveStatus keeps an app's status with it. Collaborators change it by what they order,
// so it is the platform that writes it.
func SaveStatus(ctx context.Context, tx *ent.Tx, a *ent.App, to app.Status) error {
	if a.Status == to {
		return nil
	}
	if err := Statuses.Check(a.Status, to); err != nil {
		return err
	}
	if err := tx.App.UpdateOneID(a.ID).SetStatus(to).Exec(viewer.AsSystem(ctx)); err != nil {
		return fmt.Errorf("save status: %w", err)
	}
	return nil
}
