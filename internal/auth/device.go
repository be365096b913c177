package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/device"
	"portico/internal/attempt"
	"portico/internal/browser"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/viewer"
)

// deviceFor is how long a device is remembered after it was last seen. Browsers keep no
// cookie for longer.
const deviceFor = 400 * 24 * time.Hour

// RememberDevice notes that an account signed in from a browser. It returns the secret
// that identifies the device, and whether the device was already known.
func (p Sessions) RememberDevice(ctx context.Context, tx *ent.Tx, a *ent.Account, b browser.Browser) (secret string, known bool, err error) {
	if secret = b.Held(browser.DeviceCookie); secret == "" {
		secret = randtoken.New()
	}
	n, err := tx.Device.Update().Where(device.AccountID(a.ID), device.Digest(randtoken.Digest(secret))).SetLastSeenAt(p.Now()).Save(ctx)
	if err == nil && n == 0 {
		err = p.addDevice(ctx, tx, a, secret)
	}
	return secret, n > 0, problem.Wrap("note device", err)
}

// addDevice remembers another device, and forgets those that were not seen for longest if
// there are too many.
func (p Sessions) addDevice(ctx context.Context, tx *ent.Tx, a *ent.Account, secret string) error {
	err := tx.Device.Create().SetDigest(randtoken.Digest(secret)).SetCreatedAt(p.Now()).SetLastSeenAt(p.Now()).Exec(ctx)
	if err != nil {
		return err
	}
	old, err := tx.Device.Query().Where(device.AccountID(a.ID)).Order(ent.Desc(device.FieldLastSeenAt, device.FieldID)).
		Offset(maxDevices).Limit(droppedAtOnce).IDs(ctx)
	if err == nil && len(old) > 0 {
		_, err = tx.Device.Delete().Where(device.IDIn(old...)).Exec(ctx)
	}
	return err
}

// devicesTold is how many new browsers are emailed about within an hour. Who signs in from
// more has the password, and the owner has been told.
const devicesTold = 50

// tellOfDevice emails the owner about a sign-in from a new browser.
func (p Sessions) tellOfDevice(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	recent, err := tx.Device.Query().Where(device.AccountID(a.ID), device.CreatedAtGT(p.Now().Add(-time.Hour))).Limit(devicesTold + 1).IDs(ctx)
	if err != nil || len(recent) > devicesTold {
		return problem.Wrap("count new devices", err)
	}
	return p.Outbox.Tell(ctx, tx, a, notify.Email{
		Kind:    "new_device",
		Subject: i18n.Msg("New sign-in to your account"),
		Lines:   []i18n.Message{i18n.Msg("Someone signed in to your account %s from a new browser.", a.Username)},
	})
}

// StartSubject is whom the rate limiter counts the start of a sign-in for: the known
// devices of an account together, as it can have any number of them, or nobody.
func (p Sessions) StartSubject(ctx context.Context) (string, error) {
	secret := browser.From(ctx).Held(browser.DeviceCookie)
	if secret == "" {
		return "", nil
	}
	known, err := p.DB.Device.Query().Where(device.Digest(randtoken.Digest(secret))).Order(ent.Asc(device.FieldID)).First(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		return "", nil
	} else if err != nil {
		return "", fmt.Errorf("find device: %w", err)
	}
	return attempt.OfDevices(known.AccountID), nil
}

// AttemptSubject is the rate limiter's subject for guesses at an account. Each known
// device has its own, so that guesses from elsewhere don't stop the owner; everyone
// else shares others.
func (p Sessions) AttemptSubject(ctx context.Context, id uuid.UUID, others string) (string, error) {
	secret := browser.From(ctx).Held(browser.DeviceCookie)
	if secret == "" {
		return others, nil
	}
	known, err := p.DB.Device.Query().Where(device.AccountID(id), device.Digest(randtoken.Digest(secret))).OnlyID(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		return others, nil
	} else if err != nil {
		return "", fmt.Errorf("find device: %w", err)
	}
	return attempt.DevicePrefix + known.String(), nil
}
