package account

import (
	"context"
	"fmt"
	"time"

	"portico/ent"
	"portico/ent/dataexport"
	"portico/ent/sshkey"
	"portico/internal/holding"
	"portico/internal/i18n"
	keys "portico/internal/sshkey"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Holding is an account's profile. It is in the account's own row, which deletion
// empties.
func (p Profiles) Holding() holding.Holding { return holding.Holding{Profile: p.export} }

func (p Profiles) export(ctx context.Context) (holding.Object, error) {
	a, err := p.DB.Account.Get(ctx, viewer.ID(ctx))
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	return holding.Object{
		"id": a.GlobalID(), "username": a.Username, "email": a.Email, "emailVerifiedAt": a.EmailVerifiedAt,
		"fullName": a.FullName, "location": a.Location, "company": a.Company, "newsletter": a.Newsletter,
		"language": a.Language, "theme": a.Theme, "timeZone": a.TimeZone, "createdAt": a.CreatedAt,
		"hasPassword": a.PasswordHash != "", "suspendedAt": a.SuspendedAt,
	}, nil
}

// Holding is an account's SSH keys. They stay while a deletion can be canceled, but
// give no access.
func (k Keys) Holding() holding.Holding {
	return holding.Holding{
		Tables: []string{sshkey.Table},
		Erase:  eraseKeys, RevokeAll: eraseKeys, RevokeSince: k.removeSince,
		Files: []holding.File{{
			Name: "ssh-keys.json", About: i18n.Msg("Your public SSH keys"), Weight: 2, Write: holding.JSON(k.export),
		}},
	}
}

func eraseKeys(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.SSHKey.Delete())
}

func (k Keys) removeSince(ctx context.Context, tx *ent.Tx, _ *ent.Account, since time.Time) error {
	which := sshkey.CreatedAtGTE(since)
	return timeline.RemoveEach(ctx, k.Log, tx, tx.SSHKey.Query().Where(which), tx.SSHKey.Delete().Where(which), func(k *ent.SSHKey) timeline.Event {
		return &timeline.SSHKeyRemovedEvent{Name: k.Name, Fingerprint: keys.FingerprintOf(k.Digest)}
	})
}

func (k Keys) export(ctx context.Context) ([]holding.Object, error) {
	rows, err := k.DB.SSHKey.Query().All(ctx)
	return holding.Objects(rows, err, func(k *ent.SSHKey) holding.Object {
		return holding.Object{
			"id": k.GlobalID(), "name": k.Name, "type": k.Type, "bits": k.Bits, "publicKey": k.Blob,
			"fingerprint": keys.FingerprintOf(k.Digest), "createdAt": k.CreatedAt, "provenAt": k.ProvenAt,
			"lastUsedAt": k.LastUsedAt, "lastUsedAddress": k.LastUsedAddress,
		}
	})
}

// Holding is an account's data exports, with their files.
func (x Exports) Holding() holding.Holding {
	return holding.Holding{
		Tables:     []string{dataexport.Table},
		EraseFiles: x.eraseFiles,
		Erase: func(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
			return store.Erase(ctx, tx.DataExport.Delete())
		},
	}
}

func (x Exports) eraseFiles(ctx context.Context) error {
	exports, err := x.DB.DataExport.Query().IDs(ctx)
	if err != nil {
		return fmt.Errorf("list exports: %w", err)
	}
	for _, id := range exports {
		if err := x.Discard(id); err != nil {
			return err
		}
	}
	return nil
}
