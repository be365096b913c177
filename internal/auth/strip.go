package auth

import (
	"context"
	"errors"

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
	"portico/internal/viewer"
)

// strip takes every credential from an account whose address was never verified,
// when somebody else proves to own that address: whoever made the account may
// have been waiting for them.
func (p Parts) strip(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	platform := viewer.AsSystem(ctx)
	if _, err := p.voidSessions(ctx, tx, a, uuid.Nil); err != nil {
		return err
	}
	exec := func(_ int, err error) error { return err }
	return wrapped("strip account", errors.Join(
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
