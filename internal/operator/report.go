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
// reported before. The error names what is wrong with each fact.
func (s Operators) Report(ctx context.Context, facts []*Fact) (accepted int32, err error) {
	if err := s.check(facts); err != nil {
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
	plans, err := s.Catalog.Read(ctx)
	if err != nil {
		return err
	}
	ctx = viewer.AsOperator(ctx)
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if err := still(ctx, tx.OperatorToken); err != nil {
			return err
		}
		b := batch{facts: facts, wrong: make([]problem.Inputs, len(facts))}
		return b.run(
			func() error { return b.each(func(f *Fact) error { return problem.Collect(f.check(plans)...) }) },
			func() error { return s.lock(ctx, tx, &b) },
			func() error { return b.each(func(f *Fact) error { return s.one(ctx, tx, f) }) },
		)
	})
}

// A batch is the facts of a call, and what is wrong with each. A fact with which
// something is wrong is left out of what comes next, and the others aren't.
type batch struct {
	facts []*Fact
	wrong []problem.Inputs
}

// run does one step after the other, and returns all that is wrong.
func (b *batch) run(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return problem.Collect(slices.Concat(b.wrong...)...)
}

// each does something with every fact, and notes what the operator has to put right.
func (b *batch) each(fn func(*Fact) error) error {
	for i, f := range b.facts {
		if b.wrong[i] != nil {
			continue
		}
		err := fn(f)
		inputs, ok := problem.InputsOf(err)
		if err != nil && !ok {
			return fmt.Errorf("fact %d: %w", i, err)
		}
		for _, p := range inputs {
			b.wrong[i] = append(b.wrong[i], f.in(i, p))
		}
	}
	return nil
}

// lock locks the apps that facts are about, deleted ones too, in the order of their IDs.
func (s Operators) lock(ctx context.Context, tx *ent.Tx, b *batch) error {
	apps := map[uuid.UUID]bool{}
	err := b.each(func(f *Fact) error {
		id, err := s.appOf(ctx, tx, f, apps)
		if err == nil {
			apps[id] = true
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, id := range sorted(apps) {
		if err := s.DB.LockID(ctx, tx, app.Table, id); err != nil {
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
// it is removed, under the same ID; so do the containers of an app that was deleted.
func (s Operators) appOf(ctx context.Context, tx *ent.Tx, f *Fact, known map[uuid.UUID]bool) (uuid.UUID, error) {
	switch {
	case f.Containers != nil:
		id := f.Containers.AppID.As(gid.App)
		if known[id] {
			return id, nil
		}
		return id, isApp(ctx, tx, id, f.Containers.AppID)
	case f.Addon != nil:
		missing := problem.In("addonId", problem.NoSuchID, "No add-on has the ID %s. Check that it is complete: the IDs of add-ons begin with add_.", f.Addon.AddonID.String())
		return appOfResource(ctx, tx, f.Addon.AddonID.As(gid.Addon), missing, resource.KindADDON, resource.KindDATABASE)
	default:
		missing := problem.In("oneOffId", problem.NoSuchID, "No one-off container has the ID %s. Check that it is complete: the IDs of one-off containers begin with one_.", f.OneOff.OneOffID.String())
		return appOfResource(ctx, tx, f.OneOff.OneOffID.As(gid.OneOff), missing, resource.KindONE_OFF)
	}
}

// isApp refuses an ID that no app has or had, as far as something ran of it.
func isApp(ctx context.Context, tx *ent.Tx, id uuid.UUID, given gid.ID) error {
	there, err := tx.App.Query().Where(app.ID(id)).Exist(ctx)
	if err == nil && !there {
		there, err = tx.Resource.Query().Where(resource.AppID(id)).Exist(ctx)
	}
	if err != nil {
		return fmt.Errorf("find app: %w", err)
	}
	if !there {
		return problem.In("appId", problem.NoSuchID, "No app has the ID %s. Check that it is complete: the IDs of apps begin with app_.", given.String())
	}
	return nil
}

func appOfResource(ctx context.Context, tx *ent.Tx, id uuid.UUID, missing *problem.Input, kinds ...resource.Kind) (uuid.UUID, error) {
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
