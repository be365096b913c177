package timeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/entry"
	"portico/internal/store"
	"portico/internal/viewer"
)

// forgottenAtATime is how many events one transaction changes.
const forgottenAtATime = 200

// Forget takes an account's name and what is personal out of everything that it
// did and that happened to it. That it happened stays, under a pseudonym.
func (l *Log) Forget(ctx context.Context, account uuid.UUID, pseudonym string) error {
	for seq := int64(0); ; {
		last, err := store.InTx(ctx, l.DB, func(tx *ent.Tx) (int64, error) { return l.forget(ctx, tx, account, pseudonym, seq) })
		if err != nil {
			return fmt.Errorf("forget in timeline: %w", err)
		}
		if last == seq {
			return nil
		}
		seq = last
	}
}

// forget does so with the next events of the account's stream, which has all of
// them, and tells how far it came.
func (l *Log) forget(ctx context.Context, tx *ent.Tx, account uuid.UUID, pseudonym string, seq int64) (int64, error) {
	platform := viewer.AsSystem(ctx)
	entries, err := tx.Entry.Query().Where(entry.StreamID(account), entry.SeqGT(seq)).
		Order(ent.Asc(entry.FieldSeq)).Limit(forgottenAtATime).WithEvent().All(platform)
	if err != nil {
		return seq, err
	}
	for _, e := range entries {
		happened := e.Edges.Event
		u := tx.Event.UpdateOne(happened)
		if happened.ActorID != nil && *happened.ActorID == account {
			u.SetActorName(pseudonym)
		}
		if happened.AccountID == account {
			u.SetAccountName(pseudonym)
		}
		data, err := impersonal(happened.Kind, happened.Data)
		if err == nil {
			err = u.SetData(data).Exec(platform)
		}
		if err != nil {
			return seq, fmt.Errorf("event %s: %w", happened.ID, err)
		}
		seq = e.Seq
	}
	return seq, nil
}

var (
	// personal is what is somebody's in the events of all kinds. Public keys are
	// personal too: other sites publish whose they are.
	personal = []string{
		"address", "device", "ended_device", "email", "new_email", "previous_email", "login", "fingerprint", "key_fingerprint",
	}
	// credentials are the kinds of event whose names people gave to things of their own.
	credentials = []string{"ssh_key_", "api_token_", "passkey_"}
)

// impersonal is what an event tells, or an object in it, without what is personal.
func impersonal(kind string, data json.RawMessage) (json.RawMessage, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	named := slices.ContainsFunc(credentials, func(prefix string) bool { return strings.HasPrefix(kind, prefix) })
	for name, value := range fields {
		switch {
		case slices.Contains(personal, name), named && strings.HasSuffix(name, "name"):
			delete(fields, name)
		case bytes.HasPrefix(value, []byte("{")):
			inner, err := impersonal(kind, value)
			if err != nil {
				return nil, err
			}
			fields[name] = inner
		}
	}
	return json.Marshal(fields)
}
