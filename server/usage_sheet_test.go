package main

import (
	"context"
	"encoding/base64"
	"encoding/csv"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/lifespan"
	"portico/internal/limit"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

const sheetOf = `query($from: DateTime!, $to: DateTime!, $app: ID) {
	viewer { billing { usage(from: $from, to: $to, app: $app) { csvUrl total { amount } } } }
}`

// A clerk is an account with an app that has run for an hour.
type clerk struct {
	*served
	t       *testing.T
	session string
	ada     context.Context
	app     *ent.App
}

func newClerk(t *testing.T) *clerk {
	s := inProcess(t, free, inSandbox)
	c := &clerk{served: s, t: t}
	c.session, c.ada = s.account("ada")
	c.app = s.app(c.ada, "the-app")
	s.lifespan(c.ada, c.app)
	return c
}

// link asks for a link to what an app, or all, used around now.
func (c *clerk) link(app any) string {
	c.t.Helper()
	at := c.Business.Now()
	got := c.ask(c.session, sheetOf, map[string]any{"from": at.Add(-time.Hour).Format(time.RFC3339), "to": at.Add(time.Hour).Format(time.RFC3339), "app": app})
	return got.must(c.t, "viewer.billing.usage.csvUrl").(string)
}

// get follows a link without a session.
func (c *clerk) get(path string) *httptest.ResponseRecorder {
	return c.respond(httptest.NewRequestWithContext(c.t.Context(), http.MethodGet, "http://portico.test"+path, nil), "")
}

// rows are those of a table that was downloaded, without its head.
func (c *clerk) rows(path string) [][]string {
	c.t.Helper()
	w := c.get(path)
	rows, err := csv.NewReader(w.Body).ReadAll()
	if testkit.Must(c.t, rows, err); w.Code != http.StatusOK || len(rows) == 0 {
		c.t.Fatalf("%d, %v", w.Code, rows)
	}
	return rows[1:]
}

func (c *clerk) change(do func(ctx context.Context, tx *ent.Tx) error) {
	c.t.Helper()
	ctx := viewer.AsSystem(c.t.Context())
	testkit.Must(c.t, 0, store.Do(ctx, c.db, func(tx *ent.Tx) error { return do(ctx, tx) }))
}

// many gives the clerk so many lines of an invoice, each of an app of its own: review apps
// that ran for a minute.
func (c *clerk) many(n int) {
	c.t.Helper()
	at := c.Business.Now().Add(-30 * time.Minute).Truncate(time.Minute)
	c.change(func(ctx context.Context, tx *ent.Tx) error {
		for part := range slices.Chunk(make([]int, n), 1000) {
			err := tx.Lifespan.MapCreateBulk(part, func(l *ent.LifespanCreate, i int) {
				l.SetAccountID(viewer.ID(c.ada)).SetAppID(uuid.New()).SetAppName(fmt.Sprint("the-app-fix-the-login-", i)).SetKind(lifespan.KindCONTAINER).
					SetResource("worker").SetResourceID(uuid.New()).SetPlan("S").SetQuantity(1).SetStartedAt(at).SetBilledFrom(at).
					SetEndedAt(at.Add(time.Minute)).SetBilledTo(at.Add(time.Minute)).SetEndReason("DELETED")
			}).Exec(ctx)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *clerk) viewer() viewer.Viewer {
	v, _ := viewer.From(c.ada)
	return v
}

// spent is what the sheets of the clerk's account have cost.
func (c *clerk) spent() int32 {
	s := c.budget.Charge([]limit.Asker{{Name: sheetsOf(c.viewer()), Limit: rateSignedIn}}, 0)
	return s.Limit - s.Remaining
}

// usage is a document that asks for parts of usage around now, with its variables.
func (c *clerk) usage(by, parts string) (query string, vars map[string]any) {
	at := c.Business.Now()
	return `query($from: DateTime!, $to: DateTime!) { viewer { billing { usage(from: $from, to: $to, groupBy: ` + by + `) {` + parts + `} } } }`,
		map[string]any{"from": at.Add(-time.Hour).Format(time.RFC3339), "to": at.Add(time.Hour).Format(time.RFC3339)}
}

func TestTheUsageSheet(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	path := c.link(nil)
	w := c.get(path)
	if head, _, _ := strings.Cut(w.Body.String(), "\r\n"); head != "app,kind,resource,plan,minutes,micro_euro_per_hour,amount_eur,from,to" {
		t.Errorf("the head is %q", head)
	}
	if got := w.Header().Get("Content-Type"); got != "text/csv; charset=utf-8; header=present" {
		t.Errorf("the type is %s", got)
	}
	from := c.Business.Now().Add(-time.Hour)
	name := "portico-usage-" + from.Format(time.DateOnly) + "-to-" + from.Add(2*time.Hour).Format(time.DateOnly) + ".csv"
	if got := w.Header().Get("Content-Disposition"); got != "attachment; filename="+name {
		t.Errorf("it is saved as %s", got)
	}
	rows := c.rows(path)
	if len(rows) != 1 || rows[0][0] != "the-app" || rows[0][1] != "CONTAINER" || rows[0][4] == "0" {
		t.Errorf("rows are %v", rows)
	}
}

func TestTheUsageSheetOfAnApp(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	other := c.served.app(c.ada, "another-app")
	c.lifespan(c.ada, other)
	if rows := c.rows(c.link(nil)); len(rows) != 2 {
		t.Errorf("of all apps: %v", rows)
	}
	if rows := c.rows(c.link(other.GlobalID().String())); len(rows) != 1 || rows[0][0] != "another-app" {
		t.Errorf("of one: %v", rows)
	}
	_, eve := c.account("eve")
	eves := c.served.app(eve, "eves-app")
	c.lifespan(eve, eves)
	for name, id := range map[string]string{"eve's app": eves.GlobalID().String(), "no app": "acc_" + strings.TrimPrefix(c.app.GlobalID().String(), "app_")} {
		if rows := c.rows(c.link(id)); len(rows) != 0 {
			t.Errorf("of %s: %v", name, rows)
		}
	}
}

// R95: a link to a sheet of usage works for ten minutes, without a session; changed, cut, of
// another purpose, or of an account that is being deleted, it shows a page that says nothing
// of it. A suspended account's works.
func TestR95_ALinkToASheetIsSealed(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	now := c.now()
	c.now = func() time.Time { return now }
	c.Sheets.Now = c.now
	c.resolver.Sheets.Now = c.now
	path := c.link(nil)
	secret := path[strings.Index(path, "=")+1:]
	refused := func(name, path string) {
		t.Helper()
		w := c.get(path)
		if w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), "the-app") {
			t.Errorf("%s: %d %.300s", name, w.Code, w.Body)
		}
		if got := w.Header().Get("Cache-Control"); got != "no-store, private" {
			t.Errorf("%s: caches may keep it: %s", name, got)
		}
	}
	for i := range secret {
		other := byte('A')
		if secret[i] == other {
			other = 'B'
		}
		if changed := secret[:i] + string(other) + secret[i+1:]; c.get("/usage.csv?link="+changed).Code != http.StatusNotFound {
			t.Errorf("changed at %d, it works: %s", i, changed)
		}
	}
	refused("none", "/usage.csv")
	refused("cut", path[:len(path)-4])
	refused("longer", path+"AAAA")
	refused("twice", path+secret)
	refused("not base64", "/usage.csv?link=%00%ff")
	for purpose, sealed := range map[string][]byte{
		"another purpose": c.ring.Seal(make([]byte, 73), "ssh_key_proof", ""), "another owner": c.ring.Seal(make([]byte, 73), "usage_sheet", "x"), "rubbish": c.ring.Seal([]byte("x"), "usage_sheet", ""),
	} {
		refused(purpose, "/usage.csv?link="+base64.RawURLEncoding.EncodeToString(sealed))
	}
	c.change(func(ctx context.Context, tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(c.ada)).SetSuspendedAt(now).Exec(ctx)
	})
	if w := c.get(path); w.Code != http.StatusOK {
		t.Errorf("of a suspended account: %d", w.Code)
	}
	now = now.Add(10*time.Minute - time.Second)
	if w := c.get(path); w.Code != http.StatusOK {
		t.Errorf("in the last second: %d", w.Code)
	}
	c.change(func(ctx context.Context, tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(c.ada)).SetClosingAt(now).Exec(ctx)
	})
	refused("of an account that is being deleted", path)
	c.change(func(ctx context.Context, tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(c.ada)).ClearClosingAt().Exec(ctx)
	})
	now = now.Add(time.Second)
	refused("too late", path)
}

