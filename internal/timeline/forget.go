package timeline

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/entry"
	"portico/internal/store"
	"portico/internal/viewer"
)

// forgottenAtATime is how many events one transaction changes.
const forgottenAtATime = 200

// Forget removes an account's name and personal data from everything that it did and
// that happened to it. The events stay, under a pseudonym.
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

// forget does so for the next events of the account's stream, which has all of them,
// and returns how far it got.
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
		data, err := impersonal(EventType(happened.Type), happened.Data, account, pseudonym)
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

// impersonal returns an event's data without its personal fields, and with a pseudonym
// for the account.
func impersonal(name EventType, data json.RawMessage, account uuid.UUID, pseudonym string) (json.RawMessage, error) {
	newEvent := newEvents[name]
	if newEvent == nil {
		return nil, fmt.Errorf("unknown type %q", name)
	}
	e := newEvent()
	if err := json.Unmarshal(data, e); err != nil {
		return nil, err
	}
	erasePersonal(reflect.ValueOf(e).Elem(), account, pseudonym)
	return json.Marshal(e)
}

// erasePersonal empties the fields of a struct that are tagged as personal, at any
// depth, and renames the account in those that name it.
func erasePersonal(v reflect.Value, account uuid.UUID, pseudonym string) {
	for field, value := range v.Fields() {
		switch {
		case field.Tag.Get("personal") == "true":
			value.SetZero()
		case field.Type.Kind() == reflect.Struct && field.Type != reflect.TypeFor[Head]():
			erasePersonal(value, account, pseudonym)
		case field.Type == reflect.TypeFor[*NamedAccount]():
			if named, _ := value.Interface().(*NamedAccount); named != nil && named.ID.UUID == account {
				named.Username = pseudonym
			}
		}
	}
}
