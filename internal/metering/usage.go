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

// maxLines is of how many lines rows are made: each is in memory until it was sent.
const maxLines = 20_000

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

// Wanted is what of usage is asked for. What is not is neither read nor kept.
type Wanted struct {
	Sums bool // the total and the forecast, which come with everything else
	Days bool
	Rows Group // what they are about; empty: there are none
	// Read is called before each further hundred lifespans are read, and Sum for each that the
	// database has put together with others; nil: nobody counts.
	Read, Sum func() error
}

func (w Wanted) nothing() bool { return !w.Sums && !w.Days && w.Rows == "" }

// read counts lifespans as they are read.
func (w Wanted) read(n int) error {
	if w.Read != nil && n > 0 && n%100 == 0 {
		return w.Read()
	}
	return nil
}

// sum counts lifespans that the database has read, n of them before these, whatever it made
// of them.
func (w Wanted) sum(n, more int) error {
	if w.Sum == nil {
		return nil
	}
	for range (n+more-1)/100 - max(n-1, 0)/100 {
		if err := w.Sum(); err != nil {
			return err
		}
	}
	return nil
}

// Usage is what an account used in a period, as far as it was wanted.
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

// A Row is what one app, or one resource, used. What it points to, it shares with others.
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
func (m Meter) Usage(ctx context.Context, p Period, want Wanted) (*Usage, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	u := &Usage{Period: p, until: p.until(m.now())}
	if want.nothing() {
		return u, nil
	}
	plans, err := m.Catalog.Read(ctx)
	if err != nil {
		return nil, err
	}
	c := newCounters(plans.Prices(), u, want)
	if want.Rows == "" {
		err = m.eachPiece(ctx, p, want, c.add)
	} else {
		err = m.eachLifespan(ctx, p, want, c.addLine)
	}
	if err != nil {
		return nil, err
	}
	if err := c.sum(u); err != nil {
		return nil, err
	}
	if want.Rows != "" {
		u.Rows, err = m.rows(ctx, c, want.Rows)
	}
	return u, err
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

// counters count what a period costs. Without lines, they stay small, however much was
// used.
type counters struct {
	soFar, whole *usage.Tally    // whole is nil once the period has ended
	days         *usage.Calendar // nil: not wanted
	lines        *usage.Counter
	names        names
}

func newCounters(prices usage.Prices, u *Usage, want Wanted) *counters {
	c := &counters{soFar: usage.NewTally(prices, u.From, u.until), lines: usage.NewCounter(prices, u.From, u.until), names: names{}}
	if want.Days {
		c.days = usage.NewCalendar(prices, u.From, u.until)
	}
	if u.To.After(u.until) {
		c.whole = usage.NewTally(prices, u.From, u.To)
	}
	return c
}

func (c *counters) add(p usage.Piece) error {
	c.soFar.Add(p)
	if c.days != nil {
		c.days.Add(p)
	}
	if c.whole != nil {
		c.whole.Add(p)
	}
	return nil
}

// addLine counts for a line, too, until there are too many.
func (c *counters) addLine(p usage.Piece, appName string) error {
	c.lines.Add(p)
	c.names.note(p.App, appName, p.From)
	if c.lines.Len() > maxLines {
		return problem.Refuse(problem.BadUserInput, "This has more than 20,000 lines. Ask for one app, or a shorter period.")
	}
	return c.add(p)
}

// sum sets what all of it costs, and each day. What the API tells has 32 bits.
func (c *counters) sum(u *Usage) (err error) {
	if u.Total, err = c.soFar.Total(); err != nil {
		return err
	}
	most := u.Total
	if c.whole != nil {
		forecast, err := c.whole.Total()
		if err != nil {
			return err
		}
		u.Forecast, most = &forecast, forecast // it is the total, and more
	}
	if most > math.MaxInt32 {
		return problem.Refuse(problem.BadUserInput, "This is more than the API can tell in one amount. Ask for a shorter period.")
	}
	if c.days == nil {
		return nil
	}
	days, err := c.days.Days()
	u.Days = make([]Day, len(days))
	for i, d := range days {
		u.Days[i] = Day{Day: d.Start, Amount: d.Amount}
	}
	return err
}

// usedIn selects the lifespans of an account with a minute in a period, those that have
// ended and those that still run. It reads past ent: an account may have a hundred thousand.
const usedIn = `
	SELECT %[2]s FROM lifespans WHERE account_id = $1 AND billed_from < $2 AND billed_to > $3 %[1]s
	UNION ALL
	SELECT %[2]s FROM lifespans WHERE account_id = $1 AND billed_from < $2 AND billed_to IS NULL %[1]s`

// used is [usedIn] of a period, with its arguments.
func used(ctx context.Context, p Period, columns string) (query string, args []any) {
	args = []any{viewer.ID(ctx), p.To.UTC(), p.From.UTC().Truncate(time.Minute)}
	if p.App == nil {
		return fmt.Sprintf(usedIn, "", columns), args
	}
	return fmt.Sprintf(usedIn, "AND app_id = $4", columns), append(args, p.App.As(gid.App))
}

// eachPiece passes on the lifespans of the viewer with a minute in a period, of whatever
// they are. Those of one plan that began and ended in the same minutes are one.
func (m Meter) eachPiece(ctx context.Context, p Period, want Wanted, add func(usage.Piece) error) error {
	query, args := used(ctx, p, "plan, quantity, billed_from, billed_to")
	query = "SELECT plan, sum(quantity), count(*), billed_from, billed_to FROM (" + query + ") l GROUP BY plan, billed_from, billed_to"
	r, together, of, n := row{words: map[string]string{}}, 0, 0, 0
	return m.scan(ctx, want, query, args, []any{&r.plan, &together, &of, &r.from, &r.to}, func() error {
		if err := want.sum(n, of); err != nil {
			return err
		}
		n += of
		piece := r.piece()
		piece.Quantity = together
		return add(piece)
	})
}

// eachLifespan passes on the lifespans of the viewer with a minute in a period, and what
// their apps were called.
func (m Meter) eachLifespan(ctx context.Context, p Period, want Wanted, add func(p usage.Piece, appName string) error) error {
	query, args := used(ctx, p, "app_id, kind, resource, plan, quantity, billed_from, billed_to, app_name")
	r := row{words: map[string]string{}}
	var name sql.RawBytes
	columns := append(r.columns()[1:], &name)
	return m.scan(ctx, want, query, args, columns, func() error { return add(r.piece(), r.word(name)) })
}

func (m Meter) scan(ctx context.Context, want Wanted, query string, args, columns []any, fn func() error) error {
	rows, err := m.DB.QueryContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("read lifespans: %w", err)
	}
	defer rows.Close()
	for n := 0; rows.Next(); n++ {
		if err := want.read(n); err != nil {
			return err
		}
		if err := rows.Scan(columns...); err != nil {
			return fmt.Errorf("read lifespan: %w", err)
		}
		if err := fn(); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read lifespans: %w", err)
	}
	return nil
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
func (m Meter) rows(ctx context.Context, c *counters, by Group) ([]Row, error) {
	lines, err := c.lines.Lines()
	if err != nil {
		return nil, err
	}
	called, err := m.current(ctx, c.names)
	if err != nil {
		return nil, err
	}
	rows := make([]Row, 0, len(lines))
	apps := make([]timeline.NamedApp, 0, len(called)) // rows point into it: it never grows
	for i := range lines {
		l := &lines[i]
		another := i == 0 || l.App != lines[i-1].App // they are sorted by app
		if another {
			apps = append(apps, timeline.NamedApp{ID: gid.ID{Kind: gid.App, UUID: l.App}, Name: called[l.App]})
		}
		if another || by == ByResource {
			rows = append(rows, Row{App: &apps[len(apps)-1]})
		}
		rows[len(rows)-1].Amount += l.Amount
	}
	if by == ByResource {
		describe(rows, lines)
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return compareNames(a.App, b.App) })
	return rows, nil
}

// describe adds what each line counts to its row.
func describe(rows []Row, lines []usage.Line) {
	numbers := make([]struct{ minutes, micros int32 }, len(lines))
	for i := range rows {
		r, l, n := &rows[i], &lines[i], &numbers[i]
		n.minutes, n.micros = int32(l.UnitMinutes), int32(l.MicrosPerHour)
		r.Kind, r.Resource, r.Plan, r.UnitMinutes, r.MicrosPerHour = (*lifespan.Kind)(&l.Kind), &l.Resource, &l.Plan, &n.minutes, &n.micros
	}
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
