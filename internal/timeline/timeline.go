// Package timeline is the log of what happened: recorded in the transaction
// that makes it happen, read in pages, and followed live. It knows what an
// event looks like and in which streams it stands, not why it happens.
//
// The invariant: in every stream the entries are numbered 1, 2, 3 … without a
// gap, in the order of their commits, and their times never decrease, as far as
// the machines' clocks agree. Wake-ups are hints; the log is the truth.
package timeline

import (
	"context"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/gid"
	"portico/internal/i18n"
	"portico/internal/store"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// A Log records and follows timelines. One serves the whole program.
type Log struct {
	DB  *store.DB
	Bus *bus.Memory
	// Now is business time, which dates the events.
	Now func() time.Time
	// Real is real time, by which a follower is asked again what it may see.
	Real func() time.Time

	batches sync.Map // *ent.Tx → *batch: what is to be recorded at its end
	tails   tails
}

// MarshalGQL writes the type as a value of the enum TimelineEventType.
func (t EventType) MarshalGQL(w io.Writer) {
	_, _ = io.WriteString(w, strconv.Quote(strings.ToUpper(string(t))))
}

// UnmarshalGQL reads a value of the enum TimelineEventType.
func (t *EventType) UnmarshalGQL(v any) error {
	s, _ := v.(string)
	*t = EventType(strings.ToLower(s))
	return nil
}

// Head is what every event has.
type Head struct {
	ID         gid.ID        `json:"-"`
	OccurredAt time.Time     `json:"-"`
	Type       EventType     `json:"-"`
	Actor      *Actor        `json:"-"`
	Account    *NamedAccount `json:"-"`
	App        *NamedApp     `json:"-"` // nil: about no app

	message i18n.Message
	also    uuid.UUID // another account or app, or zero
}

func (h *Head) head() *Head { return h }

// IsTimelineEvent says that it is one, for the API.
func (h *Head) IsTimelineEvent() {}

// Summary is a sentence about the event in the viewer's language.
func (h *Head) Summary(ctx context.Context) string {
	v, _ := viewer.From(ctx)
	return h.message.For(v.Reader())
}

// An Actor is who did it.
type Actor struct {
	Kind    string // ACCOUNT, PLATFORM, OPERATOR
	Account *NamedAccount
}

// A NamedAccount is an account as it was named then.
type NamedAccount struct {
	ID       gid.ID `json:"id"`
	Username string `json:"username"`
}

// A NamedApp is an app as it was named then.
type NamedApp struct {
	ID   gid.ID `json:"id"`
	Name string `json:"name"`
}

// Name names an account.
func Name(id uuid.UUID, username string) *NamedAccount {
	return &NamedAccount{ID: gid.ID{Kind: gid.Account, UUID: id}, Username: username}
}

// NameApp names an app.
func NameApp(a *ent.App) *NamedApp { return &NamedApp{ID: a.GlobalID(), Name: a.Name} }
