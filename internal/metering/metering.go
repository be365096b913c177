// Package metering keeps what customers ordered and what the platform reported, and
// makes from it the lifespans that are paid for. The rules are in internal/usage; here
// is what they are applied to.
//
// Orders and facts are added and never changed. After each of them, the lifespans of the
// resource are made again from its instant on, so the order in which facts arrive makes
// no difference. The caller has locked the app.
package metering

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/lifespan"
	"portico/ent/resource"
	"portico/ent/usagechange"
	"portico/internal/attempt"
	"portico/internal/catalog"
	"portico/internal/clock"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/usage"
	"portico/internal/viewer"
)

const (
	// oldest is how far back a fact can reach.
	oldest = 62 * 24 * time.Hour
	// ahead is how far the platform's clock can be ahead.
	ahead = 5 * time.Minute
	// ordersADay is how often a resource can be ordered to run within a day: a fact that
	// arrives late reads what was ordered since.
	ordersADay = 300
)

// A Meter counts what runs.
type Meter struct {
	DB      *store.DB
	Catalog *catalog.Store
	// Attempts counts orders, in real time.
	Attempts attempt.Limiter
	// Now is business time.
	Now func() time.Time
}

// A Resource is what an order is about: the containers of one type, an add-on, or a
// one-off container.
type Resource struct {
	ID   uuid.UUID
	App  *ent.App
	Kind usage.Kind
	// Name is the container type, or the add-on's name; one-offs have none.
	Name string
}

// An Order is what a customer wants from now on.
type Order struct {
	Plan string
	// Quantity is how many; 0: none.
	Quantity int32
	// Reason is why what ran before ends, if it does.
	Reason usage.EndReason
	// Less says that it costs less than what was ordered before, and is never refused.
	Less bool
	// From is when it takes effect; zero: now.
	From time.Time
}

// A Fact is what the platform reports: what runs from an instant on.
type Fact struct {
	Resource uuid.UUID
	// Key tells a repeated report from a new one.
	Key string
	At  time.Time
	// Plan is what runs; empty: what was ordered last at that instant.
	Plan string
	// Quantity is how many run.
	Quantity int32
	// Reason is why what ran before has ended, if it has.
	Reason usage.EndReason
}

// Order notes what the owner of the app ordered, and returns how many are paid for now:
// those that run, but never more than were ordered.
func (m Meter) Order(ctx context.Context, tx *ent.Tx, r Resource, o Order) (running int32, err error) {
	if err := m.within(ctx, tx, r.ID, o); err != nil {
		return 0, err
	}
	row, err := m.resource(ctx, tx, r, o)
	if err != nil {
		return 0, err
	}
	return m.order(ctx, tx, row, o)
}

// within refuses an order that comes too often. What is to end, or to cost less, always may.
func (m Meter) within(ctx context.Context, tx *ent.Tx, id uuid.UUID, o Order) error {
	if o.Quantity == 0 {
		return nil
	}
	ok, err := m.Attempts.Within(ctx, tx, "order", attempt.OfResource(id), ordersADay, 24*time.Hour)
	if err == nil && !ok && !o.Less {
		err = problem.In("", problem.LimitReached, "This was changed %d times within a day. Try again later.", ordersADay)
	}
	return err
}

// resource makes or changes the row of a resource to what was ordered.
func (m Meter) resource(ctx context.Context, tx *ent.Tx, r Resource, o Order) (*ent.Resource, error) {
	ctx = viewer.AsSystem(ctx)
	row, err := tx.Resource.Get(ctx, r.ID)
	switch {
	case ent.IsNotFound(err):
		row, err = tx.Resource.Create().SetID(r.ID).SetCreatedAt(m.now()).SetAppID(r.App.ID).SetAppName(r.App.Name).
			SetKind(resource.Kind(r.Kind)).SetName(r.Name).SetPayerID(r.App.OwnerID).SetPlan(o.Plan).SetQuantity(o.Quantity).Save(ctx)
	case err == nil:
		row, err = row.Update().SetAppName(r.App.Name).SetPayerID(r.App.OwnerID).SetPlan(o.Plan).SetQuantity(o.Quantity).Save(ctx)
	}
	return row, problem.Wrap("save resource", err)
}

func (m Meter) order(ctx context.Context, tx *ent.Tx, row *ent.Resource, o Order) (int32, error) {
	ctx = viewer.AsSystem(ctx)
	id, from := uuid.Must(uuid.NewV7()), m.now()
	if !o.From.IsZero() {
		from = clock.Stored(o.From)
	}
	err := tx.UsageChange.Create().SetID(id).SetKey("order:" + id.String()).SetCreatedAt(m.now()).SetResourceID(row.ID).
		SetSource(usagechange.SourceORDER).SetAt(from).SetPayerID(row.PayerID).SetAppName(row.AppName).SetPlan(row.Plan).SetQuantity(row.Quantity).
		SetReason(string(o.Reason)).Exec(ctx)
	if err != nil {
		return 0, fmt.Errorf("save order: %w", err)
	}
	w, err := since(ctx, tx, row.ID, from)
	if err != nil {
		return 0, err
	}
	return w.project(ctx, tx, row)
}

