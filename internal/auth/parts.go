package auth

import (
	"time"

	"portico/internal/keyring"
	"portico/internal/notify"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
)

// Parts are what the use cases of this package stand on.
type Parts struct {
	DB        *store.DB
	Log       *timeline.Log
	Bus       *bus.Memory
	Passwords *Passwords
	Ring      *keyring.Ring
	Outbox    notify.Outbox
	Now       func() time.Time
}
