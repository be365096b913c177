package assembly

import (
	"portico/internal/addon"
	"portico/internal/attempt"
	"portico/internal/container"
	"portico/internal/metering"
	"portico/internal/oneoff"
	"portico/internal/platform"
)

// Platform is the use cases around apps.
type Platform struct {
	Meter         metering.Meter
	Sheets        metering.Sheets
	Apps          platform.Apps
	Collaborators platform.Collaborators
	Transfers     platform.Transfers
	Deployments   platform.Deployments
	ReviewApps    platform.ReviewApps
	Containers    container.Containers
	OneOffs       oneoff.OneOffs
	Addons        addon.Addons
}

// newPlatform builds the use cases around apps on the domains that stand already.
func newPlatform(d Domains) (i Platform) {
	now := d.Business.Now
	pace := platform.Pace{Attempts: attempt.Limiter{DB: d.DB, Now: d.Now}}
	starts := platform.Starts{Gate: d.Gate, Pace: pace}
	i.Meter = metering.Meter{DB: d.DB, Catalog: d.Catalog, Attempts: pace.Attempts, Now: now}
	i.Sheets = metering.Sheets{Meter: i.Meter, Ring: d.Ring, Now: d.Now}
	i.Apps = platform.Apps{DB: d.DB, Log: d.Log, Bus: d.Bus, Pace: pace, Now: now, Meter: i.Meter, Discard: d.DiscardRepository}
	i.Collaborators = platform.Collaborators{DB: d.DB, Log: d.Log, Bus: d.Bus, Apps: i.Apps, Pace: pace, Now: now}
	i.Deployments = platform.Deployments{DB: d.DB, Log: d.Log, Denials: &platform.Denials{Now: d.Now}}
	i.Containers = container.Containers{
		DB: d.DB, Log: d.Log, Apps: i.Apps, Catalog: d.Catalog, Meter: i.Meter, Starts: starts, Now: now, Simulated: d.SimulatedPlatform, Wake: d.Wake,
	}
	i.ReviewApps = platform.ReviewApps{DB: d.DB, Log: d.Log, Apps: i.Apps, Deployments: i.Deployments, Starts: starts, Start: i.Containers.Review, Now: now}
	i.OneOffs = oneoff.OneOffs{
		DB: d.DB, Log: d.Log, Catalog: d.Catalog, Meter: i.Meter, Starts: starts, Now: now, Simulated: d.SimulatedPlatform, Wake: d.Wake,
	}
	i.Transfers = platform.Transfers{
		DB: d.DB, Log: d.Log, Bus: d.Bus, Apps: i.Apps, Meter: i.Meter, Gate: d.Gate, Pace: pace, Catalog: d.Catalog,
		TakeRepository: d.TakeRepository, TakeOneOffs: i.OneOffs.Take, Now: now, Wake: d.Wake,
	}
	i.Addons = addon.Addons{
		DB: d.DB, Log: d.Log, Catalog: d.Catalog, Meter: i.Meter, Starts: starts, Now: now, Simulated: d.SimulatedPlatform, Wake: d.Wake,
	}
	return i
}
