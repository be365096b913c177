package timeline_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/entry"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// A history is a long timeline: a few events of rare types and of a rare app
// at its beginning, then nothing but two common ones.
type history struct {
	*testkit.World
	ada          context.Context
	rare, common *ent.App
	begin, end   time.Time
	middle       string // a cursor
}

func newHistory(t testing.TB, events int) *history {
	t.Helper()
	w := testkit.New(t)
	h := &history{World: w, ada: w.Account("ada")}
	h.rare, h.common = w.App(h.ada, "rare"), w.App(h.ada, "common")
	w.Deploy(h.ada, h.rare, "first")
	h.begin = w.Clock.Now()
	const batch = 1000
	for n := range events / batch {
		w.Clock.Move(time.Minute)
		h.record(batch)
		if n == events/batch/2 {
			cursor, err := w.Log.Head(h.ada, viewer.ID(h.ada))
			h.middle = testkit.Must(t, cursor, err)
		}
	}
	h.end = w.Clock.Now()
	h.elsewhere(events)
	if w.DB.Dialect() == "postgres" {
		testkit.Must(t, 0, store.Do(t.Context(), w.DB, func(tx *ent.Tx) error { _, err := tx.ExecContext(t.Context(), "ANALYZE"); return err }))
	}
	return h
}

// record records events of the two common types, in one transaction.
func (h *history) record(n int) {
	h.T.Helper()
	testkit.Must(h.T, 0, store.Do(h.ada, h.DB, func(tx *ent.Tx) error {
		for i := range n {
			e := timeline.Event(&timeline.SSHKeyAddedEvent{Name: "laptop"})
			if i%4 == 0 {
				e = &timeline.GitPushDeniedEvent{OnAccount: timeline.OnAccount{Head: timeline.ForApp(h.common).Head}, Reason: timeline.TooLarge, Repository: "common"}
			}
			if err := h.Log.Record(h.ada, tx, e); err != nil {
				return err
			}
		}
		return nil
	}))
}

// elsewhere makes what is rare in Ada's timeline common in another: what is
// usual on the platform says nothing about a timeline.
func (h *history) elsewhere(n int) {
	h.T.Helper()
	bob := h.Account("bob")
	app := h.App(bob, "elsewhere")
	testkit.Must(h.T, 0, store.Do(bob, h.DB, func(tx *ent.Tx) error {
		for range n {
			if err := h.Log.Record(bob, tx, &timeline.AppDeployedEvent{OnApp: timeline.ForApp(app)}); err != nil {
				return err
			}
		}
		return nil
	}))
}

// filters are all combinations of what a timeline is filtered by.
func (h *history) filters() map[string]timeline.Filter {
	types := map[string][]timeline.EventType{
		"any type": nil, "common type": {"ssh_key_added"}, "rare type": {"app_deployed"}, "type of nothing": {"passkey_added"},
		"rare types": {"app_deployed", "app_created", "account_created"}, "all types": timeline.EventTypes(),
	}
	none := gid.ID{Kind: gid.App, UUID: uuid.New()}
	rare, common := h.rare.GlobalID(), h.common.GlobalID()
	apps := map[string]*gid.ID{"any app": nil, "rare app": &rare, "common app": &common, "no app": &none}
	after, before := h.end.Add(time.Second), h.begin.Add(-time.Second)
	late, early := h.end.Add(-time.Second), h.begin.Add(time.Second)
	times := map[string][2]*time.Time{
		"any time": {}, "from the future": {&after, nil}, "from late": {&late, nil}, "to before": {nil, &before}, "early to late": {&early, &late},
	}
	all := map[string]timeline.Filter{}
	for t, kinds := range types {
		for a, app := range apps {
			for at, time := range times {
				all[fmt.Sprint(t, ", ", a, ", ", at)] = timeline.Filter{Types: kinds, App: app, From: time[0], To: time[1]}
			}
		}
	}
	return all
}

