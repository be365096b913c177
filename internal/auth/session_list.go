package auth

import (
	"context"
	"fmt"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/predicate"
	"portico/ent/session"
	"portico/internal/browser"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Page reads a page of the viewer's sessions, newest first.
func (s Sessions) Page(ctx context.Context, args page.Args) (*page.Connection[*ent.Session], error) {
	return page.List(ctx, s.DB.Session.Query().Where(s.alive()), page.Newest[*ent.Session]("sessions"), args)
}

// Get reads one of the viewer's sessions.
func (s Sessions) Get(ctx context.Context, id uuid.UUID) (*ent.Session, error) {
	return s.DB.Session.Query().Where(session.ID(id), s.alive()).Only(ctx)
}

// alive selects the sessions that find would accept.
func (s Sessions) alive() predicate.Session {
	now := s.Now()
	return session.And(
		session.IdleExpiresAtGT(now), session.ExpiresAtGT(now),
		session.HasAccountWith(func(of *entsql.Selector) {
			of.Where(entsql.ColumnsEQ(of.C(account.FieldCredentialVersion),
				entsql.Table(session.Table).C(session.FieldCredentialVersion)))
		}),
	)
}

// Revoke ends one of the viewer's sessions and closes its sockets.
func (s Sessions) Revoke(ctx context.Context, id uuid.UUID) error {
	n, err := s.revoke(ctx, func(tx *ent.Tx) (*timeline.SessionRevokedEvent, error) {
		row, err := tx.Session.Query().Where(session.ID(id), s.alive()).Only(ctx)
		if ent.IsNotFound(err) {
			return nil, problem.Missing()
		} else if err != nil {
			return nil, fmt.Errorf("find session: %w", err)
		}
		device := browser.DeviceOf(row.UserAgent)
		return &timeline.SessionRevokedEvent{Sessions: 1, EndedDevice: &device}, nil
	}, session.ID(id))
	if v, _ := viewer.From(ctx); n > 0 && v.SessionID == id {
		viewer.Leave(ctx)
	}
	return err
}

// RevokeOthers ends all of the viewer's sessions but the current one, and returns how
// many there were.
func (s Sessions) RevokeOthers(ctx context.Context) (int, error) {
	v, _ := viewer.From(ctx)
	others := session.And(session.IDNEQ(v.SessionID), s.alive())
	return s.revoke(ctx, func(tx *ent.Tx) (*timeline.SessionRevokedEvent, error) {
		n, err := tx.Session.Query().Where(others).Count(ctx)
		if err != nil {
			return nil, fmt.Errorf("count sessions: %w", err)
		}
		return &timeline.SessionRevokedEvent{Sessions: int32(n)}, nil
	}, others)
}

// revoke ends some of the viewer's sessions, and records that if there were any.
func (s Sessions) revoke(ctx context.Context, tell func(*ent.Tx) (*timeline.SessionRevokedEvent, error), which predicate.Session) (int, error) {
	me := viewer.ID(ctx)
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (int, error) {
		if _, err := store.LockViewer(ctx, s.DB, tx); err != nil {
			return 0, err
		}
		e, err := tell(tx)
		if err != nil || e.Sessions == 0 {
			return 0, err
		}
		n, err := tx.Session.Delete().Where(which).Exec(ctx)
		if err != nil {
			return 0, fmt.Errorf("end sessions: %w", err)
		}
		s.Bus.RightsChanged(tx, me)
		return n, s.Log.Record(ctx, tx, e)
	})
}
