// Package graph translates between GraphQL and the domain. It decides nothing: a
// resolver calls one use case and returns its result.
package graph

import (
	"context"

	"portico/internal/assembly"
	"portico/internal/sandbox"
)

// Resolver holds the use cases that the API may call, put together in internal/assembly.
type Resolver struct {
	assembly.Domains
	Server ServerInfo
	// Sandbox is the clock of a sandbox; nil: this is none.
	Sandbox *sandbox.Clock
	// Pace waits until the viewer may be sent another event, and reports whether it had
	// to.
	Pace func(context.Context) (waited bool, err error)
	// Spend takes what an operation costs beyond its price off the viewer's budget, or
	// refuses it. If nil, nothing is counted.
	Spend func(ctx context.Context, price int32) error
}
