package container_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/attempt"
	"portico/ent/resource"
	"portico/internal/container"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// past gives the app resources that have ended: types that gave their place to others, or
// one-offs. They stay forever, and an hour adds thousands.
func (s *shop) past(n int) {
	s.T.Helper()
	system := viewer.AsSystem(s.T.Context())
	testkit.Must(s.T, 0, store.Do(system, s.DB, func(tx *ent.Tx) error {
		all := make([]*ent.ResourceCreate, n)
		for i := range all {
			all[i] = tx.Resource.Create().SetID(uuid.New()).SetCreatedAt(s.Now()).SetAppID(s.app.ID).SetAppName("shop").
				SetKind(resource.KindCONTAINER).SetName(fmt.Sprint("type-", i)).SetPayerID(viewer.ID(s.ada)).SetPlan("S").SetQuantity(0)
		}
		return tx.Resource.CreateBulk(all...).Exec(system)
	}))
}

// R69: what is ordered, stopped, or deleted of an app costs the same, however much has run
// of it before: all of it happens while the app is locked and, on SQLite, everyone waits.
func TestR69_OrdersReadNoHistory(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.past(300)
	for what, do := range map[string]func(context.Context) error{
		"scale": func(ctx context.Context) error {
			_, err := s.Containers.Scale(ctx, s.app.ID, []*container.Wanted{wanted("web", 1)})
			return err
		},
		"delete": func(ctx context.Context) error {
			return store.Do(ctx, s.DB, func(tx *ent.Tx) error { return s.Meter.End(ctx, tx, s.app.ID, "DELETED") })
		},
	} {
		ctx, ran := testkit.Counting(s.ada)
		testkit.Must(t, 0, do(ctx))
		read := 0
		for _, one := range ran.All() {
			if !strings.HasPrefix(one.SQL, "SELECT") || !strings.Contains(one.SQL, "resources") || strings.Contains(one.SQL, "usage_changes") {
				continue
			}
			read++
			testkit.CheckReads(t, s.DB, one, 12)
			if s.DB.Dialect() != "postgres" && slices.ContainsFunc(testkit.QueryPlan(t, s.DB, one), func(step string) bool { return strings.HasSuffix(step, "(app_id=?)") }) {
				t.Errorf("%s reads all that ever ran of the app:\n%s", what, one)
			}
		}
		if read == 0 {
			t.Errorf("%s reads no resources:\n%s", what, ran)
		}
	}
}

// R96: what is kept forever is counted. New types are resources, orders, and counts of their
// own: ten of them in one order, after a stop that has no limit, are no single change.
func TestR96_EachTypeThatStartsIsAChange(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	system := viewer.AsSystem(t.Context())
	for round := range 3 {
		all := make([]*container.Wanted, 10)
		for i := range all {
			all[i] = wanted(fmt.Sprint("type-", round, "-", i), 1)
		}
		s.scale(all...)
		a, err := s.Containers.Stop(s.ada, s.app.ID)
		testkit.Must(t, a, err)
	}
	counted := s.DB.Attempt.Query().Where(attempt.Kind("change")).OnlyX(system).Count - 1 // the app
	if n := s.DB.Resource.Query().CountX(system); int64(n) > counted {
		t.Errorf("%d resources were made with %d changes", n, counted)
	}
}
