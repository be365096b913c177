package attempt

import (
	"context"
	"time"

	"portico/ent"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// A window is how often a subject did something since a time, this once included.
type window struct {
	row   *ent.Attempt
	count int64
	since time.Time
}

// window counts once more, without saving it.
func (p Limiter) window(ctx context.Context, tx *ent.Tx, kind, subject string, per time.Duration) (window, error) {
	row, err := p.Attempts(ctx, tx, kind, subject)
	if err != nil {
		return window{}, err
	}
	if now := p.Now(); now.Sub(row.Since) >= per {
		return window{row, 1, now}, nil
	}
	return window{row, row.Count + 1, row.Since}, nil
}

func (p Limiter) save(ctx context.Context, tx *ent.Tx, w window) error {
	err := tx.Attempt.UpdateOneID(w.row.ID).SetCount(w.count).SetSince(w.since).SetLastAt(p.Now()).Exec(viewer.AsSystem(ctx))
	return problem.Wrap("count attempt", err)
}

// A subjectOf is who does something, and how often they have a limit.
type subjectOf struct {
	name  string
	times int64
}

// networksOf are the networks that a request counts for.
func networksOf(ctx context.Context) (all []subjectOf) {
	for _, n := range browser.Networks(ctx) {
		all = append(all, subjectOf{n.Name, int64(n.Times)})
	}
	return all
}

// Within tells whether a subject did something at most so often within a time,
// this once included. A refused one is not counted.
func (p Limiter) Within(ctx context.Context, tx *ent.Tx, kind, subject string, most int64, per time.Duration) (bool, error) {
	wait, err := p.within(ctx, tx, kind, []subjectOf{{subject, 1}}, most, per)
	return err == nil && wait == 0, err
}

// WithinNetworks tells the same of the networks that a request counts for. One that is
// refused by any of them is counted by none.
func (p Limiter) WithinNetworks(ctx context.Context, tx *ent.Tx, kind string, most int64, per time.Duration) (bool, error) {
	wait, err := p.within(ctx, tx, kind, networksOf(ctx), most, per)
	return err == nil && wait == 0, err
}

// within counts once more for all subjects, or for none: then it tells how long to wait.
func (p Limiter) within(ctx context.Context, tx *ent.Tx, kind string, subjects []subjectOf, most int64, per time.Duration) (wait time.Duration, err error) {
	var all []window
	for _, s := range subjects {
		w, err := p.window(ctx, tx, kind, s.name, per)
		if err != nil {
			return 0, err
		}
		if w.count > most*s.times {
			return w.since.Add(per).Sub(p.Now()), nil
		}
		all = append(all, w)
	}
	for _, w := range all {
		if err := p.save(ctx, tx, w); err != nil {
			return 0, err
		}
	}
	return 0, nil
}
