// Package graph translates between GraphQL and the domain. It decides nothing:
// a resolver asks one use case and says what came of it.
package graph

import (
	"time"

	"portico/internal/account"
	"portico/internal/auth"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Resolver holds the use cases that the API may call, wired in server/serve.go.
type Resolver struct {
	DB            *store.DB
	Server        ServerInfo
	Accounts      auth.Accounts
	Emails        auth.Emails
	Recovery      auth.Recovery
	Sessions      auth.Sessions
	Tokens        auth.Tokens
	Door          auth.Door
	Factors       auth.Factors
	Sudo          auth.Sudo
	Closing       auth.Closing
	Profiles      account.Profiles
	Keys          account.Keys
	Exports       account.Exports
	Apps          platform.Apps
	Collaborators platform.Collaborators
	Deployments   platform.Deployments
	Timeline      *timeline.Log
	Now           func() time.Time
}
