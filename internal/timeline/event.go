package timeline

import (
	"maps"
	"reflect"
	"slices"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/i18n"
)

// An Event is one thing that happened. Each type of event is a struct that embeds
// OnAccount or OnApp, and Origin if it is about security. It is in event_<section>.go
// together with its summary and its registration; a field tagged `personal:"true"` is
// erased when the account is deleted.
type Event interface {
	head() *Head
	// summary is a sentence without a period and without the actor, who is shown next
	// to it.
	summary() i18n.Message
}

// An EventType names a type of event, such as app_deployed: lower case in the database,
// in webhooks, and in the docs, upper case in GraphQL.
type EventType string

// OnAccount is embedded in an event that happens to an account.
type OnAccount struct{ Head }

// OnApp is embedded in an event that always happens to an app.
type OnApp struct{ Head }

func (*OnApp) onApp() {}

// An appEvent is an event that always names an app.
type appEvent interface{ onApp() }

// ForAccount is for an event that happened to an account because of someone else.
func ForAccount(a *ent.Account) OnAccount {
	return OnAccount{Head{Account: Name(a.ID, a.Username)}}
}

// ForApp is for an event that happened to an app.
func ForApp(a *ent.App) OnApp { return OnApp{Head{App: NameApp(a)}} }

// To says that the event happened to another account than the actor's; it appears in
// that account's timeline too.
func (o OnApp) To(a *ent.Account) OnApp {
	o.Account = Name(a.ID, a.Username)
	return o
}

// Also has the event stand in the timeline of another account or app, besides those of
// the actor, and of the account and the app that it happened to.
func (o OnApp) Also(stream uuid.UUID) OnApp {
	o.also = stream
	return o
}

// Origin is where a request came from. The log fills it in. An event that embeds it is
// about security.
type Origin struct {
	Address string `json:"address,omitempty" personal:"true"`
	Device  string `json:"device,omitempty" personal:"true"`
}

func (o *Origin) origin() *Origin { return o }

// A SecurityEvent is an event that has an origin.
type SecurityEvent interface {
	Event
	origin() *Origin
}

var (
	newEvents  = map[EventType]func() Event{}
	eventTypes = map[reflect.Type]EventType{}
)

// register makes a type of event known by its name, which must never change: the log's
// rows contain it.
func register[E any, P interface {
	*E
	Event
}](name EventType) EventType {
	if newEvents[name] != nil {
		panic("two types of event are named " + string(name))
	}
	newEvents[name] = func() Event { return P(new(E)) }
	eventTypes[reflect.TypeFor[P]()] = name
	return name
}

// EventTypes are all types of event, sorted by name.
func EventTypes() []EventType { return slices.Sorted(maps.Keys(newEvents)) }

// TypeOf is the type of an event.
func TypeOf(e Event) EventType { return eventTypes[reflect.TypeOf(e)] }

// HeadOf is what an event has in common with all others.
func HeadOf(e Event) *Head { return e.head() }
