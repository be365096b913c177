package oneoff_test

import (
	"testing"
	"time"

	"portico/ent"
	"portico/ent/app"
	"portico/internal/oneoff"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// M5: two facts about a one-off of an app that was deleted come at the same time. There
// is no app to lock any more, and what they make together is what they make one after
// the other.
func TestM5_FactsAboutADeletedAppAtOnce(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	o, from := s.run("rake"), s.Business.Now()
	s.Clock.Move(time.Hour)
	testkit.Must(t, 0, s.Apps.Delete(s.ada, s.app.ID, "shop"))
	system := viewer.AsSystem(t.Context())
	said, second := make(chan struct{}), make(chan error, 1)
	fact := func(tx *ent.Tx, f oneoff.Fact) error {
		if err := s.DB.LockID(system, tx, app.Table, s.app.ID); err != nil { // as the operator's API does
			return err
		}
		return s.OneOffs.Report(system, tx, f)
	}
	go func() {
		<-said
		second <- store.Do(system, s.DB, func(tx *ent.Tx) error {
			return fact(tx, oneoff.Fact{OneOff: o.ID, State: oneoff.FactEnded, At: from.Add(2 * time.Minute), Key: "ended"})
		})
	}()
	testkit.Must(t, 0, store.Do(system, s.DB, func(tx *ent.Tx) error {
		if err := fact(tx, oneoff.Fact{OneOff: o.ID, State: oneoff.FactStarted, At: from.Add(time.Minute), Key: "started"}); err != nil {
			return err
		}
		close(said)
		for !s.Blocked() && len(second) == 0 {
			continue
		}
		return nil
	}))
	testkit.Must(t, 0, <-second)
	all := s.lifespans()
	if len(all) != 1 || all[0].EndedAt == nil {
		t.Fatalf("lifespans %v", all)
	}
	if ran := all[0].EndedAt.Sub(all[0].StartedAt); ran != time.Minute {
		t.Errorf("it ran for a minute, and %s are billed, ended %s", ran, *all[0].EndReason)
	}
}
