package twofactor

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/recoverycode"
	"portico/ent/totp"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const (
	recoveryCodes = 10 // in a set
	// RecoveryBytes is the size of a code: 80 bits.
	RecoveryBytes = 10
	codesAnHour   = 10 // sets
	// fewCodes is the number of codes at which the email warns that few are left.
	fewCodes = 3
)

// newCodes generates recovery codes and their hashes, which share a salt.
func (p Factors) newCodes(ctx context.Context) (codes, hashes []string, err error) {
	secrets := make([]string, recoveryCodes)
	for i := range secrets {
		secrets[i] = randtoken.NewCode(RecoveryBytes)
		codes = append(codes, randtoken.Grouped(secrets[i]))
	}
	hashes, err = p.Passwords.HashAll(ctx, secrets...)
	return codes, hashes, err
}

// mayRenewCodes counts a renewal of the viewer's recovery codes before its ten hashes
// are computed.
func (p Factors) mayRenewCodes(ctx context.Context, tx *ent.Tx) error {
	ok, err := p.Attempts.Within(ctx, tx, "recovery_codes", attempt.OfAccount(viewer.ID(ctx)), codesAnHour, time.Hour)
	if err == nil && !ok {
		err = problem.In("", problem.LimitReached, "You created recovery codes %d times within an hour. Try again later.", codesAnHour)
	}
	return err
}

// replaceCodes replaces the viewer's recovery codes with new ones.
func (s Factors) replaceCodes(ctx context.Context, tx *ent.Tx, hashes []string) error {
	if _, err := tx.RecoveryCode.Delete().Where(recoverycode.AccountID(viewer.ID(ctx))).Exec(ctx); err != nil {
		return fmt.Errorf("void recovery codes: %w", err)
	}
	rows := make([]*ent.RecoveryCodeCreate, len(hashes))
	for i, hash := range hashes {
		rows[i] = tx.RecoveryCode.Create().SetHash(hash).SetCreatedAt(s.Now())
	}
	return problem.Wrap("save recovery codes", tx.RecoveryCode.CreateBulk(rows...).Exec(ctx))
}

// RecoveryCode finds an account's unused recovery code as typed, or returns zero. It
// costs one slow hash either way.
func (p Factors) RecoveryCode(ctx context.Context, of uuid.UUID, code string) (uuid.UUID, error) {
	rows, err := p.DB.RecoveryCode.Query().Where(recoverycode.AccountID(of), recoverycode.UsedAtIsNil()).All(viewer.AsSystem(ctx))
	if err != nil {
		return uuid.Nil, fmt.Errorf("load recovery codes: %w", err)
	}
	hashes := make([]string, len(rows))
	for i, r := range rows {
		hashes[i] = r.Hash
	}
	i, err := p.Passwords.Find(ctx, code, hashes)
	if err != nil || i < 0 {
		return uuid.Nil, err
	}
	return rows[i].ID, nil
}

// UseCode uses up a recovery code, and tells the account's owner.
func (p Factors) UseCode(ctx context.Context, tx *ent.Tx, a *ent.Account, id uuid.UUID) error {
	as := auth.As(ctx, a)
	n, err := tx.RecoveryCode.Update().Where(recoverycode.ID(id), recoverycode.UsedAtIsNil()).SetUsedAt(p.Now()).Save(as)
	if err != nil {
		return fmt.Errorf("use recovery code: %w", err)
	}
	if n == 0 { // another request was faster
		return WrongRecoveryCode()
	}
	if err := tx.Totp.Update().Where(totp.AccountID(a.ID)).ClearResetAt().Exec(as); err != nil {
		return fmt.Errorf("keep second factor: %w", err)
	}
	left, err := tx.RecoveryCode.Query().Where(recoverycode.UsedAtIsNil()).Count(as)
	if err != nil {
		return fmt.Errorf("count recovery codes: %w", err)
	}
	email := notify.Email{
		Kind:    "recovery_code_used",
		Subject: i18n.Msg("A recovery code was used"),
		Lines:   []i18n.Message{i18n.Msg("Someone signed in to your account %s with a recovery code. Codes left: %d.", a.Username, left)},
	}
	if left <= fewCodes {
		email.Lines = append(email.Lines, i18n.Msg("Create new recovery codes soon, while you can still sign in."))
	}
	if err := p.Outbox.Tell(ctx, tx, a, email); err != nil {
		return err
	}
	return p.Log.Record(as, tx, &timeline.RecoveryCodeUsedEvent{Left: int32(left)})
}

// WrongRecoveryCode is the error for a code that is wrong or used.
func WrongRecoveryCode() *problem.Input {
	return problem.In("recoveryCode", problem.WrongCode, "This recovery code is wrong or was already used.")
}
