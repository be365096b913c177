package clock_test

import (
	"testing"
	"time"

	"portico/internal/clock"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// real is a clock that a test moves.
type realClock struct{ now time.Time }

func (r *realClock) Now() time.Time { return r.now }

func TestBusinessTimeIsRealTimeAtFirst(t *testing.T) {
	t.Parallel()
	r := &realClock{noon}
	b := clock.Business{Real: r.Now}
	if got := b.Now(); !got.Equal(noon) {
		t.Errorf("it is %v", got)
	}
}

func TestBusinessTimeKeepsItsDistance(t *testing.T) {
	t.Parallel()
	r := &realClock{noon}
	b := clock.Business{Real: r.Now}
	b.Set(48 * time.Hour)
	r.now = noon.Add(time.Minute)
	if got, want := b.Now(), noon.Add(48*time.Hour+time.Minute); !got.Equal(want) {
		t.Errorf("it is %v, want %v", got, want)
	}
}

func TestAStoppedClockStands(t *testing.T) {
	t.Parallel()
	r := &realClock{noon}
	b := clock.Business{Real: r.Now}
	b.StopAt(noon.Add(time.Hour))
	r.now = noon.Add(time.Minute)
	if got, want := b.Now(), noon.Add(time.Hour); !got.Equal(want) {
		t.Errorf("it is %v, want %v", got, want)
	}
}

func TestAClockRunsOnFromWhereItStands(t *testing.T) {
	t.Parallel()
	r := &realClock{noon}
	b := clock.Business{Real: r.Now}
	b.StopAt(noon.Add(time.Hour))
	r.now = noon.Add(time.Minute)
	b.Run()
	r.now = noon.Add(2 * time.Minute)
	if got, want := b.Now(), noon.Add(time.Hour+time.Minute); !got.Equal(want) {
		t.Errorf("it is %v, want %v", got, want)
	}
}

func TestBusinessTimeNeverGoesBack(t *testing.T) {
	t.Parallel()
	r := &realClock{noon}
	b := clock.Business{Real: r.Now}
	b.StopAt(noon.Add(-time.Hour))
	if got := b.Now(); got.Before(noon) {
		t.Errorf("it is %v", got)
	}
}