// A page costs the same however long the history is, whatever it is filtered
// by and however few events match: it reads, for each type, no more than a
// page of entries along an index of their own.
func TestR69_APageOfAnyFilterReadsAPage(t *testing.T) {
	t.Parallel()
	h := newHistory(t, 10_000)
	size, id := int32(5), viewer.ID(h.ada)
	windows := map[string]page.Args{"first after": {First: &size, After: &h.middle}, "last": {Last: &size}}
	for filter, f := range h.filters() {
		for window, args := range windows {
			ctx, ran := testkit.Counting(h.ada)
			c, err := h.Log.Page(ctx, id, args, f)
			testkit.Must(t, c, err)
			for _, s := range ran.All() {
				reads := 2 * int(size+1) * max(1, len(f.Types)) // and as many events
				testkit.CheckReads(t, h.DB, s, reads)
				checkIndex(t, h.DB, s, f)
			}
			if t.Failed() {
				t.Fatalf("%s, %s: %d events", filter, window, len(c.Edges))
			}
		}
	}
}

// checkIndex fails where SQLite does not walk along the index of a filter.
func checkIndex(t *testing.T, db *store.DB, s testkit.Statement, f timeline.Filter) {
	t.Helper()
	if db.Dialect() != "sqlite3" {
		return
	}
	columns := []string{}
	if f.App != nil {
		columns = append(columns, entry.FieldAppID)
	}
	if f.Types != nil {
		columns = append(columns, entry.FieldType)
	}
	columns = append(columns, entry.FieldSeq)
	walk := regexp.MustCompile(`^SEARCH entries USING .*INDEX \w+ \(stream_id=\? AND \(?` + strings.Join(columns, ",") + `\)?>`)
	find := regexp.MustCompile(`^SEARCH entries USING COVERING INDEX \w+ \(stream_id=\? AND occurred_at>\?\)`)
	steps := testkit.QueryPlan(t, db, s)
	for _, step := range steps {
		if strings.Contains(step, " entries ") && !walk.MatchString(step) && !find.MatchString(step) {
			t.Errorf("%s:\n%s\n  %s", step, s, strings.Join(steps, "\n  "))
		}
	}
}

// The log takes any number of events per transaction.
func TestR70_ATransactionRecordsAnyNumberOfEvents(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	const events = 10_000 // some 120,000 variables: twice what PostgreSQL takes
	testkit.Must(t, 0, act(ada, w.Log, span(1, events)...))
	got := []int{}
	for _, e := range all(t, ada, w.Log, viewer.ID(ada), timeline.Filter{})[1:] {
		got = append(got, number(e))
	}
	if !slices.Equal(got, span(1, events)) {
		t.Errorf("%d events, want %d in order", len(got), events)
	}
	checkNumbers(t, w)
}

// An entry is found by its time: the time is that of the commit, also where a
// transaction that began later commits earlier.
func TestTimesFollowNumbers(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	meanwhile := func() error { w.Clock.Move(time.Second); return act(ada, w.Log, 1) }
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
		if err := w.Log.Record(ada, tx, &timeline.SSHKeyAddedEvent{Name: "2"}); err != nil || w.DB.Dialect() == "sqlite3" {
			return err // transactions that write are one at a time
		}
		return meanwhile()
	}))
	edges := all(t, ada, w.Log, viewer.ID(ada), timeline.Filter{})
	for i, e := range edges[1:] {
		if timeline.HeadOf(e.Node).OccurredAt.Before(timeline.HeadOf(edges[i].Node).OccurredAt) {
			t.Errorf("entry %d is older than the one before it", e.Seq())
		}
	}
}

// BenchmarkPageOfALongHistory tells how much longer a page takes where the
// history is fifty times as long.
func BenchmarkPageOfALongHistory(b *testing.B) {
	short, long := newHistory(b, 1_000), newHistory(b, 50_000)
	size := int32(20)
	for _, name := range []string{
		"any type, any app, any time", "rare type, any app, any time", "rare types, any app, any time", "any type, rare app, any time",
		"rare type, common app, any time", "any type, any app, from the future", "any type, any app, to before", "common type, common app, early to late",
	} {
		b.Run(name, func(b *testing.B) {
			spent := map[*history]time.Duration{}
			filter := map[*history]timeline.Filter{short: short.filters()[name], long: long.filters()[name]}
			for b.Loop() {
				for h, f := range filter {
					began := time.Now()
					c, err := h.Log.Page(h.ada, viewer.ID(h.ada), page.Args{First: &size}, f)
					testkit.Must(b, c, err)
					spent[h] += time.Since(began)
				}
			}
			b.ReportMetric(float64(spent[long])/float64(spent[short]), "×short")
		})
	}
}
