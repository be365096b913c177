// Package attempt is a rate limiter for attempts that may fail: passwords, codes,
// sign-ups, emails. It counts each attempt before it is made, by subject and by
// network, so that concurrent ones can't exceed the limit.
package attempt

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/attempt"
	"portico/internal/browser"
	"portico/internal/naming"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Limiter counts attempts: guesses, and anything else that has a limit.
type Limiter struct {
	DB  *store.DB
	Now func() time.Time
}

// A Limit slows down failed attempts: the first few in a row are free, then each waits
// twice as long as the one before, up to a minute.
type Limit struct {
	Kind string
	free int64 // attempts in a row that don't wait
	// guests says that the attempt is made by a guest: its site counts too.
	guests bool
}

const (
	slowest = time.Minute
	// forgotten is how long after the last attempt a count starts over.
	forgotten = 24 * time.Hour
	// netFree is how many attempts in a row a network has: many people may share it.
	netFree = 60
	// triesOfNetwork is how many tries a network has within an hour at most; its site
	// has a multiple of them. The site's don't wait one by one: a single network that
	// never stops would slow down all of it.
	triesOfNetwork = netFree + int(time.Hour/slowest)
	// LockAfter is how many wrong guesses in a row lock out all guesses: then only an
	// emailed link helps.
	LockAfter = 100
)

// The limits of guesses.
var (
	PasswordLimit = Limit{"password", 3, true}
	FactorLimit   = Limit{"second_factor", 3, true}
	SudoLimit     = Limit{"sudo", 3, false}
	// SudoTotalLimit is for all sessions of an account together.
	SudoTotalLimit = Limit{"sudo_total", 30, false}
)

// wait is how long the next attempt waits after so many in a row.
func (b Limit) wait(count, free int64) time.Duration {
	if count <= free {
		return 0
	}
	return min(slowest, time.Second<<min(count-free-1, 10))
}

// An Attempt was counted before it was made.
type Attempt struct {
	Limit   Limit
	Subject string // whose it is: login:DIGEST, account:ID, device:ID, session:ID
	network string
	site    browser.Network // none for a known device, which guesses at one account
	Count   int64           // in a row, this one included
}

// Allow counts an attempt by a subject, and by its network, before it is made, so that
// concurrent ones can't exceed the limit. Beyond the limit it is refused.
func (p Limiter) Allow(ctx context.Context, b Limit, subject string) (Attempt, error) {
	t := Attempt{Limit: b, Subject: subject}
	for _, n := range browser.Networks(ctx) {
		if n.Times == 1 {
			t.network = n.Name
		} else if b.guests && !strings.HasPrefix(subject, DevicePrefix) {
			t.site = n
		}
	}
	if err := p.soon(ctx, t); err != nil {
		return t, err
	}
	err := store.Do(ctx, p.DB, func(tx *ent.Tx) (err error) {
		if t.Count, err = p.count(ctx, tx, b, subject, b.free); err == nil && t.network != "" {
			_, err = p.count(ctx, tx, b, t.network, netFree)
		}
		if err == nil && t.site.Name != "" {
			err = p.countSite(ctx, tx, t)
		}
		return err
	})
	return t, err
}

// countSite counts an attempt by its site, or refuses.
func (p Limiter) countSite(ctx context.Context, tx *ent.Tx, t Attempt) error {
	w, err := p.window(ctx, tx, t.Limit.Kind, t.site.Name, time.Hour)
	if err != nil {
		return err
	}
	if err := t.mayTryFrom(w.row, p.Now()); err != nil {
		return err
	}
	return p.save(ctx, tx, w)
}

// mayTryFrom refuses a try from a site that has used up its hour.
func (t Attempt) mayTryFrom(site *ent.Attempt, now time.Time) error {
	if left := site.Since.Add(time.Hour).Sub(now); left > 0 && site.Count >= int64(t.site.Times*triesOfNetwork) {
		return tooManyAttempts(left)
	}
	return nil
}

