package platform

import (
	"context"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/attempt"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// How often an account may do what others see, or what stays recorded. What ends
// something has no limit of its own: it was started before.
const (
	// changesAnHour is how often an account changes apps, and how often all others
	// together change those of one owner, who pays for them.
	changesAnHour = 1000
	// invitationsAnHour is how many invitations per hour one account can send, and how
	// many roles it can change: each writes to someone else's timeline.
	invitationsAnHour = 200
	// offersAnHour is how many apps an account can offer to others: each offer, and each
	// answer, writes to someone else's timeline.
	offersAnHour = 200
	// acceptsAnHour is how often an account can accept an app: what is on disk is
	// measured for it.
	acceptsAnHour = 200
	// offersADay is how often one app can be offered: a transfer orders all that it runs.
	offersADay = 50
)

// Pace limits how often apps are changed.
type Pace struct {
	// Attempts counts in real time.
	Attempts attempt.Limiter
}

// Change counts a change of an app by the viewer, or refuses it. Changes by others count
// for the owner, too, apart from the owner's: they can't use those up.
func (p Pace) Change(ctx context.Context, tx *ent.Tx, owner uuid.UUID) error {
	me := viewer.ID(ctx)
	err := p.hourly(ctx, tx, "change", me, changesAnHour,
		problem.In("", problem.LimitReached, "You changed apps %d times within an hour. Try again later.", changesAnHour))
	if err != nil || me == owner {
		return err
	}
	return p.hourly(ctx, tx, "change_by_others", owner, changesAnHour,
		problem.In("", problem.LimitReached, "Collaborators changed the apps of this owner %d times within an hour. Try again later.", changesAnHour))
}

// invite counts an invitation that the viewer sends.
func (p Pace) invite(ctx context.Context, tx *ent.Tx) error {
	return p.hourly(ctx, tx, "invitation", viewer.ID(ctx), invitationsAnHour,
		problem.In("", problem.LimitReached, "You sent %d invitations within an hour. Try again later.", invitationsAnHour))
}

// changeRole counts a role that the viewer changes.
func (p Pace) changeRole(ctx context.Context, tx *ent.Tx) error {
	return p.hourly(ctx, tx, "role_change", viewer.ID(ctx), invitationsAnHour,
		problem.In("", problem.LimitReached, "You changed roles %d times within an hour. Try again later.", invitationsAnHour))
}

// offer counts an offer of an app by the viewer.
func (p Pace) offer(ctx context.Context, tx *ent.Tx, a *ent.App) error {
	err := p.hourly(ctx, tx, "offer", viewer.ID(ctx), offersAnHour,
		problem.In("", problem.LimitReached, "You offered apps %d times within an hour. Try again later.", offersAnHour))
	if err != nil {
		return err
	}
	return p.within(ctx, tx, "offer", attempt.OfResource(a.ID), offersADay, 24*time.Hour,
		problem.In("", problem.LimitReached, "%s was offered %d times within a day. Try again later.", a.Name, offersADay))
}

// accept counts that the viewer accepts an app.
func (p Pace) accept(ctx context.Context, tx *ent.Tx) error {
	return p.hourly(ctx, tx, "accept", viewer.ID(ctx), acceptsAnHour,
		problem.In("", problem.LimitReached, "You accepted apps %d times within an hour. Try again later.", acceptsAnHour))
}

func (p Pace) hourly(ctx context.Context, tx *ent.Tx, kind string, account uuid.UUID, most int64, tooOften *problem.Input) error {
	return p.within(ctx, tx, kind, attempt.OfAccount(account), most, time.Hour, tooOften)
}

func (p Pace) within(ctx context.Context, tx *ent.Tx, kind, subject string, most int64, per time.Duration, tooOften *problem.Input) error {
	ok, err := p.Attempts.Within(ctx, tx, kind, subject, most, per)
	if err == nil && !ok {
		return tooOften
	}
	return err
}
