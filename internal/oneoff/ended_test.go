package oneoff_test

import (
	"testing"
	"time"

	"portico/ent"
	"portico/internal/oneoff"
	"portico/internal/testkit"
)

// Once a one-off has ended nobody pays for it any longer, whatever is reported in which
// order: nobody could stop it any more.
func TestAOneOffThatHasEndedIsPaidForNoLonger(t *testing.T) {
	t.Parallel()
	const second = time.Second
	started := func(after time.Duration, key string) func(*shop, *ent.OneOff, time.Time) error {
		return func(s *shop, o *ent.OneOff, from time.Time) error {
			return s.report(oneoff.Fact{OneOff: o.ID, State: oneoff.FactStarted, At: from.Add(after), Key: key})
		}
	}
	ended := func(after time.Duration, key string, code *int32) func(*shop, *ent.OneOff, time.Time) error {
		return func(s *shop, o *ent.OneOff, from time.Time) error {
			return s.report(oneoff.Fact{OneOff: o.ID, State: oneoff.FactEnded, ExitCode: code, At: from.Add(after), Key: key})
		}
	}
	deleted := func(s *shop, _ *ent.OneOff, _ time.Time) error { return s.Apps.Delete(s.ada, s.app.ID, "shop") }
	for name, steps := range map[string][]func(*shop, *ent.OneOff, time.Time) error{
		"it starts and ends in one second":     {started(2*second, "x/started"), ended(2*second, "x/ended", new(int32(0)))},
		"it ends and starts in one second":     {ended(2*second, "x/ended", new(int32(0))), started(2*second, "x/started")},
		"it starts after it ended":             {ended(2*second, "lost", nil), started(4*second, "started")},
		"it starts again, its app was deleted": {started(2*second, "a"), ended(4*second, "b", new(int32(0))), deleted, started(time.Hour, "c")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newShop(t)
			o, from := s.run("rake"), s.Business.Now()
			s.Clock.Move(time.Hour)
			for _, step := range steps {
				testkit.Must(t, 0, step(s, o, from))
			}
			for _, l := range s.lifespans() {
				if l.EndedAt == nil {
					t.Errorf("it is paid for since %v", l.StartedAt)
				}
			}
		})
	}
}
