package graph

import (
	"time"

	"portico/graph/model"
)

// ServerInfo is what this server is and offers: constant while it runs, but for how far
// the clock of a sandbox is ahead.
type ServerInfo struct {
	model.ServerInfo
	// GitRemote is the address of an app's repository.
	GitRemote func(app string) string
}

func (r *Resolver) serverInfo() *model.ServerInfo {
	info := r.Server.ServerInfo
	if r.Sandbox != nil {
		info.ClockOffsetSeconds = int32(r.Sandbox.Business.Offset() / time.Second)
	}
	return &info
}
