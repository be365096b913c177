package catalog_test

import (
	"errors"
	"fmt"
	"go/ast"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"portico/internal/catalog"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A shelf is an empty database with a catalog store on it.
type shelf struct {
	*catalog.Store
	t   *testing.T
	now time.Time
}

func newShelf(t *testing.T) *shelf {
	s := &shelf{t: t, now: at(t, "2026-11-30T12:00:00Z")}
	s.Store = &catalog.Store{DB: testkit.Open(t), Now: func() time.Time { return s.now }}
	return s
}

// file is a catalog file of one plan with prices from these instants.
func file(name string, prices ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "plans:\n  - name: %s\n    kind: CONTAINER\n    label: a size\n    prices:\n", name)
	for _, p := range prices {
		from, micros, _ := strings.Cut(p, " ")
		fmt.Fprintf(&b, "      - {validFrom: %s, microsPerHour: %s}\n", from, micros)
	}
	return b.String()
}

func (s *shelf) apply(text string) {
	s.t.Helper()
	_, err := s.Apply(s.t.Context(), text)
	testkit.Must(s.t, 0, err)
}

// is checks that the catalog is what a file says, in memory and in the rows.
func (s *shelf) is(text string) {
	s.t.Helper()
	f, err := catalog.Parse(text)
	want := fmt.Sprint(testkit.Must(s.t, f, err).Catalog)
	for name, st := range map[string]*catalog.Store{"this process": s.Store, "another one": {DB: s.DB, Now: s.Now}} {
		got, err := st.Read(s.t.Context())
		if fmt.Sprint(testkit.Must(s.t, got, err)) != want {
			s.t.Errorf("to %s it is\n%v, want\n%s", name, got, want)
		}
	}
}

// rows are the prices as they are stored, with their ids.
func (s *shelf) rows() map[string]bool {
	ids := map[string]bool{}
	for _, p := range s.DB.PlanPrice.Query().WithPlan().AllX(s.t.Context()) { // by nobody: they are public
		ids[fmt.Sprint(p.ID, p.Edges.Plan.Name, p.ValidFrom.UTC(), p.MicrosPerHour, p.CreatedAt.UTC())] = true
	}
	return ids
}

func TestANewDatabaseIsFilledOnce(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	if text, err := s.Text(t.Context()); text != catalog.Default || err != nil {
		t.Errorf("before: %q, %v", text, err)
	}
	for range 2 {
		testkit.Must(t, 0, s.Fill(t.Context()))
		s.is(catalog.Default)
	}
	if n := s.DB.CatalogRevision.Query().CountX(viewer.AsSystem(t.Context())); n != 1 {
		t.Errorf("it was filled %d times", n)
	}
	mine := strings.Replace(catalog.Default, "0.5 vCPU", "1 vCPU", 1)
	s.apply(mine)
	testkit.Must(t, 0, s.Fill(t.Context()))
	s.is(mine)
	if text, err := s.Text(t.Context()); text != mine || err != nil {
		t.Errorf("after: %q, %v", text, err)
	}
}

