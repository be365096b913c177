// Package auth keeps sessions: it starts and ends them, remembers devices, locks out
// guessing, and revokes what gives access to an account. How people prove who they are
// is the business of the packages that stand on it (signin, twofactor, passkey, github,
// emailchange, apitoken, deletion); what an account may do is not its business.
//
// The invariant: every session comes from Sessions.Enter (sign_in.go), which asks for each
// factor that the account has.
package auth

import (
	"context"
	"fmt"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/predicate"
	"portico/ent/session"
	"portico/internal/browser"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

const (
	idleFor = 14 * 24 * time.Hour
	lastFor = 30 * 24 * time.Hour
	// SudoFor is how long sudo mode lasts.
	SudoFor = 15 * time.Minute
	// SeenTo is how precisely we know when a session or token was last used.
	SeenTo = time.Minute
	// maxSessions is how many sessions an account has, and maxDevices how many known
	// devices: with the right password, anyone can sign in again and again. What came
	// before the newest ones goes, a few at a time.
	maxSessions   = 500
	maxDevices    = 500
	droppedAtOnce = 100
)

// Sessions starts, finds, and ends sessions. They live in real time.
type Sessions struct {
	DB     *store.DB
	Log    *timeline.Log
	Bus    *bus.Memory
	Outbox notify.Outbox
	Now    func() time.Time
}

// begin creates a session of the viewer's account within tx, and returns it with its
// token.
func (s Sessions) begin(ctx context.Context, tx *ent.Tx, a *ent.Account, b browser.Browser, methods []timeline.LoginMethod) (*ent.Session, string, error) {
	token, now, sudo := randtoken.New(), s.Now(), s.Now()
	if opensSudo(methods) {
		sudo = now.Add(SudoFor)
	}
	names := make([]string, len(methods))
	for i, m := range methods {
		names[i] = string(m)
	}
	row, err := tx.Session.Create().SetAccountID(a.ID).SetTokenDigest(randtoken.Digest(token)).SetCreatedAt(now).
		SetCredentialVersion(a.CredentialVersion).SetLastSeenAt(now.Truncate(SeenTo)).
		SetIdleExpiresAt(now.Add(idleFor)).SetExpiresAt(now.Add(lastFor)).SetSudoUntil(sudo).
		SetAddress(b.Address).SetUserAgent(naming.Line(b.UserAgent, 500)).SetMethods(names).Save(ctx)
	if err != nil {
		return nil, "", fmt.Errorf("begin session: %w", err)
	}
	return row, token, s.endOldest(ctx, tx, a.ID)
}

// endOldest ends the oldest sessions of the viewer's account if it has too many.
func (s Sessions) endOldest(ctx context.Context, tx *ent.Tx, id uuid.UUID) error {
	old, err := tx.Session.Query().Where(session.AccountID(id)).Order(ent.Desc(session.FieldID)).
		Offset(maxSessions).Limit(droppedAtOnce).IDs(ctx)
	if err == nil && len(old) > 0 {
		s.Bus.RightsChanged(tx, id)
		_, err = tx.Session.Delete().Where(session.IDIn(old...)).Exec(ctx)
	}
	return problem.Wrap("end oldest sessions", err)
}

// Find returns the viewer who holds a token; false if it is unknown or the session has
// ended.
func (s Sessions) Find(ctx context.Context, token string) (viewer.Viewer, bool, error) {
	return s.find(ctx, session.FieldTokenDigest, randtoken.Digest(token))
}

// Recheck checks the viewer's session again: it may have ended, and the account's
// language or status may have changed.
func (s Sessions) Recheck(ctx context.Context, v viewer.Viewer) (viewer.Viewer, error) {
	again, ok, err := s.find(ctx, session.FieldID, v.SessionID)
	if err == nil && !ok {
		err = problem.Refuse(problem.Unauthenticated, "You've been signed out. Sign in again.")
	}
	return again, err
}

// find reads one session with its account, in one statement: it runs at the start of
// every request, before there is a viewer.
func (s Sessions) find(ctx context.Context, column string, value any) (viewer.Viewer, bool, error) {
	now := s.Now()
	t, a := entsql.Table(session.Table).As("s"), entsql.Table(account.Table).As("a")
	query, args := entsql.Dialect(s.DB.Dialect()).
		Select(t.C(session.FieldID), t.C(session.FieldLastSeenAt), t.C(session.FieldSudoUntil),
			a.C(account.FieldID), a.C(account.FieldUsername), a.C(account.FieldLanguage), a.C(account.FieldTimeZone), a.C(account.FieldSuspendedAt)).
		From(t).Join(a).On(t.C(session.FieldAccountID), a.C(account.FieldID)).
		Where(entsql.And(
			entsql.EQ(t.C(column), value),
			entsql.GT(t.C(session.FieldIdleExpiresAt), now), entsql.GT(t.C(session.FieldExpiresAt), now),
			entsql.ColumnsEQ(t.C(session.FieldCredentialVersion), a.C(account.FieldCredentialVersion)),
			entsql.IsNull(a.C(account.FieldClosingAt)),
		)).Query()
	rows, err := s.DB.QueryContext(ctx, query, args...)
	if err != nil {
		return viewer.Viewer{}, false, fmt.Errorf("find session: %w", err)
	}
	defer rows.Close()
	if !rows.Next() {
		return viewer.Viewer{}, false, rows.Err()
	}
	var v viewer.Viewer
	var seen time.Time
	var suspended *time.Time
	if err := rows.Scan(&v.SessionID, &seen, &v.SudoUntil, &v.AccountID, &v.Username, &v.Language, &v.TimeZone, &suspended); err != nil {
		return viewer.Viewer{}, false, fmt.Errorf("find session: %w", err)
	}
	v.Suspended = suspended != nil
	_ = rows.Close() // the connection may be the only one, and touch needs it
	if now.Sub(seen) >= SeenTo {
		err = s.touch(ctx, v, now)
	}
	return v, err == nil, err
}

// ofOthers selects the sessions of an account but one.
func ofOthers(id, but uuid.UUID) predicate.Session {
	return session.And(session.AccountID(id), session.IDNEQ(but))
}

// theOne selects one session of an account.
func theOne(id, which uuid.UUID) predicate.Session {
	return session.And(session.AccountID(id), session.ID(which))
}

// touch remembers when a session was last seen.
func (s Sessions) touch(ctx context.Context, v viewer.Viewer, now time.Time) error {
	return store.Do(viewer.With(ctx, v), s.DB, func(tx *ent.Tx) error {
		err := tx.Session.Update().Where(session.ID(v.SessionID)).
			SetLastSeenAt(now.Truncate(SeenTo)).SetIdleExpiresAt(now.Add(idleFor)).Exec(viewer.With(ctx, v))
		if err != nil {
			return fmt.Errorf("touch session: %w", err)
		}
		return nil
	})
}

// End ends the current session and closes its sockets. It reports whether there was
// one.
func (s Sessions) End(ctx context.Context) (bool, error) {
	b, err := browser.Required(ctx)
	if err != nil {
		return false, err
	}
	b.Keep(browser.SessionCookie, "", time.Time{})
	v, ok := viewer.From(ctx)
	if !ok || v.SessionID == uuid.Nil {
		return false, nil
	}
	n, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (int, error) {
		s.Bus.RightsChanged(tx, v.AccountID)
		return tx.Session.Delete().Where(session.ID(v.SessionID)).Exec(ctx)
	})
	if err != nil {
		return false, fmt.Errorf("end session: %w", err)
	}
	viewer.Leave(ctx)
	return n > 0, nil
}