// End orders everything of an app to end.
func (m Meter) End(ctx context.Context, tx *ent.Tx, app uuid.UUID, why usage.EndReason) error {
	return m.each(ctx, tx, app, why, func(u *ent.ResourceUpdateOne) { u.SetQuantity(0) })
}

// Transfer has another account pay for everything of an app from now on.
func (m Meter) Transfer(ctx context.Context, tx *ent.Tx, app, to uuid.UUID) error {
	return m.each(ctx, tx, app, usage.Transferred, func(u *ent.ResourceUpdateOne) { u.SetPayerID(to) })
}

// Finish says that a resource has ended by itself at an instant and never runs again,
// whatever is reported later: none of it is ordered from then on.
func (m Meter) Finish(ctx context.Context, tx *ent.Tx, id uuid.UUID, at time.Time) error {
	system := viewer.AsSystem(ctx)
	row, err := tx.Resource.UpdateOneID(id).SetQuantity(0).Save(system)
	if err != nil {
		return fmt.Errorf("finish resource: %w", err)
	}
	if _, err := m.order(ctx, tx, row, Order{From: at, Reason: usage.Ended}); err != nil {
		return err
	}
	// Its app may have been transferred between its end and the report of it.
	later, err := tx.UsageChange.Query().Where(usagechange.ResourceID(id), usagechange.SourceEQ(usagechange.SourceORDER), usagechange.AtGT(at)).Exist(system)
	if err != nil || !later {
		return problem.Wrap("look for orders", err)
	}
	_, err = m.order(ctx, tx, row, Order{Reason: usage.Ended})
	return err
}

// each orders something else for each resource of an app that is ordered to run.
func (m Meter) each(ctx context.Context, tx *ent.Tx, app uuid.UUID, why usage.EndReason, change func(*ent.ResourceUpdateOne)) error {
	system := viewer.AsSystem(ctx)
	rows, err := tx.Resource.Query().Where(resource.AppID(app), resource.QuantityGT(0)).Order(ent.Asc(resource.FieldID)).All(system)
	if err != nil {
		return fmt.Errorf("list resources: %w", err)
	}
	for _, row := range rows {
		u := row.Update()
		change(u)
		saved, err := u.Save(system)
		if err != nil {
			return fmt.Errorf("save resource: %w", err)
		}
		if _, err := m.order(ctx, tx, saved, Order{Reason: why}); err != nil {
			return err
		}
	}
	return nil
}

// A Reported is what came of a fact.
type Reported struct {
	// Running is how many are paid for now.
	Running int32
	// Repeated says that the same fact was reported before, so nothing has changed.
	Repeated bool
	// Late says that a newer fact about the resource was reported before.
	Late bool
	// BeforeOrder says that something was ordered after the instant of the fact.
	BeforeOrder bool
}

// Report notes a fact. The error is an Input where the fact is too old or too far ahead,
// or its key was used for another one.
func (m Meter) Report(ctx context.Context, tx *ent.Tx, f Fact) (Reported, error) {
	if err := m.inTime(f.At); err != nil {
		return Reported{}, err
	}
	ctx = viewer.AsSystem(ctx)
	known, err := tx.UsageChange.Query().Where(usagechange.Key("fact:" + f.Key)).Only(ctx)
	switch {
	case err == nil && !f.same(known):
		return Reported{}, problem.In("key", problem.IdempotencyConflict, "Another fact was reported with this key.")
	case err == nil:
		return Reported{Repeated: true}, nil
	case !ent.IsNotFound(err):
		return Reported{}, fmt.Errorf("look for fact: %w", err)
	}
	f.At = clock.Stored(f.At)
	w, err := since(ctx, tx, f.Resource, f.At)
	if err != nil {
		return Reported{}, err
	}
	if f.Plan == "" {
		f.Plan = w.plan()
	}
	came := f.among(w.changes)
	added, err := tx.UsageChange.Create().SetKey("fact:" + f.Key).SetCreatedAt(m.now()).SetResourceID(f.Resource).
		SetSource(usagechange.SourceFACT).SetAt(f.At).SetPlan(f.Plan).SetQuantity(f.Quantity).SetReason(string(f.Reason)).Save(ctx)
	if err != nil {
		return Reported{}, fmt.Errorf("save fact: %w", err)
	}
	row, err := tx.Resource.Get(ctx, f.Resource)
	if err != nil {
		return Reported{}, fmt.Errorf("load resource: %w", err)
	}
	w.changes = append(w.changes, changeOf(added))
	came.Running, err = w.project(ctx, tx, row)
	return came, err
}

