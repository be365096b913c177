package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/attempt"
	"portico/ent/device"
	"portico/ent/pendingsignin"
	"portico/ent/session"
	limiter "portico/internal/attempt"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Holding is an account's sessions and pending sign-ins. They are revoked whatever
// their age: anyone who changed the email had one.
func (p Sessions) Holding() holding.Holding {
	return holding.Holding{
		Tables:      []string{session.Table, pendingsignin.Table},
		Close:       eraseSessions,
		Erase:       eraseSessions,
		RevokeAll:   p.revokeAll,
		RevokeSince: p.revokeSince,
		Files: []holding.File{{
			Name: "sessions.json", About: i18n.Msg("Browsers that are signed in"), Weight: 2, Write: holding.JSON(p.export),
		}},
	}
}

func eraseSessions(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.Session.Delete(), tx.PendingSignIn.Delete())
}

func (p Sessions) revokeAll(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	_, err := p.VoidSessions(ctx, tx, a, uuid.Nil)
	return err
}

func (p Sessions) revokeSince(ctx context.Context, tx *ent.Tx, a *ent.Account, _ time.Time) error {
	ended, err := p.VoidSessions(ctx, tx, a, uuid.Nil)
	if err != nil || ended == 0 {
		return err
	}
	return p.Log.Record(ctx, tx, &timeline.SessionRevokedEvent{Sessions: int32(ended)})
}

func (p Sessions) export(ctx context.Context) ([]holding.Object, error) {
	rows, err := p.DB.Session.Query().All(ctx)
	return holding.Objects(rows, err, func(s *ent.Session) holding.Object {
		return holding.Object{
			"id": s.GlobalID(), "browser": s.UserAgent, "address": s.Address, "methods": s.Methods,
			"createdAt": s.CreatedAt, "lastSeenAt": s.LastSeenAt, "expiresAt": s.ExpiresAt,
		}
	})
}

// Holding is an account's password. It is in the account's own row, which deletion
// empties. It is revoked whatever its age: anyone who changed the email knew it.
func (p Passwords) Holding() holding.Holding {
	return holding.Holding{
		RevokeAll: clearPassword,
		RevokeSince: func(ctx context.Context, tx *ent.Tx, a *ent.Account, _ time.Time) error {
			return clearPassword(ctx, tx, a)
		},
	}
}

func clearPassword(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	if err := tx.Account.UpdateOneID(a.ID).ClearPasswordHash().SetPasswordShort(false).Exec(ctx); err != nil {
		return fmt.Errorf("clear password: %w", err)
	}
	return nil
}

// Holding is an account's remembered devices, and the failed attempts against it.
func (p Lockout) Holding() holding.Holding {
	return holding.Holding{
		Tables:    []string{device.Table, attempt.Table},
		Erase:     p.erase,
		RevokeAll: forgetDevices,
		RevokeSince: func(ctx context.Context, tx *ent.Tx, _ *ent.Account, since time.Time) error {
			return store.Erase(ctx, tx.Device.Delete().Where(device.CreatedAtGTE(since)))
		},
	}
}

func forgetDevices(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.Device.Delete())
}

// erase deletes the devices and all attempts. Email counts of the account's previous
// address expire after two days instead: the address may belong to someone else, and
// the counts protect its owner from being flooded.
func (p Lockout) erase(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	devices, err := tx.Device.Query().IDs(ctx)
	if err != nil {
		return fmt.Errorf("list devices: %w", err)
	}
	subjects := append(limiter.LoginsOf(a), limiter.OfAccount(a.ID), limiter.OfDevices(a.ID), limiter.OfEmail(a.EmailKey))
	for _, id := range devices {
		subjects = append(subjects, limiter.DevicePrefix+id.String())
	}
	if err := p.Attempts.Erase(ctx, tx, subjects); err != nil {
		return err
	}
	return forgetDevices(ctx, tx, a)
}
