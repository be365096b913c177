package deletion

import (
	"context"
	"math"
	"time"

	"portico/ent"
)

// GraceDays is the number of days in which a confirmed deletion can be canceled,
// unless an old address can revert a change of email for longer.
func (s Deletions) GraceDays() int32 { return daysIn(s.Grace) }

func daysIn(d time.Duration) int32 { return int32(math.Ceil(d.Hours() / 24)) }

// due is when the data of the viewer's account is removed if the deletion is confirmed
// now: an old address keeps the time it has to take the account back. It also returns
// the changes that such addresses can revert.
func (s Deletions) due(ctx context.Context, db *ent.Client) (due time.Time, changes []*ent.EmailChange, err error) {
	changes, until, err := s.Emails.Revertible(ctx, db)
	if due = s.Now().Add(s.Grace); until.After(due) {
		due = until
	}
	return due, changes, err
}
