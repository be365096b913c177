// Package holding describes what a domain keeps for an account: what blocks the
// account's deletion, what gives access to it, what is erased or anonymized with it,
// what is in its data export, and which secrets are encrypted. Each domain hands its
// value to internal/assembly; deletion, revocation, the data export, and key rotation
// go through all of them and know no domain's tables.
//
// The invariant: a table with rows of accounts is in the Tables of one holding, or in
// the short list of what is kept on purpose. A test in internal/assembly checks this.
package holding

import (
	"context"
	"time"

	"portico/ent"
	"portico/internal/problem"
)

// A Step does its part within a transaction that has locked the account.
type Step func(ctx context.Context, tx *ent.Tx, a *ent.Account) error

// A Holding is what one domain keeps for accounts. Any function may be nil. The account
// is the viewer in each of them, except for Secrets.
type Holding struct {
	// Tables are those that the functions below take care of.
	Tables []string

	// Obstacle is what the owner has to resolve before the account can be deleted, or
	// nil.
	Obstacle func(ctx context.Context, db *ent.Client) (*problem.Input, error)
	// Close ends what is useless to an account whose deletion was confirmed. What the
	// owner gets back when the deletion is canceled stays.
	Close Step
	// Leave gives up what others share with the account: when the deletion is
	// confirmed, and again when the account's own row is empty.
	Leave Step
	// EraseFiles removes files, before the rows that refer to them.
	EraseFiles func(ctx context.Context) error
	// Erase deletes what is personal. The account's own row is still as it was.
	Erase Step
	// Anonymize replaces personal data by a pseudonym in rows that stay. It comes last,
	// in its own transactions, and may be repeated after a crash.
	Anonymize func(ctx context.Context, pseudonym string) error

	// RevokeAll ends what gives access to the account. It records no events: the
	// account is about to be someone else's.
	RevokeAll Step
	// RevokeSince ends what gives access and was added since a time, and records it.
	RevokeSince func(ctx context.Context, tx *ent.Tx, a *ent.Account, since time.Time) error

	// Profile adds to profile.json in the data export.
	Profile func(ctx context.Context) (Object, error)
	// Files are the files of the data export.
	Files []File

	// Secrets are the columns with encrypted secrets.
	Secrets []Secrets
}

// A List is the holdings of all domains. Steps run in its order.
type List []Holding

// Obstacles returns what blocks deleting the viewer's account.
func (l List) Obstacles(ctx context.Context, db *ent.Client) (all []*problem.Input, err error) {
	for _, h := range l {
		if h.Obstacle == nil {
			continue
		}
		p, err := h.Obstacle(ctx, db)
		if err != nil {
			return nil, err
		}
		if p != nil {
			all = append(all, p)
		}
	}
	return all, nil
}

// Close runs that step of all holdings.
func (l List) Close(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	return l.each(ctx, tx, a, func(h Holding) Step { return h.Close })
}

// Leave runs that step of all holdings.
func (l List) Leave(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	return l.each(ctx, tx, a, func(h Holding) Step { return h.Leave })
}

// Erase runs that step of all holdings.
func (l List) Erase(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	return l.each(ctx, tx, a, func(h Holding) Step { return h.Erase })
}

// RevokeAll runs that step of all holdings.
func (l List) RevokeAll(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	return l.each(ctx, tx, a, func(h Holding) Step { return h.RevokeAll })
}

// each stops at the first failure: a transaction in which a statement failed accepts no
// other.
func (l List) each(ctx context.Context, tx *ent.Tx, a *ent.Account, step func(Holding) Step) error {
	for _, h := range l {
		if do := step(h); do != nil {
			if err := do(ctx, tx, a); err != nil {
				return err
			}
		}
	}
	return nil
}

// RevokeSince runs that step of all holdings.
func (l List) RevokeSince(ctx context.Context, tx *ent.Tx, a *ent.Account, since time.Time) error {
	return l.each(ctx, tx, a, func(h Holding) Step {
		if h.RevokeSince == nil {
			return nil
		}
		return func(ctx context.Context, tx *ent.Tx, a *ent.Account) error { return h.RevokeSince(ctx, tx, a, since) }
	})
}

// EraseFiles removes the files of all holdings.
func (l List) EraseFiles(ctx context.Context) error {
	for _, h := range l {
		if h.EraseFiles == nil {
			continue
		}
		if err := h.EraseFiles(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Anonymize puts a pseudonym into what all holdings keep.
func (l List) Anonymize(ctx context.Context, pseudonym string) error {
	for _, h := range l {
		if h.Anonymize == nil {
			continue
		}
		if err := h.Anonymize(ctx, pseudonym); err != nil {
			return err
		}
	}
	return nil
}
