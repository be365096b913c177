package signin

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/link"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
)

const (
	mailedBytes = 5 // 40 bits: eight characters
	mailedFor   = 10 * time.Minute
	// emailedAnHour is how many codes are emailed per hour.
	emailedAnHour = 3
)

// SendCode emails a code that opens sudo mode, to an account that has no better proof.
// Beyond a few per hour it sends nothing, silently.
func (s Sudo) SendCode(ctx context.Context) error {
	a, err := auth.ViewerOf(ctx, s.DB)
	if err != nil {
		return err
	}
	if err := s.onlyByEmail(ctx, a); err != nil {
		return err
	}
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		a, err := store.LockViewer(ctx, s.DB, tx)
		if err != nil {
			return err
		}
		ok, err := s.Attempts.Within(ctx, tx, "sudo_code", attempt.OfAccount(a.ID), emailedAnHour, time.Hour)
		if err != nil || !ok {
			return err
		}
		code := randtoken.NewCode(mailedBytes)
		if err := s.Links.Void(ctx, tx, a.ID, link.PurposeSUDO_CODE); err != nil {
			return err
		}
		if err := s.Links.Keep(ctx, tx, a.ID, link.PurposeSUDO_CODE, emailedDigest(a.ID, code), "", mailedFor); err != nil {
			return err
		}
		return s.Outbox.From(ctx, tx, a, notify.Email{
			Kind:    "sudo_code",
			Subject: i18n.Msg("Your confirmation code"),
			Lines:   []i18n.Message{i18n.Msg("Enter this code to confirm a change to your account %s. It expires in %s.", a.Username, i18n.Duration(mailedFor))},
			Code:    randtoken.Grouped(code),
			After:   []i18n.Message{i18n.Msg("Didn't request it? Someone is signed in to your account: sign out other devices. Never share this code.")},
		})
	})
}

// onlyByEmail refuses an account that has a better proof.
func (s Sudo) onlyByEmail(ctx context.Context, a *ent.Account) error {
	methods, err := s.methods(ctx, a)
	if err == nil && !slices.Contains(methods, "MAILED_CODE") {
		err = problem.Refuse(problem.Forbidden, "This account has a stronger way to confirm it's you than an emailed code.")
	}
	return err
}

// emailedDigest is the digest of a code together with its account: codes are so short
// that two accounts may have the same.
func emailedDigest(id uuid.UUID, code string) []byte {
	return randtoken.Digest(id.String() + ":" + code)
}

// tryEmailedCode counts an attempt at the emailed code before it is made. After too
// many, the code stops working.
func (s Sudo) tryEmailedCode(ctx context.Context, a *ent.Account) error {
	if err := s.onlyByEmail(ctx, a); err != nil {
		return err
	}
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if _, err := store.LockViewer(ctx, s.DB, tx); err != nil {
			return err
		}
		l, err := tx.Link.Query().Where(link.AccountID(a.ID), link.PurposeEQ(link.PurposeSUDO_CODE)).Only(ctx)
		if ent.IsNotFound(err) {
			return nil // the comparison will say so
		} else if err != nil {
			return fmt.Errorf("find emailed code: %w", err)
		}
		ok, err := s.Attempts.Within(ctx, tx, "sudo_code_try", "link:"+l.ID.String(), maxTries, mailedFor)
		if err == nil && !ok {
			err = s.Links.Void(ctx, tx, a.ID, link.PurposeSUDO_CODE)
		}
		return err
	})
}

// useEmailedCode uses up the account's emailed code.
func (s Sudo) useEmailedCode(ctx context.Context, tx *ent.Tx, a *ent.Account, code string) error {
	n, err := tx.Link.Delete().Where(link.AccountID(a.ID), link.PurposeEQ(link.PurposeSUDO_CODE),
		link.Digest(emailedDigest(a.ID, code)), link.ExpiresAtGT(s.Now())).Exec(ctx)
	if err != nil {
		return fmt.Errorf("use emailed code: %w", err)
	}
	if n == 0 {
		return problem.In("mailedCode", problem.WrongCode, "This code is wrong or has expired. Request a new one.")
	}
	return nil
}
