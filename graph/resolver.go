// Package graph translates between GraphQL and the domain. It decides nothing:
// a resolver asks one use case and says what came of it.
package graph

import (
	"context"
	"time"

	"portico/internal/account"
	"portico/internal/auth"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Resolver holds the use cases that the API may call, built in internal/assembly.
type Resolver struct {
	auth.Identity
	DB            *store.DB
	Server        ServerInfo
	Profiles      account.Profiles
	Keys          account.Keys
	Exports       account.Exports
	Apps          platform.Apps
	Collaborators platform.Collaborators
	Deployments   platform.Deployments
	Timeline      *timeline.Log
	Now           func() time.Time
	// Pace waits until the viewer may be sent another event, and says whether it
	// had to.
	Pace func(context.Context) (waited bool, err error)
}
