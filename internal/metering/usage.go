package metering

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/lifespan"
	"portico/ent/predicate"
	"portico/internal/gid"
	"portico/internal/money"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/timeline"
	"portico/internal/usage"
	"portico/internal/viewer"
)

// longest is how long a period can be, in months.
const longest = 13

// An Account is the account whose usage is shown: the viewer's own.
type Account struct{}

// A Group is what a row of usage stands for, as the API spells it.
type Group string

// The groups.
const (
	ByApp      Group = "APP"
	ByResource Group = "RESOURCE"
)

// A Period is of what usage is asked for.
type Period struct {
	From, To time.Time
	App      *gid.ID // nil: all
}

// Usage is what an account used in a period.
type Usage struct {
	Period
	// until is where it ends: now, if the period hasn't ended.
	until time.Time
	Total money.Cents
	// Forecast is what the period costs if all that runs keeps running until its end; nil
	// once it has ended.
	Forecast *money.Cents
	Rows     []Row
	Days     []Day
}

// A Row is what one app, or one resource, used.
type Row struct {
	App    *timeline.NamedApp
	Amount money.Cents
	// What was used; nil by app.
	Kind                       *lifespan.Kind
	Resource, Plan             *string
	UnitMinutes, MicrosPerHour *int32
}

// A Day is what a day cost.
type Day struct {
	Day    time.Time
	Amount money.Cents
}

// Usage tells what the viewer used in a period, until now at the latest.
func (m Meter) Usage(ctx context.Context, p Period, by Group) (*Usage, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	c, err := m.count(ctx, p)
	if err != nil {
		return nil, err
	}
	u := &Usage{Period: p, until: c.until, Total: usage.Total(c.lines), Forecast: c.forecast, Rows: c.rows(by), Days: make([]Day, len(c.days))}
	for i, d := range c.days {
		u.Days[i] = Day{Day: d.Start, Amount: d.Amount}
	}
	return u, nil
}

func (p Period) check() error {
	if !p.From.Before(p.To) {
		return problem.Refuse(problem.BadUserInput, "A period ends after it begins.")
	}
	if p.To.After(p.From.AddDate(0, longest, 0)) {
		return problem.Refuse(problem.BadUserInput, "A period has %d months at most.", longest)
	}
	return nil
}

// until is where the usage of a period ends: it has none in the future.
func (p Period) until(now time.Time) time.Time {
	if p.To.After(now) {
		return now
	}
	return p.To
}

// counted is what a period cost.
type counted struct {
	until    time.Time
	lines    []usage.Line
	days     []usage.Day
	forecast *money.Cents
	names    map[uuid.UUID]string
}

func (m Meter) count(ctx context.Context, p Period) (c counted, err error) {
	plans, err := m.Catalog.Read(ctx)
	if err != nil {
		return c, err
	}
	c.until = p.until(m.now())
	ended := c.until.Equal(p.To)
	soFar, whole := usage.NewCounter(plans.Prices(), p.From, c.until), usage.NewForecast(plans.Prices(), p.From, p.To)
	c.names, err = m.read(ctx, p, func(piece usage.Piece) {
		if soFar.Add(piece); !ended {
			whole.Add(piece)
		}
	})
	if err != nil {
		return c, err
	}
	if !ended {
		if c.forecast, err = forecast(whole); err != nil {
			return c, err
		}
	}
	if c.lines, err = soFar.Lines(); err != nil {
		return c, err
	}
	c.days, err = soFar.Days()
	return c, err
}

func forecast(of *usage.Counter) (*money.Cents, error) {
	lines, err := of.Lines()
	if err != nil {
		return nil, err
	}
	return new(usage.Total(lines)), nil
}

// atOnce is how many lifespans are in memory at a time.
const atOnce = 2000

// read passes on the lifespans of the viewer with a minute in a period, and returns what
// their apps are called.
func (m Meter) read(ctx context.Context, p Period, add func(usage.Piece)) (map[uuid.UUID]string, error) {
	names := map[uuid.UUID]string{}
	for after := uuid.Nil; ; {
		rows, err := m.DB.Lifespan.Query().Where(p.lifespans()...).Where(lifespan.AccountID(viewer.ID(ctx)), lifespan.IDGT(after)).
			Order(ent.Asc(lifespan.FieldID)).Limit(atOnce).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read lifespans: %w", err)
		}
		for _, r := range rows {
			add(piece(r))
			names[r.AppID], after = r.AppName, r.ID
		}
		if len(rows) < atOnce {
			return names, m.rename(ctx, names)
		}
	}
}

