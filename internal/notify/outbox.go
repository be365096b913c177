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
	// kept is how long a letter is kept, sent or not: what it tells is old news.
	kept = 30 * 24 * time.Hour
)

// Outbox keeps letters until they are sent.
type Outbox struct {
	DB   *store.DB
	Ring *keyring.Ring
	Now  func() time.Time
	// Wake tells the worker that there is something to do.
	Wake func()
	// Silent posts nothing: what demo data tell of did not happen.
	Silent bool
}

// Post puts a letter into the outbox. It goes out once tx has committed.
func (o Outbox) Post(ctx context.Context, tx *ent.Tx, account uuid.UUID, l Letter) error {
	if o.Silent {
		return nil
	}
	body, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("write letter: %w", err)
	}
	id := uuid.Must(uuid.NewV7())
	c := tx.Mail.Create().SetID(id).SetKind(l.Kind).SetToAddress(l.To).SetLanguage(l.Lang).
		SetSealed(o.Ring.Seal(body, purpose, id.String())).SetCreatedAt(o.Now()).SetDueAt(o.Now())
	if account != uuid.Nil {
		c.SetAccountID(account)
	}
	if err := c.Exec(viewer.AsSystem(ctx)); err != nil {
		return fmt.Errorf("post letter: %w", err)
	}
	store.After(tx, o.Wake)
	return nil
}

// Read opens a letter of the outbox.
func (o Outbox) Read(row *ent.Mail) (Letter, error) {
	l := Letter{Kind: row.Kind, To: row.ToAddress, Lang: row.Language}
	body, err := o.Ring.Open(row.Sealed, purpose, row.ID.String())
	if err == nil {
		err = json.Unmarshal(body, &l)
	}
	if err != nil {
		return l, fmt.Errorf("read letter: %w", err)
	}
	return l, nil
}

// Sweep forgets letters of long ago, also those that a sandbox never sends.
func (o Outbox) Sweep(ctx context.Context) error {
	return store.Do(ctx, o.DB, func(tx *ent.Tx) error {
		_, err := tx.Mail.Delete().Where(mail.IDLT(firstOf(o.Now().Add(-kept)))).Exec(viewer.AsSystem(ctx))
		if err != nil {
			return fmt.Errorf("sweep letters: %w", err)
		}
		return nil
	})
}

// firstOf is the lowest UUIDv7 of a millisecond: ids grow with time.
func firstOf(at time.Time) (id uuid.UUID) {
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(at.UnixMilli()))
	copy(id[:6], ms[2:])
	return id
}