// R95: moving the clock of a sandbox doesn't end a link, which goes by real time.
func TestR95_LinksGoByRealTime(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	path := c.link(nil)
	c.advance(c.session, 3600)
	if w := c.get(path); w.Code != http.StatusOK {
		t.Errorf("an hour of business time later: %d", w.Code)
	}
}

// R95: no cell is a formula to a spreadsheet.
func TestR95_NoCellIsAFormula(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	at := c.Business.Now()
	for _, resource := range []string{"=1+1", "+1", "-1", "@x"} {
		c.change(func(ctx context.Context, tx *ent.Tx) error {
			return tx.Lifespan.Create().SetAccountID(viewer.ID(c.ada)).SetAppID(c.app.ID).SetAppName("x").SetKind(lifespan.KindADDON).SetResource(resource).
				SetResourceID(uuid.New()).SetPlan("redis-s").SetQuantity(1).SetStartedAt(at).SetBilledFrom(at.Truncate(time.Minute)).Exec(ctx)
		})
	}
	planted := 0
	for _, row := range c.rows(c.link(nil)) {
		for _, cell := range row {
			if strings.ContainsAny(cell[:1], "=+-@") {
				t.Errorf("%q is evaluated", cell)
			}
			if strings.HasPrefix(cell, "'") {
				planted++
			}
		}
	}
	if planted != 4 {
		t.Errorf("%d of 4 cells are quoted", planted)
	}
}

