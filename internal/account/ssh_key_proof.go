package account

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/sshkey"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/request"
	keys "portico/internal/sshkey"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const (
	// proofNamespace is what a signature is for (ssh-keygen -n), so that one made for
	// something else proves nothing here.
	proofNamespace = "portico"
	proofFor       = 15 * time.Minute
	proofPurpose   = "ssh_key_proof"
)

// A KeyChallenge is the text to sign with a key's private half as proof of holding it.
type KeyChallenge struct {
	Text      string // one line
	Namespace string
	ExpiresAt time.Time
}

// Challenge starts proving that the viewer holds a key. The text works for this key and
// this account only; nothing is stored.
func (k Keys) Challenge(ctx context.Context, line string) (KeyChallenge, error) {
	key, err := keys.Parse(line)
	if err != nil {
		return KeyChallenge{}, err
	}
	return k.challenge(ctx, key), nil
}

func (k Keys) challenge(ctx context.Context, key keys.Key) KeyChallenge {
	until := k.Now().Add(proofFor)
	sealed := k.Ring.Seal(binary.BigEndian.AppendUint64(key.Digest[:], uint64(until.Unix())), proofPurpose, viewer.ID(ctx).String())
	return KeyChallenge{Text: base64.RawURLEncoding.EncodeToString(sealed), Namespace: proofNamespace, ExpiresAt: until}
}

// KeyTaken is the detail of a problem with a key that is in use: which one it is, and
// what its holder signs to get it. It doesn't reveal whose it is.
type KeyTaken struct {
	Fingerprint string
	Challenge   KeyChallenge
}

func (k Keys) taken(ctx context.Context, key keys.Key) *problem.Input {
	p := problem.In("publicKey", "SSH_KEY_TAKEN", "This key is already in use. If you hold its private key, prove it with a signature; otherwise, add a different key.")
	p.Detail = KeyTaken{keys.FingerprintOf(key.Digest[:]), k.challenge(ctx, key)}
	return p
}

// A KeyProof is a key with a signature by its private half.
type KeyProof struct{ Name, PublicKey, Challenge, Signature string }

// Prove adds a key that the viewer proves to hold with a signature. Another account
// that has it loses it: even one that has signed in with it, since anyone can claim a
// public key, and its holder then signs in to the wrong account. The viewer's own key
// is proven from then on.
func (k Keys) Prove(ctx context.Context, in KeyProof) (*ent.SSHKey, error) {
	key, err := keys.Parse(in.PublicKey)
	if err != nil {
		return nil, err
	}
	if in.Name == "" {
		in.Name = key.Comment
	}
	name, wrong := keyName(in.Name)
	if err := problem.Collect(k.checkChallenge(ctx, key, in.Challenge), checkSignature(key, in), wrong); err != nil {
		return nil, err
	}
	saved, err := store.InTx(ctx, k.DB, func(tx *ent.Tx) (*ent.SSHKey, error) {
		held, err := k.holding(ctx, tx, key)
		if err != nil {
			return nil, err
		}
		return k.claim(ctx, tx, name, key, held)
	})
	if err != nil {
		return nil, err
	}
	return saved.Unwrap(), nil
}

// claim makes a key the viewer's, also if another account had it.
func (k Keys) claim(ctx context.Context, tx *ent.Tx, name string, key keys.Key, held *ent.SSHKey) (*ent.SSHKey, error) {
	if held != nil && held.AccountID == viewer.ID(ctx) {
		if _, err := store.LockViewer(ctx, k.DB, tx); err != nil {
			return nil, err
		}
		return k.proven(ctx, tx, held)
	}
	if held != nil {
		if err := k.release(ctx, tx, held); err != nil {
			return nil, err
		}
	}
	added, err := k.add(ctx, tx, name, key)
	if err != nil {
		return nil, err
	}
	return k.proven(ctx, tx, added)
}

// holding finds the account that has a key, and locks it and the viewer's, in the order
// of their IDs; nil if nobody has it.
func (k Keys) holding(ctx context.Context, tx *ent.Tx, key keys.Key) (*ent.SSHKey, error) {
	held, err := tx.SSHKey.Query().Where(sshkey.Digest(key.Digest[:])).WithAccount().Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("find holder: %w", err)
	}
	both := []uuid.UUID{viewer.ID(ctx), held.AccountID}
	slices.SortFunc(both, func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) })
	for _, id := range both {
		if err := k.DB.Lock(ctx, tx, account.Table, id); err != nil {
			return nil, err
		}
	}
	return held, nil
}

