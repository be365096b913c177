package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/link"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// linkTo makes a secret to be mailed, for one purpose. It voids the account's
// earlier ones of that purpose.
func (p Parts) linkTo(ctx context.Context, tx *ent.Tx, account uuid.UUID, purpose link.Purpose, subject string, lasts time.Duration) (string, error) {
	if err := p.voidLinks(ctx, tx, account, purpose); err != nil {
		return "", err
	}
	secret := newToken()
	err := tx.Link.Create().SetAccountID(account).SetPurpose(purpose).SetDigest(digest(secret)).SetSubject(subject).
		SetCreatedAt(p.Now()).SetExpiresAt(p.Now().Add(lasts)).Exec(viewer.AsSystem(ctx))
	if err != nil {
		return "", fmt.Errorf("make link: %w", err)
	}
	return secret, nil
}

// voidLinks makes mailed links of some purposes worthless.
func (p Parts) voidLinks(ctx context.Context, tx *ent.Tx, account uuid.UUID, purposes ...link.Purpose) error {
	_, err := tx.Link.Delete().Where(link.AccountID(account), link.PurposeIn(purposes...)).Exec(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("void links: %w", err)
	}
	return nil
}

// follow uses a mailed secret up and returns its link with the account, which it
// locks. Nobody is signed in: to hold the secret is the right.
func (p Parts) follow(ctx context.Context, tx *ent.Tx, purpose link.Purpose, secret string) (*ent.Link, error) {
	platform := viewer.AsSystem(ctx)
	alive := tx.Link.Query().Where(link.Digest(digest(secret)), link.PurposeEQ(purpose), link.ExpiresAtGT(p.Now()))
	l, err := alive.Clone().Only(platform)
	if err == nil { // before the link, as whoever makes another one does
		err = p.DB.Lock(ctx, tx, account.Table, l.AccountID)
	}
	if err == nil {
		l, err = alive.WithAccount().Only(platform)
	}
	if ent.IsNotFound(err) {
		return nil, deadLink()
	} else if err != nil {
		return nil, fmt.Errorf("find link: %w", err)
	}
	n, err := tx.Link.Delete().Where(link.ID(l.ID)).Exec(platform)
	if err != nil {
		return nil, fmt.Errorf("use link: %w", err)
	}
	if n == 0 { // somebody was faster
		return nil, deadLink()
	}
	return l, nil
}

func deadLink() *problem.Input {
	return problem.In("token", problem.LinkInvalid, "This link does not work any more: it was used, replaced by a newer one, or its time is over.")
}
