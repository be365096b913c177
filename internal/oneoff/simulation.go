package oneoff

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"time"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/oneoff"
	"portico/internal/problem"
	"portico/internal/viewer"
	"portico/internal/worker"
)

const (
	// Started is how long the simulated platform takes to start a one-off.
	Started = 2 * time.Second
	// runs is how long it runs a command that it doesn't know.
	runs = time.Minute
	// longest is how many seconds it sleeps at most.
	longest = 31 * 24 * 60 * 60
	// instant is the shortest time that can be stored: even what ends at once has run.
	instant = time.Microsecond
)

var played = regexp.MustCompile(`^(sleep|exit) ([0-9]{1,7})$`)

// play is how long the simulated platform runs a command, and its exit code. It knows
// sleep, exit, and nothing else.
func play(command string) (time.Duration, int32) {
	known := played.FindStringSubmatch(command)
	if known == nil {
		return runs, 0
	}
	n, _ := strconv.ParseInt(known[2], 10, 32) // the digits fit
	switch {
	case known[1] == "sleep" && n <= longest:
		return max(time.Duration(n)*time.Second, instant), 0
	case known[1] == "exit" && n <= maxExitCode:
		return instant, int32(n)
	}
	return runs, 0
}

// SimulateJob reports in the simulated platform's name that one-offs have started and
// ended.
func (s OneOffs) SimulateJob() worker.Job {
	return worker.Due{
		Name: "run one-offs", DB: s.DB, Now: s.Now, Business: true,
		Table: oneoff.Table, Column: oneoff.FieldDueAt, OwnerTable: app.Table, OwnerColumn: oneoff.FieldAppID,
		Do: func(ctx context.Context, r *worker.Row) error {
			return r.InTx(ctx, func(tx *ent.Tx) error { return s.simulate(viewer.AsSystem(ctx), tx, r) })
		},
	}.Job()
}

func (s OneOffs) simulate(ctx context.Context, tx *ent.Tx, r *worker.Row) error {
	o, err := tx.OneOff.Get(ctx, r.ID)
	if err != nil {
		return fmt.Errorf("load one-off: %w", err)
	}
	due := s.Meter.Reportable(*o.DueAt)
	takes, code := play(o.Command)
	if o.Status == oneoff.StatusSTARTING {
		if err := s.Report(ctx, tx, simulated(o, FactStarted, nil, due)); err != nil {
			return fmt.Errorf("report start of one-off: %w", err)
		}
		if due = due.Add(takes); takes > instant {
			return problem.Wrap("save due time", tx.OneOff.UpdateOne(o).SetDueAt(due).Exec(ctx))
		}
	}
	return problem.Wrap("report end of one-off", s.Report(ctx, tx, simulated(o, FactEnded, &code, due)))
}

func simulated(o *ent.OneOff, state FactState, code *int32, at time.Time) Fact {
	return Fact{OneOff: o.ID, State: state, ExitCode: code, At: at, Key: fmt.Sprintf("simulated:%s:%d", o.ID, at.UnixMicro())}
}
