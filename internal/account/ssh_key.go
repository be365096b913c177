package account

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/predicate"
	"portico/ent/sshkey"
	"portico/internal/attempt"
	"portico/internal/i18n"
	"portico/internal/keyring"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/page"
	"portico/internal/problem"
	keys "portico/internal/sshkey"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

const (
	maxKeys = 100
	// keysAnHour is how many keys per hour one account can add: each is an email, and
	// others' emails wait behind it.
	keysAnHour = 200
)

// Keys manages the viewer's SSH keys.
type Keys struct {
	DB   *store.DB
	Log  *timeline.Log
	Bus  *bus.Memory
	Ring *keyring.Ring
	Now  func() time.Time
	// Outbox is for emails about new keys.
	Outbox   notify.Outbox
	Attempts attempt.Limiter
}

// Page reads a page of the viewer's keys, newest first.
func (k Keys) Page(ctx context.Context, args page.Args) (*page.Connection[*ent.SSHKey], error) {
	return page.List(ctx, k.DB.SSHKey.Query(), page.Newest[*ent.SSHKey]("ssh_keys"), args)
}

// Add stores a public key under a name; without one, under its comment.
func (k Keys) Add(ctx context.Context, name, line string) (*ent.SSHKey, error) {
	key, err := keys.Parse(line)
	unnamed := name == ""
	if unnamed {
		name = key.Comment
	}
	name, wrongName := keyName(name)
	switch wrongKey := inputOf(err); {
	case wrongKey != nil && unnamed: // the name may come from the key
		return nil, wrongKey
	case wrongKey != nil || wrongName != nil:
		return nil, problem.Collect(wrongKey, wrongName)
	case err != nil:
		return nil, err
	}
	saved, err := store.InTx(ctx, k.DB, func(tx *ent.Tx) (*ent.SSHKey, error) { return k.add(ctx, tx, name, key) })
	if err != nil {
		return nil, err
	}
	return saved.Unwrap(), nil
}

func (k Keys) add(ctx context.Context, tx *ent.Tx, name string, key keys.Key) (*ent.SSHKey, error) {
	if _, err := store.LockViewer(ctx, k.DB, tx); err != nil {
		return nil, err
	}
	n, err := tx.SSHKey.Query().Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count keys: %w", err)
	}
	if n >= maxKeys {
		return nil, problem.In("", problem.LimitReached, "You can have up to %d SSH keys. Remove one first.", maxKeys)
	}
	saved, err := tx.SSHKey.Create().SetName(name).SetType(key.Type).SetBlob(key.Blob).SetDigest(key.Digest[:]).
		SetBits(int32(key.Bits)).SetCreatedAt(k.Now()).Save(ctx)
	if ent.IsConstraintError(err) {
		return nil, k.taken(ctx, key)
	} else if err != nil {
		return nil, fmt.Errorf("save key: %w", err)
	}
	ok, err := k.Attempts.Within(ctx, tx, "ssh_key", attempt.OfAccount(saved.AccountID), keysAnHour, time.Hour)
	if err == nil && !ok {
		err = problem.In("", problem.LimitReached, "You added %d SSH keys within an hour. Try again later.", keysAnHour)
	}
	if err == nil {
		err = k.tell(ctx, tx, saved)
	}
	if err != nil {
		return nil, err
	}
	return saved, k.Log.Record(ctx, tx, &timeline.SSHKeyAddedEvent{Name: name, Fingerprint: keys.FingerprintOf(saved.Digest)})
}

// tell emails the viewer that a key was added.
func (k Keys) tell(ctx context.Context, tx *ent.Tx, key *ent.SSHKey) error {
	a, err := tx.Account.Get(ctx, viewer.ID(ctx))
	if err != nil {
		return fmt.Errorf("load account: %w", err)
	}
	return k.Outbox.Tell(ctx, tx, a, notify.Email{
		Kind:    "ssh_key_added",
		Subject: i18n.Msg("SSH key added to your account"),
		Lines:   []i18n.Message{i18n.Msg("The SSH key “%s” was added to your account %s. Anyone with its private key can push to your apps.", key.Name, a.Username)},
		Facts:   []notify.Fact{{Name: i18n.Msg("Fingerprint"), Value: i18n.Text(keys.FingerprintOf(key.Digest))}},
		Button:  &notify.Button{Label: i18n.Msg("Review your SSH keys"), Path: "/ssh-keys"},
	})
}

// inputOf is the input problem in err, or nil.
func inputOf(err error) *problem.Input {
	if all, ok := problem.InputsOf(err); ok {
		return all[0]
	}
	return nil
}

