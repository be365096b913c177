package platform

import (
	"context"
	stdsql "database/sql"
	"errors"
	"fmt"
	"sync"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/apptransfer"
	"portico/ent/resource"
	"portico/internal/catalog"
	"portico/internal/i18n"
	"portico/internal/money"
	"portico/internal/problem"
	"portico/internal/viewer"
)

type onceKey struct{}

// Once has everything that is done in a context ask once what all apps cost that are
// offered to the viewer.
func (s Transfers) Once(ctx context.Context) context.Context {
	return context.WithValue(ctx, onceKey{}, sync.OnceValues(func() (map[uuid.UUID]money.Cents, error) {
		offered := sql.Dialect(s.DB.Dialect()).Select(apptransfer.FieldAppID).From(sql.Table(apptransfer.Table)).
			Where(sql.EQ(apptransfer.FieldToID, viewer.ID(ctx)))
		return s.costs(ctx, s.DB.Client, offered)
	}))
}

// Monthly is what the containers and add-ons of an app and of its review apps cost a
// month, as they are ordered now. One-offs end by themselves.
func (s Transfers) Monthly(ctx context.Context, t *ent.AppTransfer) (money.Cents, error) {
	if once, ok := ctx.Value(onceKey{}).(func() (map[uuid.UUID]money.Cents, error)); ok && t.ToID == viewer.ID(ctx) {
		all, err := once()
		return all[t.AppID], err
	}
	return s.monthly(ctx, s.DB.Client, t.AppID)
}

// A database is one, or a transaction.
type database interface {
	QueryContext(ctx context.Context, query string, args ...any) (*stdsql.Rows, error)
}

func (s Transfers) monthly(ctx context.Context, db database, id uuid.UUID) (money.Cents, error) {
	all, err := s.costs(ctx, db, sql.Dialect(s.DB.Dialect()).Select(app.FieldID).From(sql.Table(app.Table)).Where(sql.EQ(app.FieldID, id)))
	return all[id], err
}

// costs are what some apps cost a month, each with its review apps; none costs nothing.
// It is summed up before it is rounded, as the dashboard does.
func (s Transfers) costs(ctx context.Context, db database, some *sql.Selector) (map[uuid.UUID]money.Cents, error) {
	plans, err := s.Catalog.Read(ctx)
	if err != nil {
		return nil, err
	}
	sums := map[uuid.UUID]int64{}
	err = s.ordered(ctx, db, some, func(app uuid.UUID, name string, amount int64) error {
		plan, _ := plans.Plan(name)
		price, ok := plan.PriceAt(s.Now())
		if !ok {
			return fmt.Errorf("plan %s has no price", name)
		}
		sums[app] += price.MicrosPerHour * amount
		return nil
	})
	costs := make(map[uuid.UUID]money.Cents, len(sums))
	for app, sum := range sums {
		cost, tooLarge := catalog.Price{MicrosPerHour: sum}.Monthly()
		costs[app], err = cost, errors.Join(err, tooLarge)
	}
	return costs, err
}

// offered is the column with the app that is offered, of which another may be a review app.
const offered = "offered_id"

// ordered tells how many are ordered of each plan that some apps and their review apps
// have, in one statement: there may be many of both.
func (s Transfers) ordered(ctx context.Context, db database, some *sql.Selector, tell func(app uuid.UUID, plan string, amount int64) error) error {
	d, r := sql.Dialect(s.DB.Dialect()), sql.Table(resource.Table).As("r")
	// In two parts: PostgreSQL searches no index for one of two columns, and would read the
	// apps and resources of everyone.
	itself := d.Select(app.FieldID, sql.As(app.FieldID, offered)).From(sql.Table(app.Table)).Where(sql.In(app.FieldID, some))
	reviews := d.Select(app.FieldID, app.FieldParentID).From(sql.Table(app.Table)).Where(sql.In(app.FieldParentID, some.Clone()))
	a := itself.UnionAll(reviews).As("a")
	query, args := d.Select(a.C(offered), r.C(resource.FieldPlan), sql.Sum(r.C(resource.FieldQuantity))).
		From(a).Join(r).On(a.C(app.FieldID), r.C(resource.FieldAppID)).
		Where(sql.And(sql.GT(r.C(resource.FieldQuantity), 0), sql.NEQ(r.C(resource.FieldKind), string(resource.KindONE_OFF)))).
		GroupBy(a.C(offered), r.C(resource.FieldPlan)).Query()
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("sum up what is ordered: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var app uuid.UUID
		var plan string
		var amount int64
		if err := rows.Scan(&app, &plan, &amount); err != nil {
			return fmt.Errorf("read what is ordered: %w", err)
		}
		if err := tell(app, plan, amount); err != nil {
			return err
		}
	}
	return problem.Wrap("read what is ordered", rows.Err())
}

// within refuses an app that costs more a month by now than its new owner has seen.
func (s Transfers) within(ctx context.Context, tx *ent.Tx, t *ent.AppTransfer, most *money.Cents) error {
	if most == nil {
		return nil
	}
	cost, err := s.monthly(ctx, tx, t.AppID)
	if err == nil && cost > *most {
		err = problem.In("", problem.WrongState, "%s costs about %s a month by now. Look at what it runs, then accept again.", t.Edges.App.Name, i18n.Cents(int64(cost)))
	}
	return err
}
