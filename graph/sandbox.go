package graph

import (
	"context"
	"time"

	"portico/graph/model"
	"portico/internal/sandbox"
)

func destination(in model.SandboxAdvanceClockInput) sandbox.Destination {
	d := sandbox.Destination{To: in.To, Seconds: in.Seconds}
	if in.Until != nil {
		d.Until = sandbox.Moment(*in.Until)
	}
	return d
}

// sandbox is what the clock of the sandbox shows.
func (r *Resolver) sandbox(ctx context.Context) (*model.Sandbox, error) {
	s, err := r.Sandbox.State(ctx)
	if err != nil {
		return nil, err
	}
	shown := &model.Sandbox{Now: s.Now, OffsetSeconds: int32(s.Offset / time.Second)}
	if !s.NextDue.IsZero() {
		shown.NextDueAt = &s.NextDue
	}
	return shown, nil
}
