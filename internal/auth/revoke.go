package auth

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/apitoken"
	"portico/ent/device"
	"portico/ent/emailchange"
	"portico/ent/githubidentity"
	"portico/ent/link"
	"portico/ent/passkey"
	"portico/ent/recoverycode"
	"portico/ent/sshkey"
	"portico/ent/totp"
	"portico/internal/problem"
	keys "portico/internal/sshkey"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Revocation revokes what gives access to an account.
type Revocation struct {
	DB       *store.DB
	Log      *timeline.Log
	Sessions Sessions
}

// RevokeAll revokes every credential of an account whose email was never verified,
// when someone else proves to own that email: the person who created the account may
// have been waiting for them.
func (p Revocation) RevokeAll(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	platform := viewer.AsSystem(ctx)
	if _, err := p.Sessions.VoidSessions(ctx, tx, a, uuid.Nil); err != nil {
		return err
	}
	exec := func(_ int, err error) error { return err }
	return problem.Wrap("revoke all credentials", errors.Join(
		tx.Account.UpdateOneID(a.ID).ClearPasswordHash().SetPasswordShort(false).Exec(platform),
		exec(tx.APIToken.Delete().Where(apitoken.AccountID(a.ID)).Exec(platform)),
		exec(tx.SSHKey.Delete().Where(sshkey.AccountID(a.ID)).Exec(platform)),
		exec(tx.Passkey.Delete().Where(passkey.AccountID(a.ID)).Exec(platform)),
		exec(tx.Totp.Delete().Where(totp.AccountID(a.ID)).Exec(platform)),
		exec(tx.RecoveryCode.Delete().Where(recoverycode.AccountID(a.ID)).Exec(platform)),
		exec(tx.GithubIdentity.Delete().Where(githubidentity.AccountID(a.ID)).Exec(platform)),
		exec(tx.Device.Delete().Where(device.AccountID(a.ID)).Exec(platform)),
		exec(tx.EmailChange.Delete().Where(emailchange.AccountID(a.ID)).Exec(platform)),
		exec(tx.Link.Delete().Where(link.AccountID(a.ID)).Exec(platform)),
	))
}

// RevokeSince revokes what gives access to the viewer's account and was added since a
// time: what was there before stays. Sessions and the password are revoked whatever
// their age, because the person who changed the email had both. The owner sets another
// password by a link to the email.
func (p Revocation) RevokeSince(ctx context.Context, tx *ent.Tx, a *ent.Account, since time.Time) error {
	ended, err := p.Sessions.VoidSessions(ctx, tx, a, uuid.Nil)
	if err != nil {
		return err
	}
	err = tx.Account.UpdateOneID(a.ID).ClearPasswordHash().SetPasswordShort(false).Exec(ctx)
	if err != nil {
		return fmt.Errorf("clear password: %w", err)
	}
	if ended > 0 {
		err = p.Log.Record(ctx, tx, &timeline.SessionRevokedEvent{Sessions: int32(ended)})
	}
	if err != nil {
		return err
	}
	return InOrder(
		func() error { return p.revokeTokens(ctx, tx, since) },
		func() error { return p.removeKeys(ctx, tx, since) },
		func() error { return p.removePasskeys(ctx, tx, since) },
		func() error { return p.unlinkGithub(ctx, tx, since) },
		func() error { return p.removeFactor(ctx, tx, since) },
		func() error { return Erase(ctx, tx.Device.Delete().Where(device.CreatedAtGTE(since))) },
	)
}

// revokeTokens revokes API tokens whose secret was made since a time.
func (p Revocation) revokeTokens(ctx context.Context, tx *ent.Tx, since time.Time) error {
	which := apitoken.RenewedAtGTE(since)
	return removeEach(ctx, p.Log, tx, tx.APIToken.Query().Where(which), tx.APIToken.Delete().Where(which), func(t *ent.APIToken) timeline.Event {
		return &timeline.APITokenRevokedEvent{Name: t.Name, LastFour: t.LastFour}
	})
}

func (p Revocation) removeKeys(ctx context.Context, tx *ent.Tx, since time.Time) error {
	which := sshkey.CreatedAtGTE(since)
	return removeEach(ctx, p.Log, tx, tx.SSHKey.Query().Where(which), tx.SSHKey.Delete().Where(which), func(k *ent.SSHKey) timeline.Event {
		return &timeline.SSHKeyRemovedEvent{Name: k.Name, Fingerprint: keys.FingerprintOf(k.Digest)}
	})
}

func (p Revocation) removePasskeys(ctx context.Context, tx *ent.Tx, since time.Time) error {
	which := passkey.CreatedAtGTE(since)
	return removeEach(ctx, p.Log, tx, tx.Passkey.Query().Where(which), tx.Passkey.Delete().Where(which), func(k *ent.Passkey) timeline.Event {
		return &timeline.PasskeyRemovedEvent{Name: k.Name}
	})
}

func (p Revocation) unlinkGithub(ctx context.Context, tx *ent.Tx, since time.Time) error {
	which := githubidentity.CreatedAtGTE(since)
	return removeEach(ctx, p.Log, tx, tx.GithubIdentity.Query().Where(which), tx.GithubIdentity.Delete().Where(which), func(g *ent.GithubIdentity) timeline.Event {
		return &timeline.GithubUnlinkedEvent{Login: g.Login}
	})
}

// removeFactor removes an authenticator app that was turned on since a time, and
// recovery codes created since.
func (p Revocation) removeFactor(ctx context.Context, tx *ent.Tx, since time.Time) error {
	if err := Erase(ctx, tx.Totp.Delete().Where(totp.EnabledAtIsNil()), tx.RecoveryCode.Delete().Where(recoverycode.CreatedAtGTE(since))); err != nil {
		return err
	}
	which := totp.EnabledAtGTE(since)
	return removeEach(ctx, p.Log, tx, tx.Totp.Query().Where(which), tx.Totp.Delete().Where(which), func(*ent.Totp) timeline.Event {
		return &timeline.TwoFactorDisabledEvent{}
	})
}

// removeEach deletes rows of the viewer's, and records an event for each.
func removeEach[Row any](ctx context.Context, log *timeline.Log, tx *ent.Tx, which lister[Row], remove eraser, event func(*Row) timeline.Event) error {
	rows, err := which.All(ctx)
	if err != nil {
		return fmt.Errorf("list rows: %w", err)
	}
	for _, row := range rows {
		if err := log.Record(ctx, tx, event(row)); err != nil {
			return err
		}
	}
	return Erase(ctx, remove)
}