// R95: a link is opened as often as its account could ask, and one that doesn't work as often
// as the guests of a network may.
func TestR95_DownloadsAreLimited(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	now := c.now()
	c.now = func() time.Time { return now }
	c.http = c.handler()
	path := c.link(nil)
	for name, one := range map[string]struct {
		path string
		most int
	}{"one that works": {path, rateSignedIn / sheetPrice}, "one that doesn't": {"/usage.csv?link=x", rateGuest / sheetTry}} {
		n := 0
		for n <= one.most && c.get(one.path).Code != http.StatusTooManyRequests {
			n++
		}
		if n == 0 || n > one.most {
			t.Errorf("%s: %d times, want %d at most", name, n, one.most)
		}
		w := c.get(one.path)
		if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" {
			t.Errorf("%s: %d %v", name, w.Code, w.Header())
		}
		now = now.Add(2 * time.Minute)
	}
}

// R95: anyone with a link uses up nothing of what the account's sessions may ask, and takes
// none of their turns.
func TestR95_ALinkUsesUpNothingOfTheSessions(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	path := c.link(nil)
	left := func() int {
		a := c.ask(c.session, "{ viewer { id } }", nil)
		a.must(t, "viewer.id")
		n, _, _ := strings.Cut(strings.TrimPrefix(a.Header().Get("RateLimit"), `"cost";r=`), ";")
		left, err := strconv.Atoi(n)
		return testkit.Must(t, left, err)
	}
	left()
	before := left()
	price := before - left()
	c.rows(path)
	if got := left(); got < before-2*price {
		t.Errorf("%d were left, and after a download %d", before, got)
	}
	if c.spent() != sheetPrice {
		t.Errorf("it cost the account's sheets %d", c.spent())
	}
	for range maxTurns { // sheets that are being read
		_, leave := c.turns.wait(t.Context(), []queue{{sheetsOf(c.viewer()), maxTurns}})
		defer leave()
	}
	left()
}

// Whoever leaves while their table waits for its turn is neither answered nor logged as a
// fault of ours.
func TestWhoLeavesAWaitingSheetIsNoFault(t *testing.T) {
	c := newClerk(t)
	path := c.link(nil)
	log := logTo(t)
	for range maxTurns {
		_, leave := c.turns.wait(t.Context(), []queue{{sheetsOf(c.viewer()), maxTurns}})
		defer leave()
	}
	ctx, leave := context.WithCancel(t.Context())
	answered := make(chan *httptest.ResponseRecorder)
	go func() {
		answered <- c.respond(httptest.NewRequestWithContext(ctx, http.MethodGet, "http://portico.test"+path, nil), "")
	}()
	eventually(t, "the table waits", func() bool {
		c.turns.mu.Lock()
		defer c.turns.mu.Unlock()
		return c.turns.of[sheetsOf(c.viewer())].users == maxTurns+1
	})
	leave()
	if w := <-answered; w.Body.Len() > 0 || len(log.with(`"fault"`)) > 0 {
		t.Errorf("%d %s, and the log has %s", w.Code, w.Body, log.with(`"fault"`))
	}
}

