// Package node names the Go types behind the API's objects and connections
// that have no name of their own.
package node

import (
	"portico/ent"
	"portico/internal/gid"
	"portico/internal/page"
)

// A Node is whatever has an id of its own.
type Node interface{ GlobalID() gid.ID }

// The connections and their edges.
type (
	SSHKeyConnection       = page.Connection[*ent.SSHKey]
	SSHKeyEdge             = page.Edge[*ent.SSHKey]
	AppConnection          = page.Connection[*ent.App]
	AppEdge                = page.Edge[*ent.App]
	CollaboratorConnection = page.Connection[*ent.Collaborator]
	CollaboratorEdge       = page.Edge[*ent.Collaborator]
	DeploymentConnection   = page.Connection[*ent.Deployment]
	DeploymentEdge         = page.Edge[*ent.Deployment]
)
