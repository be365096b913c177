// Package bus carries hints: that a stream has moved, that an account's rights have
// changed. A hint may be lost, repeated, or late; the database has the truth.
package bus

import (
	"sync"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/store"
)

// Memory is the bus of a program that runs as a single process. The zero value is ready
// to use.
type Memory struct {
	mu        sync.RWMutex
	listeners []Listener
}

// A Listener is called on the goroutine that sends the hint: it must not block.
type Listener struct {
	// Moved is called when a stream may have moved.
	Moved func(stream uuid.UUID)
	// RightsChanged is called when a session or a key of an account may have ended, or
	// the account's status changed.
	RightsChanged func(account uuid.UUID)
}

// Listen makes l hear every hint from now on.
func (m *Memory) Listen(l Listener) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.listeners = append(m.listeners, l)
}

// Moved hints that these streams may have moved.
func (m *Memory) Moved(streams ...uuid.UUID) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	for _, l := range m.listeners {
		for _, s := range streams {
			l.Moved(s)
		}
	}
}

// RightsChanged hints, once tx has committed, that a session or a key of an account may
// have ended, or its status changed.
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
