package metering

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/lifespan"
	"portico/ent/predicate"
	"portico/ent/usagechange"
	"portico/internal/usage"
)

// A window is what is known of a resource from an instant on: its lifespans since then
// follow from it. So an order costs the same however long the history is, and a fact as
// much as has happened since it was true.
type window struct {
	resource uuid.UUID
	from     time.Time
	// before are the last order and the last fact before the instant, as usage.Continue
	// needs them.
	before []usage.Change
	// changes are those since then, at the instant too.
	changes []usage.Change
	// orders are the orders among both.
	orders []*ent.UsageChange
}

func since(ctx context.Context, tx *ent.Tx, resource uuid.UUID, from time.Time) (w window, err error) {
	w = window{resource: resource, from: from}
	if err := w.readBefore(ctx, tx); err != nil {
		return w, fmt.Errorf("read the last order and fact: %w", err)
	}
	rows, err := tx.UsageChange.Query().Where(usagechange.ResourceID(resource), usagechange.AtGTE(from)).All(ctx)
	if err != nil {
		return w, fmt.Errorf("read orders and facts: %w", err)
	}
	for _, r := range rows {
		w.changes = append(w.changes, changeOf(r))
		if r.PayerID != nil {
			w.orders = append(w.orders, r)
		}
	}
	return w, nil
}

func (w *window) readBefore(ctx context.Context, tx *ent.Tx) error {
	order, err := w.last(ctx, tx, usagechange.SourceORDER)
	if err != nil {
		return err
	}
	fact, err := w.last(ctx, tx, usagechange.SourceFACT)
	if err != nil {
		return err
	}
	if order != nil {
		w.before, w.orders = append(w.before, changeOf(order)), append(w.orders, order)
	}
	if fact == nil {
		return nil
	}
	c := changeOf(fact)
	if order != nil && order.At.After(fact.At) {
		c.Quantity, err = w.least(ctx, tx, c)
	}
	w.before = append(w.before, c)
	return err
}

// last is the last order or fact before the window. Which one of several at the same
// instant that is, the rules decide: databases sort keys in other ways.
func (w *window) last(ctx context.Context, tx *ent.Tx, of usagechange.Source) (*ent.UsageChange, error) {
	q := tx.UsageChange.Query().Where(w.earlier(), usagechange.SourceEQ(of))
	all, err := q.Clone().Order(ent.Desc(usagechange.FieldAt)).Limit(2).All(ctx)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	if len(all) == 2 && all[0].At.Equal(all[1].At) {
		if all, err = q.Where(usagechange.At(all[0].At.UTC())).All(ctx); err != nil {
			return nil, err
		}
		return slices.MaxFunc(all, func(a, b *ent.UsageChange) int { return strings.Compare(a.Key, b.Key) }), nil
	}
	return all[0], nil
}

// least is how many of those that were reported are left: ordering less ends the others.
func (w *window) least(ctx context.Context, tx *ent.Tx, fact usage.Change) (int, error) {
	n, err := tx.UsageChange.Query().Where(w.earlier(), usagechange.AtGT(fact.At), usagechange.SourceEQ(usagechange.SourceORDER)).
		Aggregate(ent.Min(usagechange.FieldQuantity)).Int(ctx)
	return min(n, fact.Quantity), err
}

func (w *window) earlier() predicate.UsageChange {
	return usagechange.And(usagechange.ResourceID(w.resource), usagechange.AtLT(w.from))
}

// plan is what was ordered last at the window's instant; before all orders, what was
// ordered first.
func (w window) plan() string {
	return usage.PlanAt(append(w.before, w.changes...), w.from)
}

// project makes the lifespans of the window again, and returns how many of the resource
// are paid for now.
func (w *window) project(ctx context.Context, tx *ent.Tx, r *ent.Resource) (running int32, err error) {
	stored, err := tx.Lifespan.Query().Where(lifespan.ResourceID(r.ID), lifespan.StartedAtGTE(w.from)).All(ctx)
	if err != nil {
		return 0, fmt.Errorf("read lifespans: %w", err)
	}
	earlier, err := tx.Lifespan.Query().Where(lifespan.ResourceID(r.ID), lifespan.StartedAtLT(w.from)).
		Order(lifespan.ByStartedAt(sql.OrderDesc())).First(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return 0, fmt.Errorf("read the lifespan before: %w", err)
	}
	var last *usage.Lifespan
	if earlier != nil {
		stored, last = append(stored, earlier), new(stretchOf(earlier))
	}
	spans := usage.Continue(w.before, last, w.changes)
	if n := len(spans); n > 0 && spans[n-1].End.IsZero() {
		running = int32(spans[n-1].Quantity)
	}
	return running, w.replace(ctx, tx, r, stored, spans)
}

// appName is what the app was called when an account ordered something of it last. What
// it is called since another one owns it, isn't theirs to know.
func (w *window) appName(payer uuid.UUID, r *ent.Resource) string {
	name, at := r.AppName, time.Time{} // of orders of before it was kept
	for _, o := range w.orders {
		if *o.PayerID == payer && o.AppName != "" && !o.At.Before(at) {
			name, at = o.AppName, o.At
		}
	}
	return name
}

// stretchOf is a lifespan that is stored, as the rules have it.
func stretchOf(r *ent.Lifespan) usage.Lifespan {
	l := usage.Lifespan{Payer: r.AccountID, Plan: r.Plan, Quantity: int(r.Quantity), Start: r.StartedAt.UTC(), From: r.BilledFrom.UTC()}
	if r.EndedAt != nil {
		l.End, l.To, l.Reason = r.EndedAt.UTC(), r.BilledTo.UTC(), usage.EndReason(*r.EndReason)
	}
	return l
}

func changeOf(r *ent.UsageChange) usage.Change {
	c := usage.Change{At: r.At.UTC(), Key: r.Key, Source: usage.Fact, Plan: r.Plan, Quantity: int(r.Quantity), Reason: usage.EndReason(r.Reason)}
	if r.PayerID != nil {
		c.Source, c.Payer = usage.Order, *r.PayerID
	}
	return c
}
