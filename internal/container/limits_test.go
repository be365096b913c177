package container_test

import (
	"testing"
	"time"

	"portico/ent"
	"portico/ent/collaborator"
	entcontainer "portico/ent/container"
	"portico/ent/usagechange"
	"portico/internal/container"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// Every order and every event is kept forever, so what can be repeated without an end
// makes none. Another size of no containers costs nothing, and nothing refuses it.
func TestR94_R96_SizesOfNoContainersAreNoOrders(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	system := viewer.AsSystem(t.Context())
	s.scale(wanted("web", 1, "S"))
	s.scale(wanted("web", 0))
	web := s.DB.Container.Query().OnlyX(s.ada)
	orders := s.DB.UsageChange.Query().Where(usagechange.ResourceID(web.ID))
	before, events := orders.Clone().CountX(system), s.DB.Event.Query().CountX(system)
	s.scale(wanted("web", 0, "M"))
	if n := orders.CountX(system) - before; n != 0 {
		t.Errorf("%d orders were added", n)
	}
	if n := s.DB.Event.Query().CountX(system) - events; n != 0 {
		t.Errorf("%d events were added", n)
	}
	if size := s.DB.Container.GetX(s.ada, web.ID).Plan; size != "M" {
		t.Errorf("the size is %s, want M", size)
	}
}

// A collaborator who has used up the orders of a day leaves the owner with large
// containers: more can't be ordered, fewer and smaller ones can.
func TestR94_LessCanAlwaysBeOrdered(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	bob := s.Account("bob")
	s.Member(s.ada, s.app, "bob", bob, collaborator.RoleCOLLABORATOR)
	order := func(amount int32, size string) error {
		_, err := s.Containers.Scale(bob, s.app.ID, []*container.Wanted{wanted("web", amount, size)})
		return err
	}
	amount := int32(9)
	for order(amount, "2XL") == nil {
		amount = 19 - amount // 10, 9, 10, …
	}
	if amount != 10 {
		t.Fatalf("%d were refused", amount)
	}
	for _, size := range []string{"2XL", "XL", "S"} {
		amount--
		if err := order(amount, size); err != nil {
			t.Errorf("%d of %s: %s", amount, size, testkit.InputErrors(err))
		}
	}
	if err := order(amount, "M"); err == nil {
		t.Error("larger ones are ordered all the same")
	}
}

// Types that run nothing give their place to others, however many a collaborator named.
func TestTypesOfNothingAreInNobodysWay(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.scale(wanted("web", 1))
	var junk []*container.Wanted
	for _, kind := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
		junk = append(junk, wanted(kind, 1))
	}
	s.scale(junk...)
	if _, err := s.Containers.Scale(s.ada, s.app.ID, []*container.Wanted{wanted("worker", 1)}); err == nil {
		t.Error("an app has eleven types that run")
	}
	for _, w := range junk {
		w.Amount = 0
	}
	s.scale(junk...)
	s.scale(wanted("worker", 1))
	if n := s.DB.Container.Query().CountX(s.ada); n != 10 {
		t.Errorf("%d types are listed, want 10", n)
	}
}

// A type that gave its place away and comes back is the same to the meter: what ran before
// is reported and paid for as it would have been.
func TestATypeThatComesBackHasItsPast(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.scale(wanted("old", 1))
	s.started()
	ran, old := s.Business.Now(), s.DB.Container.Query().OnlyX(s.ada).ID
	s.scale(wanted("old", 0))
	s.Clock.Move(time.Hour)
	var others []*container.Wanted
	for _, kind := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		others = append(others, wanted(kind, 1))
	}
	s.scale(others...)
	late := container.Fact{App: s.app.ID, Type: "old", Size: "M", At: ran, Key: "late"} // it never ran, says the platform now
	system := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(system, s.DB, func(tx *ent.Tx) error { return s.Containers.Report(system, tx, late) }))
	others[0].Amount = 0
	s.scale(others[0])
	s.scale(wanted("old", 1))
	if id := s.DB.Container.Query().Where(entcontainer.Type("old")).OnlyIDX(s.ada); id != old {
		t.Errorf("it has the ID %s now, and had %s", id, old)
	}
}
