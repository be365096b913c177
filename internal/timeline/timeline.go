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
	"portico/internal/speech"
	"portico/internal/store"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// A Log records and follows timelines. One serves the whole program.
type Log struct {
	DB  *store.DB
	Bus *bus.Memory
	Now func() time.Time

	batches sync.Map // *ent.Tx → *batch: what is to be recorded at its end
	tails   tails
}

// A Kind is what sort of event it is: noun_past, in the database, in webhooks
// and in the docs; in GraphQL the same in capitals.
type Kind string

// MarshalGQL writes the kind as a value of the enum TimelineEventType.
func (k Kind) MarshalGQL(w io.Writer) {
	_, _ = io.WriteString(w, strconv.Quote(strings.ToUpper(string(k))))
}

// UnmarshalGQL reads a value of the enum TimelineEventType.
func (k *Kind) UnmarshalGQL(v any) error {
	s, _ := v.(string)
	*k = Kind(strings.ToLower(s))
	return nil
}

// An Event is one thing that happened: a struct per kind, in event.go.
type Event interface {
	kind() Kind
	head() *Head
	// sentence is the summary in English, the key of its translations.
	sentence() (format string, args []any)
}

// Head is what every event has.
type Head struct {
	ID         gid.ID
	OccurredAt time.Time
	Type       Kind
	Actor      *Actor
	Account    *NamedAccount
	App        *NamedApp // nil: about no app

	format string
	args   []any
}

func (h *Head) head() *Head { return h }

// IsTimelineEvent says that it is one, for the API.
func (h *Head) IsTimelineEvent() {}

// Summary is a sentence on the event in the viewer's language.
func (h *Head) Summary(ctx context.Context) string {
	v, _ := viewer.From(ctx)
	return speech.Say(v.Language, h.format, h.args...)
}

// An Actor is who did it.
type Actor struct {
	Kind    string // ACCOUNT, PLATFORM, OPERATOR
	Account *NamedAccount
}

// A NamedAccount is an account as it was named then.
type NamedAccount struct {
	ID       gid.ID
	Username string
}

// A NamedApp is an app as it was named then.
type NamedApp struct {
	ID   gid.ID
	Name string
}

// OnApp begins an event that happened to an app.
func OnApp(a *ent.App) Head {
	return Head{App: &NamedApp{ID: a.GlobalID(), Name: a.Name}}
}

// To says that it happened to another account than the one that acts; the
// event stands in that one's timeline too.
func (h Head) To(a *ent.Account) Head {
	h.Account = Name(a.ID, a.Username)
	return h
}

// ToAccount begins an event that happened to an account by another's act.
func ToAccount(a *ent.Account) Head { return Head{}.To(a) }

// Name names an account.
func Name(id uuid.UUID, username string) *NamedAccount {
	return &NamedAccount{ID: gid.ID{Kind: gid.Account, UUID: id}, Username: username}
}

// At is a log on the same streams that tells the time by another clock.
func (l *Log) At(now func() time.Time) *Log { return &Log{DB: l.DB, Bus: l.Bus, Now: now} }

// KindOf is what sort of event it is.
func KindOf(e Event) string { return string(e.kind()) }

// HeadOf is what an event has in common with every other.
func HeadOf(e Event) *Head { return e.head() }
