package operator

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/resource"
	"portico/internal/addon"
	"portico/internal/container"
	"portico/internal/gid"
	"portico/internal/oneoff"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Report notes facts, all or none, and returns how many there are, also those that were
// reported before.
func (s Operators) Report(ctx context.Context, facts []*Fact) (accepted int32, err error) {
	if err := s.check(ctx, facts); err != nil {
		return 0, err
	}
	err = s.report(ctx, facts)
	if ent.IsConstraintError(err) { // another call has used a key meanwhile, and now it shows for what
		err = s.report(ctx, facts)
	}
	if err != nil {
		return 0, err
	}
	return int32(len(facts)), nil
}

func (s Operators) report(ctx context.Context, facts []*Fact) error {
	ctx = viewer.AsOperator(ctx)
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := still(ctx, tx); err != nil {
			return err
		}
		if err := s.lock(ctx, tx, facts); err != nil {
			return err
		}
		return s.each(facts, func(f *Fact) error { return s.one(ctx, tx, f) })
	})
}

// each does something with every fact, and collects what the operator has to put right.
func (s Operators) each(facts []*Fact, fn func(*Fact) error) error {
	var wrong problem.Inputs
	for i, f := range facts {
		err := fn(f)
		if err == nil {
			continue
		}
		inputs, ok := problem.InputsOf(f.placed(i, err))
		if !ok {
			return f.placed(i, err)
		}
		wrong = append(wrong, inputs...)
	}
	return problem.Collect(wrong...)
}

// lock locks the apps that facts are about, in the order of their IDs.
func (s Operators) lock(ctx context.Context, tx *ent.Tx, facts []*Fact) error {
	apps := map[uuid.UUID]bool{}
	err := s.each(facts, func(f *Fact) error {
		id, err := s.appOf(ctx, tx, f)
		apps[id] = true
		return err
	})
	if err != nil {
		return err
	}
	for _, id := range sorted(apps) {
		if err := s.DB.Lock(ctx, tx, app.Table, id); err != nil {
			return err
		}
	}
	return nil
}

func sorted(ids map[uuid.UUID]bool) []uuid.UUID {
	all := make([]uuid.UUID, 0, len(ids))
	for id := range ids {
		all = append(all, id)
	}
	slices.SortFunc(all, func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) })
	return all
}

// appOf is the app that a fact is about. An add-on or a one-off keeps its resource when
// it is removed, under the same ID.
func (s Operators) appOf(ctx context.Context, tx *ent.Tx, f *Fact) (uuid.UUID, error) {
	var (
		id      uuid.UUID
		kinds   []resource.Kind
		missing *problem.Input
	)
	switch {
	case f.Containers != nil:
		return f.Containers.AppID.As(gid.App), nil
	case f.Addon != nil:
		id, kinds = f.Addon.AddonID.As(gid.Addon), []resource.Kind{resource.KindADDON, resource.KindDATABASE}
		missing = problem.In("addonId", problem.WrongState, "There is no add-on with this ID.")
	default:
		id, kinds = f.OneOff.OneOffID.As(gid.OneOff), []resource.Kind{resource.KindONE_OFF}
		missing = problem.In("oneOffId", problem.WrongState, "There is no one-off container with this ID.")
	}
	r, err := tx.Resource.Query().Where(resource.ID(id), resource.KindIn(kinds...)).Only(ctx)
	if ent.IsNotFound(err) {
		return uuid.Nil, missing
	} else if err != nil {
		return uuid.Nil, fmt.Errorf("find resource: %w", err)
	}
	return r.AppID, nil
}

// one reports one fact to the domain that knows what it means.
func (s Operators) one(ctx context.Context, tx *ent.Tx, f *Fact) error {
	switch c, a, o := f.Containers, f.Addon, f.OneOff; {
	case c != nil:
		return s.Containers.Report(ctx, tx, container.Fact{
			App: c.AppID.As(gid.App), Type: c.Type, Size: c.Size, Running: c.Running, At: f.At, Key: f.Key,
		})
	case a != nil:
		return s.Addons(ctx, tx, addon.Fact{Addon: a.AddonID.As(gid.Addon), State: a.State, At: f.At, Key: f.Key})
	default:
		return s.OneOffs(ctx, tx, oneoff.Fact{OneOff: o.OneOffID.As(gid.OneOff), State: o.State, ExitCode: o.ExitCode, At: f.At, Key: f.Key})
	}
}