// Processes that start at the same time fill it once.
func TestManyFillAtOnce(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if err := (&catalog.Store{DB: s.DB, Now: s.Now}).Fill(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	s.is(catalog.Default)
	if n := s.DB.CatalogRevision.Query().CountX(viewer.AsSystem(t.Context())); n != 1 {
		t.Errorf("it was filled %d times", n)
	}
}

// Of two files that are applied at once, each is checked against the other's outcome,
// or refused.
func TestTwoFilesAtOnce(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	s.apply(file("M", "2026-01-01T00:00Z 1"))
	var wg sync.WaitGroup
	errs := make([]error, 4)
	for i := range errs {
		wg.Go(func() {
			_, errs[i] = s.Apply(t.Context(), file("M", "2026-01-01T00:00Z 1", fmt.Sprintf("2027-01-01T00:00Z %d", i+2)))
		})
	}
	wg.Wait()
	applied := 0
	for _, err := range errs {
		if err == nil {
			applied++
		} else if !errors.Is(err, catalog.ErrMeanwhile) {
			t.Error(err)
		}
	}
	if n := s.DB.CatalogRevision.Query().CountX(viewer.AsSystem(t.Context())); applied == 0 || n != 1+applied {
		t.Errorf("%d were applied, there are %d revisions", applied, n)
	}
	text, err := s.Text(t.Context())
	s.is(testkit.Must(t, text, err))
}

func TestApplyChangesWhatIsToCome(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	for _, text := range []string{
		file("M", "2026-01-01T00:00Z 1", "2027-01-01T00:00Z 2", "2027-02-01T00:00Z 3"),
		file("M", "2026-01-01T00:00Z 1", "2027-01-01T00:00Z 4", "2027-03-01T00:00Z 3"),
		file("M", "2026-01-01T00:00Z 1", "2027-01-01T00:00Z 4"),
		file("M", "2026-01-01T00:00Z 1") + "    retired: true\n",
		file("S", "2027-01-01T00:00Z 7") + strings.TrimPrefix(file("M", "2026-01-01T00:00Z 1"), "plans:\n"),
		strings.Replace(file("M", "2026-01-01T00:00Z 1"), "a size", "another label", 1),
	} {
		changes, err := s.Check(t.Context(), text)
		testkit.Must(t, changes, err)
		applied, err := s.Apply(t.Context(), text)
		if testkit.Must(t, applied, err); len(applied) == 0 || fmt.Sprint(applied) != fmt.Sprint(changes) {
			t.Errorf("said to change %v, changed %v", changes, applied)
		}
		s.is(text)
		again, err := s.Apply(t.Context(), text)
		if testkit.Must(t, again, err) != nil {
			t.Errorf("a second time changes %v", again)
		}
	}
}

// What has come into force keeps its rows, whatever is tried, and the file that was
// refused leaves nothing behind.
func TestThePastIsNeverRewritten(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	good := file("M", "2026-01-01T00:00Z 1", "2026-06-01T00:00Z 2", "2026-12-01T00:00Z 3")
	s.apply(good)
	s.now = at(t, "2026-12-01T00:00:00Z") // the last one is in force from this instant on
	before := s.rows()
	for name, bad := range map[string]string{
		"changed":       file("M", "2026-01-01T00:00Z 9", "2026-06-01T00:00Z 2", "2026-12-01T00:00Z 3"),
		"just in force": file("M", "2026-01-01T00:00Z 1", "2026-06-01T00:00Z 2", "2026-12-01T00:00Z 9"),
		"moved":         file("M", "2026-01-01T00:00Z 1", "2026-06-02T00:00Z 2", "2026-12-01T00:00Z 3"),
		"removed":       file("M", "2026-01-01T00:00Z 1", "2026-12-01T00:00Z 3"),
		"added":         file("M", "2026-01-01T00:00Z 1", "2026-05-01T00:00Z 2", "2026-06-01T00:00Z 2", "2026-12-01T00:00Z 3"),
		"plan removed":  file("S", "2027-01-01T00:00Z 1"),
		"kind":          strings.Replace(good, "CONTAINER", "ADDON", 1),
	} {
		var faults catalog.Faults
		if changes, err := s.Check(t.Context(), bad); !errors.As(err, &faults) {
			t.Errorf("%s: check says %v, %v", name, changes, err)
		}
		if changes, err := s.Apply(t.Context(), bad); !errors.As(err, &faults) {
			t.Errorf("%s: apply says %v, %v", name, changes, err)
		}
	}
	s.is(good)
	s.apply(file("M", "2026-01-01T00:00Z 1", "2026-06-01T00:00Z 2", "2026-12-01T00:00Z 3", "2026-12-01T00:01Z 4"))
	after := s.rows()
	for row := range before {
		if !after[row] {
			t.Errorf("%s is not there any more", row)
		}
	}
	if len(after) != len(before)+1 {
		t.Errorf("%d rows, then %d", len(before), len(after))
	}
	if text, err := s.Text(t.Context()); strings.Contains(text, " 9}") || err != nil {
		t.Errorf("a file that was refused is shown: %s, %v", text, err)
	}
}

// What was read stays in memory, and one statement finds that another process has
// applied a file.
func TestReadIsCached(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	s.apply(file("M", "2026-01-01T00:00Z 1"))
	other := &catalog.Store{DB: s.DB, Now: s.Now}
	count := func() int {
		ctx, statements := testkit.Counting(t.Context())
		c, err := other.Read(ctx)
		testkit.Must(t, c, err)
		return statements.Count()
	}
	if n := count(); n != 4 { // the revision, plans, prices, the revision again
		t.Errorf("the first time it takes %d statements", n)
	}
	if n := count(); n != 1 {
		t.Errorf("then it takes %d statements", n)
	}
	s.apply(file("M", "2026-01-01T00:00Z 1", "2027-01-01T00:00Z 2"))
	if n := count(); n != 4 {
		t.Errorf("after a change it takes %d statements", n)
	}
	c, err := other.Read(t.Context())
	if p, _ := testkit.Must(t, c, err).Plan("M"); len(p.Prices) != 2 {
		t.Errorf("it is %v", c)
	}
}

// Prices and revisions are never updated, and prices are deleted in one place, which
// asks whether they are still to come.
func TestPricesAreDeletedInOnePlace(t *testing.T) {
	t.Parallel()
	found := []string{}
	for path, f := range testkit.Sources(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok || !strings.HasPrefix(call.Sel.Name, "Delete") && !strings.HasPrefix(call.Sel.Name, "Update") {
				return true
			}
			if on, ok := call.X.(*ast.SelectorExpr); ok && (on.Sel.Name == "PlanPrice" || on.Sel.Name == "CatalogRevision") {
				found = append(found, path+": "+on.Sel.Name+"."+call.Sel.Name)
			}
			return true
		})
	}
	if want := []string{"internal/catalog/store.go: PlanPrice.Delete"}; !slices.Equal(found, want) {
		t.Errorf("prices and revisions are changed by %v, want %v", found, want)
	}
}