func keyName(name string) (string, *problem.Input) {
	name, p := naming.Label("name", name)
	if p == nil && name == "" {
		p = problem.In("name", problem.Required, "Enter a name, such as the device this key is on.")
	}
	return name, p
}

// Rename renames one of the viewer's keys.
func (k Keys) Rename(ctx context.Context, id uuid.UUID, name string) (*ent.SSHKey, error) {
	name, wrong := keyName(name)
	if wrong != nil {
		return nil, wrong
	}
	saved, err := store.InTx(ctx, k.DB, func(tx *ent.Tx) (*ent.SSHKey, error) {
		old, err := k.get(ctx, tx, id)
		if err != nil || old.Name == name {
			return old, err
		}
		saved, err := old.Update().SetName(name).Save(ctx)
		if err != nil {
			return nil, fmt.Errorf("rename key: %w", err)
		}
		return saved, k.Log.Record(ctx, tx, &timeline.SSHKeyRenamedEvent{
			Name: name, PreviousName: old.Name, Fingerprint: keys.FingerprintOf(old.Digest),
		})
	})
	if err != nil {
		return nil, err
	}
	return saved.Unwrap(), nil
}

// Remove deletes one of the viewer's keys. Connections opened with it end.
func (k Keys) Remove(ctx context.Context, id uuid.UUID) error {
	return store.Do(ctx, k.DB, func(tx *ent.Tx) error {
		key, err := k.get(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := tx.SSHKey.DeleteOne(key).Exec(ctx); err != nil {
			return fmt.Errorf("remove key: %w", err)
		}
		k.Bus.RightsChanged(tx, key.AccountID)
		return k.Log.Record(ctx, tx, &timeline.SSHKeyRemovedEvent{Name: key.Name, Fingerprint: keys.FingerprintOf(key.Digest)})
	})
}

// get loads one of the viewer's keys to change it.
func (k Keys) get(ctx context.Context, tx *ent.Tx, id uuid.UUID) (*ent.SSHKey, error) {
	if _, err := store.LockViewer(ctx, k.DB, tx); err != nil {
		return nil, err
	}
	key, err := tx.SSHKey.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	} else if err != nil {
		return nil, fmt.Errorf("load key: %w", err)
	}
	return key, nil
}

// A Holder is the account that a key identifies.
type Holder struct {
	viewer.Viewer
	KeyID       uuid.UUID
	Fingerprint string
}

// Holder returns whose key it is, after the connection proved to hold its private half:
// there is no viewer yet. ok is false for an unknown key.
func (k Keys) Holder(ctx context.Context, digest [32]byte) (h Holder, ok bool, err error) {
	return k.holder(ctx, sshkey.Digest(digest[:]))
}

// Still reports whether a key still exists, and the current status of its account.
func (k Keys) Still(ctx context.Context, keyID uuid.UUID) (h Holder, ok bool, err error) {
	return k.holder(ctx, sshkey.ID(keyID))
}

func (k Keys) holder(ctx context.Context, which predicate.SSHKey) (Holder, bool, error) {
	key, err := k.DB.SSHKey.Query().Where(which).WithAccount().Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) || err == nil && key.Edges.Account.ClosingAt != nil {
		return Holder{}, false, nil
	} else if err != nil {
		return Holder{}, false, fmt.Errorf("find key: %w", err)
	}
	a := key.Edges.Account
	v := viewer.Viewer{AccountID: a.ID, Username: a.Username, Language: string(a.Language), TimeZone: a.TimeZone, Suspended: a.SuspendedAt != nil}
	return Holder{Viewer: v, KeyID: key.ID, Fingerprint: keys.FingerprintOf(key.Digest)}, true, nil
}

// Used notes when the viewer's key last opened a connection, to the minute, and on the
// first one that it is proven.
func (k Keys) Used(ctx context.Context, keyID uuid.UUID, address string) error {
	now := k.Now()
	return store.Do(ctx, k.DB, func(tx *ent.Tx) error {
		err := tx.SSHKey.Update().Where(sshkey.ID(keyID)).
			SetLastUsedAt(now.Truncate(time.Minute)).SetLastUsedAddress(address).Exec(ctx)
		if err == nil {
			err = tx.SSHKey.Update().Where(sshkey.ID(keyID), sshkey.ProvenAtIsNil()).SetProvenAt(now).Exec(ctx)
		}
		if err != nil {
			return fmt.Errorf("note use of key: %w", err)
		}
		return nil
	})
}
