package graph

import "portico/graph/model"

// ServerInfo is what this server is and offers: constant while it runs.
type ServerInfo struct {
	model.ServerInfo
	// GitRemote is the address of an app's repository.
	GitRemote func(app string) string
}
