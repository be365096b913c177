package addon

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/ent/addon"
	"portico/ent/app"
	"portico/internal/problem"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// SimulateJob reports in the simulated platform's name that what was ordered runs.
func (s Addons) SimulateJob() worker.Job {
	return worker.Due{
		Name: "start add-ons", DB: s.DB, Now: s.Now, Business: true,
		Table: addon.Table, Column: addon.FieldDueAt, OwnerTable: app.Table, OwnerColumn: addon.FieldAppID,
		Do: func(ctx context.Context, r *worker.Row) error {
			return r.InTx(ctx, func(tx *ent.Tx) error { return s.simulate(viewer.AsSystem(ctx), tx, r) })
		},
	}.Job()
}

func (s Addons) simulate(ctx context.Context, tx *ent.Tx, r *worker.Row) error {
	row, err := tx.Addon.Get(ctx, r.ID)
	if err != nil {
		return fmt.Errorf("load add-on: %w", err)
	}
	fact := Fact{Addon: row.ID, State: StateReady, At: s.Meter.Reportable(*row.DueAt), Key: fmt.Sprintf("simulated:%s:%d", row.ID, row.DueAt.UnixMicro())}
	if row.Status == addon.StatusRESUMING {
		fact.State = StateResumed
	}
	if err := tx.Addon.UpdateOne(row).ClearDueAt().Exec(ctx); err != nil {
		return fmt.Errorf("save due time: %w", err)
	}
	return problem.Wrap("report add-on", s.Report(ctx, tx, fact))
}
