package metering

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/lifespan"
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
	if c.most() > math.MaxInt32 {
		return nil, problem.Refuse(problem.BadUserInput, "This is more than the API can tell in one amount. Ask for a shorter period.")
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
	ended, prices := c.until.Equal(p.To), plans.Prices()
	soFar, whole := usage.NewCounter(prices, p.From, c.until), usage.NewCounter(prices, p.From, p.To)
	calendar := usage.NewCalendar(prices, p.From, c.until)
	c.names, err = m.read(ctx, p, func(piece usage.Piece) {
		soFar.Add(piece)
		calendar.Add(piece)
		if !ended {
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
	c.days, err = calendar.Days()
	return c, err
}

// most is the highest of all amounts, in cents: what the API tells has 32 bits.
func (c counted) most() money.Cents {
	if c.forecast != nil { // it is the total, and more
		return *c.forecast
	}
	return usage.Total(c.lines)
}

func forecast(of *usage.Counter) (*money.Cents, error) {
	lines, err := of.Lines()
	if err != nil {
		return nil, err
	}
	return new(usage.Total(lines)), nil
}

// usedIn selects the lifespans of an account with a minute in a period, those that have
// ended and those that still run. It reads past ent: an account may have a hundred thousand.
const usedIn = `
	SELECT account_id, app_id, kind, resource, plan, quantity, billed_from, billed_to, app_name
	FROM lifespans WHERE account_id = $1 AND billed_from < $2 AND billed_to > $3 %[1]s
	UNION ALL
	SELECT account_id, app_id, kind, resource, plan, quantity, billed_from, billed_to, app_name
	FROM lifespans WHERE account_id = $1 AND billed_from < $2 AND billed_to IS NULL %[1]s`

// read passes on the lifespans of the viewer with a minute in a period, and returns what
// their apps are called.
func (m Meter) read(ctx context.Context, p Period, add func(usage.Piece)) (map[uuid.UUID]string, error) {
	query, args := usedIn, []any{viewer.ID(ctx), p.To.UTC(), p.From.UTC().Truncate(time.Minute)}
	if p.App == nil {
		query = fmt.Sprintf(query, "")
	} else {
		query, args = fmt.Sprintf(query, "AND app_id = $4"), append(args, p.App.As(gid.App))
	}
	rows, err := m.DB.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("read lifespans: %w", err)
	}
	defer rows.Close()
	r, called := row{words: map[string]string{}}, names{}
	var name sql.RawBytes
	columns := append(r.columns(), &name)
	for rows.Next() {
		if err := rows.Scan(columns...); err != nil {
			return nil, fmt.Errorf("read lifespan: %w", err)
		}
		add(r.piece())
		called.note(r.app, r.word(name), r.from)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read lifespans: %w", err)
	}
	return m.current(ctx, called)
}

// names are what apps were called last, as far as one account knows.
type names map[uuid.UUID]struct {
	name string
	at   time.Time
}

func (n names) note(app uuid.UUID, name string, at time.Time) {
	if known, ok := n[app]; !ok || at.After(known.at) {
		known.name, known.at = name, at
		n[app] = known
	}
}

// current gives the apps that the viewer still owns their current names.
func (m Meter) current(ctx context.Context, called names) (map[uuid.UUID]string, error) {
	if len(called) == 0 {
		return nil, nil
	}
	apps, err := m.DB.App.Query().Where(app.OwnerID(viewer.ID(ctx))).Select(app.FieldID, app.FieldName).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read names of apps: %w", err)
	}
	all := make(map[uuid.UUID]string, len(called))
	for id, n := range called {
		all[id] = n.name
	}
	for _, a := range apps {
		if all[a.ID] != "" {
			all[a.ID] = a.Name
		}
	}
	return all, nil
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
