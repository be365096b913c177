package account

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"

	"portico/ent"
	"portico/ent/sshkey"
	"portico/internal/problem"
	keys "portico/internal/sshkey"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const (
	// proofNamespace is what a signature is made for (ssh-keygen -n), so that one
	// made for something else proves nothing here.
	proofNamespace = "portico"
	proofFor       = 15 * time.Minute
	proofPurpose   = "ssh_key_proof"
)

// A KeyChallenge is what to sign with a key's private half to prove to hold it.
type KeyChallenge struct {
	Text      string // one line
	Namespace string
	ExpiresAt time.Time
}

// Challenge begins to prove that the viewer holds a key. The text is good for
// this key and this account alone; nothing is stored.
func (k Keys) Challenge(ctx context.Context, line string) (KeyChallenge, error) {
	key, err := keys.Parse(line)
	if err != nil {
		return KeyChallenge{}, err
	}
	until := k.Now().Add(proofFor)
	sealed := k.Ring.Seal(binary.BigEndian.AppendUint64(key.Digest[:], uint64(until.Unix())), proofPurpose, viewer.ID(ctx).String())
	return KeyChallenge{Text: base64.RawURLEncoding.EncodeToString(sealed), Namespace: proofNamespace, ExpiresAt: until}, nil
}

// A KeyProof is a key with a signature by its private half.
type KeyProof struct{ Name, PublicKey, Challenge, Signature string }

// Prove adds a key to which the viewer proves to hold the private half. Whoever
// only claims it, here or on another account, loses it; one that was proven before
// stays where it is.
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
	var loser uuid.UUID
	saved, err := store.InTx(ctx, k.DB, func(tx *ent.Tx) (*ent.SSHKey, error) {
		loser, err = k.release(ctx, tx, key)
		if err != nil {
			return nil, err
		}
		saved, err := k.add(ctx, tx, name, key)
		if err != nil {
			return nil, err
		}
		return saved.Update().SetProvenAt(k.Now()).Save(ctx)
	})
	if err != nil {
		return nil, err
	}
	if loser != uuid.Nil {
		k.Bus.RightsChanged(loser)
	}
	return saved.Unwrap(), nil
}

// release takes a key that was never proven from whoever claims it, and tells who
// that was.
func (k Keys) release(ctx context.Context, tx *ent.Tx, key keys.Key) (uuid.UUID, error) {
	platform := viewer.AsSystem(ctx)
	claim, err := tx.SSHKey.Query().Where(sshkey.Digest(key.Digest[:]), sshkey.ProvenAtIsNil()).WithAccount().Only(platform)
	if ent.IsNotFound(err) {
		return uuid.Nil, nil
	} else if err != nil {
		return uuid.Nil, fmt.Errorf("find claim: %w", err)
	}
	// It may be proven by a push at this very moment.
	n, err := tx.SSHKey.Delete().Where(sshkey.ID(claim.ID), sshkey.ProvenAtIsNil()).Exec(platform)
	if err != nil || n == 0 {
		return uuid.Nil, wrapped("take claim", err)
	}
	return claim.AccountID, k.Log.Record(platform, tx, &timeline.SSHKeyRemovedEvent{
		Head: timeline.ToAccount(claim.Edges.Account), Name: claim.Name, Fingerprint: keys.FingerprintOf(claim.Digest),
	})
}

func wrapped(verb string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	return nil
}

// checkChallenge sees that a challenge was made for this key and this account,
// and not long ago.
func (k Keys) checkChallenge(ctx context.Context, key keys.Key, text string) *problem.Input {
	sealed, err := base64.RawURLEncoding.DecodeString(strings.TrimSpace(text))
	if err == nil {
		sealed, err = k.Ring.Open(sealed, proofPurpose, viewer.ID(ctx).String())
	}
	if err != nil || len(sealed) != len(key.Digest)+8 || string(sealed[:len(key.Digest)]) != string(key.Digest[:]) {
		return problem.In("challenge", problem.Malformed, "This was not made for this key and this account. Begin again.")
	}
	if until := time.Unix(int64(binary.BigEndian.Uint64(sealed[len(key.Digest):])), 0); !until.After(k.Now()) {
		return problem.In("challenge", problem.LinkInvalid, "The time to sign this is over. Begin again.")
	}
	return nil
}

// checkSignature verifies a signature as ssh-keygen -Y sign makes it
// (OpenSSH's PROTOCOL.sshsig). A shell's echo may have put a line end behind the
// text.
func checkSignature(key keys.Key, in KeyProof) *problem.Input {
	wrong := problem.In("signature", problem.WrongCode, "This is not a signature of the text above by this key. Paste all that ssh-keygen printed, from BEGIN to END.")
	signature, err := sshsig.Unarmor([]byte(strings.TrimSpace(in.Signature) + "\n"))
	if err != nil { // also a signature made with SHA-1
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
