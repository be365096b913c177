package main

import (
	"time"

	"portico/internal/worker"
)

const (
	// pollUnknown is for jobs that don't say when they are due next.
	pollUnknown = 15 * time.Second
	// pollKnown only finds what other processes have written.
	pollKnown = time.Minute
)

// addWorkers registers everything that is done when it is due.
func (p *program) addWorkers() {
	p.workers.Add(worker.Worker{Poll: pollUnknown, Jobs: []worker.Job{
		{Name: "answer password resets", Run: p.Recovery.Answer},
		{Name: "change emails", Run: p.Emails.Due},
		{Name: "turn off lost second factors", Run: p.Factors.LostDue},
		{Name: "remove closed accounts", Run: p.Closing.RemoveDue},
	}})
	if p.smtp != nil { // else emails wait: in a sandbox to be looked at
		p.workers.Add(worker.Worker{Poll: pollKnown, Jobs: []worker.Job{p.Outbox.SendJob(p.smtp)}})
	}
	p.workers.Add(worker.Worker{Poll: pollKnown, Jobs: []worker.Job{p.Exports.MakeJob()}})
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
