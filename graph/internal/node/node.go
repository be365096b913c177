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

// The connections.
type (
	// SSHKeyConnection is a page of SSH keys.
	SSHKeyConnection = page.Connection[*ent.SSHKey]
	// APITokenConnection is a page of API tokens.
	APITokenConnection = page.Connection[*ent.APIToken]
	// SessionConnection is a page of sessions.
	SessionConnection = page.Connection[*ent.Session]
	// AppConnection is a page of apps.
	AppConnection = page.Connection[*ent.App]
	// CollaboratorConnection is a page of collaborators.
	CollaboratorConnection = page.Connection[*ent.Collaborator]
	// DeploymentConnection is a page of deployments.
	DeploymentConnection = page.Connection[*ent.Deployment]
)

// The edges.
type (
	// SSHKeyEdge is a key and its position.
	SSHKeyEdge = page.Edge[*ent.SSHKey]
	// APITokenEdge is a token and its position.
	APITokenEdge = page.Edge[*ent.APIToken]
	// SessionEdge is a session and its position.
	SessionEdge = page.Edge[*ent.Session]
	// AppEdge is an app and its position.
	AppEdge = page.Edge[*ent.App]
	// CollaboratorEdge is a collaborator and their position.
	CollaboratorEdge = page.Edge[*ent.Collaborator]
	// DeploymentEdge is a deployment and its position.
	DeploymentEdge = page.Edge[*ent.Deployment]
)