func tooManyAttempts(wait time.Duration) error {
	return problem.Later(wait, "Too many attempts. Try again in %s.")
}

// soon refuses early and without writing, so that someone who keeps trying at full rate
// doesn't keep the database from others.
func (p Limiter) soon(ctx context.Context, t Attempt) (refused error) {
	rows, err := p.DB.Attempt.Query().Where(attempt.Kind(t.Limit.Kind), attempt.SubjectIn(t.Subject, t.network, t.site.Name)).
		Order(ent.Desc(attempt.FieldNextAt)).All(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("look for attempts: %w", err)
	}
	// The longer wait is the one to report: after it, the next attempt gets through.
	for _, row := range rows {
		if row.Subject == t.site.Name {
			if err := t.mayTryFrom(row, p.Now()); err != nil {
				return err
			}
			continue
		}
		if err := mayTry(row, p.Now()); err != nil && (refused == nil || row.LockedAt != nil) {
			refused = err
		}
	}
	return refused
}

// mayTry refuses an attempt that comes too early.
func mayTry(row *ent.Attempt, now time.Time) error {
	switch {
	case row.LockedAt != nil && row.LockedAt.Add(UnlockFor).After(now):
		return locked(row.Kind)
	case row.NextAt.After(now):
		return tooManyAttempts(row.NextAt.Sub(now))
	}
	return nil
}

func locked(kind string) error {
	if kind == FactorLimit.Kind {
		return problem.Refuse(problem.RateLimited, "Two-factor authentication is locked after too many wrong codes. Use a passkey, a browser you have used before, or the link we emailed to unlock it.")
	}
	return problem.Refuse(problem.RateLimited, "Sign-in is locked after too many wrong passwords. If this account exists, we emailed its owner a link to unlock it.")
}

// count counts one more attempt for a subject, or refuses it.
func (p Limiter) count(ctx context.Context, tx *ent.Tx, b Limit, subject string, free int64) (int64, error) {
	row, err := p.Attempts(ctx, tx, b.Kind, subject)
	if err != nil {
		return 0, err
	}
	now, count := p.Now(), row.Count+1
	if err := mayTry(row, now); err != nil {
		return 0, err
	}
	if now.Sub(row.LastAt) > forgotten {
		count = 1
	}
	err = tx.Attempt.UpdateOneID(row.ID).SetCount(count).SetLastAt(now).SetNextAt(now.Add(b.wait(count, free))).ClearLockedAt().Exec(viewer.AsSystem(ctx))
	if err != nil {
		return 0, fmt.Errorf("count attempt: %w", err)
	}
	return count, nil
}

// Attempts returns the locked row of a subject, and creates it if there is none. On
// conflict, the upsert changes nothing and locks the row: one that was only read could
// be forgiven, which deletes it, before it is locked.
func (p Limiter) Attempts(ctx context.Context, tx *ent.Tx, kind, subject string) (*ent.Attempt, error) {
	now := p.Now()
	query, args := entsql.Dialect(p.DB.Dialect()).Insert(attempt.Table).
		Columns(attempt.FieldID, attempt.FieldKind, attempt.FieldSubject, attempt.FieldCreatedAt, attempt.FieldCount,
			attempt.FieldSince, attempt.FieldLastAt, attempt.FieldNextAt).
		Values(uuid.Must(uuid.NewV7()), kind, subject, now, 0, now, now, now).
		OnConflict(entsql.ConflictColumns(attempt.FieldKind, attempt.FieldSubject), entsql.ResolveWithIgnore()).Query()
	if _, err := tx.ExecContext(ctx, query, args...); err != nil {
		return nil, fmt.Errorf("begin to count: %w", err)
	}
	row, err := tx.Attempt.Query().Where(attempt.Kind(kind), attempt.Subject(subject)).Only(viewer.AsSystem(ctx))
	return row, problem.Wrap("find attempts", err)
}

