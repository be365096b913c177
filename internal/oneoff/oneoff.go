// Package oneoff starts and stops one-off containers: each runs one command and ends. It
// doesn't run them: the platform does, and reports when one has started and ended.
//
// The invariant: a one-off that has ended never runs again, and what was ordered and
// reported is metered in the same transaction.
package oneoff

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/app"
	"portico/ent/oneoff"
	"portico/ent/predicate"
	"portico/internal/catalog"
	"portico/internal/clock"
	"portico/internal/metering"
	"portico/internal/naming"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/state"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/usage"
	"portico/internal/viewer"
)

const (
	// maxOfApp and maxOfOwner are how many that have not ended an app has, and an account
	// over all of its apps.
	maxOfApp, maxOfOwner = 10, 50
)

// Statuses are what a one-off container can be.
var Statuses = state.Table[oneoff.Status]{
	Name: "One-off", Start: oneoff.StatusSTARTING,
	Rows: []state.Row[oneoff.Status]{
		// At once ended: it was stopped before it ran, or its end was reported first.
		{State: oneoff.StatusSTARTING, Next: []oneoff.Status{oneoff.StatusRUNNING, oneoff.StatusENDED}},
		{State: oneoff.StatusRUNNING, Next: []oneoff.Status{oneoff.StatusENDED}},
		{State: oneoff.StatusENDED},
	},
}

// OneOffs starts and stops one-off containers.
type OneOffs struct {
	DB      *store.DB
	Log     *timeline.Log
	Catalog *catalog.Store
	Meter   metering.Meter
	Starts  platform.Starts
	// Now is business time.
	Now func() time.Time
	// Simulated says that Portico plays the platform itself.
	Simulated bool
	// Wake tells the workers that something has become due.
	Wake func()
}

// Page reads a page of an app's one-offs, newest first.
func (s OneOffs) Page(ctx context.Context, appID uuid.UUID, args page.Args) (*page.Connection[*ent.OneOff], error) {
	q := s.DB.OneOff.Query().Where(oneoff.AppID(appID))
	return page.List(ctx, q, page.Newest[*ent.OneOff]("one-offs"), args)
}

// Run orders a one-off container that runs a command.
func (s OneOffs) Run(ctx context.Context, appID uuid.UUID, command, size string) (*ent.OneOff, error) {
	command, malformed := naming.Command("command", command)
	unsold, err := s.unsold(ctx, size)
	if err != nil {
		return nil, err
	}
	if err := problem.Collect(malformed, unsold); err != nil {
		return nil, err
	}
	return s.saved(ctx, func(tx *ent.Tx) (*ent.OneOff, error) { return s.run(ctx, tx, appID, command, size) })
}

func (s OneOffs) run(ctx context.Context, tx *ent.Tx, appID uuid.UUID, command, size string) (*ent.OneOff, error) {
	a, err := s.allowed(ctx, tx, appID)
	if err != nil {
		return nil, err
	}
	if err := within(ctx, tx, a); err != nil {
		return nil, err
	}
	if err := s.Starts.May(ctx, tx, a); err != nil {
		return nil, err
	}
	v, _ := viewer.From(ctx)
	now := clock.Stored(s.Now())
	create := tx.OneOff.Create().SetAppID(a.ID).SetCommand(command).SetPlan(size).SetStatus(Statuses.Start).
		SetStartedByID(v.AccountID).SetStartedByName(v.Username).SetCreatedAt(now)
	if s.Simulated {
		create.SetDueAt(now.Add(Started))
		store.After(tx, s.Wake)
	}
	o, err := create.Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("save one-off: %w", err)
	}
	if _, err := s.Meter.Order(ctx, tx, resource(a, o), metering.Order{Plan: size, Quantity: 1}); err != nil {
		return nil, err
	}
	return o, s.Log.Record(ctx, tx, &timeline.OneOffStartedEvent{OnApp: timeline.ForApp(a), OneOff: named(o)})
}

// unsold finds a size that is not in the catalog.
func (s OneOffs) unsold(ctx context.Context, size string) (*problem.Input, error) {
	plans, err := s.Catalog.Read(ctx)
	if err != nil || plans.Sells(size, catalog.Container, s.Now()) {
		return nil, err
	}
	return problem.In("size", problem.NoSuchPlan, "There is no container size %s. Choose one from the catalog.", naming.Line(size, 40)), nil
}

// allowed locks the viewer's account, the owner's, and the app, and checks that the
// viewer may run one-offs on it. The owner's is locked because one-offs are counted over
// all of their apps, and accounts come before apps, in the order of their IDs: otherwise
// two who run one-offs on each other's apps would wait for each other.
func (s OneOffs) allowed(ctx context.Context, tx *ent.Tx, id uuid.UUID) (*ent.App, error) {
	a, err := tx.App.Get(ctx, id)
	if err != nil && !ent.IsNotFound(err) {
		return nil, fmt.Errorf("load app: %w", err)
	}
	if a != nil {
		first, second := viewer.ID(ctx), a.OwnerID
		if slices.Compare(second[:], first[:]) < 0 {
			first, second = second, first
		}
		for _, one := range []uuid.UUID{first, second} {
			if err := s.DB.Lock(ctx, tx, account.Table, one); err != nil {
				return nil, err
			}
		}
	}
	now, err := platform.Allowed(ctx, s.DB, tx, id, platform.RunOneOff)
	if err == nil && (a == nil || now.OwnerID != a.OwnerID) { // the owner's account isn't locked
		return nil, problem.In("", problem.WrongState, "%s was changed just now. Try again.", now.Name)
	}
	return now, err
}

