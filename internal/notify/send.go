package notify

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/mail"
	"portico/internal/store"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// A Sender delivers emails.
type Sender interface {
	Send(ctx context.Context, id uuid.UUID, e Written) error
}

// ErrRefused is what a Sender returns for an email that will never be accepted.
var ErrRefused = errors.New("permanently refused")

// SendJob sends the emails that are due. What a mail server doesn't accept is retried,
// with backoff, for about two days.
func (o Outbox) SendJob(s Sender) worker.Job {
	return worker.Queue{
		Name: "send email", DB: o.DB, Now: o.Now, Table: mail.Table, Waiting: mail.And(mail.SentAtIsNil(), mail.FailedAtIsNil()),
		OwnerColumn: mail.FieldAccountID, FaultColumn: mail.FieldLastError, Listed: mail.SentAtIsNil(),
		Lease: 2 * time.Minute, Retry: time.Minute, MaxTries: 12, Slow: true,
		Do:     func(ctx context.Context, l *worker.Lease) error { return o.send(viewer.AsSystem(ctx), s, l.Row) },
		Failed: o.notSent,
	}.Job()
}

// send sends an email. It is marked as sent even if the lease was lost meanwhile.
func (o Outbox) send(ctx context.Context, s Sender, id uuid.UUID) error {
	row, err := o.DB.Mail.Get(ctx, id)
	if ent.IsNotFound(err) {
		return worker.ErrLost
	} else if err != nil {
		return fmt.Errorf("load email: %w", err)
	}
	e, err := o.Read(row)
	if err == nil {
		err = s.Send(ctx, id, e)
	}
	if errors.Is(err, ErrRefused) {
		return worker.Permanent(err)
	} else if err != nil {
		return err
	}
	return store.Do(ctx, o.DB, func(tx *ent.Tx) error {
		return tx.Mail.Update().Where(mail.ID(id)).SetSentAt(o.Now()).ClearSealed().SetLastError("").Exec(ctx)
	})
}

// notSent notes why an email wasn't sent. One that was given up loses its content.
func (o Outbox) notSent(ctx context.Context, tx *ent.Tx, id uuid.UUID, cause error, givenUp bool) error {
	u := tx.Mail.Update().Where(mail.ID(id)).SetLastError(cause.Error())
	if givenUp {
		u.SetFailedAt(o.Now()).ClearSealed()
	}
	return u.Exec(viewer.AsSystem(ctx))
}
