package main

import (
	"time"

	"portico/internal/worker"
)

// poll only finds what other processes have written.
const poll = time.Minute

// addWorkers registers everything that is done when it is due.
func (p *program) addWorkers() {
	p.workers.AddDue(poll, p.Jobs())
	p.workers.Add(worker.Worker{Periodic: true, Poll: 5 * time.Minute, Jobs: []worker.Job{
		{Name: "delete old attempts", Run: p.Attempts.Sweep},
		{Name: "delete what has expired", Run: p.Sessions.Sweep},
		{Name: "delete old exports", Run: p.Exports.Sweep},
		{Name: "delete old emails", Run: p.Outbox.Sweep},
	}})
	// These wait for the disk and for git, and hold nothing of the database.
	p.workers.Add(worker.Worker{Periodic: true, Poll: 24 * time.Hour, Jobs: []worker.Job{{Name: "remove repositories of deleted apps", Run: p.sweepRepositories}}})
	p.workers.Add(worker.Worker{Periodic: true, Poll: 15 * time.Minute, Jobs: []worker.Job{{Name: "maintain repositories", Run: p.git.Repositories.Maintain}}})
}
