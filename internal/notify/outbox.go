package notify

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
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
	// leased is how long a letter that is being sent is nobody else's.
	leased = 2 * time.Minute
	// kept is how long a letter is kept, sent or not: what it tells is old news.
	kept    = 30 * 24 * time.Hour
	maxTry  = 12
	atATime = 20
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

// A Sender carries letters to where they are read.
type Sender interface {
	Send(ctx context.Context, id uuid.UUID, l Letter) error
}

// ErrRefused is what a Sender answers for a letter that will never be taken.
var ErrRefused = errors.New("refused for good")

// SendDue sends what is due and tells when to come again. What a mail server
// does not take is tried again, later each time, for about two days.
func (o Outbox) SendDue(ctx context.Context, s Sender) error {
	platform := viewer.AsSystem(ctx)
	for {
		due, err := o.DB.Mail.Query().Where(mail.SentAtIsNil(), mail.FailedAtIsNil(), mail.DueAtLTE(o.Now())).
			Order(ent.Asc(mail.FieldDueAt)).Limit(atATime).All(platform)
		if err != nil {
			return fmt.Errorf("find letters: %w", err)
		}
		for _, row := range due {
			if err := o.send(platform, s, row); err != nil {
				return err
			}
		}
		if len(due) < atATime {
			return nil
		}
	}
}

// send takes a letter for itself, and sends it where nobody else was faster.
func (o Outbox) send(ctx context.Context, s Sender, row *ent.Mail) error {
	mine, err := store.InTx(ctx, o.DB, func(tx *ent.Tx) (int, error) {
		return tx.Mail.Update().Where(mail.ID(row.ID), mail.DueAt(row.DueAt), mail.SentAtIsNil()).
			SetDueAt(o.Now().Add(leased)).AddTries(1).Save(ctx)
	})
	if err != nil || mine == 0 {
		return err
	}
	l, err := o.Read(row)
	if err == nil {
		err = s.Send(ctx, row.ID, l)
	}
	return store.Do(ctx, o.DB, func(tx *ent.Tx) error {
		u := tx.Mail.UpdateOneID(row.ID)
		switch {
		case err == nil:
			u.SetSentAt(o.Now()).ClearSealed().SetLastError("")
		case errors.Is(err, ErrRefused) || row.Tries+1 >= maxTry:
			slog.ErrorContext(ctx, "mail given up", "mail", row.ID, "kind", row.Kind, "err", err)
			u.SetFailedAt(o.Now()).ClearSealed().SetLastError(err.Error())
		default:
			slog.WarnContext(ctx, "mail not sent, tried again later", "mail", row.ID, "kind", row.Kind, "err", err)
			u.SetDueAt(o.Now().Add(time.Minute << min(row.Tries, 8))).SetLastError(err.Error())
		}
		return u.Exec(ctx)
	})
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
