// Package maillink makes the secrets that are emailed in links, and finds what they are
// for. Each is for one purpose, expires, and is stored as a digest.
package maillink

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/link"
	"portico/internal/naming"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Links creates and finds the secrets in emailed links.
type Links struct {
	DB  *store.DB
	Now func() time.Time
}

// Replace creates a secret for one purpose. It voids the account's earlier ones.
func (p Links) Replace(ctx context.Context, tx *ent.Tx, id uuid.UUID, purpose link.Purpose, subject string, lasts time.Duration) (string, error) {
	if err := p.Void(ctx, tx, id, purpose); err != nil {
		return "", err
	}
	return p.Add(ctx, tx, id, purpose, subject, lasts)
}

// Add does the same, but the earlier secrets keep working.
func (p Links) Add(ctx context.Context, tx *ent.Tx, id uuid.UUID, purpose link.Purpose, subject string, lasts time.Duration) (string, error) {
	secret := randtoken.New()
	return secret, p.Keep(ctx, tx, id, purpose, randtoken.Digest(secret), subject, lasts)
}

// Keep stores the digest of an emailed secret.
func (p Links) Keep(ctx context.Context, tx *ent.Tx, account uuid.UUID, purpose link.Purpose, digest []byte, subject string, lasts time.Duration) error {
	return save(ctx, p.create(tx, account, purpose, digest, lasts).SetSubject(subject))
}

// Hold creates a secret that reverts a change of email. Until it expires, nobody else
// can have the old email.
func (p Links) Hold(ctx context.Context, tx *ent.Tx, c *ent.EmailChange, lasts time.Duration) (string, error) {
	secret := randtoken.New()
	l := p.create(tx, c.AccountID, link.PurposeREVERT_EMAIL, randtoken.Digest(secret), lasts)
	return secret, save(ctx, l.SetSubject(c.ID.String()).SetHeldKey(naming.EmailKey(c.OldEmail)))
}

func (p Links) create(tx *ent.Tx, account uuid.UUID, purpose link.Purpose, digest []byte, lasts time.Duration) *ent.LinkCreate {
	return tx.Link.Create().SetAccountID(account).SetPurpose(purpose).SetDigest(digest).
		SetCreatedAt(p.Now()).SetExpiresAt(p.Now().Add(lasts))
}

func save(ctx context.Context, l *ent.LinkCreate) error {
	return problem.Wrap("make link", l.Exec(viewer.AsSystem(ctx)))
}

// Void makes emailed links of some purposes worthless.
func (p Links) Void(ctx context.Context, tx *ent.Tx, id uuid.UUID, purposes ...link.Purpose) error {
	_, err := tx.Link.Delete().Where(link.AccountID(id), link.PurposeIn(purposes...)).Exec(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("void links: %w", err)
	}
	return nil
}

// Find finds the link of an emailed secret, with its account. It needs no viewer:
// holding the secret is all the authorization there is.
func (p Links) Find(ctx context.Context, links *ent.LinkClient, purpose link.Purpose, secret string) (*ent.Link, error) {
	l, err := links.Query().Where(link.Digest(randtoken.Digest(secret)), link.PurposeEQ(purpose), link.ExpiresAtGT(p.Now())).
		WithAccount().Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		return nil, Dead()
	} else if err != nil {
		return nil, fmt.Errorf("find link: %w", err)
	}
	return l, nil
}

// Use uses up an emailed secret and returns its link with the account, which it locks
// first.
func (p Links) Use(ctx context.Context, tx *ent.Tx, purpose link.Purpose, secret string) (*ent.Link, error) {
	l, err := p.Find(ctx, tx.Link, purpose, secret)
	if err != nil {
		return nil, err
	}
	if err := p.DB.Lock(ctx, tx, account.Table, l.AccountID); err != nil {
		return nil, err
	}
	platform := viewer.AsSystem(ctx)
	n, err := tx.Link.Delete().Where(link.ID(l.ID)).Exec(platform)
	if err != nil {
		return nil, fmt.Errorf("use link: %w", err)
	}
	if n == 0 { // another request was faster
		return nil, Dead()
	}
	if l.Edges.Account, err = tx.Account.Get(platform, l.AccountID); err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	return l, nil
}

// Dead is the error for a link that no longer works.
func Dead() *problem.Input {
	return problem.In("token", problem.LinkInvalid, "This link no longer works: it expired, was already used, or was replaced by a newer one.")
}

// Held reports whether an old address of another account can still be restored by a
// link. Nobody else can have it until then, or anyone who changed the email would only
// have to sign up with it.
func (p Links) Held(ctx context.Context, links *ent.LinkClient, but uuid.UUID, key string) (bool, error) {
	held, err := links.Query().Where(link.HeldKey(key), link.ExpiresAtGT(p.Now()), link.AccountIDNEQ(but)).Exist(viewer.AsSystem(ctx))
	return held, problem.Wrap("look for held addresses", err)
}
