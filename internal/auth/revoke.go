package auth

import (
	"context"
	"time"

	"portico/ent"
	"portico/internal/holding"
	"portico/internal/problem"
)

// Revocation revokes everything that gives access to an account, in every domain.
type Revocation struct {
	Holdings *holding.List
}

// RevokeAll revokes every credential of an account whose email was never verified, when
// someone else proves to own that email: the person who created the account may have
// been waiting for this.
func (p Revocation) RevokeAll(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	return problem.Wrap("revoke all credentials", p.Holdings.RevokeAll(As(ctx, a), tx, a))
}

// RevokeSince revokes what gives access to the viewer's account and was added since a
// given time; older credentials stay. Sessions and the password are revoked whatever
// their age, because the person who changed the email had both. The owner sets a new
// password with an emailed link.
func (p Revocation) RevokeSince(ctx context.Context, tx *ent.Tx, a *ent.Account, since time.Time) error {
	return p.Holdings.RevokeSince(ctx, tx, a, since)
}