// lifespans are those with a minute in a period.
func (p Period) lifespans() []predicate.Lifespan {
	all := []predicate.Lifespan{
		lifespan.BilledFromLT(p.To),
		lifespan.Or(lifespan.BilledToIsNil(), lifespan.BilledToGT(p.From.Truncate(time.Minute))),
	}
	if p.App != nil {
		all = append(all, lifespan.AppID(p.App.As(gid.App)))
	}
	return all
}

// rename gives the apps that the viewer still owns their current names.
func (m Meter) rename(ctx context.Context, names map[uuid.UUID]string) error {
	if len(names) == 0 {
		return nil
	}
	apps, err := m.DB.App.Query().Where(app.OwnerID(viewer.ID(ctx))).Select(app.FieldID, app.FieldName).All(ctx)
	if err != nil {
		return fmt.Errorf("read names of apps: %w", err)
	}
	for _, a := range apps {
		if names[a.ID] != "" {
			names[a.ID] = a.Name
		}
	}
	return nil
}

func piece(r *ent.Lifespan) usage.Piece {
	p := usage.Piece{
		App: r.AppID, Kind: usage.Kind(r.Kind), Resource: r.Resource,
		Lifespan: usage.Lifespan{Payer: r.AccountID, Plan: r.Plan, Quantity: int(r.Quantity), Start: r.StartedAt.UTC(), From: r.BilledFrom.UTC()},
	}
	if r.EndedAt != nil {
		p.End, p.To = r.EndedAt.UTC(), r.BilledTo.UTC()
	}
	return p
}

// rows are the lines one by one, or their sums by app.
func (c counted) rows(by Group) []Row {
	rows := []Row{}
	for _, l := range c.lines {
		row := Row{App: &timeline.NamedApp{ID: gid.ID{Kind: gid.App, UUID: l.App}, Name: c.names[l.App]}, Amount: l.Amount}
		if by == ByResource {
			rows = append(rows, row.of(l))
			continue
		}
		if n := len(rows); n > 0 && rows[n-1].App.ID == row.App.ID { // lines are sorted by app
			rows[n-1].Amount += l.Amount
			continue
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return compareNames(a.App, b.App) })
	return rows
}

// of adds what a line counts.
func (r Row) of(l usage.Line) Row {
	kind, minutes, micros := lifespan.Kind(l.Kind), int32(l.UnitMinutes), int32(l.MicrosPerHour)
	r.Kind, r.Resource, r.Plan, r.UnitMinutes, r.MicrosPerHour = &kind, &l.Resource, &l.Plan, &minutes, &micros
	return r
}

// A Filter selects lifespans.
type Filter struct {
	App      *gid.ID
	From, To *time.Time
}

// Lifespans reads a page of the viewer's lifespans, newest first.
func (m Meter) Lifespans(ctx context.Context, args page.Args, f Filter) (*page.Connection[*ent.Lifespan], error) {
	q := m.DB.Lifespan.Query()
	if f.App != nil {
		q.Where(lifespan.AppID(f.App.As(gid.App)))
	}
	if f.From != nil {
		q.Where(lifespan.Or(lifespan.EndedAtIsNil(), lifespan.EndedAtGTE(*f.From)))
	}
	if f.To != nil {
		q.Where(lifespan.StartedAtLT(*f.To))
	}
	return page.List(ctx, q, page.Newest[*ent.Lifespan]("lifespans"), args)
}

// compareNames sorts apps by name, and two of one name (one is deleted) by id.
func compareNames(a, b *timeline.NamedApp) int {
	return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.ID.String(), b.ID.String()))
}

// ResourceID is the id of the add-on or the one-off container that a lifespan is of; nil
// for containers, which have none.
func ResourceID(l *ent.Lifespan) *gid.ID {
	switch l.Kind {
	case lifespan.KindONE_OFF:
		return &gid.ID{Kind: gid.OneOff, UUID: l.ResourceID}
	case lifespan.KindDATABASE, lifespan.KindADDON:
		return &gid.ID{Kind: gid.Addon, UUID: l.ResourceID}
	}
	return nil
}
