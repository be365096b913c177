package notify

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/mail"
	"portico/internal/keyring"
	"portico/internal/store"
	"portico/internal/viewer"
)

const (
	purpose = "mail"
	// kept is how long an email is kept, sent or not.
	kept = 30 * 24 * time.Hour
)

// Outbox keeps emails until they are sent.
type Outbox struct {
	DB   *store.DB
	Ring *keyring.Ring
	Now  func() time.Time
	// Wake tells the worker that an email is due.
	Wake func()
	// Silent drops all emails: the events of demo data never happened.
	Silent bool
}

// Post puts a written email into the outbox. It is sent once tx has committed.
func (o Outbox) Post(ctx context.Context, tx *ent.Tx, account uuid.UUID, e Written) error {
	if o.Silent {
		return nil
	}
	body, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("write email: %w", err)
	}
	id := uuid.Must(uuid.NewV7())
	c := tx.Mail.Create().SetID(id).SetKind(e.Kind).SetToAddress(e.To).SetLanguage(e.Lang).
		SetSealed(o.Ring.Seal(body, purpose, id.String())).SetCreatedAt(o.Now()).SetDueAt(o.Now())
	if account != uuid.Nil {
		c.SetAccountID(account)
	}
	if err := c.Exec(viewer.AsSystem(ctx)); err != nil {
		return fmt.Errorf("post email: %w", err)
	}
	store.After(tx, o.Wake)
	return nil
}

// Read decrypts an email of the outbox.
func (o Outbox) Read(row *ent.Mail) (Written, error) {
	e := Written{Kind: row.Kind, To: row.ToAddress, Lang: row.Language}
	body, err := o.Ring.Open(row.Sealed, purpose, row.ID.String())
	if err == nil {
		err = json.Unmarshal(body, &e)
	}
	if err != nil {
		return e, fmt.Errorf("read email: %w", err)
	}
	return e, nil
}

// Sweep deletes old emails, including those that a sandbox never sends.
func (o Outbox) Sweep(ctx context.Context) error {
	return store.Do(ctx, o.DB, func(tx *ent.Tx) error {
		_, err := tx.Mail.Delete().Where(mail.IDLT(firstOf(o.Now().Add(-kept)))).Exec(viewer.AsSystem(ctx))
		if err != nil {
			return fmt.Errorf("sweep emails: %w", err)
		}
		return nil
	})
}

// firstOf is the lowest UUIDv7 of a millisecond: IDs grow with time.
func firstOf(at time.Time) (id uuid.UUID) {
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(at.UnixMilli()))
	copy(id[:6], ms[2:])
	return id
}