// within refuses one more than there may be. Those on other apps of the owner are
// counted as the platform: a collaborator doesn't see them.
func within(ctx context.Context, tx *ent.Tx, a *ent.App) error {
	system, running := viewer.AsSystem(ctx), oneoff.StatusIn(oneoff.StatusSTARTING, oneoff.StatusRUNNING)
	n, err := tx.OneOff.Query().Where(running, oneoff.AppID(a.ID)).Count(system)
	if err != nil {
		return fmt.Errorf("count one-offs: %w", err)
	}
	if n >= maxOfApp {
		return problem.In("", problem.LimitReached, "An app has at most %d one-offs at a time. Wait for one to end, or stop one.", maxOfApp)
	}
	n, err = tx.OneOff.Query().Where(running, of(a.OwnerID)).Count(system)
	if err != nil {
		return fmt.Errorf("count one-offs: %w", err)
	}
	if n >= maxOfOwner {
		return problem.In("", problem.LimitReached, "The apps of one account have at most %d one-offs at a time. Wait for one to end, or stop one.", maxOfOwner)
	}
	return nil
}

// Take refuses apps for another owner whose one-offs would then be more than there may
// be. The accounts and the apps are locked.
func (s OneOffs) Take(ctx context.Context, tx *ent.Tx, apps []uuid.UUID, owner uuid.UUID) error {
	running := oneoff.StatusIn(oneoff.StatusSTARTING, oneoff.StatusRUNNING)
	n := 0
	for _, some := range []predicate.OneOff{of(owner), oneoff.AppIDIn(apps...)} { // asked about both in one query, PostgreSQL reads everyone's
		more, err := tx.OneOff.Query().Where(running, some).Count(viewer.AsSystem(ctx))
		if err != nil {
			return fmt.Errorf("count one-offs: %w", err)
		}
		n += more
	}
	if n > maxOfOwner {
		return problem.In("", problem.LimitReached, "With this app, %d one-offs would run on the apps of your account, which has at most %d. Wait for some to end, or stop some.", n, maxOfOwner)
	}
	return nil
}

// of are the one-offs on all apps of an account, which are found first: otherwise each
// one-off on the platform would be asked for its owner.
func of(owner uuid.UUID) predicate.OneOff {
	return func(s *sql.Selector) {
		apps := sql.Dialect(s.Dialect()).Select(app.FieldID).From(sql.Table(app.Table)).Where(sql.EQ(app.FieldOwnerID, owner))
		s.Where(sql.In(s.C(oneoff.FieldAppID), apps))
	}
}

// Stop ends a one-off container at once: from now on it isn't paid for.
func (s OneOffs) Stop(ctx context.Context, id uuid.UUID) (*ent.OneOff, error) {
	return s.saved(ctx, func(tx *ent.Tx) (*ent.OneOff, error) { return s.stop(ctx, tx, id) })
}

func (s OneOffs) stop(ctx context.Context, tx *ent.Tx, id uuid.UUID) (*ent.OneOff, error) {
	seen, err := tx.OneOff.Get(ctx, id)
	if err != nil {
		return nil, found(err)
	}
	a, err := platform.Allowed(ctx, s.DB, tx, seen.AppID, platform.RunOneOff)
	if err != nil {
		return nil, err
	}
	o, err := tx.OneOff.Get(ctx, id) // now that the app is locked
	if err != nil {
		return nil, found(err)
	}
	if o.Status == oneoff.StatusENDED {
		return nil, problem.In("", problem.WrongState, "This one-off has ended.")
	}
	if _, err := s.Meter.Order(ctx, tx, resource(a, o), metering.Order{Plan: o.Plan, Reason: usage.Ended}); err != nil {
		return nil, err
	}
	return s.end(ctx, tx, o, ending{at: clock.Stored(s.Now()), on: timeline.ForApp(a), reason: timeline.OneOffEndedByUser})
}

// An ending is how a one-off has ended.
type ending struct {
	at     time.Time
	code   *int32
	on     timeline.OnApp
	reason timeline.OneOffEndReason
}

// end saves and records that a one-off has ended.
func (s OneOffs) end(ctx context.Context, tx *ent.Tx, o *ent.OneOff, e ending) (*ent.OneOff, error) {
	if err := Statuses.Check(o.Status, oneoff.StatusENDED); err != nil {
		return nil, err
	}
	o, err := tx.OneOff.UpdateOne(o).SetStatus(oneoff.StatusENDED).SetEndedAt(e.at).SetEndReason(string(e.reason)).SetNillableExitCode(e.code).ClearDueAt().Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("end one-off: %w", err)
	}
	return o, s.Log.Record(ctx, tx, &timeline.OneOffEndedEvent{OnApp: e.on, OneOff: named(o), ExitCode: e.code, Reason: e.reason})
}

// saved runs fn in a transaction and returns what it saved.
func (s OneOffs) saved(ctx context.Context, fn func(*ent.Tx) (*ent.OneOff, error)) (*ent.OneOff, error) {
	o, err := store.InTx(ctx, s.DB, fn)
	if err != nil {
		return nil, err
	}
	return o.Unwrap(), nil
}

func found(err error) error {
	if ent.IsNotFound(err) {
		return problem.Missing()
	}
	return fmt.Errorf("load one-off: %w", err)
}

func resource(a *ent.App, o *ent.OneOff) metering.Resource {
	return metering.Resource{ID: o.ID, App: a, Kind: usage.OneOff}
}

func named(o *ent.OneOff) timeline.NamedOneOff {
	return timeline.NamedOneOff{ID: o.GlobalID(), Command: o.Command, Plan: o.Plan}
}