// proven marks one of the viewer's keys as proven, if it isn't yet.
func (k Keys) proven(ctx context.Context, tx *ent.Tx, key *ent.SSHKey) (*ent.SSHKey, error) {
	err := tx.SSHKey.Update().Where(sshkey.ID(key.ID), sshkey.ProvenAtIsNil()).SetProvenAt(k.Now()).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("mark key as proven: %w", err)
	}
	saved, err := tx.SSHKey.Get(ctx, key.ID)
	if ent.IsNotFound(err) { // it was just removed
		return nil, problem.Missing()
	}
	return saved, problem.Wrap("load key", err)
}

// release takes a key from the account that has it, and tells its owner. Where it was
// proven from isn't theirs to know. The event keeps the fingerprint, even if the winner
// deletes their account: the loser entered that key, and it identifies nobody.
func (k Keys) release(ctx context.Context, tx *ent.Tx, held *ent.SSHKey) error {
	platform := request.WithOrigin(viewer.AsSystem(ctx), request.Origin{})
	n, err := tx.SSHKey.Delete().Where(sshkey.ID(held.ID)).Exec(platform)
	if err != nil || n == 0 { // it was just removed
		return problem.Wrap("release key", err)
	}
	k.Bus.RightsChanged(tx, held.AccountID)
	if err := k.tellLoser(platform, tx, held); err != nil {
		return err
	}
	return k.Log.Record(platform, tx, &timeline.SSHKeyRemovedEvent{
		OnAccount: timeline.ForAccount(held.Edges.Account), Name: held.Name, Fingerprint: keys.FingerprintOf(held.Digest), ProvenElsewhere: true,
	})
}

// tellLoser emails the owner of the account that lost a key.
func (k Keys) tellLoser(ctx context.Context, tx *ent.Tx, key *ent.SSHKey) error {
	a := key.Edges.Account
	return k.Outbox.From(ctx, tx, a, notify.Email{
		Kind:    "ssh_key_lost",
		Subject: i18n.Msg("SSH key removed from your account"),
		Lines: []i18n.Message{
			i18n.Msg("The SSH key “%s” was removed from your account %s. Someone proved that they hold its private key and added it to another account.", key.Name, a.Username),
			i18n.Msg("It no longer gives access to your apps. If the key is yours, someone else has its private key: stop using it, and generate a new one."),
		},
		Facts:  []notify.Fact{{Name: i18n.Msg("Fingerprint"), Value: i18n.Text(keys.FingerprintOf(key.Digest))}},
		Button: &notify.Button{Label: i18n.Msg("Review your SSH keys"), Path: "/ssh-keys"},
	})
}

// checkChallenge checks that a challenge was made recently for this key and this
// account.
func (k Keys) checkChallenge(ctx context.Context, key keys.Key, text string) *problem.Input {
	sealed, err := base64.RawURLEncoding.DecodeString(strings.TrimSpace(text))
	if err == nil {
		sealed, err = k.Ring.Open(sealed, proofPurpose, viewer.ID(ctx).String())
	}
	if err != nil || len(sealed) != len(key.Digest)+8 || string(sealed[:len(key.Digest)]) != string(key.Digest[:]) {
		return problem.In("challenge", problem.Malformed, "This text was created for another key or account. Start over.")
	}
	if until := time.Unix(int64(binary.BigEndian.Uint64(sealed[len(key.Digest):])), 0); !until.After(k.Now()) {
		return problem.In("challenge", problem.LinkInvalid, "The time to sign this text has expired. Start over.")
	}
	return nil
}

// checkSignature verifies a signature by ssh-keygen -Y sign (OpenSSH's
// PROTOCOL.sshsig). A shell's echo may have appended a newline to the text.
func checkSignature(key keys.Key, in KeyProof) *problem.Input {
	wrong := problem.In("signature", problem.WrongCode, "This isn't a signature of the text above by this key. Paste everything that ssh-keygen printed, from BEGIN to END.")
	signature, err := sshsig.Unarmor([]byte(strings.TrimSpace(in.Signature) + "\n"))
	if err != nil { // including a signature with SHA-1
		return wrong
	}
	public, err := ssh.ParsePublicKey(key.Blob)
	if err != nil {
		return wrong
	}
	for _, end := range []string{"", "\n", "\r\n"} {
		text := strings.NewReader(strings.TrimSpace(in.Challenge) + end)
		if sshsig.Verify(text, signature, public, signature.HashAlgorithm, proofNamespace) == nil {
			return nil
		}
	}
	return wrong
}