// among finds where a fact stands among the changes since its instant.
func (f Fact) among(changes []usage.Change) (r Reported) {
	for _, c := range changes {
		after := c.At.After(f.At)
		r.BeforeOrder = r.BeforeOrder || c.Source == usage.Order && after
		r.Late = r.Late || c.Source == usage.Fact && (after || c.Key > "fact:"+f.Key)
	}
	return r
}

func (m Meter) inTime(at time.Time) error {
	now := m.Now()
	switch {
	case at.Before(now.Add(-oldest)):
		return problem.In("at", problem.TooOld, "This is more than %d days ago.", int(oldest/(24*time.Hour)))
	case at.After(now.Add(ahead)):
		return problem.In("at", problem.OutOfRange, "This is more than %d minutes ahead.", int(ahead/time.Minute))
	}
	return nil
}

// Reportable is the instant at which a simulated platform reports what was due at
// another one: of a server that was away for long, the earliest that is taken.
func (m Meter) Reportable(due time.Time) time.Time {
	if earliest := m.now().Add(time.Minute - oldest); due.Before(earliest) { // time goes on until it is reported
		return earliest
	}
	return due.UTC()
}

// same tells whether this fact is the one that was reported.
func (f Fact) same(c *ent.UsageChange) bool {
	return c.ResourceID == f.Resource && c.At.Equal(clock.Stored(f.At)) && (f.Plan == "" || c.Plan == f.Plan) && c.Quantity == f.Quantity && c.Reason == string(f.Reason)
}

func (m Meter) now() time.Time { return clock.Stored(m.Now()) }

// identity is what a lifespan keeps when it is made again.
type identity struct {
	payer    uuid.UUID
	plan     string
	quantity int
	start    time.Time
}

// replace changes the stored lifespans of a resource into others, and leaves alone those
// that are the same.
func (w *window) replace(ctx context.Context, tx *ent.Tx, r *ent.Resource, stored []*ent.Lifespan, spans []usage.Lifespan) error {
	known := make(map[identity]*ent.Lifespan, len(stored))
	for _, l := range stored {
		known[identity{l.AccountID, l.Plan, int(l.Quantity), l.StartedAt.UTC()}] = l
	}
	var added []*ent.LifespanCreate
	for _, s := range spans {
		id := identity{s.Payer, s.Plan, s.Quantity, s.Start.UTC()}
		if l := known[id]; l == nil {
			added = append(added, newLifespan(tx, r, s).SetAppName(w.appName(s.Payer, r)))
		} else if err := change(ctx, l, s); err != nil {
			return err
		}
		delete(known, id)
	}
	for some := range slices.Chunk(slices.Collect(maps.Values(known)), savedAtATime) {
		ids := make([]uuid.UUID, len(some))
		for i, l := range some {
			ids[i] = l.ID
		}
		if _, err := tx.Lifespan.Delete().Where(lifespan.IDIn(ids...)).Exec(ctx); err != nil {
			return fmt.Errorf("remove lifespans: %w", err)
		}
	}
	for some := range slices.Chunk(added, savedAtATime) {
		if err := tx.Lifespan.CreateBulk(some...).Exec(ctx); err != nil {
			return fmt.Errorf("save lifespans: %w", err)
		}
	}
	return nil
}

// savedAtATime is how many lifespans one statement saves: a database allows a limited
// number of values in one.
const savedAtATime = 500

func newLifespan(tx *ent.Tx, r *ent.Resource, s usage.Lifespan) *ent.LifespanCreate {
	return tx.Lifespan.Create().SetAccountID(s.Payer).SetAppID(r.AppID).SetKind(lifespan.Kind(r.Kind)).
		SetResource(r.Name).SetResourceID(r.ID).SetPlan(s.Plan).SetQuantity(int32(s.Quantity)).SetStartedAt(s.Start).SetBilledFrom(s.From).
		SetNillableEndedAt(ended(s.End)).SetNillableBilledTo(ended(s.To)).SetNillableEndReason(reason(s.Reason))
}

// change gives a stored lifespan the end that it has now.
func change(ctx context.Context, l *ent.Lifespan, s usage.Lifespan) error {
	if equal(l.EndedAt, s.End) && equal(l.BilledTo, s.To) && (l.EndReason == nil && s.Reason == "" || l.EndReason != nil && *l.EndReason == string(s.Reason)) {
		return nil
	}
	u := l.Update()
	if s.End.IsZero() { // PostgreSQL refuses to clear a column and to set it
		u.ClearEndedAt().ClearBilledTo().ClearEndReason()
	} else {
		u.SetEndedAt(s.End).SetBilledTo(s.To).SetEndReason(string(s.Reason))
	}
	return problem.Wrap("change lifespan", u.Exec(ctx))
}

// ended is an end in the form of a column: null while there is none.
func ended(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func equal(stored *time.Time, t time.Time) bool {
	return stored == nil && t.IsZero() || stored != nil && stored.Equal(t)
}

func reason(r usage.EndReason) *string {
	if r == "" {
		return nil
	}
	text := string(r)
	return &text
}
