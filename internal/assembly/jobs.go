package assembly

import "portico/internal/worker"

// Jobs are all kinds of work that is due at a stored time. On one clock they are done
// in this order: a change of email that expires or takes effect is not reminded of, and
// what they email is sent last.
func (d Domains) Jobs() []worker.Job {
	jobs := []worker.Job{
		d.Recovery.AnswerJob(),
		d.Emails.ExpireJob(), d.Emails.ApplyJob(), d.Emails.RemindJob(),
		d.Factors.TurnOffLostJob(), d.Factors.RemindOfLossJob(),
		d.Deletions.RemoveJob(),
		d.Exports.MakeJob(),
		d.Transfers.ExpireJob(),
		d.BillingProfiles.CheckVATJob(),
	}
	if d.SimulatedPlatform {
		jobs = append(jobs, d.Containers.SimulateJob(), d.OneOffs.SimulateJob(), d.Addons.SimulateJob())
	}
	if d.Sender != nil { // else emails wait: in a sandbox to be looked at
		jobs = append(jobs, d.Outbox.SendJob(d.Sender))
	}
	return jobs
}
