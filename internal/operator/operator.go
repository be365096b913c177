// Package operator is what the people who run the platform do through the API, and what
// their platform reports through it: which of the containers, add-ons, and one-offs that
// were ordered run. It doesn't know what a fact means; the domains do.
//
// The invariant: an operator is no account. Requests with an operator's token are a
// guest's but for the fields that name a scope of the operator's.
package operator

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/addon"
	"portico/internal/catalog"
	"portico/internal/container"
	"portico/internal/oneoff"
	"portico/internal/store"
	"portico/internal/worker"
)

// A Scope is an area in which an operator's token may act, as the API names it.
type Scope string

// The scopes.
const (
	Read     Scope = "READ"     // look accounts up
	Facts    Scope = "FACTS"    // report what runs
	Accounts Scope = "ACCOUNTS" // change accounts
	Money    Scope = "MONEY"    // change invoices and payments
)

// Scopes are all scopes.
var Scopes = []Scope{Read, Facts, Accounts, Money}

// Operators does what operators ask for.
type Operators struct {
	DB *store.DB
	// Now is real time.
	Now     func() time.Time
	Catalog *catalog.Store
	// Simulated says that Portico plays the platform itself, and nobody else reports.
	Simulated bool
	// Waiting lists the work that waits of some owners.
	Waiting func(ctx context.Context, owners []uuid.UUID, limit int) ([]worker.Waiting, error)

	// What facts are reported to; the app is locked.
	Containers container.Containers
	Addons     func(context.Context, *ent.Tx, addon.Fact) error
	OneOffs    func(context.Context, *ent.Tx, oneoff.Fact) error
}

// An Operator is the holder of an operator's token.
type Operator struct {
	// Name is the token's.
	Name   string
	Scopes []Scope

	tokenID uuid.UUID
}

// ID is that of the token.
func (o Operator) ID() uuid.UUID { return o.tokenID }

// May reports whether the token has a scope.
func (o Operator) May(s Scope) bool { return slices.Contains(o.Scopes, s) }

type key struct{}

// With returns a context in which an operator asks.
func With(ctx context.Context, o Operator) context.Context { return context.WithValue(ctx, key{}, o) }

// From returns the operator who asks, if one does.
func From(ctx context.Context) (Operator, bool) {
	o, ok := ctx.Value(key{}).(Operator)
	return o, ok
}