// R36, R90: what is asked for of usage costs what it allocates, however many lines there
// are. Not parallel: what others allocate at the same time would count.
func TestR90_R36_UsageHasThePriceOfItsWork(t *testing.T) {
	if withRace {
		t.Skip("it measures what is allocated")
	}
	c := newClerk(t)
	now := c.now()
	c.now = func() time.Time { return now }
	c.http = c.handler()
	c.many(2000)
	for name, one := range map[string]struct {
		by, parts string
		most      float64 // of its price
	}{
		"sums":             {"APP", "total { amount } forecast { amount }", 300},
		"days":             {"APP", "days { day amount { amount } }", 350},
		"a link":           {"RESOURCE", "csvUrl", 300},
		"one field":        {"APP", "rows { __typename }", 5000},
		"apps":             {"APP", "total { amount currency } rows { app { id } amount { amount currency } }", 8000},
		"all of each row":  {"RESOURCE", "total { amount } rows { app { id name } kind resource plan unitMinutes microsPerHour amount { amount currency } } days { day }", 12_000},
		"by twenty names":  {"RESOURCE", "rows { " + numbered(20, "a#: unitMinutes ") + " }", 18_000},
		"in two fragments": {"RESOURCE", "... on Usage { rows { kind } } ... { rows { plan app { name } } }", 8000},
	} {
		now = now.Add(2 * time.Minute) // another budget
		query, vars := c.usage(one.by, one.parts)
		bytes, a := measured(c.served, c.session, query, vars)
		price, _ := find(a.body["extensions"], "cost").(float64)
		if a.body["errors"] != nil || float64(bytes) > bytesOfAny+bytesPerPrice*price || price > one.most {
			t.Errorf("%s: %d bytes for %v: %.140s", name, bytes, price, a.Body)
		}
	}
	now = now.Add(2 * time.Minute)
	path, spent := c.link(nil), c.spent()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	w := c.get(path)
	runtime.ReadMemStats(&after)
	bytes := after.TotalAlloc - before.TotalAlloc - 3*uint64(w.Body.Len()) // the recorder's
	price := c.spent() - spent
	if w.Code != http.StatusOK || float64(bytes) > bytesOfAny+bytesPerPrice*float64(price) {
		t.Errorf("a table: %d, %d bytes for %d", w.Code, bytes, price)
	}
}

// R90: what turns out to be more than the price of a query is part of what it tells it cost,
// and refused to whoever has spent their budget.
func TestR90_RowsOfUsageAreCharged(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	now := c.now()
	c.now = func() time.Time { return now }
	c.http = c.handler()
	query, vars := c.usage("APP", "rows { amount { amount } }")
	cost := func(a answer) int {
		a.must(t, "viewer.billing.usage.rows")
		cost, _ := find(a.body["extensions"], "cost").(float64)
		return int(cost)
	}
	few := cost(c.ask(c.session, query, vars))
	c.many(1000)
	now = now.Add(2 * time.Minute)
	for left := rateSignedIn; ; {
		a := c.ask(c.session, query, vars)
		if a.code() == "RATE_LIMITED" {
			if left == rateSignedIn || a.Header().Get("Retry-After") == "" {
				t.Errorf("with %d left, it is refused: %v %s", left, a.Header(), a.Body)
			}
			return
		}
		many := cost(a)
		if left -= many; many < few+1000 || left < 0 || !strings.Contains(a.Header().Get("RateLimit"), fmt.Sprintf("r=%d;", left)) {
			t.Fatalf("a thousand rows cost %d, a few %d; %d are left, and it says %s", many, few, left, a.Header().Get("RateLimit"))
		}
	}
}

// R69: of usage, only what a document selects is read, however it is selected.
func TestR69_UsageReadsWhatIsSelected(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	c.many(100)
	for parts, want := range map[string]int{ // with the session and the account
		"csvUrl from to": 2, "total { amount }": 4, "sum: total { amount }": 4, "days { day }": 4, "rows { amount { amount } }": 5, "r: rows { kind }": 5,
		"... on Usage { ... { forecast { amount } } }": 4, "csvUrl rows @include(if: false) { kind }": 2, "... @skip(if: true) { total { amount } } csvUrl": 2,
	} {
		query, vars := c.usage("APP", parts)
		a := c.ask(c.session, query, vars)
		a.must(t, "viewer.billing.usage")
		if n := a.statements.Count(); n != want {
			t.Errorf("%s: %d statements, want %d", parts, n, want)
		}
	}
	query, vars := c.usage("RESOURCE", "total { amount } ...F")
	a := c.ask(c.session, query+" fragment F on Usage { all: rows { resource amount { amount } } days { amount { amount } } }", vars)
	if a.must(t, "viewer.billing.usage.total.amount") == float64(0) || a.must(t, "viewer.billing.usage.all.0.resource") == nil || a.must(t, "viewer.billing.usage.days.0") == nil {
		t.Errorf("of a fragment, nothing is read: %s", a.Body)
	}
}

// R69, R90: to look for lifespans of a time costs what it may read, which is all of them; of
// an app, it costs what any filter does.
func TestR69_R90_LifespansOfATimeHaveThePriceOfTheHistory(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	cost := func(filter string) float64 {
		a := c.ask(c.session, "{ viewer { billing { lifespans(first: 1, filter: {"+filter+"}) { edges { cursor } } } } }", nil)
		a.must(t, "viewer.billing.lifespans")
		cost, _ := find(a.body["extensions"], "cost").(float64)
		return cost
	}
	ofApp := cost(fmt.Sprintf("app: %q", c.app.GlobalID()))
	for _, filter := range []string{`to: "2000-01-01T00:00:00Z"`, `from: "2999-01-01T00:00:00Z"`} {
		if got := cost(filter); got < ofApp+400 {
			t.Errorf("%s costs %v, and of an app %v", filter, got, ofApp)
		}
	}
}
