package emailchange

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/emailchange"
	"portico/ent/link"
	"portico/internal/problem"
)

// Revertible returns the viewer's email changes that the old address can still revert
// with a link, and until when the last of them can be.
func (p Emails) Revertible(ctx context.Context, db *ent.Client) (changes []*ent.EmailChange, until time.Time, err error) {
	links, err := db.Link.Query().Where(link.PurposeEQ(link.PurposeREVERT_EMAIL), link.ExpiresAtGT(p.Now())).All(ctx)
	if err != nil {
		return nil, until, fmt.Errorf("find links that revert: %w", err)
	}
	if len(links) == 0 {
		return nil, until, nil
	}
	ids := make([]uuid.UUID, len(links))
	for i, l := range links {
		ids[i], _ = changeOf(l)
		if l.ExpiresAt.After(until) {
			until = l.ExpiresAt
		}
	}
	changes, err = db.EmailChange.Query().Where(emailchange.IDIn(ids...)).All(ctx)
	return changes, until, problem.Wrap("find changes of email", err)
}

// markReverted marks an email change as reverted, and those made since. Earlier changes
// stay: their old addresses have links of their own, which anyone who took over the
// account and its next address must not be able to void.
func (p Emails) markReverted(ctx context.Context, tx *ent.Tx, c *ent.EmailChange) error {
	since, err := tx.EmailChange.Query().Where(emailchange.StateEQ(emailchange.StateAPPLIED), emailchange.IDGTE(c.ID)).All(ctx)
	if err != nil {
		return fmt.Errorf("find changes of email: %w", err)
	}
	ids, subjects := make([]uuid.UUID, len(since)), make([]string, len(since))
	for i, c := range since {
		ids[i], subjects[i] = c.ID, c.ID.String()
	}
	err = tx.EmailChange.Update().Where(emailchange.IDIn(ids...)).SetState(emailchange.StateREVERTED).Exec(ctx)
	if err != nil {
		return fmt.Errorf("revert change of email: %w", err)
	}
	_, err = tx.Link.Delete().Where(link.PurposeEQ(link.PurposeREVERT_EMAIL), link.SubjectIn(subjects...)).Exec(ctx)
	return problem.Wrap("void links that revert", err)
}
