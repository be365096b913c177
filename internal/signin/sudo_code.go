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
	// mailedAnHour is how many codes are mailed within an hour.
	mailedAnHour = 3
)

// SendCode mails a code that opens sudo mode, to an account that has no better
// proof. More than a few an hour are not mailed, and nothing tells so.
func (s Sudo) SendCode(ctx context.Context) error {
	a, err := auth.ViewerOf(ctx, s.DB)
	if err != nil {
		return err
	}
	if err := s.onlyByMail(ctx, a); err != nil {
		return err
	}
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		a, err := store.LockViewer(ctx, s.DB, tx)
		if err != nil {
			return err
		}
		ok, err := s.Attempts.Within(ctx, tx, "sudo_code", attempt.OfAccount(a.ID), mailedAnHour, time.Hour)
		if err != nil || !ok {
			return err
		}
		code := randtoken.NewCode(mailedBytes)
		if err := s.Links.Void(ctx, tx, a.ID, link.PurposeSUDO_CODE); err != nil {
			return err
		}
		if err := s.Links.Keep(ctx, tx, a.ID, link.PurposeSUDO_CODE, mailedDigest(a.ID, code), "", mailedFor); err != nil {
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

// onlyByMail refuses an account that has a better proof.
func (s Sudo) onlyByMail(ctx context.Context, a *ent.Account) error {
	methods, err := s.methods(ctx, a)
	if err == nil && !slices.Contains(methods, "MAILED_CODE") {
		err = problem.Refuse(problem.Forbidden, "This account has a stronger way to confirm it's you than an emailed code.")
	}
	return err
}

// mailedDigest is of a code that works for one account alone: it is so short that
// two may have the same.
func mailedDigest(id uuid.UUID, code string) []byte {
	return randtoken.Digest(id.String() + ":" + code)
}

// tryMailedCode counts a try at the mailed code before it is made. Of too many the
// code dies.
func (s Sudo) tryMailedCode(ctx context.Context, a *ent.Account) error {
	if err := s.onlyByMail(ctx, a); err != nil {
		return err
	}
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if _, err := store.LockViewer(ctx, s.DB, tx); err != nil {
			return err
		}
		l, err := tx.Link.Query().Where(link.AccountID(a.ID), link.PurposeEQ(link.PurposeSUDO_CODE)).Only(ctx)
		if ent.IsNotFound(err) {
			return nil // the compare will say so
		} else if err != nil {
			return fmt.Errorf("find mailed code: %w", err)
		}
		ok, err := s.Attempts.Within(ctx, tx, "sudo_code_try", "link:"+l.ID.String(), maxTries, mailedFor)
		if err == nil && !ok {
			err = s.Links.Void(ctx, tx, a.ID, link.PurposeSUDO_CODE)
		}
		return err
	})
}

// useMailedCode uses the mailed code of an account up.
func (s Sudo) useMailedCode(ctx context.Context, tx *ent.Tx, a *ent.Account, code string) error {
	n, err := tx.Link.Delete().Where(link.AccountID(a.ID), link.PurposeEQ(link.PurposeSUDO_CODE),
		link.Digest(mailedDigest(a.ID, code)), link.ExpiresAtGT(s.Now())).Exec(ctx)
	if err != nil {
		return fmt.Errorf("use mailed code: %w", err)
	}
	if n == 0 {
		return problem.In("mailedCode", problem.WrongCode, "This code is wrong or has expired. Request a new one.")
	}
	return nil
}