// Forgive clears a subject's failed attempts: this one succeeded.
func (p Limiter) Forgive(ctx context.Context, tx *ent.Tx, t Attempt) error {
	platform := viewer.AsSystem(ctx)
	_, err := tx.Attempt.Delete().Where(attempt.Kind(t.Limit.Kind), attempt.Subject(t.Subject)).Exec(platform)
	if err == nil && t.network != "" {
		err = tx.Attempt.Update().Where(attempt.Kind(t.Limit.Kind), attempt.SubjectIn(t.network, t.site.Name), attempt.CountGT(0)).
			AddCount(-1).SetNextAt(p.Now()).Exec(platform)
	}
	if err != nil {
		return fmt.Errorf("forgive attempts: %w", err)
	}
	return nil
}

// ForgetGuesses clears the wrong passwords for an account, for both of its logins, and
// unlocks it.
func (p Limiter) ForgetGuesses(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	_, err := tx.Attempt.Delete().Where(attempt.Kind(PasswordLimit.Kind), attempt.SubjectIn(LoginsOf(a)...)).Exec(viewer.AsSystem(ctx))
	return problem.Wrap("forget guesses", err)
}

// erasedAtATime is how many subjects one statement names: an account may have any
// number of devices.
const erasedAtATime = 500

// Erase deletes all attempts of subjects that are being deleted.
func (p Limiter) Erase(ctx context.Context, tx *ent.Tx, subjects []string) error {
	for some := range slices.Chunk(subjects, erasedAtATime) {
		if err := store.Erase(viewer.AsSystem(ctx), tx.Attempt.Delete().Where(attempt.SubjectIn(some...))); err != nil {
			return err
		}
	}
	return nil
}

// LoginsOf are the subjects of an account's logins.
func LoginsOf(a *ent.Account) []string { return []string{OfLogin(a.Username), OfLogin(a.EmailKey)} }

// OfAccount is the subject of an account.
func OfAccount(id uuid.UUID) string { return "account:" + id.String() }

// OfResource is what is ordered of something that costs money.
func OfResource(id uuid.UUID) string { return "resource:" + id.String() }

// OfDevices is the subject of all known devices of an account together.
func OfDevices(account uuid.UUID) string { return "devices:" + account.String() }

// OfLogin is the subject of a login as typed: a username or an email.
func OfLogin(login string) string {
	if strings.Contains(login, "@") {
		login = naming.EmailKey(login)
	}
	return "login:" + hex.EncodeToString(randtoken.Digest(strings.ToLower(strings.TrimSpace(login)))[:16])
}

// Sweep deletes counts that have expired.
func (p Limiter) Sweep(ctx context.Context) error {
	return store.Do(ctx, p.DB, func(tx *ent.Tx) error {
		now := p.Now()
		_, err := tx.Attempt.Delete().Where(attempt.LastAtLT(now.Add(-2*forgotten)),
			attempt.Or(attempt.LockedAtIsNil(), attempt.LockedAtLT(now.Add(-UnlockFor)))).Exec(viewer.AsSystem(ctx))
		if err != nil {
			return fmt.Errorf("sweep attempts: %w", err)
		}
		return nil
	})
}

// UnlockFor is how long a lock lasts, and how long the link that ends it works.
const UnlockFor = 7 * 24 * time.Hour

// DevicePrefix begins the subjects of known devices.
const DevicePrefix = "device:"

// ForgiveAll clears several counts of one attempt, which succeeded.
func (p Limiter) ForgiveAll(ctx context.Context, tx *ent.Tx, tries []Attempt) error {
	for _, t := range tries {
		if err := p.Forgive(ctx, tx, t); err != nil {
			return err
		}
	}
	return nil
}

// OfEmail is the subject of an email address, with or without an account.
func OfEmail(key string) string { return "email:" + hex.EncodeToString(randtoken.Digest(key)[:16]) }
