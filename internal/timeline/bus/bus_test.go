package bus_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"

	"portico/internal/timeline/bus"
)

func TestEveryListenerHearsEveryHint(t *testing.T) {
	t.Parallel()
	a, b := uuid.New(), uuid.New()
	var m bus.Memory
	m.Moved(a) // nobody listens: it is lost
	heard := make([][]uuid.UUID, 2)
	for i := range heard {
		m.Listen(bus.Listener{
			Moved:         func(id uuid.UUID) { heard[i] = append(heard[i], id) },
			RightsChanged: func(id uuid.UUID) { heard[i] = append(heard[i], id, uuid.Nil) },
		})
	}
	m.Moved()
	m.Moved(a, b)
	m.RightsChangedNow(a)
	for i, got := range heard {
		if want := []uuid.UUID{a, b, a, uuid.Nil}; !slices.Equal(got, want) {
			t.Errorf("listener %d heard %v, want %v", i, got, want)
		}
	}
}

func TestHintsAndListenersAtOnce(t *testing.T) {
	t.Parallel()
	var m bus.Memory
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				m.Moved(uuid.Nil)
			}
		})
		wg.Go(func() { m.Listen(bus.Listener{Moved: func(uuid.UUID) {}, RightsChanged: func(uuid.UUID) {}}) })
	}
	wg.Wait()
}
