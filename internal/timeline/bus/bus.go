// Package bus carries hints: that a stream has moved, that somebody's rights
// have changed. A hint may be lost, repeated or late; what is true stands in
// the database.
package bus

import (
	"sync"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/store"
)

// Memory is the bus of a program that runs alone. The zero value is ready.
type Memory struct {
	mu        sync.RWMutex
	listeners []Listener
}

// A Listener is called on the goroutine that gives the hint: it must not wait.
type Listener struct {
	// Moved is told that a stream may have moved.
	Moved func(stream uuid.UUID)
	// RightsChanged is told that a session or a key of an account may have
	// ended, or its standing changed.
	RightsChanged func(account uuid.UUID)
}

// Listen has l hear every hint from now on.
func (m *Memory) Listen(l Listener) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.listeners = append(m.listeners, l)
}

// Moved says that these streams may have moved.
func (m *Memory) Moved(streams ...uuid.UUID) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	for _, l := range m.listeners {
		for _, s := range streams {
			l.Moved(s)
		}
	}
}

// RightsChanged says, once tx has committed, that a session or a key of an account
// may have ended, or its standing changed.
func (m *Memory) RightsChanged(tx *ent.Tx, account uuid.UUID) {
	store.After(tx, func() { m.rightsChanged(account) })
}

func (m *Memory) rightsChanged(account uuid.UUID) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	for _, l := range m.listeners {
		l.RightsChanged(account)
	}
}
