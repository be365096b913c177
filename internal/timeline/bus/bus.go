// Package bus carries hints that a stream has moved. A hint may be lost,
// repeated or late; what is true stands in the log.
package bus

import (
	"sync"

	"github.com/google/uuid"
)

// Memory is the bus of a program that runs alone. The zero value is ready.
type Memory struct {
	mu        sync.RWMutex
	listeners []func(stream uuid.UUID)
}

// Listen has fn called at every hint, on the goroutine that gives it: fn must
// not wait.
func (m *Memory) Listen(fn func(stream uuid.UUID)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.listeners = append(m.listeners, fn)
}

// Hint says that these streams may have moved.
func (m *Memory) Hint(streams ...uuid.UUID) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	for _, fn := range m.listeners {
		for _, s := range streams {
			fn(s)
		}
	}
}
