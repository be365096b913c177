package main

import (
	"context"
	"encoding/base64"
	"encoding/csv"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/lifespan"
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

// R95: a link is opened as often as its account may ask, and one that doesn't work as often
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
