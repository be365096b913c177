package container

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/container"
	"portico/internal/problem"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// SimulateJob reports in the simulated platform's name that what was ordered runs.
func (s Containers) SimulateJob() worker.Job {
	return worker.Due{
		Name: "start containers", DB: s.DB, Now: s.Now, Business: true,
		Table: container.Table, Column: container.FieldDueAt, OwnerTable: app.Table, OwnerColumn: container.FieldAppID,
		Do: func(ctx context.Context, r *worker.Row) error {
			return r.InTx(ctx, func(tx *ent.Tx) error { return s.simulate(viewer.AsSystem(ctx), tx, r) })
		},
	}.Job()
}

func (s Containers) simulate(ctx context.Context, tx *ent.Tx, r *worker.Row) error {
	c, err := tx.Container.Get(ctx, r.ID)
	if err != nil {
		return fmt.Errorf("load containers: %w", err)
	}
	at := s.Meter.Reportable(*c.DueAt)
	if err := tx.Container.UpdateOne(c).ClearDueAt().Exec(ctx); err != nil {
		return fmt.Errorf("save due time: %w", err)
	}
	key := fmt.Sprintf("simulated:%s:%d", c.ID, at.UnixMicro())
	return problem.Wrap("report containers", s.Report(ctx, tx, Fact{App: c.AppID, Type: c.Type, Size: c.Plan, Running: c.Amount, At: at, Key: key}))
}
